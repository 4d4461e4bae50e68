//! The register of entities by keyboard.

use postil_tests::Outcome;
use postil_tests::desk::Desk;
use postil_tests::project;
use postil_tests::window::Window;
use postil_tests::window::text::offset;

const TEXT: &str =
    "“We sail,” Ilse Brandt said.\n\n“We wait,” Mayor Brandt said. 王小明 left with محمد العلي.";

/// Marks a speaker by selecting it, and says who it is by typing a name.
fn name(window: &Window, words: &str, name: &str) -> Outcome {
    let start = offset(TEXT, words, 0)?;
    window.drag(
        start,
        offset(TEXT, words, 0)? + words.encode_utf16().count(),
    )?;
    window.answer("S")?;
    window.press("Enter")?;
    window.until("document.activeElement?.role === 'combobox'")?;
    window.type_text(name)?;
    window.until(&format!(
        "document.querySelector('[role=option][aria-selected=true] bdi')?.textContent === '{name}'"
    ))?;
    window.answer("Enter").map(drop)
}

/// Who each mention is, as readers of the file see it.
fn named(desk: &Desk) -> Outcome<Vec<String>> {
    project::rows(
        &desk.untitled(),
        "SELECT text || ': ' || entity FROM annotations WHERE entity IS NOT NULL ORDER BY start",
    )
}

const HERE: &str = "[role=listbox] [aria-selected=true] .name";

#[test]
fn two_entities_are_merged_by_keys_and_parted_by_undo() -> Outcome {
    let desk = Desk::new()?;
    let window = desk.start_named(&[])?;
    window.add_article(TEXT)?;
    name(&window, "Ilse Brandt", "Ilse Brandt")?;
    name(&window, "Mayor Brandt", "The mayor")?;
    let apart = ["Ilse Brandt: Ilse Brandt", "Mayor Brandt: The mayor"];
    assert_eq!(named(&desk)?, apart);

    // The register opens at the mention marked last, its entity in the form.
    window.press("Ctrl+E")?;
    window.until(&format!(
        "document.querySelector('{HERE}')?.textContent === 'The mayor'"
    ))?;
    window.until("document.querySelector('.mention mark')?.textContent === 'Mayor Brandt'")?;
    window.press("M")?;
    window.until("document.activeElement?.role === 'combobox'")?;
    window.type_text("ilse")?;
    window.until(
        "document.querySelector('.choice [aria-selected=true] bdi')?.textContent === 'Ilse Brandt'",
    )?;
    window.press("Enter")?;
    window.until("'merge' in (document.activeElement?.dataset ?? {})")?;
    let told = window.read("document.querySelector('.preview').textContent")?;
    assert!(told.as_str().unwrap_or_default().contains("The mayor"));
    window.answer("Enter")?;
    window.until("document.querySelectorAll('.mention').length === 2")?;
    assert_eq!(
        named(&desk)?,
        ["Ilse Brandt: Ilse Brandt", "Mayor Brandt: Ilse Brandt"]
    );
    let rows = "SELECT group_concat(name || coalesce('>' || merged_into, ''), ' ') FROM entity";
    assert_eq!(
        project::rows(&desk.untitled(), rows)?,
        ["Ilse Brandt The mayor>1"]
    );
    let aliases = "SELECT aliases FROM entity WHERE id = 1";
    assert_eq!(
        project::rows(&desk.untitled(), aliases)?,
        ["[\"The mayor\"]"]
    );

    window.answer("Ctrl+Z")?;
    window.until("document.querySelectorAll('[role=listbox] [role=option]').length === 2")?;
    assert_eq!(named(&desk)?, apart);

    // Back to the text, where the same caret and the same mention are.
    window.press("Escape")?;
    window.until("document.activeElement?.classList.contains('cm-content')")?;
    window.until("document.querySelector('.about bdi')?.textContent === 'Mayor Brandt'")?;
    Ok(())
}
