//! Every refusal names the file, the line, the column and what to do.

use super::articles;
use postil_formats::jsonl::{Reader, read_register, write_article};

/// The golden articles, with the first place of `from` in line 1 changed.
fn refusal(from: &str, to: &str) -> String {
    let mut out = Vec::new();
    for bundle in articles::all() {
        write_article(&mut out, &bundle).unwrap();
    }
    let whole = String::from_utf8(out).unwrap();
    assert!(whole.contains(from), "{from}");
    let changed = whole.replacen(from, to, 1);
    let mut results: Vec<_> = Reader::new(changed.as_bytes(), "a.jsonl".to_owned()).collect();
    let rest = results.split_off(1);
    assert!(
        rest.iter().all(Result::is_ok),
        "the lines after it are read"
    );
    let error = results.pop().unwrap().unwrap_err();
    let message = error.to_string();
    assert!(message.starts_with("a.jsonl, line 1, column "), "{message}");
    assert!(message.ends_with('.'), "says what to do: {message}");
    let line = changed.lines().next().unwrap();
    let column = usize::try_from(error.column).unwrap();
    let there: String = line.chars().skip(column - 1).take(8).collect();
    format!("{there} | {}", error.fault)
}

fn assert_refused(from: &str, to: &str, at: &str, because: &str) {
    let found = refusal(from, to);
    assert!(found.starts_with(at), "{from} → {to}: {found}");
    assert!(found.contains(because), "{from} → {to}: {found}");
}

#[test]
fn a_line_of_another_version_is_named() {
    assert_refused("postil/1", "postil/2", "\"postil/", "\"postil/2\"");
}

#[test]
fn a_changed_text_is_seen() {
    assert_refused(
        "Harbour to close, cafe\u{301} owners say\\n",
        "Harbor to close, cafe\u{301} owners say\\n",
        "\"",
        "sha256",
    );
    assert_refused(
        "Latest news\\u0085",
        "Latest\\rnews\\u0085",
        "\"🚢",
        "carriage",
    );
    assert_refused(
        "Latest news\\u0085",
        "Latest\\u0000news\\u0085",
        "\"🚢",
        "U+0000",
    );
}

#[test]
fn offsets_and_quotes_must_fit() {
    assert_refused(
        "\"fragments\":[{\"start\":38,",
        "\"fragments\":[{\"start\":40,",
        "\"\\\"We",
        "the text at 40–",
    );
    assert_refused(
        "\"fragments\":[{\"start\":38,",
        "\"fragments\":[{\"start\":4100,",
        "4100",
        "code points",
    );
    assert_refused(
        "\"fragments\":[{\"start\":38,",
        "\"fragments\":[{\"start\":-1,",
        "",
        "not what Postil JSONL has here",
    );
    assert_refused(
        "\"fragments\":[{\"start\":38,",
        "\"fragments\":[{\"start\":99,",
        "99",
        "empty",
    );
    assert_refused(
        "\"fragments\":[",
        "\"fragments\":[],\"was\":[",
        "[]",
        "no fragment",
    );
}

#[test]
fn links_and_entities_must_exist() {
    let uid = "00000000-0000-7000-8000-000000000000";
    let target = "\"to\":{\"span\":\"";
    let found = refusal(
        target,
        &format!("\"to\":{{\"span\":\"{uid}\"}},\"was\":{{\"span\":\""),
    );
    assert!(found.contains("no span with the uid 00000000"), "{found}");
    assert!(found.starts_with("\"000000"), "{found}");
    let found = refusal(
        target,
        &format!("\"to\":{{\"entity\":\"{uid}\"}},\"was\":{{\"span\":\""),
    );
    assert!(found.contains("no entity with the uid 00000000"), "{found}");
    let found = refusal(
        "\"merged_into\":\"",
        &format!("\"merged_into\":\"{uid}\",\"was\":\""),
    );
    assert!(found.contains("no entity with the uid 00000000"), "{found}");
    assert_refused(
        "\"to\":{\"span\":\"",
        "\"to\":{\"spam\":\"",
        "",
        "unknown variant `spam`",
    );
}

