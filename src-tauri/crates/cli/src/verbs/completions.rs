//! `postil completions`.

use crate::args::{Completions, Postil};
use crate::output::Output;
use clap::CommandFactory;
use postil_app::problem::Problem;

pub fn run(args: &Completions, output: &mut Output) -> Result<(), Problem> {
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut Postil::command(), "postil", &mut script);
    output.bytes(|out| out.write_all(&script))
}
