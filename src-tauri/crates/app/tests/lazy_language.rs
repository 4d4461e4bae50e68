//! The table of languages costs nothing until a language is asked for. A
//! process of its own: what one test unpacks stays unpacked.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use postil_app::app::App;
use postil_app::commands::dispatch;
use postil_app::environment::{Home, SystemEnvironment, WrittenAnswers};
use postil_core::language::is_unpacked;
use serde_json::{Value, json};
use std::path::Path;

#[test]
fn starting_and_opening_an_article_leave_the_table_packed() {
    let folder = tempfile::tempdir().unwrap();
    let project = folder.path().join("old.postil");
    let kept = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../tests/projects/shape-1.postil");
    std::fs::copy(kept, &project).unwrap();
    let mut app = App::new(
        Home::below(folder.path()),
        Box::new(SystemEnvironment),
        Box::new(WrittenAnswers::new(folder.path().join("answers"))),
    );
    let mut call = |name: &str, request: Value| -> Value {
        serde_json::from_str(&dispatch(&mut app, name, &request.to_string()).unwrap()).unwrap()
    };
    call("set_annotator", json!({ "name": "Nur" }));
    let opened = call("open_project", json!({ "name": project }));
    let document = opened["documents"]["rows"][0]["id"].clone();
    call("open_article", json!({ "document": document }));
    assert!(!is_unpacked());
    call(
        "propose_article",
        json!({ "text": "The mills will open again in spring." }),
    );
    assert!(is_unpacked());
}
