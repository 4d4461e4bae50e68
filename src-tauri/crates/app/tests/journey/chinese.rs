//! A Chinese article by the keys of the grammar.

use crate::attribution::claimed;
use crate::program::Program;
use crate::register::{entity_of, mark, name};
use serde_json::json;

const NEWS: &str = "青潭停航三日 临河要求上游放水\n\n\
    临河市交通局发言人周敏周一表示，渡轮最早要到周五才能恢复。\n\n\
    市长何建中向云岭省政府去信，指责白鹿水库“只蓄不放”，并要求省方开闸。何建中说，他会再去信。\n\n\
    据云岭气象台预测，未来十天不会有降雨。罗大海的船停在青石镇。\n";

#[test]
fn speaker_and_cue_are_found_where_the_caret_stays() {
    let mut program = Program::with(NEWS);
    for (caret, claim, slots) in [
        ("上游", "上游放水", ["cued_by > 要求", "said_by > 临河"]),
        (
            "渡轮",
            "渡轮最早要到周五才能恢复",
            ["cued_by > 表示", "said_by > 临河市交通局发言人周敏"],
        ),
        (
            "未来",
            "未来十天不会有降雨",
            ["cued_by > 预测", "said_by > 云岭气象台"],
        ),
    ] {
        let id = claimed(&mut program, "SV", caret);
        assert_eq!(program.quotes(id), [claim]);
        assert_eq!(program.slots(id), slots);
    }
}

#[test]
fn a_second_statement_begins_at_and_behind_a_comma() {
    let mut program = Program::with(NEWS);
    let first = claimed(&mut program, "STV", "市长");
    let document = program.document;
    let (caret, _) = program.range("市长", 0);
    let split = program.call(
        "split",
        json!({ "document": document, "span": first, "caret": caret, "claim": first }),
    );
    let second = split["active"].as_u64().unwrap();
    program.mark("cue", "要求省方", false, Some(second), Some("cued_by"));
    assert_eq!(program.quotes(first), ["白鹿水库“只蓄不放”"]);
    assert_eq!(program.quotes(second), ["省方开闸"]);
    assert_eq!(
        program.slots(first),
        [
            "addressed_to > 云岭省政府",
            "cued_by > 指责",
            "said_by > 市长何建中"
        ]
    );
    assert_eq!(
        program.slots(second),
        [
            "addressed_to > 云岭省政府",
            "cued_by > 要求",
            "said_by > 市长何建中"
        ]
    );
}

#[test]
fn a_name_without_spaces_around_it_is_taken_whole_and_offered_without_its_title() {
    let mut program = Program::with(NEWS);
    for (label, piece, taken) in [
        ("place", "白鹿", "白鹿水库"),
        ("place", "青石", "青石镇"),
        ("speaker", "罗大海", "罗大海"),
    ] {
        let marked = program.mark(label, piece, false, None, None);
        let span = marked["current"].as_u64().unwrap();
        assert_eq!(program.quotes(span), [taken]);
    }
    let titled = mark(&mut program, "speaker", "市长何建中", 0);
    let offers = program.call(
        "entities",
        json!({ "query": "", "kinds": [], "span": titled }),
    );
    assert_eq!(offers[0]["title"], "何建中");
    assert_eq!(offers[0]["near"], "new");
    let mayor = name(&mut program, titled, "何建中", "person");
    let bare = program.mark("speaker", "何建中说", false, None, None)["current"]
        .as_u64()
        .unwrap();
    let article = program.article();
    assert_eq!(program.quotes(bare), ["何建中"]);
    assert_eq!(entity_of(&article["spans"], bare), Some(mayor));
    // Nobody is called so: the name comes before those who are near.
    let skipper = mark(&mut program, "speaker", "罗大海", 0);
    let offers = program.call(
        "entities",
        json!({ "query": "", "kinds": [], "span": skipper }),
    );
    assert_eq!(offers[0]["title"], "罗大海");
    assert_eq!(offers[0]["kind"], "person");
}
