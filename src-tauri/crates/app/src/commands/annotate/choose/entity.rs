//! Who a mention may be.

use super::offer::{self, Offer};
use super::{BESIDE_NEW, distance};
use crate::app::App;
use crate::commands::annotate::value::kind_for;
use crate::commands::request::AskEntities;
use crate::open_article::OpenArticle;
use crate::problem::{Code, Problem};
use crate::wire::Candidate;
use postil_core::entity::Entity;
use postil_core::id::EntityId;
use postil_core::link::Target;
use postil_core::scheme::{AttributeRule, Role, Scheme};
use postil_core::span::Span;
use postil_core::take::is_pronoun;
use postil_core::text::person_at_end;
use postil_store::{EntityFilter, EntityOrder};
use std::collections::BTreeSet;

/// The type of entity that a place is.
const PLACE: &str = "place";
/// The type of one who is described and has no name.
const UNNAMED: &str = "unnamed";

/// Who a mention may be: those whom its words name, those mentioned near it,
/// the register; then a new entity of each type, called as was typed, else as
/// the mention says. Where the mention is a name that nobody has, the new one
/// comes first. Places come before others for a place, and after them for an
/// actor; an actor whose words are a place that stands for somebody is likely
/// that one.
///
/// Where a place may be no place, it is asked for whom it stands: whoever it
/// stood for before comes first, the latest before the others, then the
/// register, one type after the other.
pub fn entities(app: &mut App, request: AskEntities) -> Result<Vec<Candidate>, Problem> {
    let open = app.opened()?;
    let scheme = &open.scheme;
    let article = open.article.as_ref();
    let mention = match request.span {
        Some(id) => Some(
            article
                .and_then(|article| article.annotations.span(id))
                .ok_or_else(|| Problem::new(Code::NotFound, "problem-span-gone"))?,
        ),
        None => None,
    };
    let mut offer = Offer::new(&open.project, &request.query);
    let mut listed: BTreeSet<EntityId> = BTreeSet::new();
    let mut choices: Vec<Candidate> = Vec::new();
    let mut take = |offer: &Offer<'_>, entity: Entity, near: &str| {
        let wanted = request.kinds.is_empty() || request.kinds.contains(&entity.kind);
        if wanted && offer.fits_entity(&entity) && listed.insert(entity.id) {
            choices.push(offer.entity(entity, near)?);
        }
        Ok::<(), Problem>(())
    };
    // Chinese writes a title and a name in one: the name alone is the person's.
    let person = mention
        .filter(|mention| scheme.role(&mention.label) == Role::Actor)
        .and_then(|mention| person_at_end(&mention.quote()).map(str::to_owned));
    let mut others: Vec<&Span> = article
        .into_iter()
        .flat_map(|article| article.annotations.spans())
        .filter(|span| span.entity.is_some() && Some(span.id) != request.span)
        .collect();
    let stands_for = mention.is_some_and(|mention| {
        scheme.role(&mention.label) == Role::Place
            && !request.kinds.is_empty()
            && !request.kinds.iter().any(|kind| kind == PLACE)
    });
    if let Some(mention) = mention.filter(|_| stands_for) {
        // The last answer for the same name is the likeliest one.
        let quote = mention.quote();
        for (name, entity) in open.stand_ins()?.into_iter().rev() {
            if name == quote
                && let Some(entity) = offer.standing(Some(entity))?
            {
                take(&offer, entity, "same")?;
            }
        }
        others.clear();
    } else if let Some(mention) = mention {
        let quote = mention.quote();
        for entity in stood_for(article, mention) {
            if let Some(entity) = offer.standing(Some(entity))? {
                take(&offer, entity, "same")?;
            }
        }
        // "She" is whoever was named shortly before, not whom the word meant earlier.
        let names = called(scheme, mention) != Called::Nothing;
        let here = mention.hull();
        others.sort_by_key(|span| {
            let behind = !names && here.start < span.hull().start;
            (behind, distance(span.hull(), here), span.id)
        });
        let alike = |span: &&&Span| names && span.quote() == quote;
        for span in others.iter().filter(alike) {
            if let Some(entity) = offer.standing(span.entity)? {
                take(&offer, entity, "same")?;
            }
        }
        for known in open.project.known_names()? {
            let named = person.as_ref().unwrap_or(&quote);
            if known.names.contains(named)
                && let Some(entity) = offer.standing(Some(known.id))?
            {
                take(&offer, entity, "same")?;
            }
        }
    }
    for span in others {
        if let Some(entity) = offer.standing(span.entity)? {
            take(&offer, entity, "article")?;
        }
    }
    let same = choices
        .iter()
        .filter(|choice| choice.near == "same")
        .count();
    let typed = request.query.trim();
    // One kind after the other, where it is asked for whom a place stands.
    let lists: Vec<Vec<String>> = if stands_for {
        request
            .kinds
            .iter()
            .map(|kind| vec![kind.clone()])
            .collect()
    } else {
        vec![request.kinds.clone()]
    };
    for kinds in lists {
        let page = open.project.entity_page(&EntityFilter {
            query: request.query.clone(),
            kinds,
            order: if typed.is_empty() {
                EntityOrder::Recent
            } else {
                EntityOrder::Mentions
            },
            offset: 0,
            limit: u32::try_from(BESIDE_NEW).unwrap_or(u32::MAX),
            find: None,
        })?;
        for row in page.rows {
            if !listed.contains(&row.id) {
                choices.push(offer.row(row, "register"));
            }
        }
    }
    let of_place = mention.is_some_and(|mention| scheme.role(&mention.label) == Role::Place);
    if mention.is_some() && !stands_for {
        let others = choices.get_mut(same..).unwrap_or_default();
        others.sort_by_key(|choice| (choice.kind.as_deref() == Some(PLACE)) != of_place);
    }
    choices.truncate(BESIDE_NEW.max(same));
    let called = mention
        .filter(|_| !stands_for)
        .map_or(Called::Nothing, |mention| called(scheme, mention));
    let called = match person {
        Some(_) if called != Called::Nothing => Called::Named,
        _ => called,
    };
    let name = match mention {
        _ if !typed.is_empty() => typed.to_owned(),
        Some(_) if person.is_some() => person.unwrap_or_default(),
        Some(mention) if called != Called::Nothing => mention.quote(),
        _ => return Ok(choices),
    };
    let likeliest = match mention.filter(|_| !stands_for) {
        Some(_) if typed.is_empty() && called == Called::Described => UNNAMED,
        Some(mention) => kind_for(scheme, &mention.label),
        None => "government",
    };
    let types = if request.kinds.is_empty() {
        &scheme.entities.types
    } else {
        &request.kinds
    };
    let mut new = offer::new(&name, types, likeliest);
    let first = if typed.is_empty() {
        (same == 0 && called == Called::Named).then_some(0)
    } else {
        // A place is hardly an actor whose name has the same words, nor the other way round.
        let other = |choice: &Candidate| (choice.kind.as_deref() == Some(PLACE)) != of_place;
        mention
            .filter(|_| !stands_for)
            .and(choices.iter().position(other))
    };
    if let Some(first) = first.filter(|_| !new.is_empty()) {
        choices.insert(first, new.remove(0));
    }
    choices.extend(new);
    Ok(choices)
}

