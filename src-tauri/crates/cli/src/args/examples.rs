//! What the help of each verb shows to copy. A line that begins with `  postil` is a command;
//! the test below lets the program read each.

pub const POSTIL: &str = "\
Examples:
  postil new talks.postil
      Make a project with the built-in scheme
  postil add talks.postil articles/
      Add the articles of a folder
  postil export talks.postil --format jsonl --out talks.jsonl
      Write everything; what was written is read back before it counts as done

postil help VERB says more of each, with examples.

Exit codes: 0 done, 1 refused or problems found, 2 wrong usage.
Results go to standard output, sentences to standard error.
list, show, export and check work while the project is open in Postil.";

pub const NEW: &str = "\
Examples:
  postil new talks.postil
      With the built-in scheme of claims, speakers and places
  postil new talks.postil --scheme my.scheme.json
      With a scheme of your own, such as one that an export wrote";

pub const ADD: &str = "\
Examples:
  postil add talks.postil a.txt b.html c.docx
      One article from each file
  postil add talks.postil articles/
      Those of a folder and the folders in it
  postil add talks.postil table.csv --text-column body --column author=Writer
      One article from each row of a table
  postil add talks.postil - --kind html
      A page from standard input, as from a downloader
  postil add talks.postil articles/ --json
      Say which came in, which did not and why, for a program";

pub const LIST: &str = "\
Columns, with tabs between: number, status, claims, language, length in characters, title.

Examples:
  postil list talks.postil
      One article a line
  postil list talks.postil --json
      Everything, as Postil JSONL";

pub const SHOW: &str = "\
Examples:
  postil show talks.postil 12
      By its number in the list
  postil show talks.postil \"Harbour to close\"
      By the start of its title
  postil show talks.postil 12 --json
      As a line of Postil JSONL";

pub const EXPORT: &str = "\
What a format cannot hold is counted and said. What was written is read back and compared before
it counts as done.

Examples:
  postil export talks.postil --format jsonl --out talks.jsonl --all
      Everything, without loss
  postil export talks.postil --format csv --out talks
      A table of claims of the articles that are done, or have a gold layer
  postil export talks.postil --format csv --option tables=all --out talks
      All tables, which can be imported again
  postil export talks.postil --format hf --out dataset --split train=80,dev=10,test=10 --seed 7
      Three datasets for Hugging Face, the same again for the same seed
  postil export talks.postil --format jsonl --out - --annotator Ada --label claim
      One person's claims, to standard output
  postil export talks.postil --format jsonl --out talks.jsonl --without-text --quotes 60
      For passing on articles that may not be copied
  postil export talks.postil --format jsonl --out talks.jsonl --json
      Report as JSON what was written and what was left out";

pub const IMPORT: &str = "\
All files come in as one step, or none: the first line that is refused is named.

Examples:
  postil import talks.postil --format jsonl talks.jsonl
      What an export wrote, unchanged
  postil import talks.postil --format jsonl -
      The same from standard input
  postil import talks.postil --format postil hers.postil his.postil
      The articles of other projects, each person's annotations in a layer of their own
  postil import talks.postil --format cas-json inception-project.zip
      A whole project of INCEpTION, each person's annotations in a layer of their own
  postil import talks.postil --format brat corpus/ --repair
      A folder of brat files; offsets that are out of place by a rule are put right
  postil import talks.postil --format brat corpus/ --map Assertion=claim --map Token= --add-labels
      The same with labels under other names, some left out, and the rest added to the scheme
  postil import talks.postil --format brat corpus/ --map Assertion=claim --map Assertion.sure=commitment --map Assertion.sure.yes=asserted
      The same with an attribute and a value under other names
  postil import talks.postil --format jsonl talks.jsonl --json
      Report as JSON what came in";

pub const REJOIN: &str = "\
Examples:
  postil rejoin talks.jsonl --texts articles/ --out whole.jsonl
      From a folder of text files
  postil rejoin talks.jsonl --texts mine.postil --out whole.jsonl
      From a project that has the same articles
  postil rejoin talks.jsonl --texts articles/ --out whole.jsonl --json
      Report as JSON which articles have no text";

pub const CHECK: &str = "\
Examples:
  postil check talks.postil
      Whether the file is whole and every mark lies on its words
  postil check talks.postil --json
      The same, for a program";

pub const LANGUAGE: &str = "\
Examples:
  postil language article.txt
      Tag, confidence and text of each paragraph
  postil language paragraphs.tsv --threshold 0.8
      A table with the columns article, paragraph, text";

pub const COMPLETIONS: &str = "\
Examples:
  postil completions bash
      For bash: write it to ~/.local/share/bash-completion/completions/postil
  postil completions zsh
      For zsh: write it to a file _postil in a folder of $fpath
  postil completions fish
      For fish: write it to ~/.config/fish/completions/postil.fish";

pub const MAN: &str = "\
Examples:
  postil man
      The page of postil; with man on it: postil man | man -l -
  postil man export
      The page of one verb
  postil man --out /usr/local/share/man/man1
      All pages, into a folder";

#[cfg(test)]
mod tests {
    use super::super::Postil;
    use clap::{CommandFactory, Parser};

    /// The words of a command as a shell takes them apart; enough for quotation marks around
    /// whole words.
    fn words(line: &str) -> Vec<String> {
        let mut words = Vec::new();
        for (at, part) in line.split('"').enumerate() {
            if at % 2 == 1 {
                words.push(part.to_owned());
            } else {
                words.extend(part.split_whitespace().map(str::to_owned));
            }
        }
        words
    }

    #[test]
    fn every_example_of_the_help_can_be_given() {
        let mut command = Postil::command();
        command.build();
        let verbs: Vec<String> = command
            .get_subcommands()
            .map(|verb| verb.get_name().to_owned())
            .filter(|name| name != "help")
            .collect();
        let mut helps = vec![("postil".to_owned(), command.render_help().to_string())];
        for verb in &verbs {
            let help = command
                .find_subcommand_mut(verb)
                .unwrap()
                .render_help()
                .to_string();
            helps.push((verb.clone(), help));
        }
        for (verb, help) in helps {
            let examples: Vec<&str> = help
                .lines()
                .filter(|line| line.starts_with("  postil "))
                .collect();
            assert!(examples.len() > 1, "{verb}: {help}");
            for example in examples {
                let words = words(example);
                assert!(verb == "postil" || words[1] == verb, "{verb}: {example}");
                if let Err(error) = Postil::try_parse_from(&words) {
                    panic!("{example}: {error}");
                }
            }
        }
    }

    #[test]
    fn words_in_quotation_marks_are_one() {
        assert_eq!(words("show \"a b\" 1"), ["show", "a b", "1"]);
    }
}
