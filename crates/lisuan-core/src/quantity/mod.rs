//! Quantities as they are written on measurement sheets (工程量计算式).
//!
//! The text as typed is the evidence; this module gives its exact value, one normalised spelling
//! and what the sheet states as its result. Grammar of rules.md 5.1, with these decisions:
//!
//! - **Operators**: `+ − × · * ÷ / ^`, full-width forms included. `x` and `X` multiply when they
//!   stand between two operands (`2.5m x 3`, `2.5mx3`); elsewhere they are letters of a unit
//!   (`3box`). A `·` always multiplies. Two operands side by side are an error, never an implied
//!   product, except before π and √ (`2π`, `2√3`).
//! - **Numbers**: `1,234.5` with groups of three; any other comma is refused as ambiguous.
//! - **Units**: letters and CJK characters right after a number or a bracket are a unit and are
//!   ignored: `1910M×2M×0.15M×2边`, `21.50元/M3`, `3m²`, `3m^2`. `²` and `³` after a number or a
//!   bracket are powers: `2.5²`.
//! - **Percent** is a hundredth: `100+20%` is 100.2.
//! - **Comments**: quoted text; brackets of any kind without a digit (`（长）`); square and curly
//!   brackets whose text holds words that are no units (`[3轴～5轴]`). CJK words before a number
//!   (`长12.5`) and a label that ends with a colon (`3-5轴：`) are ignored too.
//! - **Signs**: `2×-3` is read, `2+-3` and `2--3` are refused as probable slips. `-2^2` is −4.
//! - **Lines**: terms on several lines or separated by `;` are added. A line that begins with `−`
//!   subtracts by its sign; a line that begins with 扣除, 扣减, 减去 or with 扣 or 减 alone is
//!   subtracted as a whole (扣件 is a thing and no deduction: such a line is refused).
//! - **`=`**: what follows is what the sheet states; it is kept apart and compared at the
//!   precision in which it is written, never taken as the value.
//! - **Chainage**: `K172+331.5~K175+447` is the distance in metres; `~`, `～`, `-`, `—` and 至
//!   all mean "to" between two chainages. A single one stands for its metres only when it is the
//!   whole expression.
//! - **π** and roots that are not exact are rounded to 20 significant digits, and the value is
//!   marked [`Expression::approximate`].

mod chainage;
mod expression;
mod parse;
mod problem;
mod token;
mod unit;

pub use chainage::{Chainage, Stretch, find_stretch};
pub use expression::{Expression, Stated, Term, parse};
pub use problem::{ParseProblem, ProblemKind};
pub use unit::{OTHER_UNIT_PLACES, RoundedQuantity, places_for_unit, round_for_unit, same_unit};

#[cfg(test)]
mod tests;
