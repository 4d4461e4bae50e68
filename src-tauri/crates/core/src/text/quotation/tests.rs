use super::*;
use crate::text::any_text;
use proptest::prelude::*;

/// The closed quotations with their marks, and how deep each lies.
fn quoted(content: &str) -> Vec<(u32, String)> {
    let text = Text::from(content);
    quotations(&text)
        .into_iter()
        .filter(|quotation| quotation.closed)
        .map(|quotation| {
            let outer = text.slice(quotation.outer).unwrap_or_default();
            (quotation.depth, outer.to_owned())
        })
        .collect()
}

#[test]
fn one_quotation_in_every_style() {
    // Each holds exactly one quotation, between the bars.
    let cases = [
        "He said |“We’ll continue, it's key.”| Then left.",
        "|\"We go,\"| Patel said.",
        "Er sagte: |„Wir gehen.“| Dann ging er.",
        "Er sagte: |„Wir gehen.\"| Dann ging er.",
        "Powiedział: |„Idziemy”|.",
        "Il dit : |« Nous partons »|, puis partit.",
        "Il dit : |«\u{202f}Nous partons.\u{202f}»|",
        "Он сказал: |«Мы идём»|.",
        "Han sagde: |»Vi går«|, og gik.",
        "Hän sanoi: |”Me menemme”|, ja lähti.",
        "Han skrev |»Vi går»| igen.",
        "他说：|“我们会继续。”|然后走了",
        "他說：|「我們會繼續。」|然後走了",
        "彼は|『行く』|と言った",
        "그는 |\"간다\"|라고 말했다",
        "قال الوزير: |\"سنستمر\"|، ثم غادر",
        "قال لـ|\"الجزيرة\"| أمس",
        "השר אמר: |\"צה\"ל יפעל\"| אתמול",
        "הוא כתב ב|\"הארץ\"| אתמול",
        "O dedi: |''Biz gedirik''|, sonra getdi.",
        "Nazir |“Azərtac”|a bildirib.",
        "Talks |'soon'|, in a bid",
        "The |'parties' talks'| resumed",
        "|‘重要’|的",
        "Er nannte es |‚wichtig‘| und ging.",
        "Rekao je |‘pre svega‘| i otišao.",
        "მან თქვა: |„მივდივართ“|.",
        "He asked: |\"...We continue\"|",
        "(|\"yes\"|)",
        "— |\"Да\"|, — сказал он.",
    ];
    for case in cases {
        let expected = case.split('|').nth(1).unwrap_or_default().to_owned();
        let content = case.replace('|', "");
        assert_eq!(quoted(&content), [(0, expected)], "{content}");
        assert_eq!(stray_marks(&Text::from(content.as_str())), []);
    }
}

#[test]
fn apostrophes_are_no_marks() {
    for content in [
        "It's the parties' talks, y'all, rock 'n' roll"
            .split_at(32)
            .0,
        "Türkiye'nin ve Bakı’nın",
        "O‘zbekiston va G‘arb",
        "in the '90s and the ’60s",
        "l’été d'Anna",
        "a 27\" screen and a 5\" disc",
        "the U.S.' view",
        "מנכ\"לית צה\"ל",
    ] {
        let text = Text::from(content);
        assert_eq!(quotations(&text), [], "{content}");
        assert_eq!(stray_marks(&text), [], "{content}");
    }
}

#[test]
fn interrupted_is_two_and_nested_is_deeper() {
    assert_eq!(
        quoted("“We continue,” Patel said, “and stay.”"),
        [
            (0, "“We continue,”".to_owned()),
            (0, "“and stay.”".to_owned())
        ]
    );
    assert_eq!(
        quoted("“He told me ‘it’s over’ today,” she said."),
        [
            (0, "“He told me ‘it’s over’ today,”".to_owned()),
            (1, "‘it’s over’".to_owned())
        ]
    );
    assert_eq!(
        quoted("«Он сказал: „Нет“», — ответил"),
        [
            (0, "«Он сказал: „Нет“»".to_owned()),
            (1, "„Нет“".to_owned())
        ]
    );
    assert_eq!(
        quoted("\"He said \"no\" again\""),
        [
            (0, "\"He said \"no\" again\"".to_owned()),
            (1, "\"no\"".to_owned())
        ]
    );
}

