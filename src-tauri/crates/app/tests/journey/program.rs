//! A program with a folder, a clock and uids of its own, driven by command
//! names and JSON as the window drives it.

use postil_app::app::App;
use postil_app::commands::dispatch;
use postil_app::environment::{Environment, Home, WrittenAnswers};
use postil_app::problem::{Code, Problem};
use serde_json::{Value, json};

/// Time stands still unless a test moves it; uids count up.
#[derive(Default)]
struct Counted {
    count: u64,
}

impl Environment for Counted {
    fn now(&self) -> i64 {
        // Steps of three seconds, so that nothing is joined by being quick.
        1_800_000_000_000 + i64::try_from(self.count).unwrap() * 3_000
    }

    fn random(&mut self) -> [u8; 10] {
        self.count += 1;
        let mut bytes = [0; 10];
        bytes[2..].copy_from_slice(&self.count.to_be_bytes());
        bytes
    }
}

pub struct Program {
    pub app: App,
    pub folder: tempfile::TempDir,
    /// The article on screen, as the window knows it.
    pub document: u64,
    pub text: String,
}

impl Program {
    /// After the first start, with nothing open.
    pub fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let answers = WrittenAnswers::new(folder.path().join("answers"));
        let app = App::new(
            Home::below(folder.path()),
            Box::new(Counted::default()),
            Box::new(answers),
        );
        let mut program = Self {
            app,
            folder,
            document: 0,
            text: String::new(),
        };
        program.call("set_annotator", json!({ "name": "Nur" }));
        program
    }

    /// With one article on screen.
    pub fn with(text: &str) -> Self {
        let mut program = Self::new();
        program.add(text);
        program
    }

    pub fn add(&mut self, text: &str) {
        let added = self.call(
            "add_article",
            json!({ "text": text, "title": "", "language": null, "metadata": {} }),
        );
        self.document = added["document"]["id"].as_u64().unwrap();
        self.text = self.article()["text"].as_str().unwrap().to_owned();
    }

    pub fn try_call(&mut self, command: &str, request: Value) -> Result<Value, Problem> {
        dispatch(&mut self.app, command, &request.to_string())
            .map(|json| serde_json::from_str(&json).unwrap())
    }

    pub fn call(&mut self, command: &str, request: Value) -> Value {
        self.try_call(command, request)
            .unwrap_or_else(|problem| panic!("{command}: {problem:?}"))
    }

    /// Begins a job, waits until it is over, and gives its report.
    pub fn job(&mut self, command: &str, request: Value) -> Value {
        let (told, heard) = std::sync::mpsc::channel();
        let told = std::sync::Mutex::new(told);
        self.app.jobs.told_to(move |event| {
            let event = serde_json::to_value(event).unwrap();
            let _gone = told.lock().unwrap().send(event);
        });
        self.call(command, request);
        self.app.finish_job();
        let mut events = heard.try_iter();
        let ended = events.find(|event| event["kind"] == "ended").unwrap();
        assert!(ended["problem"].is_null(), "{ended}");
        ended["report"].clone()
    }

    pub fn refused(&mut self, command: &str, request: Value) -> (Code, String) {
        let problem = self.try_call(command, request).unwrap_err();
        (problem.code, problem.key)
    }

    /// The article, with an object for each span and link.
    pub fn article(&mut self) -> Value {
        let mut article = self.call("open_article", json!({ "document": self.document }));
        expand(&mut article);
        article
    }

    /// UTF-16 units of the nth (from 0) occurrence of a piece.
    pub fn range(&self, piece: &str, nth: usize) -> (usize, usize) {
        let (byte, _) = self
            .text
            .match_indices(piece)
            .nth(nth)
            .unwrap_or_else(|| panic!("no {piece}"));
        let start = self.text[..byte].encode_utf16().count();
        (start, start + piece.encode_utf16().count())
    }

    /// Marks the selection `piece`, or what is at its second unit when
    /// `selected` is false; answers `Edited`.
    pub fn mark(
        &mut self,
        label: &str,
        piece: &str,
        selected: bool,
        claim: Option<u64>,
        slot: Option<&str>,
    ) -> Value {
        let (start, end) = self.range(piece, 0);
        let selection = selected.then(|| json!({ "start": start, "end": end }));
        let document = self.document;
        self.call(
            "mark",
            json!({ "document": document, "label": label, "selection": selection,
                    "caret": if selected { end } else { start + 1 }, "claim": claim, "slot": slot }),
        )
    }

    /// Marks a claim at the caret in `piece`; answers its id.
    pub fn claim_at(&mut self, piece: &str) -> u64 {
        self.mark("claim", piece, false, None, None)["active"]
            .as_u64()
            .unwrap()
    }

    /// The quotes of a span's fragments.
    pub fn quotes(&mut self, span: u64) -> Vec<String> {
        let article = self.article();
        let units: Vec<u16> = self.text.encode_utf16().collect();
        let spans = article["spans"].as_array().unwrap();
        let span = spans
            .iter()
            .find(|row| row["id"] == span)
            .unwrap_or_else(|| panic!("no span {span}"));
        span["fragments"]
            .as_array()
            .unwrap()
            .iter()
            .map(|fragment| {
                let at = |key: &str| usize::try_from(fragment[key].as_u64().unwrap()).unwrap();
                String::from_utf16(&units[at("start")..at("end")]).unwrap()
            })
            .collect()
    }

    /// Links of a claim as `kind > what` lines, sorted; those by rule end in
    /// `(rule)`.
    pub fn slots(&mut self, claim: u64) -> Vec<String> {
        let article = self.article();
        let entities = article["entities"].as_array().unwrap().clone();
        let mut lines = Vec::new();
        for link in article["links"]
            .as_array()
            .unwrap()
            .iter()
            .filter(|link| link["head"] == claim)
        {
            let target = &link["target"];
            let what = if let Some(span) = target["span"].as_u64() {
                self.quotes(span).join(" … ")
            } else if let Some(entity) = target["entity"].as_u64() {
                let entity = entities.iter().find(|row| row["id"] == entity).unwrap();
                format!("[{}]", entity["name"].as_str().unwrap())
            } else {
                target["special"].as_str().unwrap().to_owned()
            };
            let rule = if link["byRule"] == true {
                " (rule)"
            } else {
                ""
            };
            lines.push(format!("{} > {what}{rule}", link["kind"].as_str().unwrap()));
        }
        lines.sort();
        lines
    }

    pub fn undo(&mut self) -> Value {
        let document = self.document;
        self.call("undo", json!({ "document": document }))
    }

    pub fn redo(&mut self) -> Value {
        let document = self.document;
        self.call("redo", json!({ "document": document }))
    }

    /// Spans, links and status, for comparison before and after.
    pub fn state(&mut self) -> Value {
        let article = self.article();
        json!([
            article["spans"],
            article["links"],
            article["zones"],
            article["status"],
            article["title"]
        ])
    }
}

