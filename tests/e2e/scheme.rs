//! The scheme editor in the real window: a label of one's own from nothing to
//! a mark, what is in use shown before it goes, templates, files.

use postil_core::scheme::Scheme;
use postil_tests::Outcome;
use postil_tests::desk::Desk;
use postil_tests::project::{links, rows, spans};
use postil_tests::window::Window;
use postil_tests::window::text::{offset, units};
use serde_json::{Value, json};

const TEXT: &str =
    "“The lock will hold,” Ilse Brandt told the council.\n\nSome whisper that it leaks.";

const IN_TEXT: &str = "document.activeElement?.classList.contains('cm-content')";

fn open(window: &Window) -> Outcome {
    window.press("Ctrl+Shift+E")?;
    window
        .until("document.activeElement?.matches('.over .entry[aria-current]')")
        .map(drop)
}

/// Clicks on the button or the entry of the editor that says these words.
fn click(window: &Window, words: &str) -> Outcome {
    let words = json!(words);
    let found = window.until(&format!(
        "(() => {{
           const plain = (text) => text.replace(/[\\u2066-\\u2069]/g, '').trim();
           const one = [...document.querySelectorAll('.over button:not(:disabled)')].find((button) =>
             plain(button.textContent).startsWith({words}) || plain(button.ariaLabel ?? '') === {words});
           one?.scrollIntoView({{ block: 'nearest' }});
           document.querySelector('#to-click')?.removeAttribute('id');
           if (one) one.id = 'to-click';
           return one !== undefined;
         }})()"
    ))?;
    assert_eq!(found, true);
    window.click("#to-click")
}

/// Goes on with Tab until the field with this label has the focus.
fn tab_to(window: &Window, label: &str) -> Outcome {
    let label = json!(label);
    tab_until(
        window,
        &format!(
            "[...(document.activeElement?.labels ?? [])].some((one) => one.textContent.trim() === {label})"
        ),
    )
}

/// Goes on with Tab until the focus is somewhere.
fn tab_until(window: &Window, there: &str) -> Outcome {
    for _ in 0..60 {
        if window.read(there)? == true {
            return Ok(());
        }
        window.press("Tab")?;
    }
    let here = window.read("document.activeElement?.outerHTML.slice(0, 120)")?;
    Err(format!("Tab does not come to {there}: {here}").into())
}

/// What the editor says somewhere, without isolates.
fn words(window: &Window, selector: &str) -> Outcome<String> {
    let script = format!(
        "(document.querySelector('{selector}')?.textContent ?? '').replace(/[\\u2066-\\u2069]/g, '').replace(/\\s+/g, ' ').trim()"
    );
    Ok(window
        .read(&script)?
        .as_str()
        .unwrap_or_default()
        .to_owned())
}

/// Saves, and waits until the article is there again.
fn save(window: &Window) -> Outcome<String> {
    let said = window.answer("Ctrl+S")?;
    window.until("!document.querySelector('.over')")?;
    window.until(IN_TEXT)?;
    Ok(said)
}

fn scheme(desk: &Desk) -> Outcome<Value> {
    let stored = rows(&desk.untitled(), "SELECT json FROM scheme")?;
    Ok(serde_json::from_str(&stored.concat())?)
}

/// The same with everything that a file may leave out.
fn parsed(scheme: &Value) -> Outcome<Scheme> {
    Ok(serde_json::from_value(scheme.clone())?)
}

fn label_ids(desk: &Desk) -> Outcome<Vec<String>> {
    let labels = parsed(&scheme(desk)?)?.labels;
    Ok(labels.into_iter().map(|label| label.id).collect())
}

fn label(desk: &Desk, id: &str) -> Outcome<Value> {
    let scheme = scheme(desk)?;
    let labels = scheme["labels"].as_array().ok_or("no labels")?;
    let found = labels.iter().find(|label| label["id"] == id);
    Ok(found.ok_or_else(|| format!("no label {id}"))?.clone())
}

/// A claim with its speaker and its cue.
fn annotate(window: &Window) -> Outcome {
    window.add_article(TEXT)?;
    window.walk_to(offset(TEXT, "told", 0)? + 1)?;
    for key in ["C", "S", "V"] {
        window.answer(key)?;
    }
    Ok(())
}

