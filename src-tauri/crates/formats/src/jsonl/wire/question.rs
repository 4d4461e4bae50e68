//! Questions for the team, and their answers.

use super::{Annotator, Text, stated};
use postil_core::id::Uid;
use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize)]
pub(crate) struct Question<'a> {
    pub uid: Uid,
    pub span: Uid,
    #[serde(borrow)]
    pub text: Text<'a>,
    #[serde(borrow)]
    pub asked_at: Text<'a>,
    #[serde(borrow)]
    pub asked_by: Annotator<'a>,
    #[serde(borrow, deserialize_with = "stated")]
    pub answer: Option<Answer<'a>>,
}

#[derive(Serialize, Deserialize)]
pub(crate) struct Answer<'a> {
    #[serde(borrow)]
    pub text: Text<'a>,
    #[serde(borrow)]
    pub at: Text<'a>,
    #[serde(borrow)]
    pub by: Annotator<'a>,
    #[serde(borrow)]
    pub subject: Subject<'a>,
    pub scheme_version: u32,
}

#[derive(Serialize, Deserialize)]
pub(crate) struct Subject<'a> {
    #[serde(borrow)]
    pub label: Text<'a>,
    #[serde(borrow, deserialize_with = "stated")]
    pub link: Option<Text<'a>>,
    #[serde(borrow, deserialize_with = "stated")]
    pub attribute: Option<Text<'a>>,
    #[serde(borrow, deserialize_with = "stated")]
    pub value: Option<Text<'a>>,
}
