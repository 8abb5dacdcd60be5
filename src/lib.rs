//! pancarte turns privacy tips for shared computers, written in YAML or Markdown, into posters, wallpapers, booklets, easy-read
//! sheets, staff documents and web pages, adapted to each venue.
//!
//! This page is the architecture; the modules below stand in reading order, and a module uses only those above it (a test reads
//! this file and the sources, and fails on the line that looks down).
//!
//! # Five verbs
//!
//! Values go in, values come out, in one direction ([`pipeline`] is the whole of it on one screen):
//!
//! 1. [`content::load`]: YAML and Markdown become a [`content::Catalog`]. Markdown becomes a closed tree of blocks and inlines;
//!    what the tree does not know is an error at its place.
//! 2. [`plan::plan`]: the orders of every venue become [`plan::Job`]s. A job holds all that a template needs: the words as
//!    trees, colours computed from the one brand colour ([`theme::Roles`]), and texts already fitted to their boxes ([`mod@fit`]):
//!    as large as they can be, never smaller than the distance they are read at allows ([`plan::Role`]).
//! 3. [`layout::lay_out`]: Typst draws a job, which it reads as `/job.json` and, for what sheets have in common, `/common.json`
//!    ([`layout::common`]); the laid-out frames are proved: no glyph left its box, its line or its sheet, none is too small, none
//!    stands on another, no word is missing, and every word can be read on its ground. [`layout::Pages`]: Tera writes the web page
//!    from the same value.
//! 4. [`render::render`]: pages become [`render::Artifact`]s, paths with bytes: PDF, SVG, PNG, HTML and plain words.
//! 5. [`output::Output`]: artifacts become files, and the [`manifest`] says what is there.
//!
//! [`check::check_project`] reads the same values, from the words as they were written to the laid-out pages, and says what is wrong or
//! weak in them.
//!
//! [`form`] turns the file of a venue into a form, and a filled form into changes of that file.
//!
//! [`import`] turns a public register into files of venues, and a later one into changes of them; [`content::register`] reads it.
//!
//! [`deploy`] makes what a venue copies to its machines: pictures, settings and scripts, from its posts, the table of systems and the
//! manifest.
//! [`pack`] says how the files of a venue are printed and puts them into one archive.
//!
//! [`site`] makes the web pages that stand beside the sheets, for all venues, from the catalog, the jobs and the manifest.
//!
//! What is told of them comes from the same values: [`credits`] from the catalog and the theme, [`reprint`] from two manifests,
//! [`evidence`] from pages laid out again and PDF files read back.
//!
//! [`serve`] shows the sheets of a project in a browser while they are written: the first three verbs again and again, as files
//! change, for the sheets that depend on them.
//!
//! # What never happens here
//!
//! - Content is never code: no string of a tip or a venue reaches a template engine as markup. Placeholders are replaced in the
//!   nodes of the tree, and what they bring is not read again.
//! - [`files`] alone reads a disk and never leaves the project; [`output`] alone writes one. Clippy holds both to it.
//! - No clock (but the day of a stamp or a report), no network, no system font, no hash order: the same input gives the same
//!   bytes, from one thread or many.
//! - No error is a string: everything that can be wrong is a [`diag::Diagnostic`] with its place and a hint, told in French or
//!   English by the message files of [`cli`]. Diagnostics are collected and shown together.

pub mod diag;
pub mod files;
pub mod model;
pub mod content;
pub mod theme;
pub mod fit;
pub mod plan;
pub mod layout;
pub mod render;
pub mod manifest;
pub mod ledger;
pub mod output;
pub mod embed;
pub mod credits;
pub mod deploy;
pub mod pack;
pub mod site;
pub mod reprint;
pub mod pipeline;
pub mod check;
pub mod form;
pub mod import;
pub mod evidence;
pub mod serve;
pub mod cli;