#[test]
fn keys_and_values_must_be_there() {
    assert_refused("\"note\":\"\",", "", "", "missing field `note`");
    assert_refused("\"entity\":null,", "", "", "missing field `entity`");
    assert_refused(
        "\"by_rule\":[\"form\"]",
        "\"by_rule\":[\"shape\"]",
        "\"shape\"",
        "\"shape\"",
    );
    assert_refused("\"tag\":\"en\"", "\"tag\":\"\"", "\"\"", "the tag is empty");
    assert_refused(
        "\"confidence\":0.7999999999999999",
        "\"confidence\":1.5",
        "1.5",
        "0 to 1",
    );
    assert_refused("\"status\":\"done\"", "\"status\":\"ready\"", "", "`ready`");
    assert_refused("\"name\":\"Bela\"", "\"name\":7", "", "string");
}

#[test]
fn no_key_hides_another_and_values_are_of_known_kinds() {
    let twice = "\"form\":\"mixed\",\"form\":\"direct\"";
    assert_refused("\"form\":\"direct\"", twice, "", "the key \"form\" twice");
    let outlet = "\"outlet\":\"A\",\"outlet\":";
    assert_refused("\"outlet\":", outlet, "", "the key \"outlet\" twice");
    assert_refused(
        "\"form\":\"direct\"",
        "\"form\":3",
        "",
        "integer `3`, expected a text",
    );
    let nested = "\"form\":[[\"direct\"]]";
    assert_refused("\"form\":\"direct\"", nested, "", "expected a string");
    assert_refused(
        "\"title\":",
        "\"title\":\"x\",\"title\":",
        "",
        "duplicate field `title`",
    );
}

#[test]
fn uids_are_unique_and_names_agree() {
    let mut out = Vec::new();
    let mut bundle = articles::all().swap_remove(0);
    bundle.zones[1].uid = bundle.document.uid;
    write_article(&mut out, &bundle).unwrap();
    let error = Reader::new(out.as_slice(), "a".to_owned())
        .next()
        .unwrap()
        .unwrap_err();
    assert!(error.to_string().contains("used twice"), "{error}");
    let mut bundle = articles::all().swap_remove(0);
    bundle.layers[1].annotator.uid = bundle.layers[0].annotator.uid;
    out.clear();
    write_article(&mut out, &bundle).unwrap();
    let error = Reader::new(out.as_slice(), "a".to_owned())
        .next()
        .unwrap()
        .unwrap_err();
    assert!(error.to_string().contains("“Ada” and “Bela”"), "{error}");
}

#[test]
fn keys_of_a_later_version_are_read_past_and_listed() {
    let mut out = Vec::new();
    write_article(&mut out, &articles::all()[0]).unwrap();
    let line = String::from_utf8(out).unwrap();
    let more = line
        .replacen("\"title\":", "\"mood\":{\"a\":[1]},\"title\":", 1)
        .replacen("\"flags\":", "\"weight\":3,\"flags\":", 1);
    let mut reader = Reader::new(more.as_bytes(), "a".to_owned());
    assert_eq!(reader.next().unwrap().unwrap(), articles::all()[0]);
    let examples = &reader.unknown().iter().next().unwrap().examples;
    assert_eq!(examples, &["mood", "layers.0.spans.0.weight"]);
}

#[test]
fn depth_and_foreign_bytes_are_refused() {
    let deep = format!("{{\"a\":{}{}}}\n", "[".repeat(70), "]".repeat(70));
    let error = Reader::new(deep.as_bytes(), "a".to_owned())
        .next()
        .unwrap()
        .unwrap_err();
    assert_eq!((error.line, error.column), (1, 69));
    let foreign = b"\n\"\xe4\xb8\xad\xff\"\n".as_slice();
    let error = Reader::new(foreign, "a".to_owned())
        .next()
        .unwrap()
        .unwrap_err();
    assert_eq!((error.line, error.column), (2, 3));
    assert!(error.to_string().contains("UTF-8"));
    let error = read_register(b"[]\n".as_slice(), "a.entities.jsonl").unwrap_err();
    assert!(
        error
            .to_string()
            .starts_with("a.entities.jsonl, line 1, column "),
        "{error}"
    );
}
