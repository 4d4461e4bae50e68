//! Formats of other programs, out and in by the command line.

use super::folder::Folder;

/// Exports in a format and imports what was written into a new project, which
/// must then have the same articles.
fn out_and_in(arguments: &[&str], files: &[&str]) {
    let folder = Folder::new();
    folder.golden_project("p.postil");
    let format = arguments[0];
    let mut export = vec![
        "export",
        "p.postil",
        "--all",
        "--with-names",
        "--out",
        "out",
        "--format",
    ];
    export.extend(arguments);
    let said = folder.done(&export);
    assert!(!said.is_empty(), "{format}");
    folder.done(&["new", "again.postil"]);
    let mut import = vec!["import", "again.postil", "--format", format];
    import.extend(files);
    folder.done(&import);
    assert_eq!(
        folder.done(&["list", "again.postil", "--json"]),
        folder.done(&["list", "p.postil", "--json"]),
        "{format}"
    );
    assert!(folder.done(&["check", "again.postil"]).contains("whole"));
}

#[test]
fn what_holds_everything_comes_back_into_another_project_the_same() {
    out_and_in(&["cas-json"], &["out"]);
    out_and_in(&["cas-xmi"], &["out"]);
    out_and_in(&["hf"], &["out"]);
    out_and_in(&["xlsx"], &["out.xlsx"]);
    out_and_in(&["csv", "--option", "tables=all"], &["out.spans.csv"]);
}
