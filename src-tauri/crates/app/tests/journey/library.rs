//! The library: filtered, sorted, searched, and several articles at once.

use crate::NEWS;
use crate::program::Program;
use serde_json::{Value, json};

const CHINESE: &str = "北京说，自由很重要。他说：“谈判继续。”";
const ARABIC: &str = "قَالَ أحمد إنّ المحادثات بدأت.";

/// Three articles; the first has a claim by the mayor, who is known.
fn program() -> (Program, [u64; 3]) {
    let mut program = Program::with(NEWS);
    let first = program.document;
    let claim = program.claim_at("The mills");
    program.mark(
        "speaker",
        "Mayor Ilse Brandt",
        true,
        Some(claim),
        Some("said_by"),
    );
    program.call(
        "set_note",
        json!({ "document": first, "span": claim, "note": "Was sagt die Opposition?" }),
    );
    program.add(CHINESE);
    let second = program.document;
    program.add(ARABIC);
    let third = program.document;
    (program, [first, second, third])
}

fn page(program: &mut Program, filter: Value, column: &str, descending: bool) -> Value {
    let asked =
        json!({ "filter": filter, "order": { "column": column, "descending": descending } });
    loop {
        let request = json!({ "asked": asked, "countSpans": false });
        let page = program.call("library", request);
        if page["whole"] == true {
            return page;
        }
    }
}

fn found(program: &mut Program, filter: Value) -> Vec<u64> {
    ids(&page(program, filter, "added", false)["articles"])
}

fn ids(list: &Value) -> Vec<u64> {
    let list = list.as_array().unwrap();
    list.iter().map(|id| id.as_u64().unwrap()).collect()
}

fn statuses(program: &mut Program) -> Vec<String> {
    let start = program.call("start", json!({}));
    let rows = start["project"]["documents"]["rows"].as_array().unwrap();
    rows.iter()
        .map(|row| row["status"].as_str().unwrap().to_owned())
        .collect()
}

fn in_bin(program: &mut Program) -> Vec<u64> {
    let bin = program.call("bin", json!({}));
    let rows = bin.as_array().unwrap();
    rows.iter().map(|row| row["id"].as_u64().unwrap()).collect()
}

#[test]
fn words_are_found_in_texts_quotes_and_notes_and_shown_where_they_stand() {
    let (mut program, [first, second, third]) = program();
    for (words, expected) in [
        ("veldan", vec![first]),
        ("自由", vec![second]),
        ("谈判", vec![second]),
        ("المحادثات", vec![third]),
        ("قال", vec![third]),
        ("opposition", vec![first]),
        ("nirgends", vec![]),
    ] {
        assert_eq!(
            found(&mut program, json!({ "words": words })),
            expected,
            "{words}"
        );
    }
    let mut snippet = |document: u64, words: &str| {
        let request = json!({ "documents": [document], "words": words });
        program.call("snippets", request)[0].clone()
    };
    let marked = snippet(first, "mills open");
    assert_eq!(marked["place"], "text");
    let marked = snippet(first, "again");
    assert_eq!(
        (&marked["place"], &marked["label"]),
        (&json!("marked"), &json!("claim"))
    );
    assert_eq!(marked["found"], "again");
    let chinese = snippet(second, "自由");
    assert_eq!(chinese["before"], "北京说，");
    assert_eq!(chinese["found"], "自由");
    assert_eq!(snippet(third, "قال")["found"], "قَالَ");
    assert_eq!(snippet(first, "OPPOSITION")["place"], "note");
    assert_eq!(snippet(first, "自由")["place"], json!(null));
}

#[test]
fn filters_are_combined_and_remembered_with_the_project_but_not_the_words() {
    let (mut program, [first, second, _]) = program();
    assert_eq!(found(&mut program, json!({ "speaker": "brandt" })), [first]);
    assert_eq!(found(&mut program, json!({ "label": "claim" })), [first]);
    assert_eq!(found(&mut program, json!({ "flag": "note" })), [first]);
    assert_eq!(
        found(&mut program, json!({ "flag": "note", "status": "done" })),
        [] as [u64; 0]
    );
    let filter = json!({ "language": "zh", "words": "自由" });
    let shown = page(&mut program, filter, "title", true);
    assert_eq!(ids(&shown["articles"]), [second]);
    assert_eq!(shown["counts"]["languages"]["zh"], 1);

    // As if the program began anew.
    let path = program
        .app
        .open
        .as_ref()
        .unwrap()
        .project
        .path()
        .to_path_buf();
    program.app.open = None;
    program.app.settings = postil_app::settings::Settings::load(&program.app.home);
    program.call("open_project", json!({ "name": path }));
    let left = program.call("library", json!({ "asked": null, "countSpans": false }));
    assert_eq!(left["asked"]["filter"]["language"], "zh");
    assert_eq!(left["asked"]["filter"]["words"], "");
    assert_eq!(
        left["asked"]["order"],
        json!({ "column": "title", "descending": true })
    );
    assert_eq!(ids(&left["articles"]), [second]);
}

