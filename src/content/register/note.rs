//! What was found in a row, and what was done with it: [`Note`].

use crate::diag::Message;

/// What was done with a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Done {
    /// Written in another way.
    Mended,
    /// What is usual stands in its place.
    Usual,
    /// Not taken.
    LeftOut,
    /// The row is no venue.
    Refused,
    /// What people wrote stays.
    Kept,
}

impl Done {
    /// Its words.
    pub fn message(self) -> Message {
        Message::new(match self {
            Done::Mended => "register-mended",
            Done::Usual => "register-usual",
            Done::LeftOut => "register-left-out",
            Done::Refused => "register-refused",
            Done::Kept => "register-kept",
        })
    }
}

/// Something about one cell.
#[derive(Debug, Clone, PartialEq)]
pub struct Note {
    /// Column, under the name of the schema.
    pub column: String,
    /// What the cell says; empty where it says too much of a person.
    pub value: String,
    /// What it is about.
    pub what: Message,
    /// What was done.
    pub done: Done,
}

impl Note {
    /// A note.
    pub fn new(column: &str, value: &str, what: &'static str, done: Done) -> Self {
        Note { column: column.to_owned(), value: value.to_owned(), what: Message::new(what), done }
    }
}
