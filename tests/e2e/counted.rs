//! Two articles annotated from nothing to their reference in the real window,
//! and the inputs that it takes. The scripts of keys, clicks and drags stand
//! in `tests/counted`; `--nocapture` shows the counts.

#![expect(
    clippy::print_stdout,
    reason = "the counts are what these journeys are for"
)]

mod earlier;
mod reference;
mod script;

use postil_tests::Outcome;
use postil_tests::desk::Desk;
use reference::{Marked, Reference};
use script::Script;

/// One way through one article.
struct Way {
    article: &'static str,
    script: &'static str,
    /// The article of the day before is annotated in the project.
    register: bool,
    /// Inputs for each item of the reference, at most.
    budget: f64,
}

impl Way {
    fn go(&self) -> Outcome {
        let reference = Reference::read(self.article)?;
        let script = Script::read(&format!("{}.{}", self.article, self.script))?;
        let desk = Desk::new()?;
        if self.register {
            earlier::annotate(&desk, self.article)?;
        }
        let untitled = desk.untitled().display().to_string();
        let project: &[&str] = if self.register { &[&untitled] } else { &[] };
        let window = desk.start_named(project)?;
        window.until("document.documentElement.dataset.ready")?;
        window.add_article(&reference.text)?;
        window.maximise()?;
        script.perform(&window, &reference.text)?;
        window.close()?;

        let marked = Marked::read(&desk.untitled(), &reference.text)?;
        let differences = reference.differences(&marked);
        assert!(
            differences.is_empty(),
            "{} differ from the reference:\n{}",
            differences.len(),
            differences.join("\n")
        );
        let (inputs, items) = (script.inputs(), reference.items());
        let each = f64::from(inputs) / f64::from(items);
        println!(
            "{} · {}: {inputs} inputs for {items} items, {each:.2} each; {} items filled by rule",
            self.article, self.script, marked.by_rule
        );
        assert!(each < self.budget, "{each:.2} inputs an item");
        Ok(())
    }
}

#[test]
fn english_by_keyboard_with_names_known() -> Outcome {
    Way {
        article: "ferries.en",
        script: "known.keys",
        register: true,
        budget: 2.0,
    }
    .go()
}

#[test]
fn english_by_mouse_and_keys_with_names_known() -> Outcome {
    Way {
        article: "ferries.en",
        script: "known.mouse",
        register: true,
        budget: 1.4,
    }
    .go()
}

#[test]
fn arabic_by_keyboard_with_names_known() -> Outcome {
    Way {
        article: "boats.ar",
        script: "known.keys",
        register: true,
        budget: 2.0,
    }
    .go()
}

#[test]
fn arabic_by_mouse_and_keys_with_names_known() -> Outcome {
    Way {
        article: "boats.ar",
        script: "known.mouse",
        register: true,
        budget: 1.4,
    }
    .go()
}

#[test]
fn english_by_keyboard_with_an_empty_register() -> Outcome {
    Way {
        article: "ferries.en",
        script: "new.keys",
        register: false,
        budget: 3.0,
    }
    .go()
}

#[test]
fn english_by_mouse_and_keys_with_an_empty_register() -> Outcome {
    Way {
        article: "ferries.en",
        script: "new.mouse",
        register: false,
        budget: 3.0,
    }
    .go()
}

#[test]
fn arabic_by_keyboard_with_an_empty_register() -> Outcome {
    Way {
        article: "boats.ar",
        script: "new.keys",
        register: false,
        budget: 2.5,
    }
    .go()
}

#[test]
fn arabic_by_mouse_and_keys_with_an_empty_register() -> Outcome {
    Way {
        article: "boats.ar",
        script: "new.mouse",
        register: false,
        budget: 2.0,
    }
    .go()
}
