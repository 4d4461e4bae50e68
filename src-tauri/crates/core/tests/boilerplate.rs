//! Page junk and the article's own zones, scored over characters on pages in ten languages.
#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a test that cannot go on fails, and scores are there to be read"
)]

use postil_core::boilerplate::{Proposal, propose};
use postil_core::document::ZoneKind;
use postil_core::text::{CodePoint, Extent, Text};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// A page and the zones of its reference.
struct Page {
    name: String,
    text: Text,
    zones: Vec<(ZoneKind, Extent)>,
}

fn pages(folder: &str) -> Vec<Page> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/pages")
        .join(folder);
    let mut files: Vec<PathBuf> = std::fs::read_dir(&folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    files.sort();
    files
        .iter()
        .map(|file| {
            page(
                file.file_stem().unwrap().to_str().unwrap(),
                &std::fs::read_to_string(file).unwrap(),
            )
        })
        .collect()
}

fn page(name: &str, marked: &str) -> Page {
    let mut text = String::new();
    let mut zones = Vec::new();
    for (number, piece) in marked.split('⟦').enumerate() {
        if number == 0 {
            text.push_str(piece);
            continue;
        }
        let (kind, rest) = piece.split_once(':').unwrap();
        let (inside, after) = rest.split_once('⟧').unwrap();
        let start = length(&text);
        text.push_str(inside);
        zones.push((kind_named(kind), Extent::of(start, length(&text))));
        text.push_str(after);
    }
    assert!(!text.contains(['⟦', '⟧']), "{name}");
    Page {
        name: name.to_owned(),
        text: Text::new(text),
        zones,
    }
}

fn length(text: &str) -> u32 {
    u32::try_from(text.chars().count()).unwrap()
}

fn kind_named(name: &str) -> ZoneKind {
    serde_json::from_value(name.into()).unwrap()
}

/// Characters proposed and right, proposed, wanted.
#[derive(Clone, Copy, Default)]
struct Score {
    right: u32,
    proposed: u32,
    wanted: u32,
}

impl Score {
    fn add(&mut self, other: Self) {
        self.right += other.right;
        self.proposed += other.proposed;
        self.wanted += other.wanted;
    }

    fn precision(self) -> f64 {
        f64::from(self.right) / f64::from(self.proposed.max(1))
    }

    fn recall(self) -> f64 {
        f64::from(self.right) / f64::from(self.wanted.max(1))
    }
}

/// Scores one kind over the characters that can be seen.
fn score(page: &Page, proposals: &[Proposal], kind: ZoneKind) -> Score {
    let mut score = Score::default();
    for (at, character) in page.text.as_str().chars().enumerate() {
        if character.is_whitespace() {
            continue;
        }
        let at = CodePoint(u32::try_from(at).unwrap());
        let wanted = page
            .zones
            .iter()
            .any(|(own, extent)| *own == kind && extent.contains(at));
        let proposed = proposals
            .iter()
            .any(|proposal| proposal.kind == kind && proposal.extent.contains(at));
        score.right += u32::from(wanted && proposed);
        score.proposed += u32::from(proposed);
        score.wanted += u32::from(wanted);
    }
    score
}

const KINDS: [ZoneKind; 6] = [
    ZoneKind::Skip,
    ZoneKind::Headline,
    ZoneKind::Subheading,
    ZoneKind::Byline,
    ZoneKind::Dateline,
    ZoneKind::Caption,
];

/// Scores a folder and prints what it finds; single pages only where they may be looked at.
fn score_folder(folder: &str, pages_shown: bool) -> BTreeMap<ZoneKind, Score> {
    let pages = pages(folder);
    assert_eq!(pages.len(), 15);
    let mut scores: BTreeMap<ZoneKind, Score> = BTreeMap::new();
    for page in &pages {
        let proposals = propose(&page.text, None);
        for kind in KINDS {
            let own = score(page, &proposals, kind);
            scores.entry(kind).or_default().add(own);
            if pages_shown && kind == ZoneKind::Skip {
                println!(
                    "{}: precision {:.3} recall {:.3}",
                    page.name,
                    own.precision(),
                    own.recall()
                );
            }
        }
        if pages_shown && std::env::var_os("POSTIL_SHOW_ZONES").is_some() {
            show(page, &proposals);
        }
    }
    for (kind, score) in &scores {
        println!(
            "{folder} {kind:?}: precision {:.4} recall {:.4} of {} characters",
            score.precision(),
            score.recall(),
            score.wanted
        );
    }
    scores
}

/// Prints what differs from the reference.
fn show(page: &Page, proposals: &[Proposal]) {
    for (kind, extent) in &page.zones {
        if !proposals
            .iter()
            .any(|proposal| proposal.kind == *kind && proposal.extent == *extent)
        {
            println!("  missed {kind:?} {:?}", page.text.slice(*extent).unwrap());
        }
    }
    for proposal in proposals {
        if !page.zones.contains(&(proposal.kind, proposal.extent)) {
            println!(
                "  wrong {:?} {:?}",
                proposal.kind,
                page.text.slice(proposal.extent).unwrap()
            );
        }
    }
}

#[test]
fn what_is_hidden_of_the_tuning_pages_is_junk() {
    let skip = score_folder("tuning", true)[&ZoneKind::Skip];
    assert!(skip.precision() >= 0.98, "{:.4}", skip.precision());
    assert!(skip.recall() >= 0.9, "{:.4}", skip.recall());
}

#[test]
fn what_is_hidden_of_pages_never_looked_at_is_junk() {
    let skip = score_folder("held_out", false)[&ZoneKind::Skip];
    assert!(skip.precision() >= 0.98, "{:.4}", skip.precision());
    assert!(skip.recall() >= 0.9, "{:.4}", skip.recall());
}

#[test]
fn proposals_lie_in_order_apart_and_begin_and_end_with_something_seen() {
    for page in pages("tuning").iter().chain(&pages("held_out")) {
        let mut before = CodePoint(0);
        for proposal in propose(&page.text, None) {
            let extent = proposal.extent;
            assert!(
                before <= extent.start && extent.start < extent.end,
                "{}",
                page.name
            );
            let content = page.text.slice(extent).unwrap();
            assert_eq!(content, content.trim(), "{}", page.name);
            before = extent.end;
        }
    }
}
