//! Jobs.

use serde::Deserialize;
use ts_rs::TS;

/// A job.
#[derive(Debug, Deserialize, TS)]
pub struct OfJob {
    /// Which one.
    pub job: u32,
}
