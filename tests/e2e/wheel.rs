//! The wheel scrolls what the pointer is over, in the article and in each pane.

use postil_tests::Outcome;
use postil_tests::desk::Desk;

#[test]
fn the_wheel_scrolls_the_article_and_the_pane_over_it() -> Outcome {
    let desk = Desk::new()?;
    let window = desk.start_named(&[])?;
    let article: Vec<String> = (1..=60)
        .map(|number| format!("The ferry sails on day {number}."))
        .collect();
    window.add_article(&article.join("\n\n"))?;
    window.settled()?;
    window.turn_wheel((600, 400), 3)?;
    window.until("document.querySelector('.cm-scroller').scrollTop > 60")?;

    window.press("Ctrl+Shift+E")?;
    window.until("document.querySelector('[data-first]')")?;
    window.settled()?;
    let article = window.read("document.querySelector('.cm-scroller').scrollTop")?;
    window.turn_wheel((300, 600), 3)?;
    window.until("document.querySelector('.form').scrollTop > 60")?;
    // What lies under the pane stays where it was.
    assert_eq!(
        window.read("document.querySelector('.cm-scroller').scrollTop")?,
        article
    );
    Ok(())
}
