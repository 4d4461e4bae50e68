//! Articles from files: looked at, chosen from, added in one step, and told.

use crate::NEWS;
use crate::program::Program;
use postil_app::problem::Code;
use serde_json::{Value, json};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, channel};
use std::sync::{Arc, Mutex};

const RIVER: &str = "River back in its bed\n\nThe river is back in its bed, the mayor of Oster said on Monday. \
    \"We were lucky this time,\" she told reporters, \"but the dam must be raised before winter.\"\n";
/// "Дождь в городе. Мэр сказал, что вода уходит." in windows-1251.
const RUSSIAN: &[u8] = b"\xc4\xee\xe6\xe4\xfc \xe2 \xe3\xee\xf0\xee\xe4\xe5. \xcc\xfd\xf0 \
    \xf1\xea\xe0\xe7\xe0\xeb, \xf7\xf2\xee \xe2\xee\xe4\xe0 \xf3\xf5\xee\xe4\xe8\xf2.";

/// Hears the events that the window would hear.
fn listen(program: &mut Program) -> Arc<Mutex<Receiver<Value>>> {
    let (told, heard) = channel();
    let told = Mutex::new(told);
    program.app.jobs.told_to(move |event| {
        let event = serde_json::to_value(event).unwrap();
        let _gone = told.lock().unwrap().send(event);
    });
    Arc::new(Mutex::new(heard))
}

fn heard(heard: &Arc<Mutex<Receiver<Value>>>, kind: &str) -> Option<Value> {
    let heard = heard.lock().unwrap();
    heard.try_iter().find(|event| event["kind"] == kind)
}

fn write(folder: &Path, name: &str, bytes: impl AsRef<[u8]>) -> PathBuf {
    let path = folder.join(name);
    std::fs::write(&path, bytes).unwrap();
    path
}

/// Puts files on offer and waits until all are read.
fn put(program: &mut Program, paths: &[&Path]) -> Value {
    program
        .app
        .put_on_offer(paths.iter().map(|path| path.to_path_buf()).collect());
    looked(program)
}

fn looked(program: &mut Program) -> Value {
    program.app.offer.as_ref().unwrap().finish();
    program.call("offer", json!({ "first": 0, "count": 50 }))
}

fn file(program: &mut Program, at: usize) -> Value {
    program.call("offered_file", json!({ "file": at }))
}

/// Adds what is wanted, and gives the report.
fn add(program: &mut Program) -> Value {
    program.job("add_offered", json!({}));
    program.call("files_report", json!({}))
}

fn titles(program: &mut Program) -> Vec<String> {
    let start = program.call("start", json!({}));
    let rows = start["project"]["documents"]["rows"]
        .as_array()
        .unwrap()
        .clone();
    rows.iter()
        .map(|row| row["title"].as_str().unwrap().to_owned())
        .collect()
}

#[test]
fn files_are_looked_at_before_any_of_them_comes_in() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    let mut program = Program::with(NEWS);
    let paths = [
        write(at, "river.txt", RIVER),
        write(at, "news.txt", NEWS),
        write(at, "river again.txt", RIVER),
        write(at, "picture.txt", b"\x89PNG\r\n\x1a\n"),
        write(at, "russian.txt", RUSSIAN),
        write(
            at,
            "late.txt",
            NEWS.replace("Talks in Oster would resume.", "Nobody believed him."),
        ),
    ];
    let paths: Vec<&Path> = paths.iter().map(PathBuf::as_path).collect();
    let offer = put(&mut program, &paths);
    assert_eq!(
        (&offer["files"], &offer["read"], &offer["refused"]),
        (&json!(6), &json!(6), &json!(1)),
        "{offer}"
    );
    // The news and the second river are here already.
    assert_eq!(
        (&offer["wanted"], &offer["articles"]),
        (&json!(5), &json!(3)),
        "{offer}"
    );
    let rows = offer["rows"].as_array().unwrap();
    assert_eq!(rows[0]["title"], "River back in its bed");
    assert_eq!(rows[1]["duplicates"], 1);
    assert_eq!(rows[2]["duplicates"], 1);
    assert_eq!(rows[3]["problem"]["key"], "problem-file-stranger");
    assert_eq!(rows[4]["noted"], true);
    assert!(rows[5]["near"].as_u64().unwrap() >= 60, "{}", rows[5]);

    let river = file(&mut program, 0);
    let article = &river["articles"][0];
    assert_eq!(
        (
            &river["kind"],
            &river["encoding"]["name"],
            &article["language"]
        ),
        (&json!("text"), &json!("UTF-8"), &json!("en"))
    );
    assert!(
        article["beginning"]
            .as_str()
            .unwrap()
            .starts_with("River back")
    );
    assert_eq!(article["length"], RIVER.chars().count());
    let same = &file(&mut program, 1)["articles"][0]["duplicate"];
    assert_eq!(same["id"], program.document);
    assert_eq!(file(&mut program, 2)["articles"][0]["twin"], "river.txt");
    let near = &file(&mut program, 5)["articles"][0]["near"][0];
    assert_eq!(near["article"]["id"], program.document);

    // Nothing came in by looking, and nothing does when it is left.
    assert_eq!(titles(&mut program).len(), 1);
    program.call("leave_offer", json!({}));
    assert_eq!(
        program.call("offer", json!({ "first": 0, "count": 50 })),
        Value::Null
    );
    let (_, key) = program.refused("add_offered", json!({}));
    assert_eq!(key, "problem-no-offer");
}

