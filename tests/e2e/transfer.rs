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

#[test]
fn the_demo_goes_out_as_jsonl_and_comes_in_again_the_same() -> Outcome {
    let desk = Desk::new()?;
    let (first, again) = (desk.path("out.jsonl"), desk.path("again.jsonl"));
    let second = desk.path("second.postil");
    desk.answer(&[&first, &second, &first, &again])?;
    let window = desk.start(&["--demo"])?;
    window.until("document.documentElement.dataset.ready === 'article'")?;
    let said = choose(&window, "Export as Postil JSONL")?;
    assert!(
        said.starts_with("Wrote 9 articles") && said.ends_with("read back and compared."),
        "{said}"
    );
    choose(&window, "New project")?;
    let said = choose(&window, "Import JSONL")?;
    assert!(said.starts_with("Added 9 articles"), "{said}");
    choose(&window, "Export as Postil JSONL")?;
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
