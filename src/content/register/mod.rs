//! A register of venues in the national schema "lieux de médiation numérique" (LaMednum/standard-mediation-num) becomes profiles:
//! [`read`] gives rows, [`venue`] a profile of a row with notes on what was done to it, [`ids`] their ids. [`Table`] reads a CSV
//! file of the project directly.
//!
//! Nothing is guessed: what a row does not say in a way that is surely understood stays out, with a [`Note`].

mod address;
mod closed;
mod contact;
mod decode;
mod hours;
mod ids;
mod kind;
mod map;
mod note;
mod table;
mod venue;
mod words;

pub use decode::{Register, Row, read, text};
pub use hours::said as hours;
pub use ids::{Known, base as base_id, folder, ids, key, keys};
pub use map::{Group, Mapping, SCHEMA};
pub use note::{Done, Note};
pub use table::{TABLE_LIMIT, Table, usual_group};
pub use venue::{Kit, Made, Organisation, unknown_columns, venue};