#[test]
fn what_is_wanted_comes_in_as_one_step_and_the_rest_is_told() {
    let folder = tempfile::tempdir().unwrap();
    let inside = folder.path().join("inside");
    std::fs::create_dir(&inside).unwrap();
    write(&inside, "1 river.txt", RIVER);
    write(&inside, "2 sun.md", "# Sun\n\nIt shone on Oster all day.\n");
    write(&inside, "3 empty.txt", " \n");
    write(&inside, "4 news.txt", NEWS);
    write(&inside, "5 unwanted.txt", "Nobody wants this.\n");
    write(&inside, "program.exe", "MZ");
    let mut program = Program::with(NEWS);
    let offer = put(&mut program, &[&inside]);
    assert_eq!(
        (&offer["files"], &offer["passedOver"]),
        (&json!(5), &json!(1))
    );
    program.call("want_offered", json!({ "file": 4, "wanted": false }));
    assert_eq!(looked(&mut program)["articles"], 2);
    let report = add(&mut program);
    assert_eq!(
        (&report["articles"], &report["without"]),
        (&json!(2), &json!(2)),
        "{report}"
    );
    let files = report["files"].as_array().unwrap();
    assert_eq!(files.len(), 4, "what was not wanted is not told");
    assert_eq!(files[0]["added"][0]["title"], "River back in its bed");
    let same = &files[2]["duplicates"][0]["same"];
    assert_eq!(
        (&same["id"], &same["removed"]),
        (&json!(program.document), &json!(false))
    );
    assert_eq!(files[3]["refused"][0]["key"], "problem-file-no-text");
    assert_eq!(
        titles(&mut program)[1..],
        ["River back in its bed", "Sun"],
        "in the order of the files"
    );
    // The offer is over, and so is the report.
    assert!(program.app.offer.is_none());
    assert_eq!(program.call("files_report", json!({})), Value::Null);

    assert_eq!(program.undo()["history"]["redo"], "step-add");
    assert_eq!(titles(&mut program).len(), 1);
    program.redo();
    assert_eq!(titles(&mut program).len(), 3);
}

#[test]
fn another_encoding_is_another_text() {
    let folder = tempfile::tempdir().unwrap();
    let path = write(folder.path(), "russian.txt", RUSSIAN);
    let mut program = Program::with(NEWS);
    put(&mut program, &[&path]);
    let guessed = file(&mut program, 0);
    assert_eq!(guessed["encoding"]["foundBy"], "guess");
    assert!(
        guessed["encodings"]
            .as_array()
            .unwrap()
            .contains(&json!("Big5"))
    );
    program.call(
        "read_offered_as",
        json!({ "file": 0, "encoding": "IBM866" }),
    );
    looked(&mut program);
    let wrong = file(&mut program, 0);
    assert_eq!(wrong["encoding"]["foundBy"], "choice");
    assert_ne!(
        wrong["articles"][0]["beginning"],
        guessed["articles"][0]["beginning"]
    );
    program.call(
        "read_offered_as",
        json!({ "file": 0, "encoding": "windows-1251" }),
    );
    looked(&mut program);
    add(&mut program);
    assert_eq!(
        titles(&mut program)[1],
        "Дождь в городе. Мэр сказал, что вода уходит."
    );
}

