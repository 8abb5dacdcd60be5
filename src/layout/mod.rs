//! A job becomes a document: pages through Typst ([`paged`]), a web page through Tera ([`web`]).

pub mod contrast;
pub mod grounds;
pub mod measure;
pub mod paged;
mod proof;
pub mod web;

pub use paged::{Press, lay_out, lay_out_marks, notes_pages};
pub use web::Pages;
