//! What of a pasted page is not the article, or specially is: each part that
//! was proposed is accepted, refused or given other ends by one key.

use postil_tests::Outcome;
use postil_tests::desk::Desk;
use postil_tests::project::rows;
use postil_tests::window::Window;
use postil_tests::window::text::{Selection, offset, units};

/// A menu, headline, byline, caption and date above, a glued list below.
const PAGE: &str = "Home\nWorld\nSport\nSign in\n\
Bakers of Orvane agree on a price for bread until spring\n\
By Odile Marchetti\n\
A baker carries flour over the bridge. Photo: Ada Lund/Orvane Press\n\
12 Feb 2025\n\n\
ORVANE — The bakers of Orvane will sell bread at one price until April, their guild said on Monday.\n\n\
\"Nobody will go hungry this winter,\" Odo Brandt, who heads the guild, told reporters.\n\n\
The mayor said she had not been asked about it before.Latest newsThe Well That Ran Dry Twice\n\
11 Feb 2025\n\
A Bridge Nobody Wants\n\
10 Feb 2025\n\
Three Mills and One River\n\
09 Feb 2025\n";

/// Kind, state and words of each zone, in the order of the text.
fn zones(desk: &Desk) -> Outcome<Vec<String>> {
    rows(
        &desk.untitled(),
        "SELECT kind, state, replace(substr(text, start + 1, end - start), char(10), ' ')
         FROM zone JOIN document ON document.id = zone.document ORDER BY start",
    )
}

fn states(desk: &Desk) -> Outcome<Vec<String>> {
    rows(&desk.untitled(), "SELECT state FROM zone ORDER BY start")
}

fn caret(window: &Window) -> Outcome<usize> {
    window.selection().map(|Selection { head, .. }| head)
}

/// Lines that are drawn with these classes, by their first words.
fn drawn(window: &Window, classes: &str) -> Outcome<String> {
    let script = format!(
        "[...document.querySelectorAll('.postil-zone-line{classes}')].map((line) => line.textContent.slice(0, 8)).join('|')"
    );
    Ok(window
        .read(&script)?
        .as_str()
        .unwrap_or_default()
        .to_owned())
}

#[test]
fn what_is_proposed_is_accepted_refused_and_adjusted_by_one_key_each() -> Outcome {
    let desk = Desk::new()?;
    let window = desk.start_named(&[])?;
    window.add_article(PAGE)?;
    let list = PAGE[PAGE.find("Latest news").unwrap_or_default()..]
        .trim_end()
        .replace('\n', " ");
    assert_eq!(
        zones(&desk)?,
        [
            "skip|proposed|Home World Sport Sign in",
            "headline|proposed|Bakers of Orvane agree on a price for bread until spring",
            "byline|proposed|By Odile Marchetti",
            "caption|proposed|A baker carries flour over the bridge. Photo: Ada Lund/Orvane Press",
            "skip|proposed|12 Feb 2025",
            "dateline|proposed|ORVANE —",
            &format!("skip|proposed|{list}"),
        ]
    );
    assert_eq!(drawn(&window, ".is-headline.is-proposed")?, "Bakers o");

    // Elsewhere the key only goes to the next one and says why it is proposed.
    window.walk_to(offset(PAGE, "Nobody will", 0)?)?;
    let said = window.answer("Shift+B")?;
    assert!(
        said.starts_with("Proposed: not the article (lines like headlines"),
        "{said}"
    );
    assert_eq!(caret(&window)?, offset(PAGE, "Latest news", 0)?);
    assert!(states(&desk)?.iter().all(|state| state == "proposed"));

    // From the top: menu, headline and byline are accepted one after the other.
    window.walk_to(0)?;
    let said = window.answer("Shift+B")?;
    assert!(
        said.starts_with("Accepted: not the article. Next of 6: headline"),
        "{said}"
    );
    assert_eq!(caret(&window)?, offset(PAGE, "Bakers of", 0)?);
    window.answer("Shift+B")?;
    assert_eq!(drawn(&window, ".is-headline.is-accepted")?, "Bakers o");
    window.answer("Shift+B")?;
    assert_eq!(caret(&window)?, offset(PAGE, "A baker", 0)?);

    // A caption that is none is refused, and drawn as the article again.
    let said = window.answer("Alt+B")?;
    assert!(said.starts_with("Refused: no caption"), "{said}");
    assert_eq!(drawn(&window, ".is-caption")?, "");
    window.answer("Shift+B")?;
    window.answer("Shift+B")?;
    assert_eq!(caret(&window)?, offset(PAGE, "Latest news", 0)?);
    assert_eq!(
        states(&desk)?,
        [
            "accepted", "accepted", "accepted", "refused", "accepted", "accepted", "proposed"
        ]
    );

    // The list gets other ends: what is selected from the caret on.
    let last = offset(PAGE, "Three Mills", 0)?;
    while caret(&window)? < last {
        window.press("Shift+Down")?;
    }
    window.press("Shift+End")?;
    let Selection { anchor, head } = window.selection()?;
    assert_eq!(
        (anchor, head),
        (
            offset(PAGE, "Latest news", 0)?,
            last + units("Three Mills and One River")
        )
    );
    let said = window.answer("Ctrl+Shift+B")?;
    assert!(said.starts_with("Not the article: these"), "{said}");
    let kept = list.trim_end_matches(" 09 Feb 2025");
    let adjusted = format!("skip|accepted|{kept}");
    assert_eq!(zones(&desk)?[6], adjusted);

    // Each was one step.
    let said = window.answer("U")?;
    assert!(
        said.contains("change where a part begins and ends"),
        "{said}"
    );
    assert_eq!(zones(&desk)?[6], format!("skip|proposed|{list}"));
    window.answer("Shift+U")?;
    assert_eq!(zones(&desk)?[6], adjusted);
    for _ in 0..7 {
        window.answer("U")?;
    }
    assert!(states(&desk)?.iter().all(|state| state == "proposed"));
    assert_eq!(drawn(&window, ".is-caption")?, "A baker ");
    let said = window.answer("Ctrl+B")?;
    assert!(said.starts_with("Accepted all 7 parts"), "{said}");
    assert!(states(&desk)?.iter().all(|state| state == "accepted"));
    let refused = window.answer("Shift+B")?;
    assert_eq!(refused, "Nothing is proposed in this article.");
    Ok(())
}

#[test]
fn a_paragraph_is_taken_out_and_comes_back_by_the_same_key() -> Outcome {
    let text = "The ferry sails again, the port said.\n\nThe pier was painted.\n\nThe crew will be paid, the union said.\n";
    let desk = Desk::new()?;
    let window = desk.start_named(&[])?;
    window.add_article(text)?;
    window.walk_to(offset(text, "pier", 0)?)?;
    let before = zones(&desk)?;
    let mut after = Vec::new();
    for taken_out in [true, false, true] {
        window.answer("B")?;
        after = zones(&desk)?;
        assert_eq!(
            after.contains(&"skip|accepted|The pier was painted.".to_owned()),
            taken_out
        );
        assert_eq!(after.len() - before.len(), usize::from(taken_out));
        assert_eq!(drawn(&window, ".is-skip")?.is_empty(), !taken_out);
    }
    window.answer("U")?;
    assert_eq!(zones(&desk)?, before);
    window.answer("Shift+U")?;
    assert_eq!(zones(&desk)?, after);
    Ok(())
}