#[test]
fn a_column_gives_what_a_person_says() {
    let folder = tempfile::tempdir().unwrap();
    let table = "head;note;text\nRain;It rained on the hills of Oster;short\nSun;The sun shone on Veldan;short too\n";
    let path = write(folder.path(), "table.csv", table);
    let mut program = Program::with(NEWS);
    put(&mut program, &[&path]);
    let shown = file(&mut program, 0);
    let gives = |shown: &Value| -> Vec<Value> {
        let columns = shown["columns"].as_array().unwrap();
        columns
            .iter()
            .map(|column| column["field"].clone())
            .collect()
    };
    assert_eq!(gives(&shown), [Value::Null, Value::Null, json!("text")]);
    assert_eq!((&shown["rows"], &shown["total"]), (&json!(2), &json!(2)));
    let give = |program: &mut Program, column: usize, field: Value| {
        program.call(
            "take_offered_column",
            json!({ "file": 0, "column": column, "field": field }),
        );
        looked(program);
        file(program, 0)
    };
    let shown = give(&mut program, 1, json!("text"));
    assert_eq!(gives(&shown), [Value::Null, json!("text"), Value::Null]);
    let shown = give(&mut program, 0, json!("title"));
    assert_eq!(gives(&shown), [json!("title"), json!("text"), Value::Null]);
    assert_eq!(shown["articles"][1]["title"], "Sun");
    // Without a text there is nothing to add, and it says so.
    let shown = give(&mut program, 1, Value::Null);
    assert_eq!(shown["total"], 0);
    assert_eq!(shown["problems"][0]["key"], "problem-file-no-text-column");
    let (code, key) = program.refused("add_offered", json!({}));
    assert_eq!(
        (code, key.as_str()),
        (Code::Invalid, "problem-nothing-wanted")
    );
    give(&mut program, 1, json!("text"));
    let report = add(&mut program);
    assert_eq!(report["articles"], 2);
    assert_eq!(titles(&mut program)[1..], ["Rain", "Sun"]);
}

#[test]
fn a_file_that_changed_after_it_was_looked_at_stays_out() {
    let folder = tempfile::tempdir().unwrap();
    let river = write(folder.path(), "river.txt", RIVER);
    let sun = write(folder.path(), "sun.txt", "The sun shone.\n");
    let mut program = Program::with(NEWS);
    put(&mut program, &[&river, &sun]);
    write(folder.path(), "river.txt", "Something else altogether.\n");
    let report = add(&mut program);
    assert_eq!(report["articles"], 1);
    let refused = &report["files"][0]["refused"][0];
    assert_eq!(refused["key"], "problem-file-changed");
    assert_eq!(titles(&mut program)[1..], ["The sun shone."]);
}

#[test]
fn stopping_leaves_nothing_and_the_files_are_still_on_offer() {
    let folder = tempfile::tempdir().unwrap();
    for number in 0..30 {
        let text = format!("Notice {number}\n\nThe ferry number {number} sails.\n");
        write(folder.path(), &format!("{number:02}.txt"), text);
    }
    let mut program = Program::with(NEWS);
    put(&mut program, &[folder.path()]);
    let events = listen(&mut program);
    let job = program.call("add_offered", json!({}));
    for _ in 0..4 {
        program.app.slice(&|| true);
    }
    program.call("stop_job", json!({ "job": job["job"] }));
    program.app.finish_job();
    let ended = heard(&events, "ended").unwrap();
    assert_eq!(ended["problem"]["code"], "Stopped", "{ended}");
    assert_eq!(titles(&mut program).len(), 1);
    let open = program.app.open.as_ref().unwrap();
    assert!(open.project.check(true).unwrap().is_clean());
    assert_eq!(program.call("files_report", json!({})), Value::Null);
    assert_eq!(looked(&mut program)["articles"], 30);
    assert_eq!(add(&mut program)["articles"], 30);
    let listed = titles(&mut program);
    let expected: Vec<String> = (0..30).map(|number| format!("Notice {number}")).collect();
    assert_eq!(listed[1..], expected);
}

#[test]
fn files_dropped_on_the_window_are_on_offer_and_a_project_is_opened() {
    let folder = tempfile::tempdir().unwrap();
    let river = write(folder.path(), "river.txt", RIVER);
    let mut program = Program::new();
    let events = listen(&mut program);
    program.app.take_given(vec![river.clone()]);
    let given = heard(&events, "given").unwrap();
    assert_eq!(
        (&given["project"], &given["files"], &given["problem"]),
        (&json!(false), &json!(true), &Value::Null)
    );
    looked(&mut program);
    // The first article makes the project, as a pasted one does.
    assert_eq!(add(&mut program)["articles"], 1);
    let first = program.call("start", json!({}))["project"]["path"].clone();
    assert!(first.as_str().unwrap().ends_with("Untitled.postil"));

    let other = program.folder.path().join("other.postil");
    std::fs::write(
        program.folder.path().join("answers"),
        other.display().to_string(),
    )
    .unwrap();
    program.call(
        "new_project",
        json!({ "template": "claims-speakers-places" }),
    );
    let path = PathBuf::from(first.as_str().unwrap());
    let events = listen(&mut program);
    program.app.take_given(vec![path.clone(), river]);
    let given = heard(&events, "given").unwrap();
    assert_eq!(
        (&given["project"], &given["files"]),
        (&json!(true), &json!(true))
    );
    assert_eq!(program.call("start", json!({}))["project"]["path"], first);
    assert_eq!(looked(&mut program)["rows"][0]["duplicates"], 1);

    program.app.take_given(vec![path, other]);
    let given = heard(&events, "given").unwrap();
    assert_eq!(given["problem"]["key"], "problem-one-project");
}

