//! Questions for the team, answered by decisions, and what was marked before.

use crate::NEWS;
use crate::program::Program;
use postil_app::problem::Code;
use serde_json::{Value, json};

fn ask(program: &mut Program, span: u64, text: &str) -> Value {
    let document = program.document;
    program.call(
        "ask_question",
        json!({ "document": document, "span": span, "text": text }),
    )
}

fn answer(program: &mut Program, question: &Value, text: &str, value: Option<&str>) -> Value {
    let subject = json!({ "label": "claim", "attribute": value.map(|_| "form"), "value": value });
    program.call(
        "answer_question",
        json!({ "question": question["id"], "text": text, "subject": subject }),
    )
}

fn questions(program: &mut Program) -> Vec<Value> {
    let list = program.call("questions", json!({}));
    list.as_array().unwrap().clone()
}

fn span(program: &mut Program, id: u64) -> Value {
    let article = program.article();
    let spans = article["spans"].as_array().unwrap();
    spans.iter().find(|span| span["id"] == id).unwrap().clone()
}

fn claim_rule(program: &mut Program) -> Value {
    program.call("rule", json!({ "label": "claim" }))["label"].clone()
}

#[test]
fn a_question_is_asked_changed_and_withdrawn() {
    let mut program = Program::with(NEWS);
    let claim = program.claim_at("The mills will");
    let before = span(&mut program, claim);
    let edited = ask(&mut program, claim, "  Where does it end?\n");
    assert_eq!(edited["message"]["key"], "said-question");
    assert_eq!(
        edited["patch"]["spans"][0]["question"],
        "Where does it end?"
    );
    assert_eq!(edited["patch"]["spans"][0]["flags"], json!(["question"]));

    assert_eq!(
        ask(&mut program, claim, "Is “again” part of it?")["message"]["key"],
        "said-question-changed"
    );
    assert_eq!(questions(&mut program).len(), 1);
    assert_eq!(
        ask(&mut program, claim, " ")["message"]["key"],
        "said-question-withdrawn"
    );
    assert_eq!(span(&mut program, claim), before);

    for words in ["Is “again” part of it?", "Where does it end?"] {
        let undone = program.undo();
        assert_eq!(undone["patch"]["spans"][0]["question"], words);
        assert_eq!(span(&mut program, claim)["question"], words);
    }
    program.undo();
    assert_eq!(span(&mut program, claim), before);
    for _ in 0..3 {
        program.redo();
    }
    assert_eq!(span(&mut program, claim), before);
    let document = program.document;
    let request = |text: &str| json!({ "document": document, "span": claim, "text": text });
    assert_eq!(
        program.refused("ask_question", request("")),
        (Code::Invalid, "problem-empty-question".to_owned())
    );
    assert_eq!(
        program.refused("ask_question", request(&"?".repeat(4_001))),
        (Code::TooLarge, "problem-question-too-long".to_owned())
    );
}

#[test]
fn questions_of_all_articles_stand_in_one_list() {
    let mut program = Program::with(NEWS);
    let first = program.claim_at("The mills will");
    ask(&mut program, first, "Whose promise?");
    let (there, mills) = (program.document, program.text.clone());
    program.add("Доклад вышел во вторник. «Паром пойдёт», — сказала мэр.");
    let second = program.claim_at("Паром");
    ask(&mut program, second, "С кавычками?");
    let list = questions(&mut program);
    let short: Vec<_> = list
        .iter()
        .map(|one| {
            (
                &one["marked"]["quote"],
                &one["text"],
                &one["askedBy"],
                &one["answer"],
            )
        })
        .collect();
    assert_eq!(
        short,
        [
            (
                &json!("\"The mills will open in Veldan again,\""),
                &json!("Whose promise?"),
                &json!("Nur"),
                &Value::Null
            ),
            (
                &json!("«Паром пойдёт»"),
                &json!("С кавычками?"),
                &json!("Nur"),
                &Value::Null
            ),
        ]
    );
    assert_eq!(list[0]["askedOn"], "2027-01-15");
    let marked = &list[0]["marked"];
    assert_eq!(
        (&marked["document"], &marked["own"]),
        (&json!(there), &json!(true))
    );
    assert_eq!(marked["after"], " Mayor Ilse Brandt told reporters …");
    let start = usize::try_from(marked["range"]["start"].as_u64().unwrap()).unwrap();
    assert!(mills[start..].starts_with("\"The mills"));
    // What lies in the bin is not asked any more.
    program.call("remove_article", json!({ "document": there }));
    assert_eq!(questions(&mut program).len(), 1);
}

