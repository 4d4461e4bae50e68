//! The window for those who do not use a mouse, or do not see it.

use postil_tests::Outcome;
use postil_tests::desk::Desk;
use postil_tests::hearing::{Bus, Reader};
use postil_tests::window::Window;
use postil_tests::window::text::offset;
use std::time::{Duration, Instant};

/// How long a reader may take to hear what the window shows.
const PATIENCE: Duration = Duration::from_secs(15);

const TEXT: &str = "The mayor met reporters on Monday.\n\n“The boats of Salem will sail in May,” Ilse Brandt said.\n\n\
                    The harbour office said that repairs would take a year.";

/// An article with a claim, its speaker and its place; the claim is active.
fn annotated(window: &Window) -> Outcome {
    window.add_article(TEXT)?;
    window.walk_to(offset(TEXT, "boats", 0)? + 1)?;
    window.answer("C")?;
    window.walk_to(offset(TEXT, "Ilse", 0)? + 1)?;
    window.answer("S")?;
    window.walk_to(offset(TEXT, "Salem", 0)? + 1)?;
    window.answer("P")?;
    window
        .until("document.querySelector('[data-card]')")
        .map(drop)
}

/// Looks at the states a person is in for long, and says each with what is wrong in it.
fn states(window: &Window) -> Outcome<Vec<String>> {
    let mut wrong = Vec::new();
    let mut look = |state: &str| -> Outcome {
        let found = window.objections()?;
        wrong.extend(found.iter().map(|one| format!("{state}: {one}")));
        Ok(())
    };
    look("active claim")?;
    window.press("Shift+S")?;
    window.until("document.activeElement?.role === 'combobox'")?;
    look("choices of a slot")?;
    window.press("Escape")?;
    window.until("document.activeElement?.classList.contains('cm-content')")?;
    window.press("Ctrl+K")?;
    window.until("document.querySelector('.palette')")?;
    look("actions by name")?;
    window.press("Escape")?;
    window.until("!document.querySelector('.palette')")?;
    window.press("F1")?;
    window.until("document.querySelector('.beside h2')")?;
    look("rule")?;
    window.press("F1")?;
    window.until("document.querySelector('dialog[open]')")?;
    look("keys")?;
    window.press("F1")?;
    window.until("!document.querySelector('dialog[open]')")?;
    window.press("Shift+Q")?;
    window.until("document.querySelector('.beside ul')")?;
    look("questions")?;
    window.press("Escape")?;
    window.until("!document.querySelector('.beside')")?;
    window.paste("Another article.")?;
    look("paste box")?;
    window.press("Escape")?;
    window.until("!document.querySelector('dialog[open]')")?;
    window.press("Ctrl+F")?;
    window.until("document.activeElement?.matches('input')")?;
    look("finding")?;
    window.press("Escape")?;
    window.press("Shift+D")?;
    window.until("document.querySelector('.list-panel')")?;
    look("unfinished")?;
    window.press("Escape")?;
    window.press("Ctrl+Shift+S")?;
    window.until("document.querySelector('.outcome [role=alert]')")?;
    let all = "const scope = document.querySelector('[data-export=scope]');
               scope.value = 'all';
               scope.dispatchEvent(new Event('change', { bubbles: true }));";
    window.run(all, vec![])?;
    window.until("document.querySelector('.outcome pre')")?;
    look("export")?;
    window.press("Escape")?;
    window.press("Ctrl+I")?;
    window.until("document.activeElement?.dataset.import === 'files'")?;
    look("import")?;
    window.press("Escape")?;
    window.until("!document.querySelector('.transfer')")?;
    Ok(wrong)
}

/// The rows of the table have no focus of their own: the grid around them has
/// it, and its keys scroll them.
const SCROLLED_BY_THE_GRID: &str = "scrollable-region-focusable | div[role=\"rowgroup\"]";

