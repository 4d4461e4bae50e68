//! Out of one project and into another, through the window's menu.

use postil_tests::Outcome;
use postil_tests::desk::Desk;
use postil_tests::project;
use postil_tests::window::Window;

/// Chooses from the project's menu and gives what the status line says then.
fn choose(window: &Window, title: &str) -> Outcome<String> {
    window.click("nav .menu > button, .side .menu > button")?;
    window.until("document.querySelector('[role=menu]')")?;
    let script = "const item = [...document.querySelectorAll('[role^=menuitem]')]
                    .find((one) => one.textContent.includes(arguments[0]));
                  item.id = 'to-click';";
    window.run(script, vec![title.into()])?;
    let before = window.read("Number(document.querySelector('.said').dataset.count)")?;
    window.click("#to-click")?;
    window.until("!document.querySelector('[role=menu]')")?;
    if title.starts_with("New") {
        // Which scheme it begins with is asked: the first one is chosen.
        window.until("document.querySelector('dialog[open] [type=radio]:checked')")?;
        window.click("dialog[open] .primary")?;
        window.until("document.querySelector('main .empty')")?;
        return Ok(String::new());
    }
    window.until(&format!(
        "Number(document.querySelector('.said').dataset.count) > {before}"
    ))?;
    window.said()
}

/// Exports everything in a format through the pane, with the names of
/// annotators; what the status line says when it is over.
fn export(window: &Window, format: &str) -> Outcome<String> {
    let before = window.read("Number(document.querySelector('.said').dataset.count)")?;
    window.press("Ctrl+Shift+S")?;
    window.until("document.querySelector('.transfer [data-export=scope]')")?;
    let choice = format!(".transfer input[value='{format}']");
    // The list of formats is longer than its room.
    window.run(
        "document.querySelector(arguments[0]).scrollIntoView({ block: 'center' })",
        vec![choice.as_str().into()],
    )?;
    window.click(&choice)?;
    let scope = "const scope = document.querySelector('[data-export=scope]');
                 scope.value = 'all';
                 scope.dispatchEvent(new Event('change', { bubbles: true }));
                 const anonymous = document.querySelector('[data-export=anonymous]');
                 if (anonymous.checked) anonymous.click();";
    window.run(scope, vec![])?;
    window.until(
        "document.querySelector('.outcome .count')?.textContent.replace(/[\\u2068\\u2069]/g, '')
           .includes('9 articles')
         && !document.querySelector('.transfer .primary').disabled",
    )?;
    window.press("Ctrl+Enter")?;
    window.until(&format!(
        "document.querySelector('dialog[open] .paths')
         && Number(document.querySelector('.said').dataset.count) > {before}"
    ))?;
    let said = window.said()?;
    window.press("Escape")?;
    window.until("!document.querySelector('dialog[open]')")?;
    Ok(said)
}

/// Imports the files that are answered through the pane; what the status
/// line says when it is over.
fn import(window: &Window) -> Outcome<String> {
    let before = window.read("Number(document.querySelector('.said').dataset.count)")?;
    window.press("Ctrl+I")?;
    window.until("document.activeElement?.dataset.import === 'files'")?;
    window.press("Enter")?;
    window.until("document.querySelector('.transfer .primary:not(:disabled)')")?;
    window.press("Ctrl+Enter")?;
    window.until(&format!(
        "Number(document.querySelector('.said').dataset.count) > {before}
         && !document.querySelector('.job')"
    ))?;
    let said = window.said()?;
    if window.read("Boolean(document.querySelector('dialog[open]'))")? == true {
        window.press("Escape")?;
        window.until("!document.querySelector('dialog[open]')")?;
    }
    Ok(said)
}

#[test]
fn brat_says_what_it_loses_before_and_after_and_is_written() -> Outcome {
    let desk = Desk::new()?;
    let folder = desk.path("brat");
    desk.answer(&[&folder])?;
    let window = desk.start(&["--demo"])?;
    window.until("document.documentElement.dataset.ready === 'article'")?;
    window.press("Ctrl+Shift+S")?;
    window.until("document.querySelector('.transfer [data-export=scope]')")?;
    // Nothing of the demo is done yet: by default nothing goes out.
    window.until("document.querySelector('.outcome [role=alert]')")?;
    window.press("Escape")?;
    window.until("!document.querySelector('.transfer')")?;
    let said = export(&window, "brat")?;
    assert!(said.starts_with("Wrote 9 articles"), "{said}");
    window.close()?;
    let mut marked = 0;
    for file in std::fs::read_dir(&folder)? {
        let file = file?.path();
        if file.is_dir() {
            for annotations in std::fs::read_dir(file)? {
                let path = annotations?.path();
                if path.extension().is_some_and(|end| end == "ann") {
                    let lines = std::fs::read_to_string(path)?;
                    marked += lines.lines().filter(|line| line.starts_with('T')).count();
                }
            }
        }
    }
    let demo = desk.path("documents/Postil demo.postil");
    assert_eq!(marked, project::spans(&demo)?.len());
    assert!(std::fs::read_to_string(folder.join("losses.tsv"))?.contains("by_rule"));
    Ok(())
}