#[test]
fn an_answer_is_a_decision_that_begins_a_version_of_the_scheme() {
    let mut program = Program::with(NEWS);
    let (first, second) = (
        program.claim_at("The mills will"),
        program.claim_at("every promise"),
    );
    program.mark("place", "Oster", true, None, None);
    ask(&mut program, first, "Quotation marks too?");
    let before = program.state();
    let question = questions(&mut program)[0].clone();

    let edited = answer(&mut program, &question, "Yes, both of them.", None);
    assert_eq!(edited["message"]["key"], "said-answered");
    assert_eq!(edited["message"]["arguments"]["subject"], "Claim");
    assert!(
        edited["scheme"].is_object(),
        "the window hears of the new scheme"
    );
    let decisions = claim_rule(&mut program)["decisions"].clone();
    assert_eq!(
        decisions,
        json!([{ "date": "2027-01-15", "text": "Yes, both of them." }])
    );
    assert_eq!(span(&mut program, first)["flags"], json!([]));
    let answered = questions(&mut program)[0]["answer"].clone();
    assert_eq!(
        (
            &answered["version"],
            &answered["before"],
            &answered["by"],
            &answered["subject"]
        ),
        (&json!(2), &json!(2), &json!("Nur"), &json!(["Claim"]))
    );

    let old = json!({ "label": "claim", "version": 2 });
    let marked = program.call("marked_before", old.clone());
    let ids = |marked: &Value| -> Vec<u64> {
        let spans = marked["spans"].as_array().unwrap();
        spans
            .iter()
            .map(|one| one["span"].as_u64().unwrap())
            .collect()
    };
    assert_eq!(
        (marked["total"].clone(), ids(&marked)),
        (json!(2), vec![first, second])
    );

    let document = program.document;
    let confirm = json!({ "document": document, "span": first });
    let done = json!({ "document": document, "done": true, "anyway": true });
    program.call("set_done", done);
    program.call("confirm_span", confirm);
    assert_eq!(ids(&program.call("marked_before", old.clone())), [second]);
    // A new mark is made under the new version.
    program.call("set_done", json!({ "document": document, "done": false }));
    program.claim_at("Otto Kern");
    assert_eq!(ids(&program.call("marked_before", old.clone())), [second]);

    for _ in 0..4 {
        program.undo();
    }
    assert_eq!(program.call("marked_before", old)["total"], 2);
    let undone = program.undo();
    assert!(undone["scheme"].is_object());
    assert_eq!(claim_rule(&mut program)["decisions"], json!([]));
    assert_eq!(program.state(), before);
    assert_eq!(questions(&mut program)[0]["answer"], Value::Null);
    program.redo();
    assert_eq!(claim_rule(&mut program)["decisions"], decisions);
    assert_eq!(questions(&mut program)[0]["answer"]["version"], 2);
}

