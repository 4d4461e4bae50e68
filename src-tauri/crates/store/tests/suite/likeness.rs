//! Near duplicates, followed from edit to edit.

use crate::sample::{NOW, article, empty, uid};
use postil_core::document::{Zone, ZoneKind, ZoneState};
use postil_core::id::{DocumentId, ZoneId};
use postil_core::text::{CodePoint, Shingles};
use postil_store::{LikenessIndex, NearGroups, NearPair, Project, StoreError};

const AGENCY: &str = "The mills of Veldan will open again in spring, Mayor Ilse Brandt told reporters on Monday. \
The owners and the town agreed on the price of water after a meeting that lasted until midnight. \
Nobody who works there will lose a day of pay, she said, and the first train leaves in April.";

const OTHER: &str = "A cat was found on the roof of the station in Oster, where it had waited for three days. \
The fire service brought it down with a ladder; its owner had looked for it in every street, \
and thanked the crew with a cake that he had baked in the night before.";

fn add(project: &mut Project, text: &str) -> DocumentId {
    let bundle = article("Title", text);
    project
        .add_documents("add", vec![bundle], NOW)
        .unwrap()
        .added[0]
}

fn whole(index: &mut LikenessIndex, project: &mut Project) -> Vec<NearPair> {
    if !index.follow(project).unwrap() {
        *index = LikenessIndex::new(project).unwrap();
    }
    while !index.is_whole() {
        index.read_on(project, 1).unwrap();
    }
    index.pairs()
}

fn zone(document: DocumentId, start: u32, end: u32) -> Zone {
    Zone {
        id: ZoneId::UNSTORED,
        uid: uid(),
        document,
        start: CodePoint(start),
        end: CodePoint(end),
        kind: ZoneKind::Skip,
        reason: "menu".to_owned(),
        state: ZoneState::Accepted,
        by: None,
    }
}

#[test]
fn agency_copy_is_found_in_three_outlets_and_other_news_is_not() {
    let (_folder, mut project) = empty();
    let one = add(&mut project, AGENCY);
    let two = add(&mut project, &AGENCY.replace("Monday", "Tuesday"));
    let three = add(&mut project, AGENCY.split(" Nobody").next().unwrap());
    add(&mut project, OTHER);
    let mut index = LikenessIndex::new(&mut project).unwrap();
    let pairs = whole(&mut index, &mut project);
    let found: Vec<(DocumentId, DocumentId)> =
        pairs.iter().map(|pair| (pair.first, pair.second)).collect();
    // The third is all in the first; one word of the second is another.
    assert_eq!(found, [(one, three), (one, two), (two, three)]);
    assert!((pairs[0].shared - 1.0).abs() < 1e-9);
    assert!(pairs[1].shared > 0.85 && pairs[1].shared < 1.0);
    let near = index.near(&Shingles::of([AGENCY]));
    assert_eq!(
        near.iter().map(|(id, _)| *id).collect::<Vec<_>>(),
        [one, three, two]
    );
    assert!(
        index
            .near(&Shingles::of(["The mills of Veldan"]))
            .is_empty()
    );
}

#[test]
fn chinese_copy_is_found_as_well() {
    let (_folder, mut project) = empty();
    let text = "维尔丹的磨坊将在春天重新开工，市长星期一对记者说。业主和市政府在一次持续到午夜的会议后就水价达成一致。";
    let one = add(&mut project, text);
    let two = add(&mut project, &text.replace("星期一", "星期二"));
    let mut index = LikenessIndex::new(&mut project).unwrap();
    let pairs = whole(&mut index, &mut project);
    assert_eq!((pairs[0].first, pairs[0].second), (one, two));
}

#[test]
fn what_is_not_the_article_is_left_out() {
    let (_folder, mut project) = empty();
    let menu = AGENCY.split(" Nobody").next().unwrap();
    let one = add(&mut project, &format!("{menu}\n{OTHER}"));
    let end = u32::try_from(menu.chars().count()).unwrap();
    add(&mut project, menu);
    let mut index = LikenessIndex::new(&mut project).unwrap();
    assert_eq!(whole(&mut index, &mut project).len(), 1);
    let edited = project.edit("zone", None, NOW, |edits| -> Result<_, StoreError> {
        edits.insert_zone(zone(one, 0, end))
    });
    edited.unwrap();
    assert!(whole(&mut index, &mut project).is_empty());
    project.undo(NOW).unwrap();
    assert_eq!(whole(&mut index, &mut project).len(), 1);
}

