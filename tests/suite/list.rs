//! Finding articles and looking at them.

use super::folder::Folder;

#[test]
fn an_article_is_named_by_uid_number_or_title() {
    let folder = Folder::new();
    folder.golden_project("p.postil");
    let line = |name: &str| folder.done(&["show", "p.postil", name, "--json"]);
    let by_number = line("3");
    assert!(by_number.contains("\"title\":\"北京与东京\""));
    assert_eq!(line("北京"), by_number);
    assert_eq!(line("0199c82c-c001-7303-8303-030303030303"), by_number);
    folder.write("one.txt", "北京 one");
    folder.done(&["add", "p.postil", "one.txt"]);
    assert!(folder.refused(&["show", "p.postil", "北京"]).contains('2'));
    assert!(folder.refused(&["show", "p.postil", "99"]).contains("99"));
    assert!(
        folder
            .refused(&["show", "p.postil", "Ferry"])
            .contains("Ferry")
    );
}

#[test]
fn a_list_says_status_claims_language_and_length() {
    let folder = Folder::new();
    folder.golden_project("p.postil");
    let list = folder.done(&["list", "p.postil"]);
    let rows: Vec<Vec<&str>> = list
        .lines()
        .map(|line| line.split('\t').collect())
        .collect();
    assert_eq!(rows[0][..5], ["1", "done", "4", "en", "213"]);
    assert_eq!(rows[1][1..4], ["started", "2", "ar"]);
    assert_eq!(rows[3][1..4], ["done", "0", "und"]);
    let shown = folder.done(&["show", "p.postil", "1"]);
    assert!(
        shown
            .contains("1\t38–64, 101–123\t\"We will close it in May,\" … \"and not a day later.\""),
        "{shown}"
    );
    assert!(shown.contains("said_by Mayor Ana Ruiz"), "{shown}");
    assert!(shown.contains("outlet: The Skerry Times"), "{shown}");
}