#[test]
fn the_library_follows_marks_and_counts_labels_when_asked() {
    let (mut program, [first, second, third]) = program();
    let claims = page(&mut program, json!({}), "claims", true);
    assert_eq!(ids(&claims["articles"]), [first, second, third]);
    program.document = second;
    program.text = program.article()["text"].as_str().unwrap().to_owned();
    program.claim_at("谈判");
    program.mark("claim", "自由", true, None, None);
    let claims = page(&mut program, json!({}), "claims", true);
    assert_eq!(ids(&claims["articles"]), [second, first, third]);
    let request = json!({ "asked": null, "countSpans": true });
    let counted = program.call("library", request);
    assert_eq!(counted["counts"]["labels"]["claim"], 2);
    program.undo();
    program.undo();
    assert_eq!(found(&mut program, json!({ "label": "claim" })), [first]);
}

#[test]
fn rows_are_sent_as_they_are_asked_for_and_many_changes_as_a_list() {
    let (mut program, [first, second, third]) = program();
    let mut more: Vec<u64> = Vec::new();
    for number in 0..120 {
        program.add(&format!("Report {number}\n\n{NEWS}"));
        more.push(program.document);
    }
    let start = program.call("start", json!({}));
    let list = &start["project"]["documents"];
    assert_eq!(ids(&list["articles"])[..4], [first, second, third, more[0]]);
    assert_eq!(list["articles"].as_array().unwrap().len(), 123);
    let sent = list["rows"].as_array().unwrap().len();
    assert_eq!((sent, &list["rows"][0]["claims"]), (100, &json!(1)));
    assert_eq!((&list["done"], &list["first"]), (&json!(0), &json!(first)));
    assert_eq!(list["languages"][0], "en");
    assert_eq!(list["languages"].as_array().unwrap().len(), 3);

    // In the order asked for; what is not there is left out.
    let asked = json!({ "documents": [more[119], 99_999, first] });
    let rows = program.call("article_rows", asked.clone());
    assert_eq!(
        (&rows[0]["id"], &rows[1]["id"]),
        (&json!(more[119]), &json!(first))
    );
    program.call("remove_articles", json!({ "documents": [first] }));
    let rows = program.call("article_rows", asked);
    assert_eq!(rows.as_array().unwrap().len(), 1);
    program.undo();

    let done = json!({ "documents": more, "status": "done" });
    let edited = program.call("set_status", done);
    assert_eq!(edited["rows"], json!([]));
    assert_eq!(edited["list"]["done"], 120);
    assert_eq!(edited["list"]["rows"][3]["status"], "done");
    let page = program.call("library", json!({ "asked": null, "countSpans": false }));
    assert_eq!(page["done"], 120);
    let undone = program.undo();
    assert_eq!(undone["list"]["done"], 0);
    assert_eq!(undone["list"]["rows"][3]["status"], "new");
}

#[test]
fn done_goes_on_in_the_order_of_the_list_and_says_where() {
    let (mut program, [first, second, third]) = program();
    let done = |program: &mut Program, document: u64| {
        let request = json!({ "document": document, "done": true, "anyway": true });
        let edited = program.call("set_done", request);
        let key = edited["message"]["key"].as_str().unwrap().to_owned();
        (edited["next"].as_u64(), key, edited["message"].clone())
    };
    let next = "said-done-next".to_owned();
    // The latest first: after the one in the middle comes the first added.
    page(&mut program, json!({}), "added", true);
    let (to, key, said) = done(&mut program, second);
    assert_eq!((to, key), (Some(first), next.clone()));
    let title = said["arguments"]["title"].as_str().unwrap();
    assert!(title.starts_with("Mills To Reopen"), "{title}");
    program.document = second;
    program.undo();
    // The end of the list goes on at its beginning.
    assert_eq!(done(&mut program, first).0, Some(third));
    program.document = first;
    program.undo();

    // An article that leaves the list by being done had its place in it.
    page(&mut program, json!({ "status": "new" }), "title", false);
    let order = found(&mut program, json!({ "status": "new" }));
    assert_eq!(order, [second, third]);
    page(&mut program, json!({ "status": "new" }), "added", true);
    let (to, key, _) = done(&mut program, third);
    assert_eq!((to, key), (Some(second), next));
    let (to, key, said) = done(&mut program, second);
    assert_eq!((to, key.as_str()), (None, "said-done-listed"));
    assert_eq!(said["arguments"]["count"], 1);
    let (to, key, _) = done(&mut program, first);
    assert_eq!((to, key.as_str()), (None, "said-done-all"));
}

