//! Every occurrence, a label in hand, two claims of one and back.

use postil_tests::Outcome;
use postil_tests::desk::Desk;
use postil_tests::project;
use postil_tests::window::text::{offset, units};

const TEXT: &str = "Arden promised to pay.\n\nArden waits, and so does Mira Vale of Arden.\n\n\
                    Vale said the lock would hold and nobody would leave.\n";

#[test]
fn a_mention_is_marked_wherever_it_stands_but_where_refused() -> Outcome {
    let desk = Desk::new()?;
    let window = desk.start_named(&[])?;
    window.add_article(TEXT)?;
    window.walk_to(1)?;
    window.answer("P")?;
    window.press("W")?;
    window.until("document.querySelectorAll('.elsewhere [role=option]').length === 2")?;
    window.press("2")?;
    window.until("document.querySelector('.elsewhere [role=option][aria-selected=false]')")?;
    window.answer("Enter")?;
    assert_eq!(
        project::spans(&desk.untitled())?,
        ["place: Arden", "place: Arden"]
    );
    window.answer("U")?;
    assert_eq!(project::spans(&desk.untitled())?, ["place: Arden"]);
    Ok(())
}

#[test]
fn a_label_in_hand_marks_what_the_mouse_lets_go() -> Outcome {
    let desk = Desk::new()?;
    let window = desk.start_named(&[])?;
    window.add_article(TEXT)?;
    window.answer("Alt+S")?;
    let name = offset(TEXT, "Mira Vale", 0)?;
    window.drag(name, name + units("Mira Vale"))?;
    window.until("document.querySelector('.said').textContent.includes('Mira Vale')")?;
    window.click_at(window.place(offset(TEXT, "Vale said", 0)? + 1, 1)?, 2)?;
    window.until(
        "(({ textContent: said }) => said.includes('Vale') && !said.includes('Mira'))(document.querySelector('.said'))",
    )?;
    window.answer("Escape")?;
    let nobody = offset(TEXT, "nobody", 0)?;
    window.drag(nobody, nobody + units("nobody"))?;
    window.drawn()?;
    assert_eq!(
        project::spans(&desk.untitled())?,
        ["speaker: Mira Vale", "speaker: Vale"]
    );
    Ok(())
}

#[test]
fn one_claim_becomes_two_and_one_again() -> Outcome {
    let desk = Desk::new()?;
    let window = desk.start_named(&[])?;
    window.add_article(TEXT)?;
    window.walk_to(offset(TEXT, "said", 0)? + 1)?;
    for key in ["C", "S", "V"] {
        window.answer(key)?;
    }
    let whole = "claim: the lock would hold and nobody would leave";
    assert!(project::spans(&desk.untitled())?.contains(&whole.to_owned()));
    window.walk_to(offset(TEXT, "nobody", 0)?)?;
    window.answer("Y")?;
    let claims = |spans: Vec<String>| -> Vec<String> {
        let claim = |span: &String| span.starts_with("claim");
        spans.into_iter().filter(claim).collect()
    };
    assert_eq!(
        claims(project::spans(&desk.untitled())?),
        ["claim: the lock would hold", "claim: nobody would leave"]
    );
    assert_eq!(project::links(&desk.untitled())?.len(), 4);
    window.press("K")?;
    window.answer("Shift+Y")?;
    // "and" was said by neither.
    assert_eq!(
        claims(project::spans(&desk.untitled())?),
        ["claim: the lock would hold … nobody would leave"]
    );
    Ok(())
}
