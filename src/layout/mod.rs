//! A job becomes a document: pages through Typst ([`paged`]), a web page through Tera ([`web`]).

pub mod common;
pub mod contrast;
mod easy_fault;
mod easy_frames;
pub mod easy_proof;
pub mod grounds;
mod ink;
pub mod measure;
mod numbers;
pub mod paged;
mod proof;
mod trace;
pub mod web;

pub use easy_fault::EasyFault;
pub use easy_proof::easy_faults;
pub use paged::{Opened, Press, lay_out, lay_out_marks, lay_out_noting, notes_pages};
pub use web::Pages;