/// For whom the very words of an actor's mention stand as a place.
fn stood_for(article: Option<&OpenArticle>, mention: &Span) -> Vec<EntityId> {
    let Some(article) = article else {
        return Vec::new();
    };
    article
        .annotations
        .spans()
        .filter(|span| span.id != mention.id && span.extents().eq(mention.extents()))
        .flat_map(|place| article.annotations.links_from(place.id))
        .filter_map(|link| match link.target {
            Target::Entity(entity) => Some(entity),
            _ => None,
        })
        .collect()
}

/// How a mention calls someone.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Called {
    /// By a name.
    Named,
    /// By other words: "the harbour master".
    Described,
    /// By words of which their form does not tell.
    Unclear,
    /// By a pronoun, or not at all.
    Nothing,
}

/// So far as the form of the words tells, else by whether they are a place.
fn called(scheme: &Scheme, span: &Span) -> Called {
    let form = scheme.label(&span.label).and_then(|label| {
        let kind = label
            .attributes
            .iter()
            .find(|kind| kind.rule == Some(AttributeRule::SurfaceForm))?;
        span.attributes.get(&kind.id)
    });
    match form.map(|form| form.value.as_line()).as_deref() {
        Some("name") => Called::Named,
        Some("pronoun" | "relative") => Called::Nothing,
        None if is_pronoun(&span.quote()) => Called::Nothing,
        Some(_) => Called::Described,
        None if scheme.role(&span.label) == Role::Place => Called::Named,
        None if span.quote().chars().any(char::is_lowercase) => Called::Described,
        None => Called::Unclear,
    }
}
