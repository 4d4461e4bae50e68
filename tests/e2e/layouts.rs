//! Shortcuts with other keyboards.

use postil_tests::Outcome;
use postil_tests::desk::Desk;
use postil_tests::project;
use postil_tests::window::Window;
use postil_tests::window::hardware::layout;
use postil_tests::window::text::offset;

const TEXT: &str = "“The boats of Salem will sail in May,” Ilse Brandt said on the quay.";

/// Marks by keys that lie where they lie on an American keyboard, except
/// where the layout has that letter elsewhere.
fn mark(window: &Window, project: &std::path::Path, undo: &str) -> Outcome {
    let before = project::spans(project).unwrap_or_default();
    assert_eq!(before, [""; 0]);
    for (word, key) in [
        ("boats", "C"),
        ("Brandt", "S"),
        ("said", "V"),
        ("Salem", "P"),
    ] {
        window.walk_to(offset(TEXT, word, 0)? + 1)?;
        window.answer_struck(key)?;
    }
    let made = [
        "claim: “The boats of Salem will sail in May,”",
        "place: Salem",
        "speaker: Ilse Brandt",
        "cue: said",
    ];
    assert_eq!(project::spans(project)?, made);
    // By digit, a value of what is current: here, of the place.
    let said = window.answer_struck("1")?;
    assert!(said.contains(": "), "{said}");
    // Back to the start, each step by one of three ways.
    for key in [undo, "U", undo] {
        window.answer_struck(key)?;
    }
    assert_eq!(
        project::spans(project)?,
        [
            "claim: “The boats of Salem will sail in May,”",
            "speaker: Ilse Brandt"
        ]
    );
    window.answer_struck("Shift+U")?;
    assert_eq!(project::spans(project)?.len(), 3);
    for _ in 0..3 {
        window.answer_struck(undo)?;
    }
    assert_eq!(project::spans(project)?, [""; 0]);
    // Window keys, in and out of a field.
    window.strike("Ctrl+K")?;
    window.until("document.querySelector('.palette')")?;
    window.strike("Ctrl+K")?;
    window.until("!document.querySelector('.palette')")?;
    window.until("document.activeElement?.classList.contains('cm-content')")?;
    window.strike("Ctrl+F")?;
    window.until("document.activeElement?.matches('search input')")?;
    window.press("Escape")?;
    window.until("document.activeElement?.classList.contains('cm-content')")?;
    Ok(())
}

/// Layouts are the display's: whatever happens, the next test has its own.
struct American;

impl Drop for American {
    fn drop(&mut self) {
        let _ = layout("us");
    }
}

#[test]
fn shortcuts_are_where_they_are_on_any_keyboard() -> Outcome {
    let desk = Desk::new()?;
    let window = desk.start_named(&[])?;
    window.add_article(TEXT)?;
    let _after = American;
    // Germans find Z where Americans have Y.
    for (name, undo) in [
        ("us", "Ctrl+Z"),
        ("ru", "Ctrl+Z"),
        ("ara", "Ctrl+Z"),
        ("de", "Ctrl+Y"),
    ] {
        layout(name)?;
        mark(&window, &desk.untitled(), undo).map_err(|error| format!("{name}: {error}"))?;
    }
    Ok(())
}
