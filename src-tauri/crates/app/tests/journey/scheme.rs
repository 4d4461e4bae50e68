//! The scheme is changed while articles are annotated with it.

use crate::NEWS;
use crate::program::Program;
use postil_app::problem::Code;
use serde_json::{Value, json};

const OTHER: &str = "\"Rain is coming,\" Ada Lind said in Oster. Nobody listened.\n";

/// Two articles: a claim with its speaker in each, and more in the first.
struct Annotated {
    program: Program,
    claim: u64,
    documents: [u64; 2],
}

fn annotated() -> Annotated {
    let mut program = Program::with(OTHER);
    let second = program.document;
    let claim = program.claim_at("Rain is");
    program.mark("speaker", "Ada Lind", true, Some(claim), Some("said_by"));
    program.call(
        "set_value",
        json!({ "document": second, "span": claim, "attribute": "statement", "value": "prediction" }),
    );
    program.add(NEWS);
    let first = program.document;
    let claim = program.claim_at("The mills will");
    program.mark(
        "speaker",
        "Mayor Ilse Brandt",
        true,
        Some(claim),
        Some("said_by"),
    );
    program.mark("cue", "told", true, Some(claim), Some("cued_by"));
    program.call(
        "set_value",
        json!({ "document": first, "span": claim, "attribute": "statement", "value": "prediction" }),
    );
    Annotated {
        program,
        claim,
        documents: [first, second],
    }
}

impl Annotated {
    fn scheme(&mut self) -> Value {
        self.program.call("scheme_file", json!({}))
    }

    fn request(&self, scheme: &Value, decisions: &Value) -> Value {
        json!({ "scheme": scheme, "decisions": decisions, "document": self.documents[0] })
    }

    fn change(&mut self, scheme: &Value, decisions: &Value) -> Value {
        let request = self.request(scheme, decisions);
        self.program.call("change_scheme", request)
    }

    fn preview(&mut self, scheme: &Value, decisions: &Value) -> Value {
        let request = self.request(scheme, decisions);
        self.program.call("preview_scheme", request)
    }

    /// Everything that a change may touch.
    fn whole(&mut self) -> Value {
        let [first, second] = self.documents;
        let mut articles = Vec::new();
        for document in [first, second] {
            self.program.document = document;
            articles.push(self.program.state());
        }
        self.program.document = first;
        json!([articles, self.scheme()])
    }

    /// The change goes back and forth exactly.
    fn undoes(&mut self, before: &Value) {
        let after = self.whole();
        let undone = self.program.undo();
        assert_eq!(undone["scheme"]["title"], before[1]["title"]);
        assert_eq!(&self.whole(), before);
        self.program.redo();
        assert_eq!(self.whole(), after);
    }
}

fn label<'a>(scheme: &'a mut Value, id: &str) -> &'a mut Value {
    let labels = scheme["labels"].as_array_mut().unwrap();
    labels.iter_mut().find(|label| label["id"] == id).unwrap()
}

fn without(list: &mut Value, id: &str) {
    let list = list.as_array_mut().unwrap();
    let before = list.len();
    list.retain(|own| own["id"] != id);
    assert_eq!(list.len() + 1, before, "{id}");
}

fn statement(scheme: &mut Value) -> &mut Value {
    let attributes = label(scheme, "claim")["attributes"].as_array_mut().unwrap();
    attributes
        .iter_mut()
        .find(|own| own["id"] == "statement")
        .unwrap()
}

#[test]
fn another_title_changes_no_annotation_and_counts_the_version_up() {
    let mut own = annotated();
    let before = own.whole();
    let mut scheme = own.scheme();
    label(&mut scheme, "claim")["title"] = json!("Content");
    label(&mut scheme, "claim")["key"] = json!("Z");
    label(&mut scheme, "claim")["later"] = json!({ "kept": true });
    assert_eq!(own.preview(&scheme, &json!([]))["effects"], json!([]));
    let changed = own.change(&scheme, &json!([]));
    assert_eq!(changed["scheme"]["labels"][0]["title"], "Content");
    assert_eq!(changed["scheme"]["labels"][0]["key"], "Z");
    assert_eq!(changed["message"]["key"], "said-scheme");
    let after = own.whole();
    assert_eq!(after[0], before[0]);
    assert_eq!(after[1]["version"], 2);
    assert_eq!(after[1]["labels"][0]["later"]["kept"], true);
    own.undoes(&before);
    // What is marked now is marked under the new version; the same again is
    // no step.
    let history = own.program.call("start", json!({}))["project"]["history"].clone();
    let scheme = own.scheme();
    let same = own.change(&scheme, &json!([]));
    assert_eq!(same["message"]["key"], "said-scheme-same");
    assert_eq!(same["history"], history);
    assert_eq!(same["scheme"], Value::Null);
}