/// Makes the rows of an article's spans and links objects, as the window does.
fn expand(article: &mut Value) {
    let none = |number: &Value| (*number != 0).then(|| number.clone());
    let mut spans = objects(
        &article["spans"],
        "labels",
        |[id, label, start, end, entity]| {
            json!({
                "id": id, "label": label, "fragments": [{ "start": start, "end": end }],
                "attributes": {}, "entity": none(entity), "note": "", "flags": [], "question": "",
            })
        },
    );
    spans.sort_by_key(|span| {
        let fragments = span["fragments"].as_array().unwrap();
        let number = |value: &Value| value.as_i64().unwrap();
        let end = number(&fragments[fragments.len() - 1]["end"]);
        (number(&fragments[0]["start"]), -end, number(&span["id"]))
    });
    let mut links = objects(
        &article["links"],
        "kinds",
        |[id, kind, head, span, entity]| {
            json!({
                "id": id, "kind": kind, "head": head, "attributes": {}, "note": "", "byRule": false,
                "target": { "span": span, "entity": none(entity), "special": null },
            })
        },
    );
    links.sort_by_key(|link| link["id"].as_i64());
    article["spans"] = json!(spans);
    article["links"] = json!(links);
}

fn objects(rows: &Value, names: &str, object: impl Fn([&Value; 5]) -> Value) -> Vec<Value> {
    let (plain, []) = rows["plain"].as_array().unwrap().as_chunks::<5>() else {
        panic!("rows of five: {rows}");
    };
    let name = |at: &Value| &rows[names][usize::try_from(at.as_u64().unwrap()).unwrap()];
    plain
        .iter()
        .map(|[id, at, a, b, c]| object([id, name(at), a, b, c]))
        .chain(rows["others"].as_array().unwrap().iter().cloned())
        .collect()
}
