//! The nouns: plain data without input or output, without Typst, Tera or YAML. [`Tip`], [`Venue`] and [`Medium`] are the
//! ones to read first.

mod document;
mod lang;
mod medium;
mod text;
mod tip;
mod units;
mod venue;

pub use document::{Choice, Field, FieldKind, FieldWidth, FormDocument, FormSection};
pub use lang::{Direction, Lang};
pub use medium::{Format, Medium, PaperSize, ScreenSize, Size, Variant};
pub use text::{Block, Chord, Inline, pictograms, plain_blocks, plain_inlines};
pub use tip::{Audience, Condition, Conditions, EasyIdea, Moment, Situation, SourceReference, Status, Tip, TipWords};
pub use units::{Mm, Pt, Px};
pub use venue::{Address, Contact, ContactKind, Date, Equipment, Logo, Order, Orientation, PrivateMode, System, Venue};
