//! What is not the article, folded; and highlights after the article looks otherwise.

use postil_tests::Outcome;
use postil_tests::desk::Desk;
use postil_tests::window::text::{offset, units};

const PAGE: &str = "The ferry will sail again in May, the harbour master said on Monday.\n\
    The pier was painted.\nThe kiosk was moved.\n\
    “We kept our word,” Ilse Brandt told reporters who had waited at the pier since the morning.\n";

#[test]
fn folded_lines_keep_their_offsets_and_open_for_the_caret() -> Outcome {
    let desk = Desk::new()?;
    let window = desk.start_named(&[])?;
    window.add_article(PAGE)?;
    for line in ["The pier was", "The kiosk"] {
        window.walk_to(offset(PAGE, line, 0)? + 1)?;
        window.answer("B")?;
    }
    let said = window.answer("F8")?;
    assert!(said.contains("2 lines"), "{said}");
    window.until("document.querySelector('.postil-fold').textContent.replace(/[\\u2066-\\u2069]/g, '').includes('(2 lines)')")?;
    // A claim below it is marked where it stands.
    let quote = "“We kept our word,”";
    let start = offset(PAGE, quote, 0)?;
    window.drag(start, start + units(quote))?;
    assert_eq!(window.selected()?, quote);
    window.answer("C")?;
    window.only_tints()?;
    let grid = window.compare_tints(&desk.untitled())?;
    assert!(grid.inside > 20 && grid.outside > 20, "{grid:?}");
    // The caret walks in by arrow, and what it walks into opens.
    window.press("Ctrl+Home")?;
    window.press("End")?;
    window.press("Right")?;
    window.until("!document.querySelector('.postil-fold')")?;
    assert_eq!(window.selection()?.head, offset(PAGE, "The pier was", 0)?);
    Ok(())
}

#[test]
fn highlights_are_exact_in_another_font_size_and_width() -> Outcome {
    let desk = Desk::new()?;
    desk.settle(&serde_json::json!({
        "theme": "high_contrast", "font": "monospace", "textSize": 23, "lineHeight": 210, "columnWidth": 30
    }))?;
    let window = desk.start_named(&[])?;
    window.add_article(PAGE)?;
    let style = "getComputedStyle(document.querySelector('.cm-content'))";
    window.until(&format!(
        "{style}.fontSize === '23px' && {style}.fontFamily.includes('Mono')"
    ))?;
    let quote = "We kept our word,” Ilse Brandt told reporters who had waited at the pier";
    let start = offset(PAGE, quote, 0)?;
    window.drag(start, start + units(quote))?;
    assert_eq!(window.selected()?, quote);
    window.answer("C")?;
    window.only_tints()?;
    let grid = window.compare_tints(&desk.untitled())?;
    assert!(grid.inside > 60 && grid.outside > 60, "{grid:?}");
    Ok(())
}
