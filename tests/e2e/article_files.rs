//! Articles out of files: opened with the program, looked at, added, told, and taken back.

use postil_tests::Outcome;
use postil_tests::desk::Desk;
use postil_tests::project;
use postil_tests::window::Window;
use std::path::{Path, PathBuf};

const CORPUS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/corpus/files/");
const PAGE: &str = "<!DOCTYPE html><html lang=en><head><title>Mill wheel turns again</title>\
    <meta property=\"og:site_name\" content=\"Veldan Courier\"></head><body><nav><a href=/>Home</a>\
    <a href=/news>News</a></nav><h1>Mill wheel turns again</h1>\
    <p>\"The wheel turns,\" said miller Ilse Brandt on Monday.</p>\
    <script>document.title = 'taken over'</script></body></html>";

fn paths(files: &[PathBuf]) -> Vec<String> {
    files
        .iter()
        .map(|file| file.display().to_string())
        .collect()
}

/// Waits until everything on offer is read.
fn read(window: &Window, files: usize) -> Outcome {
    window.until(&format!(
        "document.querySelectorAll('.offer .row').length === {files} &&
         ![...document.querySelectorAll('.offer .what')].some((one) => one.textContent.includes('Reading'))"
    ))?;
    window
        .until("document.querySelector('.offer .file')?.getAttribute('aria-busy') === 'false'")?;
    Ok(())
}

fn text(window: &Window, selector: &str) -> Outcome<String> {
    let said = window.read(&format!(
        "document.querySelector('{selector}')?.textContent"
    ))?;
    let said = said.as_str().unwrap_or_default();
    let plain: String = said
        .chars()
        .filter(|letter| !('\u{2066}'..='\u{2069}').contains(letter))
        .collect();
    Ok(plain.split_whitespace().collect::<Vec<_>>().join(" "))
}

#[test]
fn files_opened_with_the_program_are_looked_at_added_told_and_taken_back() -> Outcome {
    let desk = Desk::new()?;
    let page = desk.path("mill.html");
    std::fs::write(&page, PAGE)?;
    let empty = desk.path("empty.txt");
    std::fs::write(&empty, " \n")?;
    let corpus = |name: &str| Path::new(CORPUS).join(name);
    let files = [
        corpus("river.windows-1251.txt"),
        corpus("market.big5.txt"),
        corpus("harbour.windows-1256.txt"),
        corpus("tracked.docx"),
        corpus("two-columns.pdf"),
        page,
        empty,
    ];
    let project = desk.path("mills.postil");
    let made = desk.start_named(&[])?;
    made.add_article("Rain, they say.")?;
    made.close()?;
    std::fs::rename(desk.untitled(), &project)?;

    let mut arguments = vec![project.display().to_string()];
    arguments.extend(paths(&files));
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let window = desk.start_named(&arguments)?;
    read(&window, files.len())?;
    assert_eq!(text(&window, ".offer .primary")?, "Add 6 articles");
    assert!(text(&window, "#offered-6")?.contains("There is no text in"));
    assert!(text(&window, ".offer .how")?.starts_with("a guess"));
    assert!(text(&window, ".offer .beginning")?.starts_with("Река вернулась"));
    // The Arabic one stands from the right.
    window.press("Down")?;
    window.press("Down")?;
    window.until("document.querySelector('.offer .beginning')?.dir === 'rtl'")?;
    // The Chinese one is left out.
    window.press("Up")?;
    window.until("document.querySelector('#offered-1.current')")?;
    window.press("Space")?;
    window.until("document.querySelector('.offer .primary')?.textContent.includes('5')")?;
    window.press("Enter")?;

    window.until("document.querySelector('.added')")?;
    let told = text(&window, ".added")?;
    for part in [
        "5 articles came in, from 6 files",
        "There is no text in",
        "tracked changes delete: 1",
        "read as windows-1251, which is a guess",
        "Mill wheel turns again",
    ] {
        assert!(told.contains(part), "{part} is not in {told}");
    }
    window.press("Escape")?;
    window.until("!document.querySelector('.added')")?;
    window.until("document.querySelectorAll('nav .row').length === 6")?;
    window.until("document.activeElement?.classList.contains('cm-content')")?;
    let titles = "SELECT title FROM document WHERE removed_at IS NULL ORDER BY added_at, uid";
    assert_eq!(project::rows(&project, titles)?.len(), 6);
    assert_eq!(window.read("document.title")?, "Postil");
    window.press("Ctrl+Z")?;
    window.until("document.querySelectorAll('nav .row').length === 1")?;
    window.press("Ctrl+Shift+Z")?;
    window.until("document.querySelectorAll('nav .row').length === 6")?;

    // A second start brings its files here and ends.
    let late = desk.path("late.txt");
    std::fs::write(&late, "The ferry sails again.\n")?;
    assert!(desk.start_again(&[&late.display().to_string()])?.success());
    window.until("document.querySelector('.offer .row')")?;
    read(&window, 1)?;
    assert!(text(&window, "#offered-0")?.contains("The ferry sails again."));
    window.press("Escape")?;
    window.until("!document.querySelector('.offer')")?;
    assert!(
        desk.start_again(&[&project.display().to_string()])?
            .success()
    );
    assert!(window.alive());
    window.close()?;
    assert_eq!(project::rows(&project, titles)?.len(), 6);
    Ok(())
}

#[test]
fn files_dropped_on_the_window_are_on_offer() -> Outcome {
    let desk = Desk::new()?;
    let river = desk.path("the river.txt");
    std::fs::write(&river, "The river is back in its bed.\n")?;
    let window = desk.start_named(&[])?;
    let drop = window.drag_files(&[river.as_path()], (640, 400))?;
    window.until("document.querySelector('.drop')")?;
    drop()?;
    window.until("document.querySelector('.offer .row')")?;
    read(&window, 1)?;
    assert!(text(&window, "#offered-0")?.contains("the river.txt"));
    window.press("Enter")?;
    // There was no project yet.
    window.until("document.querySelectorAll('nav .row').length === 1")?;
    window.close()?;
    let titles = project::rows(&desk.untitled(), "SELECT title FROM document")?;
    assert_eq!(titles, ["The river is back in its bed."]);
    Ok(())
}