/// Looks at the panes that lie over the article or beside it, and at cards that are closed.
fn panes(window: &Window) -> Outcome<Vec<String>> {
    let mut wrong = Vec::new();
    for (keys, there, gone) in [
        ("F9", ".reading output", ".reading"),
        ("Shift+J", "[role=grid] .row bdi", "[role=grid]"),
        ("Ctrl+E", ".register .beside-list .input", ".register"),
        (
            "Ctrl+Shift+E",
            "[aria-labelledby=scheme-heading] [data-first]",
            "#scheme-heading",
        ),
        ("Escape", ".card:not(.open)", ".card.open"),
    ] {
        window.press(keys)?;
        window.until(&format!("document.querySelector('{there}')"))?;
        window.settled()?;
        let found = window.objections()?;
        let counted = found
            .iter()
            .filter(|one| !one.starts_with(SCROLLED_BY_THE_GRID));
        wrong.extend(counted.map(|one| format!("{keys}: {one}")));
        window.press("Escape")?;
        window.until(&format!("!document.querySelector('{gone}')"))?;
        window
            .until("document.activeElement?.classList.contains('cm-content')")
            .map_err(|error| format!("after {keys}: {error}"))?;
    }
    Ok(wrong)
}

fn nothing(wrong: &[String]) {
    assert!(wrong.is_empty(), "{}:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn axe_finds_nothing_in_the_first_screens() -> Outcome {
    let desk = Desk::new()?;
    let window = desk.start(&[])?;
    nothing(&window.objections()?);
    window.type_text("Ada")?;
    window.press("Enter")?;
    window.until("document.querySelector('[data-screen=choose]')")?;
    nothing(&window.objections()?);
    Ok(())
}

#[test]
fn axe_finds_nothing_in_an_article() -> Outcome {
    for theme in ["light", "dark", "high_contrast"] {
        let desk = Desk::new()?;
        desk.settle(&serde_json::json!({ "theme": theme, "textSize": 17 }))?;
        let window = desk.start(&[])?;
        annotated(&window)?;
        nothing(&states(&window)?);
    }
    Ok(())
}

#[test]
fn axe_finds_nothing_in_the_panes() -> Outcome {
    for theme in ["light", "dark", "high_contrast", "high_contrast_dark"] {
        let desk = Desk::new()?;
        desk.settle(&serde_json::json!({ "theme": theme, "textSize": 17 }))?;
        let window = desk.start(&["--demo"])?;
        window.until("document.activeElement?.classList.contains('cm-content')")?;
        window.press("J")?;
        window.until("document.querySelector('.card.open')")?;
        let wrong = panes(&window)?;
        assert!(wrong.is_empty(), "{theme}:\n{}", wrong.join("\n"));
    }
    Ok(())
}

/// What has the focus, by pane and name, and whether it shows that it has.
fn focus(window: &Window) -> Outcome<(String, bool)> {
    let found = window.read(
        "(() => {
           const on = document.activeElement, style = getComputedStyle(on);
           const pane = on.closest('[data-pane]')?.dataset.pane ?? on.closest('main, footer, nav')?.tagName ?? 'window';
           const name = on.getAttribute('aria-label') ?? (on.classList.contains('cm-content') ? 'article' : on.textContent);
           const outlined = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 1;
           const caret = on.classList.contains('cm-content') && document.querySelector('.cm-focused .cm-cursor') !== null;
           return [`${pane}: ${name.trim().replace(/\\s+/gu, ' ').slice(0, 60)}`, outlined || caret];
         })()",
    )?;
    Ok((
        found[0].as_str().unwrap_or_default().to_owned(),
        found[1] == true,
    ))
}

/// Everything that Tab comes to until it is where it began.
fn round(window: &Window, key: &str) -> Outcome<Vec<String>> {
    let (start, _) = focus(window)?;
    let mut passed = vec![start];
    loop {
        window.press(key)?;
        window.drawn()?;
        let (now, seen) = focus(window)?;
        assert!(seen, "{now} has the focus and does not show it");
        if passed.first() == Some(&now) {
            return Ok(passed);
        }
        passed.push(now);
        assert!(passed.len() < 60, "{key} does not come back: {passed:#?}");
    }
}