/// A label with colour, shape, key, rule and examples, by keyboard once it is there.
fn add_label(window: &Window) -> Outcome {
    open(window)?;
    click(window, "+ Label")?;
    window.until("document.activeElement?.matches('[data-first]')")?;
    window.type_text("Rumour")?;
    tab_to(window, "Key")?;
    window.press("D")?;
    window.until("document.querySelector('.over .why.refused')")?;
    let why = words(window, ".over .why")?;
    assert!(why.starts_with("D is taken by Postil: "), "{why}");
    window.press("S")?;
    window.until("document.querySelector('.over .why')?.textContent.includes('Speaker')")?;
    let why = words(window, ".over .why")?;
    assert_eq!(why, "“Speaker or actor” has S already");
    window.press("Z")?;
    window.until("document.querySelector('.over .key')?.value === 'Z'")?;
    tab_until(window, "document.activeElement?.matches('.hex')")?;
    window.press("Ctrl+A")?;
    window.type_text("#a0307a")?;
    window.until(
        "document.querySelector('.over .sample').style.textDecorationColor === 'rgb(160, 48, 122)'",
    )?;
    tab_to(window, "Shape")?;
    while window.read("document.activeElement.value")? != "wavy" {
        window.press("Down")?;
    }
    for (field, text) in [
        ("Rule", "What nobody stands for."),
        ("Examples", "[Some whisper] that it leaks"),
        ("Not meant", "Brandt said"),
    ] {
        tab_to(window, field)?;
        window.type_text(text)?;
    }
    let said = save(window)?;
    assert!(said.contains("this is version 2"), "{said}");
    Ok(())
}

#[test]
fn a_label_of_ones_own_is_made_and_marks_with_its_key() -> Outcome {
    let desk = Desk::new()?;
    let window = desk.start_named(&[])?;
    annotate(&window)?;
    add_label(&window)?;
    let made = label(&desk, "rumour")?;
    for (field, value) in [
        ("title", json!("Rumour")),
        ("key", json!("Z")),
        ("colour", json!("#a0307a")),
        ("shape", json!("wavy")),
        ("help", json!("What nobody stands for.")),
        ("examples", json!(["[Some whisper] that it leaks"])),
        ("counter_examples", json!(["Brandt said"])),
    ] {
        assert_eq!(made[field], value, "{field}");
    }

    // Its key marks, in its colour and shape; F1 has its rule with the example.
    let start = offset(TEXT, "Some whisper", 0)?;
    window.drag(start, start + units("Some whisper"))?;
    let said = window.answer("Z")?;
    assert!(said.contains("Some whisper"), "{said}");
    assert!(spans(&desk.untitled())?.contains(&"rumour: Some whisper".to_owned()));
    window.until(
        "[...document.querySelectorAll('.postil-wavy')].some((line) => line.style.color === 'rgb(160, 48, 122)')",
    )?;
    window.press("F1")?;
    window.until("document.querySelector('.beside h2')?.textContent.includes('Rumour')")?;
    let rule = words(&window, ".beside .body")?;
    assert!(rule.contains("What nobody stands for."), "{rule}");
    window.until("document.querySelector('.beside mark')?.textContent.includes('Some whisper')")?;
    window.press("Escape")?;
    window.until(IN_TEXT)?;

    // Another title is another name for the same label: nothing else changes.
    let before = spans(&desk.untitled())?;
    open(&window)?;
    click(&window, "Rumour")?;
    tab_to(&window, "Title")?;
    window.press("Ctrl+A")?;
    window.type_text("Hearsay")?;
    let said = save(&window)?;
    assert!(said.contains("this is version 3"), "{said}");
    assert_eq!(label(&desk, "rumour")?["title"], "Hearsay");
    assert_eq!(spans(&desk.untitled())?, before);
    let said = window.answer("U")?;
    assert!(said.contains("change the scheme"), "{said}");
    assert_eq!(label(&desk, "rumour")?["title"], "Rumour");
    Ok(())
}

