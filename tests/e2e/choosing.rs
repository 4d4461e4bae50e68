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
