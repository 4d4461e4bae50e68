//! Searching all articles, and the bin, in the real window.

use postil_tests::Outcome;
use postil_tests::desk::Desk;
use postil_tests::project;

const CHINESE: &str = "谈判将继续\n\n北京说，自由很重要。";

const TITLES: &str =
    "[...document.querySelectorAll('nav .row .title')].map((one) => one.textContent).join()";

/// How many articles lie in the bin.
fn in_bin(desk: &Desk) -> Outcome<Vec<String>> {
    project::rows(
        &desk.untitled(),
        "SELECT count(*) FROM document WHERE removed_at > 0",
    )
}

#[test]
fn a_chinese_word_is_found_and_its_article_goes_to_the_bin_and_back() -> Outcome {
    let desk = Desk::new()?;
    let window = desk.start_named(&[])?;
    window.add_article("The ferry will sail again in May.\n\nThe harbour master said so.")?;
    window.add_article(CHINESE)?;
    window.add_article("The mills stay closed.\n\nNobody knows why.")?;
    window.press("Ctrl+Shift+F")?;
    window.until("'libraryWords' in (document.activeElement?.dataset ?? {})")?;
    // No key types it: an input method would put it there.
    window.run(
        "const field = document.activeElement;
         field.value = arguments[0];
         field.dispatchEvent(new Event('input', { bubbles: true }));",
        vec!["自由".into()],
    )?;
    window.until(&format!("{TITLES} === '谈判将继续'"))?;
    window.until("document.querySelector('nav .snippet mark')?.textContent === '自由'")?;

    window.press("Down")?;
    window.until("document.activeElement?.classList.contains('row')")?;
    window.answer("Delete")?;
    window.until(&format!("{TITLES} === ''"))?;
    assert_eq!(in_bin(&desk)?, ["1"]);

    window.press("Ctrl+Delete")?;
    window.until("document.activeElement?.closest('.bin li') !== null")?;
    window.answer("Enter")?;
    window.until("document.querySelector('.bin .none')")?;
    assert_eq!(in_bin(&desk)?, ["0"]);
    window.answer("Ctrl+Z")?;
    window.until("document.querySelectorAll('.bin li button').length === 1")?;
    assert_eq!(in_bin(&desk)?, ["1"]);
    window.answer("Ctrl+Z")?;
    assert_eq!(in_bin(&desk)?, ["0"]);
    window.press("Escape")?;
    window.until(&format!("{TITLES} === '谈判将继续'"))?;
    Ok(())
}