#[test]
fn the_bin_holds_no_near_duplicates() {
    let (_folder, mut project) = empty();
    add(&mut project, AGENCY);
    let mut index = LikenessIndex::new(&mut project).unwrap();
    assert!(whole(&mut index, &mut project).is_empty());
    let two = add(&mut project, &AGENCY.replace("Monday", "Tuesday"));
    assert_eq!(whole(&mut index, &mut project).len(), 1);
    let edited = project.edit("remove", None, NOW, |edits| -> Result<(), StoreError> {
        let mut document = edits.document(two)?;
        document.removed_at = Some(NOW);
        edits.update_document(&document)
    });
    edited.unwrap();
    assert!(whole(&mut index, &mut project).is_empty());
    project.undo(NOW).unwrap();
    assert_eq!(whole(&mut index, &mut project).len(), 1);
}

fn near_groups(project: &Project, documents: &[DocumentId]) -> Vec<Option<u32>> {
    let mut groups = NearGroups::default();
    for id in documents {
        groups.add(&project.text(*id).unwrap(), &project.zones(*id).unwrap());
    }
    groups.numbers()
}

/// Groups as they follow from all pairs.
fn groups_of(pairs: &[NearPair], documents: &[DocumentId]) -> Vec<Option<u32>> {
    let mut group: Vec<usize> = (0..documents.len()).collect();
    let place = |id: DocumentId| documents.iter().position(|other| *other == id).unwrap();
    for _ in documents {
        for pair in pairs {
            let (one, other) = (place(pair.first), place(pair.second));
            let least = group[one].min(group[other]);
            (group[one], group[other]) = (least, least);
        }
    }
    let size = |wanted: usize| group.iter().filter(|group| **group == wanted).count();
    let numbers = group.iter().map(|group| {
        let number = u32::try_from(*group).unwrap();
        (size(*group) > 1).then_some(number)
    });
    numbers.collect()
}

/// Sixty words of a story; each version tells three of them otherwise.
fn version(story: usize, version: usize) -> String {
    let word = |at: usize| match at % 20 == version % 20 {
        true => format!("w{story}x{at}v{version}"),
        false => format!("w{story}x{at}"),
    };
    let words: Vec<String> = (0..60).map(word).collect();
    words.join(" ")
}

#[test]
fn groups_are_what_the_pairs_say() {
    let (_folder, mut project) = empty();
    let mut documents = Vec::new();
    for turn in 0..24 {
        documents.push(add(&mut project, &version(turn % 5, turn)));
        documents.push(add(&mut project, &version(100 + turn, 0)));
    }
    let mut index = LikenessIndex::new(&mut project).unwrap();
    let pairs = whole(&mut index, &mut project);
    let groups = near_groups(&project, &documents);
    assert_eq!(groups, groups_of(&pairs, &documents));
    assert_eq!(groups.iter().flatten().count(), 24);
}

#[test]
fn a_story_that_hundreds_print_is_one_group() {
    let (_folder, mut project) = empty();
    let mut bundles = vec![article("Title", OTHER)];
    bundles.extend((0..300).map(|turn| article("Title", &version(1, turn))));
    let added = project.add_documents("add", bundles, NOW).unwrap().added;
    let groups = near_groups(&project, &added);
    assert_eq!(groups[0], None);
    assert!(
        groups[1..].iter().all(|group| *group == Some(1)),
        "{groups:?}"
    );
}

#[test]
fn a_chain_of_likeness_is_one_group() {
    let (_folder, mut project) = empty();
    let words: Vec<String> = (0..90).map(|at| format!("word{at}")).collect();
    let one = add(&mut project, &words[..40].join(" "));
    let two = add(&mut project, &words[15..60].join(" "));
    let three = add(&mut project, &words[32..90].join(" "));
    let groups = |ids: &[DocumentId]| near_groups(&project, ids);
    assert_eq!(groups(&[one, three]), [None, None]);
    assert_eq!(groups(&[one, two, three]), [Some(0), Some(0), Some(0)]);
    assert_eq!(groups(&[three, one, two]), [Some(0), Some(0), Some(0)]);
}
