use super::*;
use crate::scheme::Options;
use crate::take::claim;
use crate::text::quotation::quotations;

/// Cue, speaker and addressee of the claim at `^`, as `cue|speaker|addressee`.
fn told(marked: &str, known: &[&str]) -> String {
    let caret = marked.chars().take_while(|&mark| mark != '^').count();
    let caret = CodePoint(u32::try_from(caret).unwrap());
    let text = Text::new(marked.replace('^', ""));
    let quotations = quotations(&text);
    let claim = claim(&text, &quotations, caret, &Options::default()).unwrap();
    let names: Vec<Extent> = known
        .iter()
        .flat_map(|name| crate::take::occurrences(&text, text.as_str(), CodePoint(0), name))
        .collect();
    let found = attribution(&text, &quotations, &[claim], caret, None, &names);
    let shown =
        |extent: Option<Extent>| extent.and_then(|extent| text.slice(extent)).unwrap_or("–");
    format!(
        "{}|{}|{}",
        shown(found.cue),
        shown(found.speaker),
        shown(found.addressee)
    )
}

#[test]
fn english_speakers_stand_before_or_after_the_verb() {
    let cases = [
        (
            "“It will ^rise,” said Mira Vale, who keeps it.",
            "said|Mira Vale|–",
        ),
        (
            "“It will ^rise,” the lock keeper told the council on Monday.",
            "told|the lock keeper|the council",
        ),
        (
            "Th^e keeper of the lock said the river would rise.",
            "said|The keeper of the lock|–",
        ),
        (
            "Its head, Mira Vale, to^ld reporters in Arden that it rose.",
            "told|Its head, Mira Vale|reporters",
        ),
        (
            "“The ^gate held.” Asked about it, she wrote to me that ‘it leaks’.",
            "–|–|–",
        ),
        (
            "It will rise, acc^ording to the River Union, which knows.",
            "according to|River Union|–",
        ),
        (
            "The water board has al^so denied that it rose.",
            "denied|The water board|–",
        ),
        ("On Monday, Vale s^aid it rose.", "said|Vale|–"),
        (
            "Talks To Go O^n In Arden, State Department Says",
            "Says|State Department|–",
        ),
        (
            "The gat^e held, the United States said.",
            "said|United States|–",
        ),
    ];
    for (text, expected) in cases {
        assert_eq!(told(text, &[]), expected, "{text}");
    }
}

#[test]
fn a_claim_inside_a_quotation_is_attributed_inside_it() {
    assert_eq!(
        told(
            "“One captain wrote to me that ‘we ^wait’, and I read it,” she told parliament.",
            &[]
        ),
        "wrote|One captain|me"
    );
}

#[test]
fn other_scripts_and_orders() {
    let cases = [
        (
            "وقالت نقابة البحارة إن ال^خسائر كبيرة.",
            &[][..],
            "وقالت|نقابة البحارة|–",
        ),
        (
            "وأكد المتحدث باسمها، منير العيادي، للصحفيين في العاصمة أن ال^رخص منحت.",
            &["منير العيادي"][..],
            "وأكد|المتحدث باسمها، منير العيادي|للصحفيين",
        ),
        (
            "كتب حاتم بوزيد إلى وزارة الفلاحة أن ال^مدارس خلت.",
            &[][..],
            "كتب|حاتم بوزيد|وزارة الفلاحة",
        ),
        (
            "«Река ^поднимется», — сообщила директор Анна Лис.",
            &[][..],
            "сообщила|директор Анна Лис|–",
        ),
        (
            "市长林雨涵星期一对记者说，渡轮^很快恢复。",
            &["林雨涵"][..],
            "说|市长林雨涵|记者",
        ),
        ("她告诉记者，渡轮^很快恢复。", &[], "告诉|她|记者"),
        ("मेयर राधा ने कहा कि नदी ^बढ़ेगी।", &[][..], "कहा|मेयर राधा|–"),
        (
            "„Der Fluss ^steigt“, sagte Bürgermeisterin Ilse Brandt am Montag.",
            &[][..],
            "sagte|Bürgermeisterin Ilse Brandt|–",
        ),
    ];
    for (text, known, expected) in cases {
        assert_eq!(told(text, known), expected, "{text}");
    }
}
