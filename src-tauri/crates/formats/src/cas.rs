//! UIMA CAS, the shape that INCEpTION and DKPro exchange: one file for each
//! article and annotator, as JSON 0.4 or as XMI with its type system.
//!
//! Offsets are UTF-16 units. A label is a type `webanno.custom.LABEL`, a link
//! between spans a type `webanno.custom.link.KIND` with `Governor` and
//! `Dependent`, a link to an entity, the author or nobody a type
//! `webanno.custom.target.KIND`. A span of several fragments is several
//! annotations; those after the first have nothing but `fragmentOf`, the
//! span's uid. What a CAS has no place for (metadata, languages, zones, the
//! entities) stands as JSON in the feature `postil_record` of the one
//! `postil.Article`.

mod folder;
mod inward;
pub mod json;
mod model;
mod names;
mod outward;
mod project;
mod schema;
pub mod xmi;
