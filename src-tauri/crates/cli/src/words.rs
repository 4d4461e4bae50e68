//! From messages to sentences.

use fluent_bundle::{FluentArgs, FluentBundle, FluentResource};
use postil_app::problem::{Code, Problem};
use postil_app::wire::{Argument, Message};
use std::collections::BTreeMap;

/// The program's words, one text for each file, then those that only this
/// command says.
const WORDS: &[&str] = include!(concat!(env!("OUT_DIR"), "/words.rs"));

/// A sentence.
pub fn message(message: &Message) -> String {
    sentence(&message.key, &message.arguments)
}

/// What went wrong, with which file, why, and what to do. In the window the
/// file is in view; here the sentence may have to name it.
pub fn problem(problem: &Problem) -> String {
    let mut said = sentence(&problem.key, &problem.arguments);
    let text = |name: &str| match problem.arguments.get(name) {
        Some(Argument::Text(text)) => Some(text.as_str()),
        _ => None,
    };
    let names_file = text("path").is_some_and(|path| said.contains(path));
    if let Some(path) = text("path").filter(|_| !names_file) {
        said = format!("{path}: {said}");
    }
    let little = says_little(problem.code) && !names_file;
    if let Some(detail) = text("detail").filter(|_| little) {
        said.push_str(&format!(" ({detail})"));
    }
    if let Some(hint) = &problem.hint {
        said.push(' ');
        said.push_str(&sentence(hint, &problem.arguments));
    }
    said
}

/// Whether the sentence of a code leaves open what it is about.
const fn says_little(code: Code) -> bool {
    matches!(
        code,
        Code::Invalid | Code::NotFound | Code::Duplicate | Code::FileDamaged | Code::Unreadable
    )
}

/// The key itself where a word is missing: better than silence.
fn sentence(key: &str, arguments: &BTreeMap<String, Argument>) -> String {
    let bundle = bundle();
    let mut given = FluentArgs::new();
    for (name, argument) in arguments {
        match argument {
            Argument::Number(number) => given.set(name.as_str(), *number),
            Argument::Text(text) => given.set(name.as_str(), text.as_str()),
        }
    }
    let pattern = bundle.get_message(key).and_then(|message| message.value());
    match pattern {
        Some(pattern) => {
            let mut errors = Vec::new();
            bundle
                .format_pattern(pattern, Some(&given), &mut errors)
                .into_owned()
        }
        None => {
            let texts: Vec<String> = arguments
                .iter()
                .map(|(name, argument)| match argument {
                    Argument::Number(number) => format!("{name} {number}"),
                    Argument::Text(text) => format!("{name} {text}"),
                })
                .collect();
            format!("{key} ({})", texts.join(", "))
        }
    }
}

fn bundle() -> FluentBundle<FluentResource> {
    let mut bundle = FluentBundle::new(vec![unic_langid::LanguageIdentifier::default()]);
    // A terminal shows isolation marks as boxes.
    bundle.set_use_isolating(false);
    for words in WORDS {
        let resource = match FluentResource::try_new((*words).to_owned()) {
            Ok(resource) | Err((resource, _)) => resource,
        };
        bundle.add_resource_overriding(resource);
    }
    bundle
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_of_the_command_can_be_read() {
        let own = std::path::Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/src/words"));
        let shared = own.join("../../../../../ui/src/words");
        let files = [own, &shared].map(|folder| {
            let entries = std::fs::read_dir(folder).unwrap();
            entries
                .filter(|entry| {
                    let path = entry.as_ref().unwrap().path();
                    path.extension().is_some_and(|extension| extension == "ftl")
                })
                .count()
        });
        assert_eq!(files.iter().sum::<usize>(), WORDS.len());
        for words in WORDS {
            assert!(FluentResource::try_new((*words).to_owned()).is_ok());
        }
    }

    #[test]
    fn counts_choose_the_form_and_hints_follow() {
        let problem = |count| {
            Problem::new(Code::Invalid, "problem-article-not-unique")
                .with("article", "Rain")
                .count("count", count)
        };
        let said = self::problem(&problem(2));
        assert_eq!(
            said,
            "The titles of 2 articles start with “Rain”. Name more of it, or the number in the list."
        );
        let full = Problem::new(Code::DiskFull, "problem-export-disk-full").with("path", "a.jsonl");
        assert!(self::problem(&full.hint("hint-other-folder")).ends_with("Choose another folder."));
        assert_eq!(
            sentence("nothing-of-the-sort", &BTreeMap::new()),
            "nothing-of-the-sort ()"
        );
    }
}
