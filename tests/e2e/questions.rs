//! A question is asked at a span, answered by a decision, and what was marked
//! before is looked at again: all by keys.

use postil_tests::Outcome;
use postil_tests::desk::Desk;
use postil_tests::project::rows;
use postil_tests::window::Window;
use postil_tests::window::text::offset;

const FIRST: &str = "“We sail,” Ilse Brandt said.\n\n“We wait,” Otto Kern said.";
const SECOND: &str = "Паром пойдёт в понедельник, сказала мэр.";

fn mark(window: &Window, text: &str, quote: &str) -> Outcome {
    window.walk_to(offset(text, quote, 0)? + 1)?;
    window.answer("C").map(drop)
}

/// Types into the field that has the focus, and keeps it with Enter.
fn write(window: &Window, words: &str) -> Outcome<String> {
    window.until("document.activeElement?.matches('textarea')")?;
    window.type_text(words)?;
    window.answer("Enter")
}

fn list(selector: &str) -> String {
    format!("[...document.querySelectorAll('{selector}')].map((one) => one.textContent)")
}

fn in_text(window: &Window) -> Outcome {
    let there = "document.activeElement?.classList.contains('cm-content')";
    window.until(there).map(drop)
}

#[test]
fn a_question_becomes_a_decision_that_is_read_beside_the_article() -> Outcome {
    let desk = Desk::new()?;
    let file = desk.untitled();
    let window = desk.start_named(&[])?;
    window.add_article(SECOND)?;
    mark(&window, SECOND, "пойдёт")?;
    window.add_article(FIRST)?;
    mark(&window, FIRST, "We sail")?;
    mark(&window, FIRST, "We wait")?;

    window.press("Shift+H")?;
    let said = write(&window, "Both quotation marks?")?;
    assert!(said.contains("Asked the team about “We wait,”"), "{said}");
    in_text(&window)?;
    let asked = "SELECT question.text, flags FROM question JOIN span ON span.id = question.span";
    assert_eq!(
        rows(&file, asked)?,
        ["Both quotation marks?|[\"question\"]"]
    );

    // The list, the answer, and what was marked before in both articles.
    window.press("Shift+Q")?;
    window.until("document.activeElement?.matches('.beside .row')")?;
    assert_eq!(
        window.read(&list(".beside .asked"))?[0],
        "Both quotation marks?"
    );
    window.press("A")?;
    let said = write(&window, "Yes, both of them.")?;
    assert!(said.contains("written into the rule of Claim"), "{said}");
    let before = list(".beside ol b");
    window.until(&format!("{before}.length === 3"))?;
    let quotes = window.read(&before)?;
    assert_eq!(quotes[0], SECOND.trim_end_matches('.'));
    assert_eq!(rows(&file, "SELECT version FROM scheme")?, ["2"]);

    // The first is in the other article: that is on screen, the list goes on.
    let shown = |text: &str| {
        let line = text.lines().next().unwrap_or_default();
        format!("document.querySelector('.cm-content').textContent.includes('{line}')")
    };
    window.until(&shown(SECOND))?;
    window.until("document.activeElement?.matches('.beside ol button')")?;
    let said = window.answer("Space")?;
    assert!(said.contains("Right as the rules are now"), "{said}");
    window.until(&shown(FIRST))?;
    window.until(&format!("{before}.length === 2"))?;
    let versions =
        "SELECT group_concat(scheme_version) FROM (SELECT scheme_version FROM span ORDER BY id)";
    assert_eq!(rows(&file, versions)?, ["2,1,1"]);

    // Back to the text; F1 has the decision with its day.
    window.until("document.activeElement?.matches('.beside ol button')")?;
    window.press("Escape")?;
    window.until("document.activeElement?.matches('.beside .row')")?;
    window.press("Escape")?;
    window.until("!document.querySelector('.beside')")?;
    in_text(&window)?;
    window.press("F1")?;
    window.until("document.querySelector('.beside h2')?.textContent.includes('Claim')")?;
    let decision = "document.querySelector('.beside time')?.closest('li').textContent.replace(/\\s+/g, ' ').trim()";
    let read = window.until(decision)?;
    assert!(
        read.as_str()
            .is_some_and(|read| read.ends_with("Yes, both of them.")),
        "{read}"
    );

    // Undone: the question is open again, and the rule as it was. What was
    // confirmed is undone where it was confirmed.
    let said = window.answer("U")?;
    assert!(said.contains("was made here"), "{said}");
    window.until(&shown(SECOND))?;
    in_text(&window)?;
    window.answer("U")?;
    let said = window.answer("U")?;
    let said = if said.contains("was made here") {
        window.until(&shown(FIRST))?;
        in_text(&window)?;
        window.answer("U")?
    } else {
        said
    };
    assert!(said.contains("answer a question"), "{said}");
    window.until("!document.querySelector('.beside time')")?;
    assert_eq!(rows(&file, "SELECT version FROM scheme")?, ["1"]);
    assert_eq!(
        rows(&file, asked)?,
        ["Both quotation marks?|[\"question\"]"]
    );
    window.close()
}
