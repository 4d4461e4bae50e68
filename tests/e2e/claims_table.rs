//! The table of all claims: in another order, only some of them, and from a
//! row to the text.

use postil_tests::Outcome;
use postil_tests::desk::Desk;
use postil_tests::window::Window;
use postil_tests::window::text::offset;

const FERRIES: &str = "“We sail,” Zoe Brandt said.\n\nOtto Kern claimed the plan had failed.";
const ARABIC: &str = "العبّارات تعود\n\n«ستعود العبّارات إلى الميناء من جديد»، قالت ليلى حداد.";

/// What the rows on screen have in a column, counted from 0.
fn column(window: &Window, number: usize) -> Outcome<Vec<String>> {
    let read = window.read(&format!(
        "[...document.querySelectorAll('[role=grid] .row')]
           .sort((a, b) => a.ariaRowIndex - b.ariaRowIndex)
           .map((row) => row.children[{number}].textContent.trim())"
    ))?;
    let cells = read.as_array().ok_or("no rows")?;
    let text = |cell: &serde_json::Value| cell.as_str().unwrap_or_default().to_owned();
    Ok(cells.iter().map(text).collect())
}

#[test]
fn all_claims_are_ordered_and_found_and_enter_goes_to_the_text() -> Outcome {
    let desk = Desk::new()?;
    let window = desk.start_named(&[])?;
    window.add_article(FERRIES)?;
    for (claim, speaker) in [("We sail", "Zoe"), ("plan", "Otto")] {
        window.walk_to(offset(FERRIES, claim, 0)? + 1)?;
        window.answer("C")?;
        window.walk_to(offset(FERRIES, speaker, 0)? + 1)?;
        window.answer("S")?;
    }
    window.add_article(ARABIC)?;
    window.walk_to(offset(ARABIC, "ستعود", 0)? + 1)?;
    window.answer("C")?;

    window.press("Shift+J")?;
    window.until("document.querySelector('[role=grid]')?.ariaRowCount === '4'")?;
    window.until("document.querySelectorAll('[role=grid] .row bdi').length > 3")?;
    assert_eq!(column(&window, 2)?, ["Zoe Brandt", "Otto Kern", ""]);
    // The claim that was active is the one the keys begin at.
    window.until("document.querySelector('.row.here')?.ariaRowIndex === '4'")?;

    // In the order of speakers; those without one stand last.
    window.press("Right")?;
    window.press("Right")?;
    window.press("Space")?;
    window.until("document.querySelector('[aria-sort=ascending]')?.ariaColIndex === '3'")?;
    window.until(
        "document.querySelector('.row[aria-rowindex=\"2\"]')?.textContent.includes('Otto')",
    )?;
    assert_eq!(column(&window, 2)?, ["Otto Kern", "Zoe Brandt", ""]);

    // Only those with a word, in whatever spelling.
    window.press("/")?;
    window.type_text("zeal")?;
    window.until("document.querySelector('[role=grid]').ariaRowCount === '1'")?;
    for _ in "zeal".chars() {
        window.press("Backspace")?;
    }
    window.type_text("PLAN")?;
    window.until("document.querySelector('[role=grid]').ariaRowCount === '2'")?;
    assert_eq!(
        column(&window, 1)?,
        ["Otto Kern claimed the plan had failed"]
    );

    // From the field to the rows, and from the row to the text of its article.
    window.press("Enter")?;
    window.until("document.activeElement?.role === 'grid'")?;
    window.press("Enter")?;
    window.until("!document.querySelector('[role=grid]')")?;
    window.until("document.activeElement?.classList.contains('cm-content')")?;
    window.until(
        "document.querySelector('[data-card]')?.closest('[aria-posinset]').textContent.includes('Otto Kern')",
    )?;
    assert_eq!(window.selection()?.head, offset(FERRIES, "Otto", 0)?);

    // What was asked for is still asked for; an undo is followed.
    window.press("Shift+J")?;
    window.until("document.querySelector('[role=grid]')?.ariaRowCount === '2'")?;
    window.press("Escape")?;
    window.until("document.activeElement?.classList.contains('cm-content')")?;
    window.answer("Backspace")?;
    window.press("Shift+J")?;
    window.until("document.querySelector('[role=grid]')?.ariaRowCount === '1'")?;
    window.press("Ctrl+Z")?;
    window.until("document.querySelector('[role=grid]')?.ariaRowCount === '2'")?;
    Ok(())
}
