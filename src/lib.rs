//! pancarte turns privacy tips for shared computers into posters, wallpapers, booklets, easy-read sheets and web pages, adapted
//! to each venue.

#![forbid(unsafe_code)]

pub mod diag;
pub mod files;
pub mod model;
pub mod content;
pub mod theme;
pub mod fit;
pub mod plan;
pub mod layout;
pub mod render;
pub mod output;
pub mod gallery;
pub mod pipeline;
pub mod cli;