#[test]
fn the_project_opens_at_the_first_unfinished_article_of_the_list_as_it_was_left() {
    let (mut program, [first, second, third]) = program();
    let opens = |program: &mut Program| {
        let path = program.app.opened().unwrap().project.path().to_owned();
        let view = program.call("open_project", json!({ "name": path }));
        view["documents"]["first"].as_u64()
    };
    assert_eq!(opens(&mut program), Some(first));
    page(&mut program, json!({}), "added", true);
    assert_eq!(opens(&mut program), Some(third));
    let done = json!({ "documents": [third], "status": "done" });
    program.call("set_status", done);
    assert_eq!(opens(&mut program), Some(second));
    page(&mut program, json!({ "label": "claim" }), "claims", false);
    assert_eq!(opens(&mut program), Some(first));
    // Where all that is listed is done, the first of it; where nothing is, the first of all.
    page(&mut program, json!({ "status": "done" }), "title", false);
    assert_eq!(opens(&mut program), Some(third));
    page(&mut program, json!({ "speaker": "nobody" }), "added", false);
    assert_eq!(opens(&mut program), Some(first));
}

#[test]
fn several_articles_get_a_status_in_one_step() {
    let (mut program, [first, second, third]) = program();
    program.document = first;
    program.article();
    let before = program.state();
    assert_eq!(statuses(&mut program), ["started", "new", "new"]);
    let request = json!({ "documents": [first, second], "status": "done" });
    let edited = program.call("set_status", request.clone());
    assert_eq!(edited["message"]["arguments"]["count"], 2);
    assert_eq!(edited["rows"].as_array().unwrap().len(), 2);
    // The article on screen is told.
    assert_eq!(edited["document"], first);
    assert_eq!(edited["patch"]["status"], "done");
    assert_eq!(statuses(&mut program), ["done", "done", "new"]);
    assert_eq!(
        program
            .app
            .open
            .as_ref()
            .unwrap()
            .project
            .layers(postil_core::id::DocumentId(u32::try_from(second).unwrap()))
            .unwrap()
            .len(),
        1
    );
    // Those that are so already are no step of their own.
    let again = program.call("set_status", request);
    assert_eq!(again["message"]["arguments"]["count"], 0);
    let undone = program.undo();
    assert_eq!(undone["rows"].as_array().unwrap().len(), 2);
    assert_eq!(statuses(&mut program), ["started", "new", "new"]);
    assert_eq!(program.state(), before);
    program.redo();
    assert_eq!(statuses(&mut program), ["done", "done", "new"]);
    let reopened = json!({ "documents": [first, second, third], "status": "new" });
    program.call("set_status", reopened);
    assert_eq!(statuses(&mut program), ["new", "new", "new"]);
    let (_, key) = program.refused("set_status", json!({ "documents": [], "status": "done" }));
    assert_eq!(key, "problem-none-chosen");
}

#[test]
fn articles_go_to_the_bin_and_come_back_each_in_one_step() {
    let (mut program, [first, second, third]) = program();
    program.document = first;
    program.article();
    let before = program.state();
    let edited = program.call("remove_articles", json!({ "documents": [first, second] }));
    assert_eq!(ids(&edited["removedRows"]), [first, second]);
    assert_eq!(edited["message"]["key"], "said-removed-several");
    assert_eq!(found(&mut program, json!({})), [third]);
    assert_eq!(
        found(&mut program, json!({ "words": "veldan" })),
        [] as [u64; 0]
    );
    assert_eq!(in_bin(&mut program).len(), 2);
    program.undo();
    assert_eq!(found(&mut program, json!({})), [first, second, third]);
    assert_eq!(program.state(), before);
    program.redo();
    assert_eq!(in_bin(&mut program).len(), 2);
    let restored = program.call("restore_articles", json!({ "documents": [first] }));
    assert_eq!(restored["message"]["key"], "said-restored");
    assert_eq!(restored["rows"][0]["id"], first);
    assert_eq!(program.state(), before);
    assert_eq!(in_bin(&mut program), [second]);
    program.undo();
    assert_eq!(in_bin(&mut program).len(), 2);
}

#[test]
fn emptying_the_bin_is_for_good() {
    let (mut program, [first, second, third]) = program();
    let (_, key) = program.refused("empty_bin", json!({}));
    assert_eq!(key, "problem-bin-empty");
    program.call("remove_articles", json!({ "documents": [first, second] }));
    let emptied = program.call("empty_bin", json!({}));
    assert_eq!(emptied["message"]["arguments"]["count"], 2);
    assert_eq!(emptied["history"], json!({ "undo": null, "redo": null }));
    assert_eq!(in_bin(&mut program), [] as [u64; 0]);
    assert_eq!(found(&mut program, json!({})), [third]);
    let (_, key) = program.refused("undo", json!({ "document": null }));
    assert_eq!(key, "problem-nothing-to-undo");
}