#[test]
fn titles_are_not_speech() {
    let text = Text::from("他在《人民日报》说：“我们读《红楼梦》。”");
    let speech: Vec<_> = quotations(&text)
        .iter()
        .map(|quotation| (quotation.speech, quotation.depth))
        .collect();
    assert_eq!(speech, [(false, 0), (true, 0), (false, 1)]);
    let around = quotation_at(&text, CodePoint(16)).and_then(|found| text.slice(found.outer));
    assert_eq!(around, Some("“我们读《红楼梦》。”"));
    assert_eq!(quotation_at(&text, CodePoint(4)), None);
}

#[test]
fn paragraphs_that_reopen_are_one_quotation() {
    let content = "He said: “One.\n\n“Two ‘x’.\n“Three.” He left. “New.”\nNone.";
    let expected = [
        (0, "“One.\n\n“Two ‘x’.\n“Three.”".to_owned()),
        (1, "‘x’".to_owned()),
        (0, "“New.”".to_owned()),
    ];
    assert_eq!(quoted(content), expected);
    assert_eq!(
        quoted("\"One.\n\"Two.\" He left."),
        [(0, "\"One.\n\"Two.\"".to_owned())]
    );
    let text = Text::from(content);
    for caret in 9..=34 {
        let found = quotation_at(&text, CodePoint(caret));
        let whole = found.and_then(|found| text.slice(found.outer));
        let inside = (21..=24).contains(&caret);
        let expected = if inside {
            "‘x’"
        } else {
            expected[0].1.as_str()
        };
        assert_eq!(whole, Some(expected), "{caret}");
    }
}

#[test]
fn a_paragraph_may_close_what_the_one_before_opened() {
    let content = "O dedi: “Biz gedirik.\n\nSabah gələcəyik”, sonra “getdi”.";
    let expected = [
        (0, "“Biz gedirik.\n\nSabah gələcəyik”".to_owned()),
        (0, "“getdi”".to_owned()),
    ];
    assert_eq!(quoted(content), expected);
    let text = Text::from(content);
    for caret in [8, 30] {
        let found = quotation_at(&text, CodePoint(caret)).and_then(|found| text.slice(found.outer));
        assert_eq!(found, Some(expected[0].1.as_str()));
    }
}

#[test]
fn unbalanced_marks_are_told() {
    let text = Text::from("He said “we go. \nNone.\nShe came” and ‘Oumuamua passed.");
    let found: Vec<_> = quotations(&text)
        .iter()
        .map(|quotation| {
            (
                text.slice(quotation.outer).unwrap_or_default(),
                quotation.closed,
            )
        })
        .collect();
    assert_eq!(found, [("“we go.", false), ("‘Oumuamua passed.", false)]);
    assert_eq!(stray_marks(&text), [Extent::of(31, 32)]);
    assert_eq!(quotation_at(&text, CodePoint(10)), None);
}

#[test]
fn both_edges_belong_to_it() {
    let text = Text::from("a “b” “c”");
    let at = |at| quotation_at(&text, CodePoint(at)).and_then(|found| text.slice(found.inner));
    let inner: Vec<_> = (0..=9).map(at).collect();
    let (b, c) = (Some("b"), Some("c"));
    assert_eq!(inner, [None, None, b, b, b, b, c, c, c, c]);
}

#[test]
fn thousands_of_open_marks_stay_cheap() {
    let content = "“".repeat(50_000) + &"」』》›»'\"".repeat(10_000);
    let text = Text::from(content.as_str());
    assert!(quotations(&text).len() < 120_000);
}

proptest! {
    #[test]
    fn quotations_lie_in_the_text_and_nest(content in any_text()) {
        let text = Text::new(content);
        let found = quotations(&text);
        for quotation in &found {
            prop_assert!(text.extent().contains_extent(quotation.outer));
            prop_assert!(quotation.outer.contains_extent(quotation.inner));
            prop_assert!(!quotation.inner.is_empty());
            let outside = found.iter().filter(|other| {
                other.outer != quotation.outer && other.outer.contains_extent(quotation.outer)
            });
            prop_assert_eq!(crate::text::offsets::count(outside.count()), quotation.depth);
        }
        for mark in stray_marks(&text) {
            prop_assert!(text.extent().contains_extent(mark) && !mark.is_empty());
        }
    }

    #[test]
    fn looking_from_a_caret_agrees_with_reading_all(content in any_text()) {
        let text = Text::new(content);
        let all = quotations(&text);
        for caret in 0..=text.len() {
            let at = CodePoint(caret);
            let expected = all
                .iter()
                .filter(|found| found.closed && found.speech)
                .filter(|found| found.outer.start <= at && at <= found.outer.end)
                .max_by_key(|found| found.outer.start)
                .map(|found| found.outer);
            prop_assert_eq!(quotation_at(&text, at).map(|found| found.outer), expected);
        }
    }
}
