//! Highlights stand exactly behind their text, and never change the text.

use postil_tests::Outcome;
use postil_tests::desk::Desk;
use postil_tests::window::text::{offset, units};
use postil_tests::window::{Grid, Window};

/// Marks a stretch as a claim with the mouse and `C`.
fn claim(window: &Window, text: &str, quote: &str) -> Outcome {
    let start = offset(text, quote, 0)?;
    window.drag(start, start + units(quote))?;
    assert_eq!(window.selected()?, quote);
    window.answer("C").map(drop)
}

/// A point for every script would be too few to prove anything.
fn enough(grid: Grid, inside: usize) {
    assert!(grid.inside >= inside && grid.outside >= inside, "{grid:?}");
}

/// A whole article whose every paragraph has one claim.
fn each_is_exact(paragraphs: &[(&str, &str)]) -> Outcome {
    each_is_exact_at(&Desk::new()?, paragraphs)
}

fn each_is_exact_at(desk: &Desk, paragraphs: &[(&str, &str)]) -> Outcome {
    let text: Vec<&str> = paragraphs.iter().map(|(paragraph, _)| *paragraph).collect();
    let text = text.join("\n\n");
    let window = desk.start_named(&[])?;
    window.add_article(&text)?;
    for (_, quote) in paragraphs {
        claim(&window, &text, quote)?;
    }
    window.only_tints()?;
    enough(
        window.compare_tints(&desk.untitled())?,
        60 * paragraphs.len(),
    );
    // Without an active claim, tints are of another strength.
    window.press("Escape")?;
    window.press("Escape")?;
    enough(
        window.compare_tints(&desk.untitled())?,
        60 * paragraphs.len(),
    );
    Ok(())
}

#[test]
fn a_point_is_tinted_if_the_caret_there_is_in_the_claim() -> Outcome {
    each_is_exact(&[
        (
            "The harbour office kept its word and the boats sail again, although the engineers who had looked at the \
             hulls in the winter, plate by plate and rivet by rivet, had warned that the repairs would outlast the \
             patience of the islanders and the purse of the town.",
            "the engineers who had looked at the hulls in the winter, plate by plate and rivet by rivet, had warned \
             that the repairs would out",
        ),
        (
            "أعلنت سلطة الميناء في سالم أن العبّارات ستعود إلى الإبحار في أيار بعد إصلاحات طويلة استمرت طوال الشتاء، \
             رغم أن المهندسين حذروا من أن التكلفة ستكون أكبر بكثير مما كان متوقعا في البداية.",
            "بّارات ستعود إلى الإبحار في أيار بعد إصلاحات طويلة استمرت طوال الشتاء، رغم أن المهندسين حذروا من أن التك",
        ),
        (
            "港务局宣布渡轮将于五月恢复通航，维修工作持续了整个冬天，尽管工程师们警告说费用将远远超出最初的预期，岛上的居民仍然怀疑新的时刻表能否维持到秋天。",
            "恢复通航，维修工作持续了整个冬天，尽管工程师们警告说费用将远远",
        ),
    ])
}

#[test]
fn a_tint_that_is_a_few_pixels_off_is_seen() -> Outcome {
    let text = "The boats of Port Arden came back before the tide turned.";
    let desk = Desk::new()?;
    let window = desk.start_named(&[])?;
    window.add_article(text)?;
    claim(&window, text, "Port Arden came back")?;
    window.only_tints()?;
    window.compare_tints(&desk.untitled())?;
    window.style(".postil-tint { translate: 6px; }")?;
    let wrong = window.compare_tints(&desk.untitled()).err();
    let wrong = wrong.map(|error| error.to_string()).unwrap_or_default();
    assert!(
        wrong.contains("is tinted") && wrong.contains("is bare"),
        "{wrong}"
    );
    Ok(())
}

#[test]
fn a_line_of_mixed_directions_is_tinted_in_pieces() -> Outcome {
    each_is_exact(&[
        (
            "The mayor of סאלם החדשה told the paper العربي الجديد that 120 boats had come before noon.",
            "of סאלם החדשה told the paper العربي",
        ),
        (
            "قالت شركة Port Arden Ferries إن 45 عبّارة ستبحر في 12 أيار من رصيف B إلى الجزر.",
            "Arden Ferries إن 45 عبّارة ستبحر",
        ),
        (
            "ראש העיר אמרה ל-Skerrow Courier כי 30 סירות יפליגו מחר בבוקר אל האיים.",
            "אמרה ל-Skerrow Cour",
        ),
    ])
}