#[test]
fn a_decision_may_be_about_a_value() {
    let mut program = Program::with(NEWS);
    let claim = program.claim_at("The mills will");
    ask(&mut program, claim, "Direct?");
    let question = questions(&mut program)[0].clone();
    let edited = answer(
        &mut program,
        &question,
        "Only if every word is quoted.",
        Some("direct"),
    );
    assert_eq!(
        edited["message"]["arguments"]["subject"],
        "Claim · form · direct"
    );
    let rule = claim_rule(&mut program);
    let direct = &rule["parts"][0]["parts"][0];
    assert_eq!(direct["id"], "direct");
    assert_eq!(
        direct["decisions"][0]["text"],
        "Only if every word is quoted."
    );
    assert_eq!(rule["decisions"], json!([]));
}

#[test]
fn what_cannot_be_answered_is_refused_and_changes_nothing() {
    let mut program = Program::with(NEWS);
    let claim = program.claim_at("The mills will");
    ask(&mut program, claim, "Direct?");
    let question = questions(&mut program)[0]["id"].clone();
    let mut refused = |text: &str, label: &str, id: &Value| {
        let subject = json!({ "label": label, "attribute": null, "value": null });
        let request = json!({ "question": id, "text": text, "subject": subject });
        program.refused("answer_question", request).1
    };
    assert_eq!(refused("  ", "claim", &question), "problem-empty-answer");
    assert_eq!(refused("So.", "quote", &question), "problem-no-subject");
    assert_eq!(refused("So.", "claim", &json!(99)), "problem-gone");
    assert_eq!(questions(&mut program)[0]["answer"], Value::Null);
    let asked = questions(&mut program)[0].clone();
    answer(&mut program, &asked, "So.", None);
    let again = json!({ "question": asked["id"], "text": "No.",
        "subject": { "label": "claim", "attribute": null, "value": null } });
    assert_eq!(
        program.refused("answer_question", again).1,
        "problem-answered-already"
    );
    assert_eq!(
        claim_rule(&mut program)["decisions"]
            .as_array()
            .unwrap()
            .len(),
        1
    );
}

#[test]
fn a_question_stays_with_the_first_part_and_comes_along_in_a_merge() {
    let mut program = Program::with(NEWS);
    let (start, end) = program.range("Talks in Oster would resume", 0);
    let document = program.document;
    let claim = program.call(
        "mark",
        json!({ "document": document, "label": "claim", "selection": { "start": start, "end": end },
                "caret": end, "claim": null, "slot": null }),
    )["current"]
        .as_u64()
        .unwrap();
    ask(&mut program, claim, "Who says so?");
    let before = program.state();
    let caret = program.range("would", 0).0;
    let second = program.call(
        "split",
        json!({ "document": document, "span": claim, "caret": caret }),
    )["current"]
        .as_u64()
        .unwrap();
    assert_eq!(span(&mut program, claim)["question"], "Who says so?");
    assert_eq!(span(&mut program, second)["flags"], json!([]));
    // The question of the part that goes is kept by the one that stays.
    ask(&mut program, claim, "");
    ask(&mut program, second, "When?");
    program.call("merge", json!({ "document": document, "span": claim }));
    let merged = span(&mut program, claim);
    assert_eq!(
        (&merged["question"], &merged["flags"]),
        (&json!("When?"), &json!(["question"]))
    );
    for _ in 0..4 {
        program.undo();
    }
    assert_eq!(program.state(), before);
}

#[test]
fn an_export_carries_the_flag_and_the_words() {
    let mut program = Program::with(NEWS);
    let claim = program.claim_at("The mills will");
    ask(&mut program, claim, "Whose promise?");
    let target = program.folder.path().join("out.jsonl");
    std::fs::write(
        program.folder.path().join("answers"),
        target.display().to_string(),
    )
    .unwrap();
    let report = program.job("export", json!({ "format": "jsonl", "scope": "all" }));
    let notes = report["notes"].as_array().unwrap();
    let lost = |note: &Value| note["key"] == "loss-question";
    assert!(!notes.iter().any(lost), "{notes:?}");
    let written = std::fs::read_to_string(&target).unwrap();
    assert!(written.contains(r#""flags":["question"]"#), "{written}");
    assert!(written.contains("Whose promise?"), "{written}");
}