#[test]
fn what_is_in_use_is_shown_before_it_goes_and_undo_brings_it_back() -> Outcome {
    let desk = Desk::new()?;
    let file = desk.untitled();
    let window = desk.start_named(&[])?;
    annotate(&window)?;
    let before = (spans(&file)?, links(&file)?, scheme(&desk)?);
    open(&window)?;
    click(&window, "Cue")?;
    click(&window, "Remove “Cue”")?;
    window.press("Ctrl+S")?;
    window.until("document.querySelector('.over select')")?;
    window.until("Boolean(document.querySelector('.over .what')?.textContent.trim())")?;
    let effect = words(&window, ".over .what")?;
    assert_eq!(effect, "Cue once, in 1 article");
    assert_eq!(
        (spans(&file)?, links(&file)?),
        (before.0.clone(), before.1.clone())
    );

    // What becomes of it is chosen by keyboard; what has no place there is said.
    tab_until(&window, "document.activeElement?.matches('.over select')")?;
    while window.read("document.activeElement.value")? != "speaker" {
        let now = window.read("document.activeElement.value")?;
        window.press("Down")?;
        window.until(&format!(
            "document.querySelector('.over select').value !== {now}"
        ))?;
        window.until("document.activeElement?.matches('.over select')")?;
    }
    window.until("document.querySelector('.over .lost')")?;
    let lost = words(&window, ".over .lost")?;
    assert!(lost.contains("no place there and goes"), "{lost}");
    // The kind of link that nothing is left for is in use as well.
    click(&window, "Keep all others as retired")?;
    click(&window, "Change the scheme")?;
    window.until("!document.querySelector('.over')")?;
    window.until(IN_TEXT)?;
    window.drawn()?;
    let said = window.said()?;
    assert!(said.contains("One mark changed with it."), "{said}");
    assert!(spans(&file)?.contains(&"speaker: told".to_owned()));
    assert_eq!(label_ids(&desk)?, ["claim", "speaker", "place", "skip"]);

    let said = window.answer("U")?;
    assert!(said.contains("change the scheme"), "{said}");
    assert_eq!((spans(&file)?, links(&file)?, scheme(&desk)?), before);
    // The article on screen is the one of before, too: its cue is drawn.
    window.until("document.querySelector('.postil-wavy')")?;
    window.close()
}

#[test]
fn a_template_is_looked_at_and_taken_and_a_scheme_goes_out_and_comes_in() -> Outcome {
    let desk = Desk::new()?;
    let (out, own) = (desk.path("out.json"), desk.path("own.json"));
    desk.answer(&[&out, &own])?;
    let window = desk.start_named(&[])?;
    annotate(&window)?;
    let file = desk.untitled();
    let before = (spans(&file)?, links(&file)?, scheme(&desk)?);

    // The file is the whole scheme; changed by hand, it comes in as a draft.
    open(&window)?;
    click(&window, "Export…")?;
    window.until("document.querySelector('.said').textContent.includes('out.json')")?;
    let mut written: Value = serde_json::from_str(&std::fs::read_to_string(&out)?)?;
    assert_eq!(parsed(&written)?, parsed(&before.2)?);
    written["title"] = json!("Ours");
    written["labels"][0]["help"] = json!("As we agreed.");
    std::fs::write(&own, written.to_string())?;
    click(&window, "Import…")?;
    window.until("document.querySelector('.over header .title').textContent === 'Ours'")?;
    // Said after it is shown: else it would pass for the answer to saving.
    window.until("document.querySelector('.said').textContent.includes('is here to look at')")?;
    assert_eq!(
        scheme(&desk)?,
        before.2,
        "nothing changes before it is saved"
    );
    let said = save(&window)?;
    assert!(said.contains("this is version 2"), "{said}");
    assert_eq!(scheme(&desk)?["title"], "Ours");
    assert_eq!(label(&desk, "claim")?["help"], "As we agreed.");

    // A template in its place: what of the annotations has no label there is asked.
    open(&window)?;
    click(&window, "Title, options, templates")?;
    click(&window, "Place names")?;
    window.until("document.querySelector('.over header .title').textContent !== 'Ours'")?;
    window.press("Ctrl+S")?;
    window.until("document.querySelector('.over select')")?;
    click(&window, "Keep all others as retired")?;
    click(&window, "Change the scheme")?;
    window.until("!document.querySelector('.over')")?;
    window.until(IN_TEXT)?;
    window.drawn()?;
    assert_eq!(spans(&file)?, before.0);
    assert_eq!(label(&desk, "claim")?["retired"], true);
    for _ in 0..2 {
        let said = window.answer("U")?;
        assert!(said.contains("change the scheme"), "{said}");
    }
    assert_eq!((spans(&file)?, links(&file)?, scheme(&desk)?), before);
    Ok(())
}
