//! `postil man`.

use crate::args::{Man, Postil};
use crate::output::Output;
use clap::{Command, CommandFactory};
use postil_app::problem::{Code, Problem};
use postil_app::transfer::write_whole;
use std::path::Path;

pub fn run(args: &Man, output: &mut Output) -> Result<(), Problem> {
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
    let man = clap_mangen::Man::new(command.clone()).manual("Postil");
    let mut page = Vec::new();
    man.render(&mut page).map_err(Problem::internal)?;
    Ok((man.get_filename(), page))
}
