//! The register: listing it, and changing what stands in it.

mod change;
mod edit;
mod list;
mod mentions;
mod merge;

pub use change::change_entity;
pub use edit::{add_entity, delete_entity};
pub use list::{entity_card, register};
pub(super) use mentions::same;
pub use mentions::{join_same, mentions, same_without_entity, split_entity};
pub use merge::{merge_entities, merge_preview};
