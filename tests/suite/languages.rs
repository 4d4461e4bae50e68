//! The languages of articles that nothing was tuned on.

use super::folder::Folder;
use std::collections::BTreeSet;

const ARTICLES: &str = include_str!("../corpus/languages.tsv");

/// From this confidence on a language is named.
const NAMED: f64 = 0.8;

#[test]
fn articles_held_out_are_read_as_the_ones_tuned_on_were() {
    let folder = Folder::new();
    let rows: Vec<Vec<&str>> = ARTICLES
        .lines()
        .skip(1)
        .map(|line| line.split('\t').collect())
        .collect();
    let tags: BTreeSet<&str> = rows.iter().map(|row| row[2]).collect();
    assert!(rows.len() >= 80 && tags.len() >= 50);
    let table: String = rows
        .iter()
        .map(|row| format!("{}\t{}\t{}\n", row[0], row[1], row[3]))
        .collect();
    folder.write("held-out.tsv", table);
    let answered = folder.done(&["language", "held-out.tsv"]);

    let (mut right, mut named, mut named_right) = (0_u32, 0_u32, 0_u32);
    let mut wrong = Vec::new();
    for (row, answer) in rows.iter().zip(answered.lines()) {
        let cells: Vec<&str> = answer.split('\t').collect();
        assert_eq!(cells[..2], row[..2]);
        let fits = cells[2] == row[2];
        let sure = cells[3].parse::<f64>().unwrap() >= NAMED;
        right += u32::from(fits);
        named += u32::from(sure);
        named_right += u32::from(sure && fits);
        if !fits {
            wrong.push(format!(
                "{} for {}: {}",
                cells[2..].join(" "),
                row[2],
                row[3]
            ));
        }
    }
    assert_eq!(answered.lines().count(), rows.len());
    let all = u32::try_from(rows.len()).unwrap();
    println!("{right} of {all} right; {named_right} of the {named} named; {wrong:#?}");
    let share = |part: u32, of: u32| f64::from(part) / f64::from(of);
    assert!(share(right, all) >= 0.96, "{wrong:#?}");
    assert!(share(named, all) >= 0.85);
    assert!(share(named_right, named) >= 0.995, "{wrong:#?}");
}
