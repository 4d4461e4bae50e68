//! What files would bring, mapped onto the scheme, and brought.

use super::program::Program;
use serde_json::{Value, json};
use std::path::{Path, PathBuf};

const TEXT: &str = "The mills will open again, the mayor of Oster said.\n";

/// An article of brat with names that the scheme does not have.
fn brat(folder: &Path) -> PathBuf {
    let brat = folder.join("brat");
    std::fs::create_dir(&brat).unwrap();
    std::fs::write(brat.join("mills.txt"), TEXT).unwrap();
    let lines = [
        "T1\tAssertion 0 25\tThe mills will open again",
        "T2\tSpeaker 27 45\tthe mayor of Oster",
        "T3\tTown 40 45\tOster",
        "R1\tutteredBy Arg1:T1 Arg2:T2",
        "R2\tin Arg1:T1 Arg2:T3",
        "",
    ];
    std::fs::write(brat.join("mills.ann"), lines.join("\n")).unwrap();
    brat
}

fn answer(program: &Program, path: &Path) {
    let answers = program.folder.path().join("answers");
    std::fs::write(answers, path.display().to_string()).unwrap();
}

pub fn survey(program: &mut Program, asked: &Value) -> Value {
    let mut anew = true;
    for _ in 0..1_000 {
        let view = program.call("survey_import", json!({ "asked": asked, "anew": anew }));
        if view["whole"] == true {
            return view;
        }
        anew = false;
    }
    panic!("it never ends");
}

/// What becomes of each name, as the answer says it.
fn becomes(names: &Value) -> Vec<(String, Value)> {
    let names = names.as_array().unwrap().iter();
    names
        .map(|one| {
            (
                one["name"].as_str().unwrap().to_owned(),
                one["becomes"].clone(),
            )
        })
        .collect()
}

/// The labels of the article on screen, and the kinds of its links.
fn marked(program: &mut Program) -> (Vec<String>, Vec<String>) {
    let article = program.article();
    let of = |rows: &str, key: &str| {
        let rows = article[rows].as_array().unwrap().iter();
        let mut names: Vec<String> = rows
            .map(|row| row[key].as_str().unwrap().to_owned())
            .collect();
        names.sort();
        names
    };
    (of("spans", "label"), of("links", "kind"))
}

#[test]
fn foreign_names_become_those_of_the_scheme_or_new_ones() {
    let mut program = Program::with("Here before\n\nNothing happened.");
    let folder = tempfile::tempdir().unwrap();
    answer(&program, &brat(folder.path()));
    let offer = program.call("choose_import", json!({ "folder": true }));
    let mut asked = offer["asked"].clone();
    assert_eq!(asked["format"], "brat");
    let found = survey(&mut program, &asked);
    assert_eq!(
        (&found["articles"], &found["spans"], &found["links"]),
        (&json!(1), &json!(3), &json!(2))
    );
    // What is called nearly the same is proposed, the rest would be new.
    assert_eq!(
        becomes(&found["labels"]),
        [
            ("Assertion".to_owned(), json!("new")),
            ("Speaker".to_owned(), json!({ "ours": "speaker" })),
            ("Town".to_owned(), json!("new")),
        ]
    );
    assert_eq!(
        (&found["annotators"], &found["own"]),
        (&json!(["brat"]), &json!("brat"))
    );
    asked["own"] = json!("brat");
    asked["labels"] = json!({ "Assertion": { "ours": "claim" }, "Speaker": { "ours": "speaker" }, "Town": "new" });
    asked["links"] = json!({ "utteredBy": { "ours": "said_by" }, "in": "new" });
    assert_eq!(
        becomes(&survey(&mut program, &asked)["labels"])[0].1,
        json!({ "ours": "claim" })
    );
    let report = program.job("import", asked);
    assert_eq!(
        (&report["articles"], &report["spans"], &report["links"]),
        (&json!(1), &json!(3), &json!(2))
    );
    program.document = report["documents"]["rows"][1]["id"].as_u64().unwrap();
    let (labels, links) = marked(&mut program);
    assert_eq!(labels, ["Town", "claim", "speaker"]);
    assert_eq!(links, ["in", "said_by"]);
    let scheme = program.call("start", json!({}))["project"]["scheme"].clone();
    let has = |list: &str, id: &str| {
        scheme[list]
            .as_array()
            .unwrap()
            .iter()
            .any(|one| one["id"] == id)
    };
    assert!(has("labels", "Town") && has("links", "in"), "{scheme}");
    // Articles and scheme are one step.
    program.undo();
    let start = program.call("start", json!({}));
    assert_eq!(
        start["project"]["documents"]["articles"]
            .as_array()
            .unwrap()
            .len(),
        1
    );
    let labels = start["project"]["scheme"]["labels"]
        .as_array()
        .unwrap()
        .clone();
    assert!(labels.iter().all(|label| label["id"] != "Town"));
    program.redo();
    let start = program.call("start", json!({}));
    assert_eq!(
        start["project"]["documents"]["articles"]
            .as_array()
            .unwrap()
            .len(),
        2
    );
}

