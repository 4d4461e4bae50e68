//! What a team agrees on: questions, the decisions that answer them, and the
//! rules that they change.

mod answer;
mod ask;
mod list;
mod review;
mod rule;

pub use answer::answer_question;
pub use ask::ask_question;
pub use list::questions;
pub use review::{confirm_span, marked_before};
pub use rule::rule;

use crate::problem::{Code, Problem};
use postil_core::question::LONGEST;

/// A question or answer as it is kept.
fn worded(text: &str) -> Result<String, Problem> {
    let text = text.trim();
    let length = text.chars().count();
    if length > LONGEST {
        return Err(Problem::new(Code::TooLarge, "problem-question-too-long")
            .with("length", length.to_string())
            .with("longest", LONGEST.to_string()));
    }
    Ok(text.to_owned())
}
