//! The language of an article and of its paragraphs.

use crate::NEWS;
use crate::program::Program;
use postil_app::problem::Code;
use serde_json::{Value, json};

/// Croatian or Bosnian: the second line alone says neither.
const BALKAN: &str = "Ministar je jučer rekao novinarima da će razgovori trajati još nekoliko dana.\n\n\
    Sastanak je održan u glavnom gradu\n\
    The talks will go on for a few more days, the minister told reporters on Monday.\n";

fn choose(program: &mut Program, piece: Option<&str>, tag: Option<&str>) -> Value {
    let caret = piece.map(|piece| program.range(piece, 0).0);
    let document = program.document;
    program.call(
        "choose_language",
        json!({ "document": document, "caret": caret, "tag": tag }),
    )
}

fn languages(program: &mut Program) -> Value {
    let article = program.article();
    json!([article["language"], article["paragraphs"]])
}

fn choices(program: &mut Program, piece: Option<&str>) -> Vec<String> {
    let caret = piece.map(|piece| program.range(piece, 0).0);
    let document = program.document;
    let answer = program.call(
        "language_choices",
        json!({ "document": document, "caret": caret }),
    );
    assert!(answer["known"].as_array().unwrap().len() >= 139);
    serde_json::from_value(answer["close"].clone()).unwrap()
}

#[test]
fn a_language_chosen_by_hand_stays() {
    let mut program = Program::with(NEWS);
    assert_eq!(program.article()["language"]["tag"], "en");
    let first = NEWS.lines().next().unwrap();
    choose(&mut program, Some(first), Some("sco"));
    choose(&mut program, None, Some("en-GB"));
    let article = program.article();
    assert_eq!(
        article["language"],
        json!({ "tag": "en-GB", "guess": null, "siblings": [], "confidence": 1.0, "byHand": true })
    );
    assert_eq!(article["paragraphs"][0]["language"]["tag"], "sco");
    let document = program.document;
    assert_eq!(
        program.refused(
            "choose_language",
            json!({ "document": document, "caret": null, "tag": "no such!" })
        ),
        (Code::Invalid, "problem-language-tag".to_owned())
    );
}

#[test]
fn a_choice_helps_its_neighbours_and_is_one_step() {
    let mut program = Program::with(BALKAN);
    let before = languages(&mut program);
    assert_eq!(before[1][1]["language"]["tag"], "und");
    let answer = choose(&mut program, Some("Ministar"), Some("hr"));
    assert_eq!(answer["message"]["key"], "said-language-paragraph");
    assert_eq!(answer["history"]["undo"], "step-language");
    let after = languages(&mut program);
    assert_eq!(after[1][0]["language"]["tag"], "hr");
    assert_eq!(after[1][0]["language"]["byHand"], true);
    let short = &after[1][1]["language"];
    assert!(short["tag"] == "hr" || short["guess"] == "hr", "{short}");
    assert!(
        short["confidence"].as_f64() > before[1][1]["language"]["confidence"].as_f64(),
        "{short}"
    );
    // English beside it is as it was.
    assert_eq!(after[1][2]["language"]["tag"], "en");
    // The window is told all of it.
    assert_eq!(answer["patch"]["language"], after[0]);
    assert_eq!(answer["patch"]["paragraphs"], after[1]);
    program.undo();
    assert_eq!(languages(&mut program), before);
    program.redo();
    assert_eq!(languages(&mut program), after);
    // Given back to the detector it is as before it was chosen.
    let answer = choose(&mut program, Some("Ministar"), None);
    assert_eq!(answer["message"]["key"], "said-language-detected");
    assert_eq!(languages(&mut program), before);
}

#[test]
fn the_choice_of_the_article_shows_in_the_list() {
    let mut program = Program::with(BALKAN);
    let answer = choose(&mut program, None, Some("bs"));
    assert_eq!(answer["rows"][0]["language"], "bs");
    let undone = program.undo();
    assert_ne!(undone["rows"][0]["language"], "bs");
}

#[test]
fn what_is_hard_to_tell_apart_is_offered_together() {
    let mut program = Program::with(BALKAN);
    for piece in [Some("Ministar"), Some("Sastanak"), None] {
        let close = choices(&mut program, piece);
        for tag in ["hr", "bs", "sr-Latn"] {
            let place = close.iter().position(|other| other == tag);
            assert!(place.is_some_and(|at| at < 4), "{piece:?}: {close:?}");
        }
    }
    assert_eq!(choices(&mut program, Some("The talks"))[0], "en");
    program.add("Ministar vanjskih poslova izjavio je u srijedu da će se pregovori nastaviti");
    let unsure = &program.article()["paragraphs"][0]["language"];
    assert_eq!(unsure["tag"], "und");
    assert_eq!(unsure["siblings"].as_array().unwrap().len(), 2, "{unsure}");
}

#[test]
fn where_there_is_no_paragraph_nothing_can_be_chosen() {
    let mut program = Program::with(BALKAN);
    let blank = BALKAN.find("\n\n").unwrap() + 1;
    let caret = BALKAN[..blank].encode_utf16().count();
    let document = program.document;
    let before = languages(&mut program);
    assert_eq!(
        program.refused(
            "choose_language",
            json!({ "document": document, "caret": caret, "tag": "hr" })
        ),
        (Code::Invalid, "problem-no-paragraph".to_owned())
    );
    assert_eq!(languages(&mut program), before);
}