#[test]
fn tab_goes_through_every_pane_and_comes_back() -> Outcome {
    let desk = Desk::new()?;
    let window = desk.start_named(&[])?;
    annotated(&window)?;
    let forward = round(&window, "Tab")?;
    for pane in ["text: Article", "margin: ", "documents: ", "MAIN: "] {
        assert!(
            forward.iter().any(|place| place.starts_with(pane)),
            "no {pane} in {forward:#?}"
        );
    }
    let mut backward = round(&window, "Shift+Tab")?;
    backward[1..].reverse();
    // The way there goes to what the card has to fill, the way back by its head.
    backward.retain(|place| !place.starts_with("margin: \u{2068}Claim"));
    assert_eq!(forward, backward);
    // F6 goes by panes, both ways.
    let mut panes = Vec::new();
    for key in ["F6", "F6", "F6", "Shift+F6", "Shift+F6", "Shift+F6"] {
        window.press(key)?;
        window.drawn()?;
        let (now, seen) = focus(&window)?;
        assert!(seen, "{now}");
        panes.push(now.split(':').next().unwrap_or_default().to_owned());
    }
    assert_eq!(
        panes,
        ["margin", "documents", "text", "documents", "margin", "text"]
    );
    Ok(())
}

#[test]
fn what_is_made_and_deleted_is_announced() -> Outcome {
    let desk = Desk::new()?;
    let window = desk.start_named(&[])?;
    window.add_article(TEXT)?;
    // Assistive technology reads out what changes in such an element.
    let announced = |said: &str| -> Outcome {
        let live = window.read(
            "[...document.querySelectorAll('[role=status][aria-live=polite]')].map((one) => one.textContent).join(' ')",
        )?;
        let live = live
            .as_str()
            .unwrap_or_default()
            .replace(['\u{2068}', '\u{2069}'], "");
        assert!(live.contains(said), "“{said}” is not in “{live}”");
        Ok(())
    };
    window.walk_to(offset(TEXT, "boats", 0)? + 1)?;
    window.answer("C")?;
    announced("Claim: “The boats of Salem will sail in May,”")?;
    window.walk_to(offset(TEXT, "Ilse", 0)? + 1)?;
    window.answer("S")?;
    announced("said by: Ilse Brandt")?;
    window.answer("Backspace")?;
    announced("Deleted Speaker or actor: Ilse Brandt")?;
    window.answer("U")?;
    announced("Undid: delete")?;
    Ok(())
}

#[test]
fn every_claim_is_heard_with_its_words_speakers_and_places() -> Outcome {
    let bus = Bus::start()?;
    let desk = Desk::new()?;
    desk.settle(&serde_json::json!({}))?;
    let window = desk.start_with(&[], bus.environment())?;
    annotated(&window)?;
    window.walk_to(offset(TEXT, "repairs", 0)? + 1)?;
    window.answer("C")?;
    window.walk_to(offset(TEXT, "harbour", 0)? + 1)?;
    window.answer("S")?;

    let reader = Reader::new(&bus)?;
    let began = Instant::now();
    let expected = [
        "Claim 1: “The boats of Salem will sail in May,”. said by: Ilse Brandt. about: Salem",
        "Claim 2: The harbour office said that repairs would take a year. said by: harbour",
    ];
    loop {
        let heard = reader.all()?;
        let claims: Vec<String> = heard
            .iter()
            .map(|name| name.replace(['\u{2068}', '\u{2069}'], ""))
            .filter(|name| name.starts_with("Claim "))
            .collect();
        if claims == expected {
            return Ok(());
        }
        assert!(began.elapsed() < PATIENCE, "{heard:#?}");
    }
}
