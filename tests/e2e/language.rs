//! Languages of articles and paragraphs, seen and chosen by key.

use postil_tests::Outcome;
use postil_tests::desk::Desk;
use postil_tests::project;
use postil_tests::window::Window;
use postil_tests::window::text::offset;

const UKRAINIAN: &str = "Міністр пообіцяв відремонтувати міст до зими\n\n\
    Міністр інфраструктури заявив у понеділок, що міст через річку відремонтують ще до зими.\n\
    «Мы ездим в объезд сорок километров, и никто нам не говорит, когда это закончится», — сказала она.\n\
    Обласна влада відповіла, що гроші вже виділено, а роботи почнуться наступного тижня.\n";

/// Nothing in it is Croatian alone.
const UNSURE: &str = "Ministar je rekao novinarima da će razgovori trajati još nekoliko dana.\n\
    Sastanak je održan u glavnom gradu\n";

/// The tags beside the lines, as `line tag`.
fn tags(window: &Window) -> Outcome<String> {
    let read = window.read(
        "[...document.querySelectorAll('.cm-line')].flatMap((line, at) => line.dataset.language
           ? [at + ' ' + line.dataset.language.replace(/[\\u2066\\u2069]/g, '')] : []).join(', ')",
    )?;
    Ok(read.as_str().unwrap_or_default().to_owned())
}

fn opened(window: &Window, list: &str) -> Outcome {
    window.until(&format!(
        "document.querySelector('[role=combobox]') && document.querySelector('.popover label').textContent === '{list}'"
    ))?;
    Ok(())
}

#[test]
fn a_quotation_in_another_language_is_tagged_and_a_choice_by_hand_stays() -> Outcome {
    let desk = Desk::new()?;
    let window = desk.start_named(&[])?;
    window.add_article(UKRAINIAN)?;
    assert_eq!(tags(&window)?, "3 ru");
    window.walk_to(offset(UKRAINIAN, "Мы ездим", 0)?)?;
    window
        .until("document.querySelector('.paragraph-language')?.textContent.includes('Russian')")?;
    // By its own name, typed.
    window.press("Shift+L")?;
    opened(&window, "Language of this paragraph")?;
    window.type_text("беларус")?;
    window.until("document.querySelectorAll('[role=option]').length === 1")?;
    let said = window.answer("Enter")?;
    assert!(said.contains("Belarusian"), "{said}");
    assert_eq!(tags(&window)?, "3 be");
    let project = desk.untitled();
    let by_hand = "SELECT tag || ' ' || confidence FROM language WHERE by_hand = 1";
    assert_eq!(project::rows(&project, by_hand)?, ["be 1.0"]);
    window.answer("U")?;
    assert_eq!(tags(&window)?, "3 ru");
    assert!(project::rows(&project, by_hand)?.is_empty());
    // The tag is no text: what is selected and copied has none of it.
    window.press("Ctrl+A")?;
    assert_eq!(window.selected()?, UKRAINIAN);
    Ok(())
}

#[test]
fn what_is_hard_to_tell_apart_is_chosen_from_together_and_helps_its_neighbours() -> Outcome {
    let desk = Desk::new()?;
    let window = desk.start_named(&[])?;
    window.add_article(UNSURE)?;
    let header = "document.querySelector('[data-language-of-article]')";
    window.until(&format!("{header}.classList.contains('unsure')"))?;
    let before = project::rows(&desk.untitled(), "SELECT * FROM language ORDER BY id")?;
    window.press("Ctrl+L")?;
    opened(&window, "Language of the article")?;
    let first = window.read(
        "[...document.querySelectorAll('[role=option] bdi')].slice(0, 3).map((one) => one.textContent).sort().join()",
    )?;
    assert_eq!(first, "Bosnian,Croatian,Serbian (Latin)");
    window.press("Escape")?;

    window.walk_to(offset(UNSURE, "rekao", 0)?)?;
    window.press("Shift+L")?;
    opened(&window, "Language of this paragraph")?;
    let digit = window.read(
        "[...document.querySelectorAll('[role=option]')].find((one) => one.querySelector('bdi').textContent === 'Bosnian')
           .querySelector('kbd').textContent",
    )?;
    window.answer(digit.as_str().unwrap_or_default())?;
    let tags = project::rows(
        &desk.untitled(),
        "SELECT coalesce(nullif(tag, 'und'), guess) FROM language ORDER BY start",
    )?;
    assert_eq!(tags, ["bs", "bs", "bs"]);
    window.answer("U")?;
    let after = project::rows(&desk.untitled(), "SELECT * FROM language ORDER BY id")?;
    assert_eq!(after, before);
    Ok(())
}

#[test]
fn the_library_lists_articles_of_one_language() -> Outcome {
    let desk = Desk::new()?;
    let window = desk.start_named(&[])?;
    window.add_article(UKRAINIAN)?;
    window.add_article("The ferry will sail again in May, the harbour master said.")?;
    let titles = "[...document.querySelectorAll('nav .row .title')].map((one) => one.textContent)";
    window.until(&format!("{titles}.length === 2"))?;
    window.click("nav .tools [aria-expanded]")?;
    window.until("document.querySelector('[data-part=language] option[value=uk]')")?;
    window.run(
        "const select = document.querySelector('[data-part=language]');
         select.value = 'uk';
         select.dispatchEvent(new Event('change', { bubbles: true }));",
        Vec::new(),
    )?;
    window.until(&format!(
        "{titles}.join() === 'Міністр пообіцяв відремонтувати міст до зими'"
    ))?;
    Ok(())
}
