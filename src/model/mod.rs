//! The nouns: plain data without input or output, without Typst, Tera or YAML. [`Tip`], [`Venue`] and [`Medium`] are the
//! ones to read first.

mod distance;
mod document;
mod glossary;
mod lang;
mod letters;
mod medium;
mod naming;
mod order;
mod paper;
mod post;
mod setting;
mod shard;
mod stamp;
mod text;
pub mod tiling;
mod tip;
mod units;
mod venue;
mod written;
mod zone;

pub use distance::{Distance, LOWEST_CAP};
pub use document::{Choice, Field, FieldKind, FieldWidth, FormDocument, FormSection};
pub use glossary::{Glossary, Said, Term, folded};
pub use lang::{Direction, Lang, read_from_right};
pub use letters::Letters;
pub use medium::{Format, Medium, ScreenSize, Size, Variant};
pub use naming::{slug, version_code};
pub use order::{Languages, Order, PrintOptions, StalePolicy};
pub use paper::{Orientation, Paper, PaperSize, WholeMm};
pub use post::{Every, Post, Rotation};
pub use setting::{
    Existing, Pack, PicturePaths, Setting, SettingValue, SettingsFile, SettingsFormat, SettingsOf, Systems, When,
};
pub use shard::{Balance, Environment, MOST_SHARDS, Shard, ShardError};
pub use stamp::{Review, Stale, Stamp, StampKind, bound_text, hash as stamp_hash, normal};
pub use text::{Block, Chord, Inline, pictograms, plain_blocks, plain_inlines};
pub use tiling::{Area, Tiling};
pub use tip::{
    Allow, Audience, Condition, Conditions, EasyIdea, Moment, Situation, SourceReference, Status, Tip, TipWords,
};
pub use units::{Mm, Pt, Px};
pub use venue::{Address, Contact, ContactKind, Date, Equipment, Logo, PrivateMode, System, Venue};
pub use written::{Part, Stands, Written};
pub use zone::{Blocked, Extent, Rect, Screen, Side, Spot, Zone, ZoneKind, ZoneShape, Zones};
