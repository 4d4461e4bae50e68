//! Help, completions and manual pages.

use super::folder::Folder;
use std::io::Write;
use std::process::{Command, Stdio};

const VERBS: &[&str] = &[
    "new",
    "add",
    "list",
    "show",
    "export",
    "import",
    "rejoin",
    "check",
    "language",
    "completions",
    "man",
];

#[test]
fn the_help_names_every_verb_and_each_has_examples() {
    let folder = Folder::new();
    let help = folder.done(&["--help"]);
    assert!(help.contains("Exit codes: 0 done"), "{help}");
    for verb in VERBS {
        assert!(help.contains(&format!("\n  {verb} ")), "{verb}: {help}");
        let own = folder.done(&[verb, "--help"]);
        assert!(own.contains(&format!("\n  postil {verb}")), "{own}");
        assert_eq!(own, folder.done(&["help", verb]), "{verb}");
    }
}

#[test]
fn a_wrong_word_is_wrong_usage_for_every_verb() {
    let folder = Folder::new();
    assert_eq!(folder.run(&[]).code, 2);
    assert_eq!(folder.run(&["nothing"]).code, 2);
    for verb in VERBS {
        let said = folder.run(&[verb, "--nothing"]);
        assert_eq!((said.code, said.out.as_str()), (2, ""), "{verb}: {said:?}");
        assert!(said.err.contains("--nothing"), "{verb}: {said:?}");
    }
    assert!(folder.names().is_empty());
}

#[test]
fn completions_know_every_verb() {
    let folder = Folder::new();
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let script = folder.done(&["completions", shell]);
        for word in VERBS.iter().copied().chain(["without-text"]) {
            assert!(script.contains(word), "{shell}: {word}");
        }
    }
    assert_eq!(folder.run(&["completions", "tcsh"]).code, 2);
}

/// A shell is asked what comes after the first letters.
#[cfg(target_os = "linux")]
#[test]
fn bash_completes_verbs_and_flags() {
    let folder = Folder::new();
    folder.write("postil.bash", folder.done(&["completions", "bash"]));
    let ask = "source ./postil.bash\n\
               COMP_WORDS=(postil exp); COMP_CWORD=1; _postil postil exp postil\n\
               echo \"${COMPREPLY[@]}\"\n\
               COMP_WORDS=(postil export --without-t); COMP_CWORD=2\n\
               _postil postil --without-t export\n\
               echo \"${COMPREPLY[@]}\"\n";
    let mut bash = Command::new("bash")
        .args(["--noprofile", "--norc", "-s"])
        .current_dir(folder.path(""))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut typed = bash.stdin.take().unwrap();
    typed.write_all(ask.as_bytes()).unwrap();
    drop(typed);
    let said = String::from_utf8(bash.wait_with_output().unwrap().stdout).unwrap();
    assert_eq!(said, "export\n--without-text\n");
}

#[test]
fn every_verb_has_a_manual_page() {
    let folder = Folder::new();
    let page = folder.done(&["man"]);
    assert!(page.contains(".TH postil 1"), "{page}");
    let written = folder.done(&["man", "--out", "man1"]);
    assert_eq!(written.lines().count(), VERBS.len() + 1, "{written}");
    assert_eq!(folder.read("man1/postil.1"), page);
    for verb in VERBS {
        let page = folder.done(&["man", verb]);
        assert!(page.contains("\n.SH EXAMPLES\n.nf\n"), "{page}");
        assert!(page.contains(&format!("\n  postil {verb}")), "{page}");
        assert_eq!(folder.read(&format!("man1/postil-{verb}.1")), page);
    }
    let said = folder.refused(&["man", "nothing"]);
    assert!(said.contains("export"), "{said}");
}
