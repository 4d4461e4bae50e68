//! `postil new`.

use crate::args::New;
use crate::output::Output;
use postil_app::environment::{Environment, SystemEnvironment};
use postil_app::problem::{Code, Problem};
use postil_app::view::{message, problem_with_file};
use postil_core::scheme::{DEFAULT, Scheme};
use postil_store::Project;

pub fn run(args: &New, output: &mut Output) -> Result<(), Problem> {
    let scheme = match &args.scheme {
        Some(path) => {
            let named = |problem: Problem| problem.with("path", path.display().to_string());
            let json = std::fs::read_to_string(path).map_err(|error| {
                let problem = Problem::new(Code::Unreadable, "problem-file-unreadable");
                named(problem.with("reason", error.to_string()))
            })?;
            Scheme::accept(&json).map_err(|error| {
                let problem = Problem::new(Code::Unreadable, "problem-scheme-file");
                named(problem.with("reason", error.to_string()))
            })?;
            json
        }
        None => DEFAULT.to_owned(),
    };
    let mut environment = SystemEnvironment;
    let now = environment.now();
    Project::create(&args.project, now, || environment.random(), &scheme)
        .and_then(Project::close)
        .map_err(|error| problem_with_file(error, &args.project))?;
    output.say(&message("said-project-made").with("path", args.project.display().to_string()))
}
