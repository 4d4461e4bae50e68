//! The caret goes where a reader expects it.

use postil_tests::Outcome;
use postil_tests::desk::Desk;
use postil_tests::window::Window;
use postil_tests::window::text::{offset, units};

/// Waits until the program's boundaries are there: one thread answers
/// everything in turn, and this is asked after them.
fn boundaries(window: &Window) -> Outcome {
    let said = window.answer("Q")?;
    assert!(!said.is_empty());
    Ok(())
}

/// Where the caret is drawn, in CSS pixels.
fn caret(window: &Window) -> Outcome<f64> {
    window.drawn()?;
    let left = window.read("document.querySelector('.cm-cursor').getBoundingClientRect().left")?;
    left.as_f64().ok_or_else(|| "no caret".into())
}

/// Offsets at which the caret stops from a line's start to its end.
fn stops(window: &Window, key: &str, start: usize, end: usize) -> Outcome<Vec<usize>> {
    window.walk_to(start)?;
    let mut stops = vec![start];
    while stops.last().is_some_and(|last| *last < end) && stops.len() < 200 {
        window.press(key)?;
        stops.push(window.selection()?.head);
    }
    Ok(stops)
}

#[test]
fn the_caret_never_stops_inside_a_cluster() -> Outcome {
    let family = "👩\u{200D}👩\u{200D}👧";
    let text = format!("क्षमा {family}é e\u{301}\n\nend");
    let desk = Desk::new()?;
    let window = desk.start_named(&[])?;
    window.add_article(&text)?;
    boundaries(&window)?;
    let mut expected = vec![0];
    for cluster in ["क्ष", "मा", " ", family, "é", " ", "e\u{301}"] {
        expected.push(expected.last().copied().unwrap_or_default() + units(cluster));
    }
    let end = expected.last().copied().unwrap_or_default();
    assert_eq!(stops(&window, "Right", 0, end)?, expected);
    let mut back = Vec::new();
    for _ in 1..expected.len() {
        window.press("Left")?;
        back.push(window.selection()?.head);
    }
    back.reverse();
    assert_eq!(back, expected[..expected.len() - 1]);
    // Nor does the mouse: every pixel of the line leads to a whole cluster.
    let from = window.place(0, 1)?;
    let to = window.place(end, -1)?;
    let mut x = from.0;
    while x < to.0 {
        window.click_at((x, from.1), 1)?;
        let head = window.selection()?.head;
        assert!(
            expected.contains(&head),
            "a click at {x} puts the caret at {head}"
        );
        x += 3.0;
    }
    Ok(())
}

#[test]
fn arrows_move_the_caret_the_way_they_point() -> Outcome {
    let arabic = "قالت رئيسة البلدية إن العبّارات ستعود";
    let mixed = "The word שלום עולם stands here";
    let text = format!("{arabic}\n\n{mixed}");
    let desk = Desk::new()?;
    let window = desk.start_named(&[])?;
    window.add_article(&text)?;
    boundaries(&window)?;

    window.press("Ctrl+Home")?;
    let mut last = caret(&window)?;
    let mut pressed = 0;
    while window.selection()?.head < units(arabic) {
        window.press("Left")?;
        let now = caret(&window)?;
        assert!(now < last, "left goes from {last} to {now}");
        (last, pressed) = (now, pressed + 1);
    }
    assert_eq!(
        pressed,
        arabic.chars().count() - 1,
        "the shadda is no stop of its own"
    );
    window.press("Right")?;
    assert!(caret(&window)? > last);

    // In a line from left to right, a Hebrew name is crossed from its left too.
    let start = offset(&text, mixed, 0)?;
    for key in ["Down", "Down", "Home"] {
        window.press(key)?;
    }
    assert_eq!(window.selection()?.head, start);
    let mut last = caret(&window)?;
    let mut moved = 0;
    while window.selection()?.head < start + units(mixed) && moved < 100 {
        window.press("Right")?;
        let now = caret(&window)?;
        assert!(now >= last - 0.5, "right goes from {last} to {now}");
        (last, moved) = (now, moved + 1);
    }
    assert!(moved < 100, "the caret never comes to the line's end");
    Ok(())
}

#[test]
fn a_double_click_selects_a_word_in_any_script() -> Outcome {
    let text = "市长说这个计划失败了\n\nThe mayor’s plan failed.\n\nقالت رئيسة البلدية";
    let desk = Desk::new()?;
    let window = desk.start_named(&[])?;
    window.add_article(text)?;
    boundaries(&window)?;
    for word in ["计划", "mayor", "plan", "رئيسة"] {
        let start = offset(text, word, 0)?;
        let (from, to) = (
            window.place(start, 1)?,
            window.place(start + units(word), -1)?,
        );
        window.click_at(((from.0 + to.0) / 2.0, from.1), 2)?;
        assert_eq!(window.selected()?, word);
        // The next double click is no fourth click of this one.
        window.press("Escape")?;
    }
    Ok(())
}
