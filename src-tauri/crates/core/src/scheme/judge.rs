//! Looks a scheme over before it is taken.

use super::colour::{Colour, contrasts};
use super::fault::{Fault, FaultKind, LARGEST, Place};
use super::letter::{is_taken, letter};
use super::{AttributeKind, AttributeRule, Label, LinkKind, Scheme, SchemeError, Shape, ValueKind};
use std::collections::{BTreeMap, BTreeSet};

/// The end of a link that stands for the register, so no label has this id.
const REGISTER: &str = "entity";

impl Scheme {
    /// Reads a scheme file that a person brings, and looks it over: unlike
    /// [`parse`](Self::parse), which also reads what is stored already.
    ///
    /// # Errors
    /// What `parse` refuses, and the first fault that refuses.
    pub fn accept(json: &str) -> Result<Self, SchemeError> {
        if json.len() > LARGEST {
            let kind = FaultKind::TooLarge(json.len());
            return Err(SchemeError::Faulty(Box::new(Fault {
                place: Place::default(),
                kind,
            })));
        }
        let scheme = Self::parse(json)?;
        match scheme.faults().into_iter().find(Fault::refuses) {
            Some(fault) => Err(SchemeError::Faulty(Box::new(fault))),
            None => Ok(scheme),
        }
    }

    /// Everything wrong with it, in the order of the file.
    #[must_use]
    pub fn faults(&self) -> Vec<Fault> {
        let mut judge = Judge::default();
        let top = Place::default();
        judge.attributes(&top, "document_attributes", &self.document_attributes);
        if !self
            .labels
            .iter()
            .any(|label| !label.zone && !label.retired)
        {
            judge.fault(&top.below("labels", None), FaultKind::NoLabel);
        }
        let mut ids = BTreeSet::new();
        for (index, label) in self.labels.iter().enumerate() {
            let place = top.below(
                &format!("labels/{index}"),
                Some(shown(&label.title, &label.id)),
            );
            judge.id(&place, &label.id, &mut ids);
            judge.label(&place, label);
        }
        let mut ids = BTreeSet::new();
        let mut letters = BTreeMap::new();
        for (index, link) in self.links.iter().enumerate() {
            let place = top.below(
                &format!("links/{index}"),
                Some(shown(&link.title, &link.id)),
            );
            judge.id(&place, &link.id, &mut ids);
            judge.link(&place, link, self, &mut letters);
        }
        judge.faults
    }
}

fn shown<'a>(title: &'a str, id: &'a str) -> &'a str {
    if title.trim().is_empty() { id } else { title }
}

#[derive(Default)]
struct Judge {
    faults: Vec<Fault>,
    /// What has a letter among the labels.
    letters: BTreeMap<char, String>,
}

impl Judge {
    fn fault(&mut self, place: &Place, kind: FaultKind) {
        self.faults.push(Fault {
            place: place.clone(),
            kind,
        });
    }