#[test]
fn what_is_chosen_in_the_dialog_is_on_offer_once() {
    let folder = tempfile::tempdir().unwrap();
    let river = write(folder.path(), "river.txt", RIVER);
    let sun = write(folder.path(), "sun.txt", "The sun shone.\n");
    let mut program = Program::with(NEWS);
    let (files, all) = (
        format!("{}\t{}", river.display(), sun.display()),
        folder.path().display().to_string(),
    );
    std::fs::write(
        program.folder.path().join("answers"),
        format!("\n{files}\n{all}\n"),
    )
    .unwrap();
    let nothing = program.call("choose_article_files", json!({ "folder": false }));
    assert_eq!(nothing, Value::Null);
    program.call("choose_article_files", json!({ "folder": false }));
    assert_eq!(looked(&mut program)["files"], 2);
    program.call("choose_article_files", json!({ "folder": true }));
    assert_eq!(looked(&mut program)["files"], 2);
    program.call("want_offered", json!({ "file": null, "wanted": false }));
    assert_eq!(looked(&mut program)["wanted"], 0);
}

const FLOOD: &str = "Oster counts the cost of the flood\n\nThe water has left the cellars of Oster, and what it \
    leaves behind is mud, broken glass and the question of who pays. The council meets on Thursday to talk about a \
    fund for those who had no insurance. \"Nobody will be left alone with this,\" the mayor said on Monday.\n";

#[test]
fn files_that_were_just_chosen_are_told_to_be_alike_before_any_comes_in() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    let longer = format!(
        "{FLOOD}\nThe dam held, but only just, and engineers will look at it in the spring.\n"
    );
    write(folder, "1 flood.txt", FLOOD);
    write(folder, "2 the same.txt", FLOOD);
    write(folder, "3 longer.txt", longer);
    write(folder, "4 another.txt", RIVER);
    // Nothing is open: they are compared with each other alone.
    let mut program = Program::new();
    let offer = put(&mut program, &[folder]);
    let near = |offer: &Value| -> Vec<Option<u64>> {
        let rows = offer["rows"].as_array().unwrap();
        rows.iter().map(|row| row["near"].as_u64()).collect()
    };
    let [Some(first), None, Some(third), None] = near(&offer)[..] else {
        panic!("{offer}")
    };
    assert!(first > 90 && first == third, "{first} {third}");
    let flood = &file(&mut program, 0)["articles"][0];
    let alike = &flood["nearOffered"];
    assert_eq!(
        alike.as_array().unwrap().len(),
        1,
        "the very same is told by itself: {alike}"
    );
    assert_eq!(alike[0]["name"], "3 longer.txt");
    assert_eq!(alike[0]["percent"], first);
    assert_eq!(alike[0]["title"], "Oster counts the cost of the flood");
    assert_eq!(file(&mut program, 1)["articles"][0]["twin"], "1 flood.txt");
    assert_eq!(
        file(&mut program, 1)["articles"][0]["nearOffered"],
        json!([])
    );
    assert_eq!(
        file(&mut program, 2)["articles"][0]["nearOffered"][0]["name"],
        "1 flood.txt"
    );

    // One that is not to come in is like none that comes.
    program.call("want_offered", json!({ "file": 2, "wanted": false }));
    let offer = looked(&mut program);
    assert_eq!(near(&offer)[0], None);
    program.call("want_offered", json!({ "file": 2, "wanted": true }));

    // A file that is read anew is known as it is now.
    write(folder, "3 longer.txt", RIVER.replace("river", "stream"));
    program.call("read_offered_as", json!({ "file": 2, "encoding": "UTF-8" }));
    let offer = looked(&mut program);
    assert_eq!(near(&offer)[0], None, "{offer}");
}
