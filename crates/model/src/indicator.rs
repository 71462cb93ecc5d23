//! What an indicator row wants: more, less, or exactly so much.

use serde::{Deserialize, Serialize};

/// The direction in which a result is better.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Direction {
    /// 正向: the more the better.
    Higher,
    /// 反向: the less the better.
    Lower,
    /// =: the very value.
    Exact,
}
