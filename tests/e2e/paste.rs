//! What people paste besides good articles.

use postil_tests::Outcome;
use postil_tests::desk::Desk;
use postil_tests::project;
use postil_tests::window::Window;

const ARTICLE: &str = "Mayor Brandt said the boats would sail.\n\nNobody on the quay believed her.";
const ADD: &str = "document.querySelector('dialog[open] .button.primary')";

/// What the paste box objects to.
fn objection(window: &Window) -> Outcome<String> {
    let said = window.until("document.querySelector('dialog[open] .problem')?.textContent")?;
    Ok(said
        .as_str()
        .unwrap_or_default()
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" "))
}

#[test]
fn nothing_but_white_space_is_no_article() -> Outcome {
    let desk = Desk::new()?;
    let window = desk.start_named(&[])?;
    window.paste(" \n\t \n")?;
    assert_eq!(window.read(&format!("{ADD}.disabled"))?, true);
    window.press("Escape")?;
    window.until("!document.querySelector('dialog[open]')")?;
    assert!(!desk.untitled().exists(), "no project for nothing");
    window.add_article(ARTICLE)
}

#[test]
fn a_text_over_the_limit_is_refused_with_its_size() -> Outcome {
    let desk = Desk::new()?;
    let window = desk.start_named(&[])?;
    window.copy_made(
        "'All the news of the harbour.\\n'.repeat(9 * 1024 * 1024 / 29)",
        Vec::new(),
    )?;
    window.press("Ctrl+V")?;
    let said = objection(&window)?;
    assert!(said.contains("8 MiB"), "{said}");
    assert_eq!(window.read(&format!("{ADD}.disabled"))?, true);
    assert!(!desk.untitled().exists());
    Ok(())
}

#[test]
fn the_same_text_again_is_refused_with_the_way_to_the_first() -> Outcome {
    let desk = Desk::new()?;
    let window = desk.start_named(&[])?;
    window.add_article(ARTICLE)?;
    window.add_article("Another article.\n\nIt says little.")?;
    window.paste(ARTICLE)?;
    let said = objection(&window)?;
    assert!(said.starts_with("This text is here already:"), "{said}");
    window.click("dialog[open] .problem button")?;
    window.until("!document.querySelector('dialog[open]')")?;
    window.until("document.querySelector('.cm-content').textContent.startsWith('Mayor Brandt')")?;
    assert_eq!(
        project::rows(&desk.untitled(), "SELECT count(*) FROM document")?,
        ["2"]
    );
    Ok(())
}

#[test]
fn a_direction_override_turns_nothing_around_but_its_own_text() -> Outcome {
    let text = "Ilse \u{202E}Brandt said “the boats \u{202E}will sail” at noon.\n\n“We kept \u{202E}every promise,” she said.";
    let desk = Desk::new()?;
    let window = desk.start_named(&[])?;
    window.add_article(text)?;
    window.walk_to(25)?;
    window.answer("C")?;
    window.walk_to(2)?;
    window.answer("S")?;
    assert_eq!(
        project::rows(&desk.untitled(), "SELECT text FROM document")?.join("\n"),
        text
    );
    let (all, right) = project::fragments(&desk.untitled())?;
    assert_eq!((all, right), (2, 2));
    // Everywhere else the text stands in an isolate.
    let loose = "(() => {
      const walker = document.createTreeWalker(document.getElementById('app'), NodeFilter.SHOW_TEXT), loose = [];
      let seen = 0;
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const at = node.data.indexOf('\\u202e');
        if (at < 0 || node.parentElement.closest('.cm-content')) continue;
        seen += 1;
        const isolated = node.data.lastIndexOf('\\u2068', at) > node.data.lastIndexOf('\\u2069', at);
        if (!isolated && !node.parentElement.closest('bdi')) loose.push(node.data);
      }
      return { seen, loose };
    })()";
    let found = window.read(loose)?;
    assert_eq!(found["loose"], serde_json::json!([]));
    assert!(found["seen"].as_u64() > Some(2), "{found}");
    Ok(())
}