#[test]
fn what_is_left_out_takes_its_links_along() {
    let mut program = Program::with("Here before\n\nNothing happened.");
    let folder = tempfile::tempdir().unwrap();
    let brat = brat(folder.path()).display().to_string();
    let report = program.job(
        "import",
        json!({ "paths": [brat], "format": "brat",
                "labels": { "Assertion": { "ours": "claim" }, "Town": "nothing" },
                "links": { "utteredBy": { "ours": "said_by" } } }),
    );
    assert_eq!((&report["spans"], &report["links"]), (&json!(2), &json!(1)));
    let note = report["notes"]
        .as_array()
        .unwrap()
        .iter()
        .find(|note| note["key"] == "note-left-out");
    assert_eq!(
        note.unwrap()["arguments"],
        json!({ "spans": 1, "links": 1, "values": 0 })
    );
    let refused = program.try_call(
        "import",
        json!({ "paths": [brat], "format": "brat", "labels": { "Town": { "ours": "village" } } }),
    );
    assert_eq!(refused.unwrap_err().key, "problem-map-target");
}

#[test]
fn shifted_offsets_are_offered_for_repair_and_faults_are_listed_with_their_lines() {
    let mut program = Program::with("Here before\n\nNothing happened.");
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("shifted.ann");
    std::fs::write(folder.path().join("shifted.txt"), TEXT).unwrap();
    std::fs::write(
        &file,
        "T1\tclaim 1 26\tThe mills will open again\nT2\tplace 41 46\tOster\n",
    )
    .unwrap();
    let two = folder.path().join("two.jsonl");
    let answers = format!("{}\n{}", file.display(), two.display());
    std::fs::write(program.folder.path().join("answers"), answers).unwrap();
    let mut asked = program.call("choose_import", json!({ "folder": false }))["asked"].clone();
    let found = survey(&mut program, &asked);
    assert_eq!(found["problems"], json!([]), "{found}");
    assert_eq!(found["repairs"][0]["arguments"]["spans"], 2);
    asked["repair"] = json!(true);
    let report = program.job("import", asked);
    assert_eq!(report["spans"], 2);

    // Each article that cannot be read is named, not the first alone.
    let line = |text: &str| {
        format!(
            "{{\"text\":\"{text}\",\"entities\":[{{\"id\":1,\"label\":\"claim\",\"start_offset\":2,\"end_offset\":99}}]}}\n"
        )
    };
    std::fs::write(
        &two,
        format!(
            "{}{{\"text\":\"Fine\",\"entities\":[]}}\n{}",
            line("One"),
            line("Two")
        ),
    )
    .unwrap();
    let asked = program.call("choose_import", json!({ "folder": false }))["asked"].clone();
    assert_eq!(asked["format"], "doccano");
    let found = survey(&mut program, &asked);
    let lines: Vec<u64> = found["problems"]
        .as_array()
        .unwrap()
        .iter()
        .map(|problem| problem["arguments"]["line"].as_u64().unwrap())
        .collect();
    assert_eq!(lines, [1, 3], "{found}");
}

#[test]
fn looking_changes_nothing_and_an_empty_project_may_take_the_scheme_of_the_files() {
    let mut first = Program::new();
    first.call("open_demo", json!({}));
    let out = first.folder.path().join("out.jsonl");
    answer(&first, &out);
    first.job("export", json!({ "scope": "all" }));

    let mut program = Program::new();
    let project = program.folder.path().join("fresh.postil");
    answer(&program, &project);
    program.call("new_project", json!({ "template": "toponyms" }));
    let before = program.call("start", json!({}))["project"].clone();
    let asked = json!({ "paths": [out.display().to_string()], "format": "jsonl" });
    let found = survey(&mut program, &asked);
    assert_eq!(
        (&found["articles"], &found["takes"]),
        (&json!(9), &json!(true))
    );
    assert_eq!(program.call("start", json!({}))["project"], before);
    let mut kept = asked.clone();
    kept["takeScheme"] = json!(false);
    let title = before["scheme"]["title"].clone();
    program.job("import", kept);
    assert_eq!(
        program.call("start", json!({}))["project"]["scheme"]["title"],
        title
    );
    // What is here already is counted and not brought twice.
    let again = survey(&mut program, &asked);
    assert_eq!(
        (&again["articles"], &again["duplicates"]),
        (&json!(0), &json!(9))
    );
}

#[test]
fn another_project_comes_in_with_its_layers_and_its_scheme() {
    let mut first = Program::with("The mills will open again, the mayor said.");
    first.claim_at("The mills will");
    let theirs = first.call("start", json!({}))["project"]["path"].clone();
    let theirs = theirs.as_str().unwrap().to_owned();

    let mut program = Program::new();
    let fresh = program.folder.path().join("fresh.postil");
    let answers = format!("{}\n{theirs}", fresh.display());
    std::fs::write(program.folder.path().join("answers"), answers).unwrap();
    program.call("new_project", json!({ "template": "toponyms" }));
    let asked = program.call("choose_import", json!({ "folder": false }))["asked"].clone();
    assert_eq!(asked["format"], "postil");
    let found = survey(&mut program, &asked);
    assert_eq!(
        (&found["articles"], &found["takes"]),
        (&json!(1), &json!(true)),
        "{found}"
    );
    let report = program.job("import", asked);
    assert_eq!(report["files"], json!([theirs]));
    // Nothing tells of files that nobody has made.
    assert!(
        !report["notes"].to_string().contains("articles."),
        "{report}"
    );
    let own = fresh.display().to_string();
    let itself = survey(&mut program, &json!({ "paths": [own], "format": "postil" }));
    assert_eq!(itself["problems"][0]["key"], "problem-import-itself");
}