#[test]
fn a_value_in_use_needs_a_word_and_goes_to_another() {
    let mut own = annotated();
    let before = own.whole();
    let mut scheme = own.scheme();
    without(&mut statement(&mut scheme)["values"], "prediction");
    let part = json!({ "part": "value", "label": "claim", "attribute": "statement", "value": "prediction" });
    let undecided = own.preview(&scheme, &json!([]));
    assert_eq!(undecided["decided"], false);
    let effect = &undecided["effects"][0];
    assert_eq!(effect["part"], part);
    assert_eq!(effect["title"], "Claim › statement › prediction");
    assert_eq!([&effect["values"], &effect["articles"]], [2, 2]);
    let choices = effect["choices"].as_array().unwrap();
    assert!(choices.iter().any(|choice| choice["id"] == "plan"));
    assert!(choices.iter().all(|choice| choice["id"] != "prediction"));
    let request = own.request(&scheme, &json!([]));
    let refused = own.program.refused("change_scheme", request);
    assert_eq!(refused, (Code::Invalid, "problem-scheme-in-use".to_owned()));
    assert_eq!(own.whole(), before);

    let decisions = json!([{ "part": part, "instead": "plan" }]);
    let decided = own.preview(&scheme, &decisions);
    assert_eq!(decided["decided"], true);
    assert_eq!(own.whole(), before, "a preview changes nothing");
    let changed = own.change(&scheme, &decisions);
    assert_eq!(changed["message"]["arguments"]["changed"], 2);
    let article = own.program.article();
    let spans = article["spans"].as_array().unwrap();
    let claim = spans.iter().find(|span| span["id"] == own.claim).unwrap();
    assert_eq!(claim["attributes"]["statement"]["value"], "plan");
    own.undoes(&before);
}

#[test]
fn a_label_in_use_is_kept_as_retired_or_becomes_another() {
    let mut own = annotated();
    let before = own.whole();
    let mut scheme = own.scheme();
    without(&mut scheme["labels"], "speaker");
    for link in scheme["links"].as_array_mut().unwrap() {
        for end in ["from", "to"] {
            link[end]
                .as_array_mut()
                .unwrap()
                .retain(|own| own != "speaker");
        }
    }
    let part = json!({ "part": "label", "label": "speaker" });

    let kept = json!([{ "part": part, "instead": null }]);
    let effect = own.preview(&scheme, &kept)["effects"][0].clone();
    assert_eq!([&effect["spans"], &effect["articles"]], [2, 2]);
    let changed = own.change(&scheme, &kept);
    let labels = changed["scheme"]["labels"].as_array().unwrap();
    let speaker = labels
        .iter()
        .find(|label| label["id"] == "speaker")
        .unwrap();
    assert_eq!(
        [&speaker["retired"], &speaker["key"]],
        [&json!(true), &Value::Null]
    );
    assert_eq!(own.whole()[0], before[0]);
    let claim = own.claim;
    let slots = own.program.slots(claim);
    assert!(
        slots.contains(&"said_by > Mayor Ilse Brandt".to_owned()),
        "{slots:?}"
    );
    own.undoes(&before);
    own.program.undo();

    // A place has no such links and no "mention": what is lost is counted.
    let other = json!([{ "part": part, "instead": "place" }]);
    let effect = own.preview(&scheme, &other)["effects"][0].clone();
    assert_eq!([&effect["lostLinks"], &effect["lostValues"]], [2, 2]);
    own.change(&scheme, &other);
    let article = own.program.article();
    let spans = article["spans"].as_array().unwrap();
    assert!(spans.iter().all(|span| span["label"] != "speaker"));
    let slots = own.program.slots(claim);
    assert!(
        slots.iter().all(|slot| !slot.starts_with("said_by")),
        "{slots:?}"
    );
    own.undoes(&before);
}

#[test]
fn a_kind_of_link_in_use_becomes_another() {
    let mut own = annotated();
    let before = own.whole();
    let mut scheme = own.scheme();
    without(&mut scheme["links"], "said_by");
    let part = json!({ "part": "link", "link": "said_by" });
    let decisions = json!([{ "part": part, "instead": "addressed_to" }]);
    let effect = own.preview(&scheme, &decisions)["effects"][0].clone();
    assert_eq!([&effect["links"], &effect["lostLinks"]], [2, 0]);
    own.change(&scheme, &decisions);
    let claim = own.claim;
    let slots = own.program.slots(claim);
    assert!(
        slots.contains(&"addressed_to > Mayor Ilse Brandt".to_owned()),
        "{slots:?}"
    );
    own.undoes(&before);
}