#[test]
fn the_demo_goes_out_as_jsonl_and_comes_in_again_the_same() -> Outcome {
    let desk = Desk::new()?;
    let (first, again) = (desk.path("out.jsonl"), desk.path("again.jsonl"));
    let second = desk.path("second.postil");
    desk.answer(&[&first, &second, &first, &again])?;
    let window = desk.start(&["--demo"])?;
    window.until("document.documentElement.dataset.ready === 'article'")?;
    let said = export(&window, "jsonl")?;
    assert!(
        said.starts_with("Wrote 9 articles") && said.ends_with("read back and compared."),
        "{said}"
    );
    choose(&window, "New project")?;
    let said = import(&window)?;
    assert!(said.starts_with("Added 9 articles"), "{said}");
    export(&window, "jsonl")?;
    window.close()?;

    let demo = desk.path("documents/Postil demo.postil");
    assert_eq!(project::spans(&demo)?.len(), project::spans(&second)?.len());
    for query in [
        "SELECT text FROM document ORDER BY sha256",
        "SELECT id, label, text, fragments, attributes FROM annotations ORDER BY id",
        "SELECT id, kind, head_id, tail_id, entity_id, special, by_rule FROM relations ORDER BY id",
    ] {
        assert_eq!(
            project::rows(&demo, query)?,
            project::rows(&second, query)?,
            "{query}"
        );
    }
    let (one, two) = (
        std::fs::read_to_string(first)?,
        std::fs::read_to_string(again)?,
    );
    assert_eq!(one.lines().count(), 9);
    assert!(one == two, "what came in goes out otherwise");
    Ok(())
}

const MILLS: &str = "“The mills will open again,” the mayor of Oster said.\n";

#[test]
fn a_foreign_label_is_mapped_and_its_span_is_seen() -> Outcome {
    let desk = Desk::new()?;
    let (brat, project) = (desk.path("brat"), desk.path("mills.postil"));
    std::fs::create_dir(&brat)?;
    std::fs::write(brat.join("mills.txt"), MILLS)?;
    std::fs::write(
        brat.join("mills.ann"),
        "T1\tAssertion 1 26\tThe mills will open again\nT2\tTown 42 47\tOster\n",
    )?;
    desk.answer(&[&project, &brat])?;
    let window = desk.start(&["--demo"])?;
    window.until("document.documentElement.dataset.ready === 'article'")?;
    choose(&window, "New project")?;
    window.press("Ctrl+I")?;
    window.until("document.querySelector('.transfer [data-import=folder]')")?;
    window.press("Tab")?;
    window.press("Enter")?;
    window.until("document.querySelector('[data-name=Assertion]')")?;
    let brings = window.read(
        "document.querySelector('.outcome .count').textContent.replace(/[\\u2068\\u2069]/g, '')",
    )?;
    assert!(brings.to_string().contains("2 spans"), "{brings}");
    let map = "const becomes = document.querySelector('[data-name=Assertion]');
               becomes.value = '=claim';
               becomes.dispatchEvent(new Event('change', { bubbles: true }));";
    window.run(map, vec![])?;
    window.until(
        "document.querySelector('[data-name=Assertion]').value === '=claim'
         && !document.querySelector('.transfer .primary').disabled",
    )?;
    window.press("Ctrl+Enter")?;
    window.until("document.querySelector('.row')?.textContent.includes('mills')")?;
    if window.read("Boolean(document.querySelector('dialog[open]'))")? == true {
        window.press("Escape")?;
        window.until("!document.querySelector('dialog[open]')")?;
    }
    window.click(".row")?;
    window
        .until("document.querySelector('.margin .card')?.textContent.includes('The mills will')")?;
    window.close()?;
    let marked = project::rows(
        &project,
        "SELECT label || ': ' || text FROM annotations ORDER BY start",
    )?;
    assert_eq!(marked, ["claim: The mills will open again", "Town: Oster"]);
    Ok(())
}
