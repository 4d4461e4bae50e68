//! The verbs and how they are written on the command line.

/// What a person reads who asks for help or writes a verb that is not there.
pub(crate) const USAGE: &str = "\
Usage: cargo xtask VERB

  run [--release] [-- ARGUMENTS]
            make everything ready, build Postil and open its window;
            without a display, on a virtual one, and save a picture of it
  test      make everything ready and run every test, the window journeys too
  peers     export in each format and compare what other people's readers find
  bench     print how fast the release build is
  bundle    make the installer for this operating system
  icons     draw icons/*.png, icon.ico and icon.icns from the two SVG files

Exit codes: 0 done, 1 something failed, 2 wrong usage.";

/// One thing `cargo xtask` can do.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Verb {
    Help,
    Run {
        release: bool,
        arguments: Vec<String>,
    },
    Test,
    Peers,
    Bench,
    Bundle,
    Icons,
}

/// Reads the arguments that follow `cargo xtask`.
///
/// # Errors
/// A sentence that names the argument nobody knows, or says that there is none.
pub(crate) fn parse(arguments: &[String]) -> Result<Verb, String> {
    let Some((verb, rest)) = arguments.split_first() else {
        return Err("which verb?".to_owned());
    };
    let verb = match verb.as_str() {
        "run" => return parse_run(rest),
        "test" => Verb::Test,
        "peers" => Verb::Peers,
        "bench" => Verb::Bench,
        "bundle" => Verb::Bundle,
        "icons" => Verb::Icons,
        "help" | "--help" | "-h" => Verb::Help,
        other => return Err(format!("there is no verb “{other}”")),
    };
    match rest.first() {
        Some(extra) => Err(format!("“{extra}” is not known here")),
        None => Ok(verb),
    }
}

fn parse_run(rest: &[String]) -> Result<Verb, String> {
    let (ours, theirs) = match rest.iter().position(|argument| argument == "--") {
        Some(dashes) => (&rest[..dashes], &rest[dashes + 1..]),
        None => (rest, &rest[rest.len()..]),
    };
    let mut release = false;
    for argument in ours {
        match argument.as_str() {
            "--release" => release = true,
            other => {
                return Err(format!(
                    "“{other}” is not known here; Postil's own arguments follow “--”"
                ));
            }
        }
    }
    Ok(Verb::Run {
        release,
        arguments: theirs.to_vec(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(line: &str) -> Result<Verb, String> {
        let words: Vec<String> = line.split_whitespace().map(str::to_owned).collect();
        parse(&words)
    }

    #[test]
    fn run_splits_its_own_arguments_from_those_of_the_program() {
        let expected = Verb::Run {
            release: true,
            arguments: vec!["--release".to_owned(), "a.postil".to_owned()],
        };
        assert_eq!(parsed("run --release -- --release a.postil"), Ok(expected));
        let plain = Verb::Run {
            release: false,
            arguments: Vec::new(),
        };
        assert_eq!(parsed("run"), Ok(plain));
    }

    #[test]
    fn a_file_before_the_dashes_is_refused_with_a_way_out() {
        let refusal = parsed("run a.postil").unwrap_err();
        assert!(refusal.contains("a.postil") && refusal.contains("“--”"));
    }

    #[test]
    fn verbs_take_no_further_arguments() {
        assert_eq!(parsed("test"), Ok(Verb::Test));
        assert_eq!(parsed("peers"), Ok(Verb::Peers));
        assert!(parsed("peers brat").is_err());
        assert!(parsed("test --fast").is_err());
        assert!(parsed("bundle deb").is_err());
    }

    #[test]
    fn no_verb_and_an_unknown_one_are_wrong_usage() {
        assert!(parsed("").is_err());
        assert!(parsed("tset").unwrap_err().contains("tset"));
        assert_eq!(parsed("--help"), Ok(Verb::Help));
    }
}