#[test]
fn a_field_takes_another_kind_only_where_its_values_fit() {
    let mut own = annotated();
    let before = own.whole();
    let mut scheme = own.scheme();
    statement(&mut scheme)["kind"] = json!("number");
    let request = own.request(&scheme, &json!([]));
    let refused = own.program.refused("change_scheme", request);
    assert_eq!(refused, (Code::Invalid, "problem-scheme-kind".to_owned()));
    assert_eq!(own.whole(), before);
    statement(&mut scheme)["kind"] = json!("choices");
    own.change(&scheme, &json!([]));
    let article = own.program.article();
    let spans = article["spans"].as_array().unwrap();
    let claim = spans.iter().find(|span| span["id"] == own.claim).unwrap();
    assert_eq!(
        claim["attributes"]["statement"]["value"],
        json!(["prediction"])
    );
    own.undoes(&before);
}

#[test]
fn what_is_wrong_is_named_and_changes_nothing() {
    let mut own = annotated();
    let before = own.whole();
    let mut scheme = own.scheme();
    label(&mut scheme, "cue")["key"] = json!("D");
    label(&mut scheme, "place")["colour"] = json!("green");
    let verdict = own
        .program
        .call("judge_scheme", json!({ "scheme": scheme }));
    let pointers: Vec<&Value> = verdict["faults"]
        .as_array()
        .unwrap()
        .iter()
        .map(|fault| &fault["pointer"])
        .collect();
    assert_eq!(pointers, ["/labels/2/key", "/labels/3/colour"]);
    assert_eq!(verdict["contrasts"][0].as_array().unwrap().len(), 4);
    assert_eq!(verdict["contrasts"][3], json!([]));
    let request = own.request(&scheme, &json!([]));
    let problem = own.program.try_call("change_scheme", request).unwrap_err();
    assert_eq!(problem.key, "problem-scheme-grammar-letter");
    assert_eq!(own.whole(), before);
}

#[test]
fn a_template_is_taken_with_what_it_lacks_kept() {
    let mut own = annotated();
    let before = own.whole();
    let templates = own.program.call("scheme_templates", json!({}));
    assert_eq!(templates.as_array().unwrap().len(), 4);
    let template = own
        .program
        .call("scheme_template", json!({ "name": "attribution" }));
    let effects = own.preview(&template, &json!([]));
    // The words of a place, its links and values that only the default has.
    let decisions: Vec<Value> = effects["effects"]
        .as_array()
        .unwrap()
        .iter()
        .map(|effect| json!({ "part": effect["part"], "instead": null }))
        .collect();
    assert!(!decisions.is_empty());
    let changed = own.change(&template, &json!(decisions));
    assert_eq!(changed["scheme"]["labels"][0]["title"], "Content");
    let after = own.whole();
    assert_eq!(after[0], before[0], "annotations stay");
    assert_eq!(after[1]["uid"], "attribution");
    assert_eq!(after[1]["version"], 2);
    own.undoes(&before);
}

#[test]
fn a_scheme_goes_out_as_a_file_and_comes_back_as_a_draft() {
    let mut own = annotated();
    let before = own.whole();
    let scheme = own.scheme();
    let file = own.program.folder.path().join("own.json");
    let bad = own.program.folder.path().join("bad.json");
    std::fs::write(&bad, "{ \"format\": \"postil-scheme/1\" }").unwrap();
    let answers = format!(
        "{}\n{}\n{}\n\n",
        file.display(),
        file.display(),
        bad.display()
    );
    std::fs::write(own.program.folder.path().join("answers"), answers).unwrap();
    let said = own
        .program
        .call("export_scheme", json!({ "scheme": scheme }));
    assert_eq!(said["key"], "said-scheme-exported");
    assert_eq!(own.program.call("import_scheme", json!({})), scheme);
    let refused = own.program.refused("import_scheme", json!({}));
    assert_eq!(
        refused,
        (Code::Unreadable, "problem-scheme-file".to_owned())
    );
    assert_eq!(own.program.call("import_scheme", json!({})), Value::Null);
    assert_eq!(own.whole(), before);
}

#[test]
fn a_new_span_begins_with_the_default_until_a_person_chooses() {
    let mut own = annotated();
    let mut scheme = own.scheme();
    let attributes = label(&mut scheme, "cue")["attributes"]
        .as_array_mut()
        .unwrap();
    attributes[0]["default"] = json!("verb");
    own.change(&scheme, &json!([]));
    let marked = own.program.mark("cue", "blamed", true, None, None);
    let span = &marked["patch"]["spans"][0];
    assert_eq!(span["attributes"]["type"]["value"], "verb");
    assert_eq!(span["attributes"]["type"]["byRule"], true);
}