    fn id<'a>(&mut self, place: &Place, id: &'a str, seen: &mut BTreeSet<&'a str>) {
        let odd = |c: char| c.is_whitespace() || c.is_control() || c == '|';
        let place = place.below("id", None);
        if id.is_empty() || id.contains(odd) {
            self.fault(&place, FaultKind::Id(id.to_owned()));
        } else if !seen.insert(id) {
            self.fault(&place, FaultKind::DuplicateId(id.to_owned()));
        }
    }

    fn label(&mut self, place: &Place, label: &Label) {
        if label.id == REGISTER {
            self.fault(&place.below("id", None), FaultKind::Id(label.id.clone()));
        }
        if label.title.trim().is_empty() {
            self.fault(&place.below("title", None), FaultKind::NoTitle);
        }
        if label.zone != (label.shape == Shape::Zone) {
            self.fault(&place.below("shape", None), FaultKind::ZoneShape);
        }
        if let Some(key) = label.key.as_ref().filter(|_| !label.retired) {
            let mut letters = std::mem::take(&mut self.letters);
            self.key(place, key, shown(&label.title, &label.id), &mut letters);
            self.letters = letters;
        }
        let colour = place.below("colour", None);
        match Colour::parse(&label.colour) {
            None => self.fault(&colour, FaultKind::Colour(label.colour.clone())),
            Some(parsed) => {
                for contrast in contrasts(label.shape, parsed) {
                    if contrast.ratio < contrast.needed {
                        let kind = FaultKind::Contrast {
                            theme: contrast.theme,
                            ratio: contrast.ratio,
                            needed: contrast.needed,
                            unreadable: contrast.ratio < contrast.least,
                        };
                        self.fault(&colour, kind);
                    }
                }
            }
        }
        self.attributes(place, "attributes", &label.attributes);
    }

    fn key(&mut self, place: &Place, key: &str, title: &str, taken: &mut BTreeMap<char, String>) {
        let place = place.below("key", None);
        let Some(letter) = letter(key) else {
            return self.fault(&place, FaultKind::NoLetter(key.to_owned()));
        };
        if is_taken(letter) {
            return self.fault(&place, FaultKind::GrammarLetter(letter));
        }
        match taken.get(&letter).cloned() {
            Some(by) => self.fault(&place, FaultKind::LetterTaken { letter, by }),
            None => {
                taken.insert(letter, title.to_owned());
            }
        }
    }

    fn link(
        &mut self,
        place: &Place,
        link: &LinkKind,
        scheme: &Scheme,
        letters: &mut BTreeMap<char, String>,
    ) {
        if link.from.is_empty() || (link.to.is_empty() && link.special.is_empty()) {
            self.fault(place, FaultKind::NoEnds);
        }
        for (list, ends) in [("from", &link.from), ("to", &link.to)] {
            for name in ends {
                let register = list == "to" && name == REGISTER;
                if !register && scheme.label(name).is_none() {
                    let kind = FaultKind::UnknownLabel(name.clone());
                    self.fault(&place.below(list, None), kind);
                }
            }
        }
        self.attributes(place, "attributes", &link.attributes);
        let live = link.enabled && !link.retired;
        let Some(key) = link.key.as_ref().filter(|_| live) else {
            return;
        };
        self.key(place, key, shown(&link.title, &link.id), letters);
        // The letter of a label marks with that label: the slot would never
        // be filled by it.
        let other = |label: &&Label| {
            let same = label
                .key
                .as_ref()
                .is_some_and(|own| letter(own) == letter(key));
            same && !label.retired && !link.to.contains(&label.id)
        };
        if let (Some(label), Some(letter)) = (scheme.labels.iter().find(other), letter(key)) {
            let by = shown(&label.title, &label.id).to_owned();
            self.fault(
                &place.below("key", None),
                FaultKind::LetterTaken { letter, by },
            );
        }
    }

    fn attributes(&mut self, above: &Place, list: &str, kinds: &[AttributeKind]) {
        let mut ids = BTreeSet::new();
        for (index, kind) in kinds.iter().enumerate() {
            let title = shown(&kind.title, &kind.id);
            let place = above.below(&format!("{list}/{index}"), Some(title));
            self.id(&place, &kind.id, &mut ids);
            self.attribute(&place, kind);
        }
    }

    fn attribute(&mut self, place: &Place, kind: &AttributeKind) {
        let chooses = matches!(kind.kind, ValueKind::Choice | ValueKind::Choices);
        if chooses && !kind.retired && kind.values.iter().all(|value| value.retired) {
            self.fault(&place.below("values", None), FaultKind::NoValues);
        }
        let mut ids = BTreeSet::new();
        for (index, value) in kind.values.iter().enumerate() {
            let title = shown(&value.title, &value.id);
            let place = place.below(&format!("values/{index}"), Some(title));
            self.id(&place, &value.id, &mut ids);
        }
        if let Some(default) = kind.default.as_ref().filter(|value| !kind.accepts(value)) {
            let kind = FaultKind::Default(default.as_line());
            self.fault(&place.below("default", None), kind);
        }
        let needed: &[&str] = match kind.rule {
            Some(AttributeRule::QuotationMarks) => &["direct", "mixed", "indirect"],
            Some(AttributeRule::SurfaceForm) => &["name", "pronoun"],
            None => &[],
        };
        if let Some(missing) = needed.iter().find(|value| !kind.offers(value)) {
            let kind = FaultKind::RuleValue((*missing).to_owned());
            self.fault(&place.below("rule", None), kind);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::attribute::Value;
    use crate::scheme::DEFAULT;

    /// The faults of the built-in scheme after a change, as `pointer: what`.
    fn faults(change: impl FnOnce(&mut Scheme)) -> Vec<String> {
        let mut scheme = Scheme::parse(DEFAULT).unwrap();
        change(&mut scheme);
        let faults = scheme.faults().into_iter();
        faults
            .map(|fault| format!("{} {}", fault.place.pointer, fault))
            .collect()
    }

    #[test]
    fn the_built_in_scheme_has_none() {
        assert_eq!(faults(|_| {}), [""; 0]);
    }

    #[test]
    fn ids_are_unlike_and_plain() {
        let found = faults(|scheme| {
            scheme.labels[1].attributes[0].values[1].id = "name".to_owned();
            scheme.links[3].id = "a b".to_owned();
        });
        assert_eq!(
            found,
            [
                "/labels/1/attributes/0/values/1/id Speaker or actor › mention › title: the id “name” is there twice",
                "/links/3/id about: “a b” cannot be an id",
            ]
        );
    }

    #[test]
    fn letters_are_unlike_and_free() {
        let found = faults(|scheme| {
            scheme.labels[1].key = Some("c".to_owned());
            scheme.labels[2].key = Some("D".to_owned());
            scheme.labels[3].key = Some("é".to_owned());
            scheme.links[2].key = Some("O".to_owned());
        });
        assert_eq!(
            found,
            [
                "/labels/1/key Speaker or actor: “Claim” has the key C already",
                "/labels/2/key Cue: Postil itself uses the key D",
                "/labels/3/key Place: the key “é” is not one letter from A to Z",
                "/links/3/key about: “told to” has the key O already",
            ]
        );
        let slot = faults(|scheme| scheme.links[2].key = Some("P".to_owned()));
        assert_eq!(
            slot,
            ["/links/2/key told to: “Place” has the key P already"]
        );
        // What is retired or switched off has no key.
        let retired = |scheme: &mut Scheme| {
            scheme.labels[1].key = Some("C".to_owned());
            scheme.labels[1].retired = true;
            scheme.links[7].key = Some("T".to_owned());
        };
        assert_eq!(faults(retired), [""; 0]);
    }

    #[test]
    fn colours_are_read_and_seen() {
        let bad = faults(|scheme| scheme.labels[0].colour = "gold".to_owned());
        assert_eq!(
            bad,
            ["/labels/0/colour Claim: “gold” is not a colour such as #d9a514"]
        );
        let mut scheme = Scheme::parse(DEFAULT).unwrap();
        scheme.labels[0].colour = "#c8c8c8".to_owned();
        scheme.labels[1].colour = "#fdfcfa".to_owned();
        let faults = scheme.faults();
        assert!(!faults[0].refuses(), "{}", faults[0]);
        assert!(faults[1].refuses(), "{}", faults[1]);
        assert!(faults[1].to_string().contains("light"), "{}", faults[1]);
    }

    #[test]
    fn links_have_ends_and_choices_have_values() {
        let found = faults(|scheme| {
            scheme.links[7].to = vec!["verb".to_owned()];
            scheme.links[4].from.clear();
            scheme.labels[2].attributes[0].values.clear();
            scheme.labels[3].attributes[0].default = Some(Value::from("vague"));
            scheme.labels[0].attributes[0].values[0].retired = true;
        });
        assert_eq!(
            found,
            [
                "/labels/0/attributes/0/rule Claim › form: its rule needs the value “direct”",
                "/labels/2/attributes/0/values Cue › type: there is nothing to choose from",
                "/labels/3/attributes/0/default Place › sense: it cannot begin as “vague”",
                "/links/4 part of: the link needs a label that it starts from and something that it points to",
                "/links/7/to repeats: there is no label “verb”",
            ]
        );
    }

    #[test]
    fn a_file_is_bounded_and_its_first_fault_is_named() {
        let large = format!("{DEFAULT}{}", " ".repeat(LARGEST));
        let error = Scheme::accept(&large).unwrap_err().to_string();
        assert!(error.contains("1048576"), "{error}");
        let taken = DEFAULT.replacen("\"key\": \"V\"", "\"key\": \"U\"", 1);
        let error = Scheme::accept(&taken).unwrap_err().to_string();
        assert_eq!(error, "Cue: Postil itself uses the key U");
        assert!(Scheme::accept(DEFAULT).is_ok());
    }
}
