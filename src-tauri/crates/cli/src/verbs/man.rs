//! `postil man`.

use crate::args::{Man as Args, Postil};
use crate::output::Output;
use clap::{Command, CommandFactory};
use clap_mangen::Man;
use clap_mangen::roff::{Roff, roman};
use postil_app::problem::{Code, Problem};
use postil_app::transfer::write_whole;
use std::io;
use std::path::Path;

pub fn run(args: &Args, output: &mut Output) -> Result<(), Problem> {
    let mut postil = Postil::command().disable_help_subcommand(true);
    postil.build();
    if let Some(folder) = &args.out {
        return all(&postil, folder, output);
    }
    let wanted = match &args.verb {
        None => &postil,
        Some(verb) => postil.find_subcommand(verb).ok_or_else(|| {
            let verbs: Vec<&str> = postil.get_subcommands().map(Command::get_name).collect();
            Problem::new(Code::NotFound, "problem-no-such-verb")
                .with("verb", verb.clone())
                .with("verbs", verbs.join(", "))
        })?,
    };
    let (_, page) = page(wanted)?;
    output.bytes(|out| out.write_all(&page))
}

fn all(postil: &Command, folder: &Path, output: &mut Output) -> Result<(), Problem> {
    std::fs::create_dir_all(folder).map_err(|error| {
        Problem::new(Code::ReadOnly, "problem-folder")
            .with("path", folder.display().to_string())
            .cause(error)
    })?;
    for command in std::iter::once(postil).chain(postil.get_subcommands()) {
        let (name, page) = page(command)?;
        let path = folder.join(name);
        write_whole(&path, &page)?;
        output.line(&path.display().to_string())?;
    }
    Ok(())
}

/// The name of a page's file, and the page.
fn page(command: &Command) -> Result<(String, Vec<u8>), Problem> {
    let man = Man::new(command.clone()).manual("Postil");
    let mut page = Vec::new();
    write(&man, command, &mut page).map_err(Problem::internal)?;
    Ok((man.get_filename(), page))
}

fn write(man: &Man, command: &Command, page: &mut Vec<u8>) -> io::Result<()> {
    man.render_title(page)?;
    man.render_name_section(page)?;
    man.render_synopsis_section(page)?;
    man.render_description_section(page)?;
    man.render_options_section(page)?;
    if command.has_subcommands() {
        man.render_subcommands_section(page)?;
    }
    let further = command.get_after_help().map(ToString::to_string);
    sections(&further.unwrap_or_default()).to_writer(page)
}

/// What stands below the help, as sections. Their lines stay as they are: a command that is broken
/// in two cannot be copied.
fn sections(help: &str) -> Roff {
    let mut roff = Roff::new();
    let mut title = String::new();
    for block in help.split("\n\n") {
        let (first, rest) = block.split_once('\n').unwrap_or((block, ""));
        let (heading, lines) = match first.strip_suffix(':') {
            Some(heading) => (heading.to_uppercase(), rest),
            None => ("NOTES".to_owned(), block),
        };
        if heading != title {
            roff.control("SH", [heading.as_str()]);
            title = heading;
        } else {
            roff.control("PP", []);
        }
        roff.control("nf", []);
        for line in lines.lines() {
            roff.text([roman(line)]);
        }
        roff.control("fi", []);
    }
    roff
}
