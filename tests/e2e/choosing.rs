//! Slots filled from a list, and everything by mouse.

use postil_tests::Outcome;
use postil_tests::desk::Desk;
use postil_tests::project;
use postil_tests::window::text::{offset, units};

const TEXT: &str =
    "London promised to pay.\n\n“We sail,” Ilse Brandt said.\n\n“We wait,” she said.";

#[test]
fn a_slot_is_filled_from_a_list_with_keys() -> Outcome {
    let desk = Desk::new()?;
    let window = desk.start_named(&[])?;
    window.add_article(TEXT)?;
    window.walk_to(1)?;
    window.press("G")?;
    window.until("document.activeElement?.role === 'combobox'")?;
    window.type_text("UK government")?;
    window.until(
        "document.querySelector('[role=option] bdi')?.textContent.includes('UK government')",
    )?;
    window.answer("Enter")?;

    for (quote, name) in [("We sail", Some("Ilse")), ("We wait", None)] {
        window.walk_to(offset(TEXT, quote, 0)? + 1)?;
        window.answer("C")?;
        if let Some(name) = name {
            window.walk_to(offset(TEXT, name, 0)? + 1)?;
            window.answer("S")?;
        }
    }
    window.press("Shift+S")?;
    window.until("document.activeElement?.role === 'combobox'")?;
    let choice = "[...document.querySelectorAll('[role=option]')]
                    .find((one) => one.querySelector('bdi').textContent === 'Ilse Brandt')?.querySelector('kbd').textContent";
    let digit = window.until(choice)?;
    window.answer(digit.as_str().unwrap_or_default())?;
    window.until("document.activeElement?.classList.contains('cm-content')")?;

    let mut links = project::links(&desk.untitled())?;
    links.sort_unstable();
    assert_eq!(
        links,
        [
            "said_by: “We sail,” > Ilse Brandt",
            "said_by: “We wait,” > Ilse Brandt",
            "stands_for: London > UK government",
        ]
    );
    Ok(())
}

#[test]
fn spans_badges_and_cards_answer_to_the_mouse() -> Outcome {
    let desk = Desk::new()?;
    let window = desk.start_named(&[])?;
    window.add_article(TEXT)?;
    for quote in ["“We sail,”", "“We wait,”"] {
        let start = offset(TEXT, quote, 0)?;
        window.drag(start, start + units(quote))?;
        window.answer("C")?;
    }
    let open = |number: &str| {
        format!(
            "document.querySelector('[data-card]')?.closest('[aria-posinset]').ariaPosInSet === '{number}'"
        )
    };
    window.until(&open("2"))?;
    // The badge lies under the text; a click goes by its place.
    let badge = window.read(
        "(({ x, y, width, height }) => [x + width / 2, y + height / 4])(
           document.querySelector('.postil-badge').getBoundingClientRect())",
    )?;
    let at = |part: usize| badge[part].as_f64().ok_or("no badge");
    window.click_at((at(0)?, at(1)?), 1)?;
    window.until(&open("1"))?;
    // A click on the other claim makes it current: it is what Backspace deletes.
    let (x, y) = window.place(offset(TEXT, "wait", 0)? + 1, 1)?;
    window.click_at((x, y), 1)?;
    window.until("document.querySelector('.postil-outline')")?;
    window.answer("Backspace")?;
    assert_eq!(project::spans(&desk.untitled())?, ["claim: “We sail,”"]);
    Ok(())
}

#[test]
fn a_badge_low_in_the_window_is_clicked_and_nothing_under_it() -> Outcome {
    let desk = Desk::new()?;
    let window = desk.start_named(&[])?;
    let rest = "the ferry would sail again as soon as the hull was dry and the crew back from the \
                islands, which nobody on the quay believed until the horn was heard that evening";
    let lines: Vec<String> = (1..15)
        .map(|day| format!("On day {day} the port said that {rest}."))
        .collect();
    let text = lines.join("\n\n");
    window.add_article(&text)?;
    for line in &lines {
        let start = offset(&text, line, 0)?;
        window.scroll_to(start)?;
        window.click_at(window.place(start + 3, 1)?, 1)?;
        window.answer("C")?;
    }
    // One so low that its text comes up when its card is opened.
    let lines_above = offset(&text, &lines[7], 0)?;
    window.scroll_to(lines_above)?;
    window.drawn()?;
    let lowest = "[...document.querySelectorAll('.postil-badge')]
        .map((badge) => [badge.getBoundingClientRect(), badge.dataset.span])
        .filter(([{ bottom }]) => bottom < document.querySelector('.status').getBoundingClientRect().top)
        .sort(([one], [other]) => one.top - other.top).at(-1)";
    window.run(
        &format!(
            "const [badge] = {lowest};
             const end = document.querySelector('.cm-scroller').getBoundingClientRect().bottom;
             document.querySelector('.cm-scroller').scrollTop -= end - 20 - badge.top"
        ),
        Vec::new(),
    )?;
    window.drawn()?;
    let badge = window.read(&format!(
        "(([{{ x, y, width, height }}, span]) => [x + width / 2, y + height / 4, span])({lowest})"
    ))?;
    let at = |part: usize| badge[part].as_f64().ok_or("no badge");
    let before = window.read("document.querySelector('.cm-scroller').scrollTop")?;
    window.click_at((at(0)?, at(1)?), 1)?;
    window.until(&format!(
        "document.querySelector('.postil-tint.is-active')?.dataset.span === {}",
        badge[2]
    ))?;
    window.settled()?;
    let after = window.read("document.querySelector('.cm-scroller').scrollTop")?;
    assert_ne!(before, after, "the text stayed, so that nothing was tried");
    assert_eq!(
        window.read("document.querySelector('.postil-outline').dataset.span")?,
        badge[2]
    );
    Ok(())
}