#[test]
fn tints_are_as_exact_in_the_dark_and_in_larger_letters() -> Outcome {
    let desk = Desk::new()?;
    desk.settle(&serde_json::json!({ "theme": "dark", "textSize": 24 }))?;
    each_is_exact_at(
        &desk,
        &[
            (
                "The boats of Port Arden came back before the tide turned, and nobody on the quay counted them.",
                "Arden came back before the tide turned, and no",
            ),
            (
                "عادت القوارب إلى الميناء قبل أن ينقلب المد ولم يعدّها أحد من الواقفين على الرصيف.",
                "قوارب إلى الميناء قبل أن ينقل",
            ),
        ],
    )
}

/// One paragraph of 40,000 characters, in four scripts by turns.
fn long_paragraph() -> String {
    const TURNS: [&str; 4] = [
        "The boats came back to the harbour before the tide turned and nobody counted them. ",
        "عادت القوارب إلى الميناء قبل أن ينقلب المد ولم يعدّها أحد. ",
        "船在潮水转向之前回到了港口，没有人数过它们。",
        "नावें ज्वार बदलने से पहले बंदरगाह लौट आईं और किसी ने उन्हें गिना नहीं। ",
    ];
    let mut text = String::new();
    for (number, turn) in TURNS.iter().cycle().enumerate() {
        text.push_str(&format!("{number} {turn}"));
        if text.chars().count() >= 40_000 {
            break;
        }
    }
    text.chars().take(40_000).collect()
}

#[test]
fn a_paragraph_of_forty_thousand_characters_is_tinted_wherever_it_is_scrolled() -> Outcome {
    let text = long_paragraph();
    let desk = Desk::new()?;
    let window = desk.start_named(&[])?;
    window.add_article(&text)?;
    window.only_tints()?;
    let scroll = |share: f64| -> Outcome {
        window.run(
            "const { scrollDOM } = document.querySelector('.cm-content').cmTile.root.view;
             scrollDOM.scrollTop = arguments[0] * (scrollDOM.scrollHeight - scrollDOM.clientHeight);",
            vec![share.into()],
        )?;
        window.drawn()
    };
    for share in [0.0, 0.5, 0.8] {
        scroll(share)?;
        // From the middle of one row in view to the middle of another, four rows below.
        let places = window.read(
            "(() => {
               const view = document.querySelector('.cm-content').cmTile.root.view;
               const frame = view.scrollDOM.getBoundingClientRect(), text = view.contentDOM.getBoundingClientRect();
               const at = (x, y) => view.posAtCoords({ x: text.left + x, y: frame.top + y }, false);
               return [at(200, 120), at(330, 250)];
             })()",
        )?;
        let place = |at: usize| postil_tests::window::text::number(&places[at]);
        let (start, end) = (place(0)?, place(1)?);
        window.drag(start.min(end), start.max(end))?;
        window.answer("C")?;
        enough(window.compare_tints(&desk.untitled())?, 150);
    }
    // What was out of the DOM is drawn anew.
    for share in [0.0, 0.49, 0.5, 0.52, 0.81] {
        scroll(share)?;
        let grid = window.compare_tints(&desk.untitled())?;
        assert!(grid.inside + grid.outside > 1_000, "{grid:?}");
    }
    Ok(())
}

#[test]
fn marking_half_an_arabic_word_leaves_every_letter_as_it_was() -> Outcome {
    let text = "قالت رئيسة البلدية إن المستشفيات ستفتح أبوابها\n\nThe ﬁrst office difference: fi ffi, AVAV, To Ty.\n\nक्षत्रिय संस्कृति की शक्ति";
    let desk = Desk::new()?;
    let window = desk.start_named(&[])?;
    window.add_article(text)?;
    window.style(
        ".cm-cursorLayer, .cm-selectionLayer, .postil-outline, .postil-handles, .postil-badge, .postil-leaders
         { visibility: hidden !important; }",
    )?;
    let tints = |share: &str| -> Outcome {
        for name in ["--tint", "--tint-active", "--tint-dimmed"] {
            let script = "document.documentElement.style.setProperty(arguments[0], arguments[1]);";
            window.run(script, vec![name.into(), share.into()])?;
        }
        Ok(())
    };
    tints("0%")?;
    let place = window.read(
        "(({ left, top, right }) => [left, top, right].map(Math.round))(
           document.querySelector('.cm-content').getBoundingClientRect())",
    )?;
    let edge = |at: usize| postil_tests::window::text::number(&place[at]);
    // A card throws its shadow over the paper beside the text.
    let (left, top, right) = (edge(0)?, edge(1)?, edge(2)? - 40);
    let bottom = top + 260;
    let before = window.picture()?;
    assert!(
        before.colours(left, top, right, bottom) > 20,
        "there is no ink"
    );
    for half in ["المستش", "قال", "fer", "AV"] {
        claim(&window, text, half)?;
    }
    let after = window.picture()?;
    assert_eq!(before.differences(&after, left, top, right, bottom), []);
    // The same comparison sees a tint.
    tints("40%")?;
    let tinted = window.picture()?;
    assert!(before.differences(&tinted, left, top, right, bottom).len() > 200);
    Ok(())
}
