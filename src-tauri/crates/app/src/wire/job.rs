//! What the program tells without being asked.

use super::TransferReport;
use crate::problem::Problem;
use serde::Serialize;
use ts_rs::TS;

/// A job that began.
#[derive(Clone, Debug, Serialize, TS)]
pub struct JobView {
    /// Which one.
    pub job: u32,
    /// Key of what it does.
    pub title: String,
}

/// What progress counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum WorkUnit {
    /// Articles, or steps with an article each.
    Articles,
    /// Kilobytes of files.
    Kilobytes,
    /// Files.
    Files,
}

/// An event.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum ProgramEvent {
    /// A job goes on.
    Progress {
        /// Which one.
        job: u32,
        /// How much is done.
        done: u32,
        /// Of how much.
        total: u32,
        /// Of what.
        unit: WorkUnit,
    },
    /// A job is over.
    Ended {
        /// Which one.
        job: u32,
        /// What it brought or wrote.
        report: Option<Box<TransferReport>>,
        /// Why it did nothing.
        problem: Option<Problem>,
    },
    /// More is known of the files on offer.
    Offered {},
    /// Files are dragged over the window, or no longer.
    Dragged {
        /// They are over it.
        over: bool,
    },
    /// Files were dropped on the window, or opened with the program.
    Given {
        /// One was a project, which is open now.
        project: bool,
        /// Some are on offer.
        files: bool,
        /// Why something was not taken.
        problem: Option<Problem>,
    },
}
