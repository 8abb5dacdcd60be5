//! `--shard`: what was typed and what the environment says become a [`Shard`], or a diagnostic.

use crate::diag::{Diagnostic, Message};
use crate::model::{MOST_SHARDS, Shard, ShardError};

/// The shard that was asked for.
pub fn shard(text: &str) -> Result<Shard, Diagnostic> {
    Shard::parse(text, &super::environment).map_err(told)
}

fn told(error: ShardError) -> Diagnostic {
    let by_hand = || Message::new("hint-shard-by-hand");
    match error {
        ShardError::Shape { text } => {
            Diagnostic::error(Message::new("shard-shape").arg("text", text)).hint(Message::new("hint-shard-shape"))
        }
        ShardError::Count { of } => {
            Diagnostic::error(Message::new("shard-count").arg("of", of).arg("most", MOST_SHARDS))
        }
        ShardError::Index { index, of } => {
            Diagnostic::error(Message::new("shard-index").arg("index", index).arg("of", of))
        }
        ShardError::NoEngine => Diagnostic::error(Message::new("shard-no-engine")).hint(by_hand()),
        ShardError::Variable { variable, value } => {
            Diagnostic::error(Message::new("shard-variable").arg("variable", variable).arg("value", value))
                .hint(by_hand())
        }
        ShardError::Outside { variable, value, of } => {
            Diagnostic::error(Message::new("shard-outside").arg("variable", variable).arg("value", value).arg("of", of))
                .hint(by_hand())
        }
        ShardError::OtherCount { variable, count, of } => Diagnostic::error(
            Message::new("shard-other-count").arg("variable", variable).arg("count", count).arg("of", of),
        )
        .hint(Message::new("hint-shard-other-count").arg("count", count)),
        ShardError::Disagree { first, second } => Diagnostic::error(
            Message::new("shard-disagree")
                .arg("first", first.0)
                .arg("one", first.1)
                .arg("second", second.0)
                .arg("other", second.1),
        )
        .hint(by_hand()),
    }
}
