//! Why an expression does not read.

use crate::money::MoneyError;

macro_rules! problems {
    ($($(#[$doc:meta])* $kind:ident = $word:literal),* $(,)?) => {
        /// What is wrong; the words live in the catalogues under `expression-<word>`.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum ProblemKind { $($(#[$doc])* $kind),* }

        impl ProblemKind {
            /// All kinds.
            pub const ALL: &'static [Self] = &[$(Self::$kind),*];

            /// The word on the wire and in the catalogues.
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$kind => $word),* }
            }
        }
    };
}

problems! {
    /// Nothing to compute.
    Empty = "empty",
    /// More characters than [`super::parse`] reads.
    TooLong = "too-long",
    /// More brackets inside each other than [`super::parse`] follows.
    TooDeep = "too-deep",
    /// A character that has no meaning here.
    Character = "character",
    /// A number is missing: `2×`, `()`.
    MissingNumber = "missing-number",
    /// Two numbers without an operator between them.
    MissingOperator = "missing-operator",
    /// A bracket without its closing counterpart.
    Unclosed = "unclosed",
    /// A closing bracket without its opening counterpart.
    Unopened = "unopened",
    /// Digits and points that are no number: `1.2.3`.
    Number = "number",
    /// A comma that is not a thousands separator.
    Comma = "comma",
    /// Two signs in a row: `2+-3`.
    Signs = "signs",
    /// An exponent that is neither a whole number from −32 to 32 nor one half.
    Exponent = "exponent",
    /// A division by zero.
    DivisionByZero = "division-by-zero",
    /// A root of a negative number.
    NegativeRoot = "negative-root",
    /// A number with too many digits.
    TooLarge = "too-large",
    /// A chainage that does not read, or two of different alignments.
    Chainage = "chainage",
    /// A single chainage inside a computation: a place is no length.
    LoneChainage = "lone-chainage",
    /// A line that begins with 扣 or 减 and goes on with a word: a deduction, or the name of a
    /// thing (扣件, 减速带).
    Deduction = "deduction",
}

/// An expression that does not read, and where.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("expression does not read at character {at_char}: {}", kind.as_str())]
pub struct ParseProblem {
    /// Index of the character, counted in characters of the text as typed, from zero.
    pub at_char: usize,
    /// What is wrong there.
    pub kind: ProblemKind,
}

impl ParseProblem {
    pub(super) const fn new(at_char: usize, kind: ProblemKind) -> Self {
        Self { at_char, kind }
    }

    pub(super) fn from_money(at_char: usize, error: &MoneyError) -> Self {
        let kind = match error {
            MoneyError::DivisionByZero => ProblemKind::DivisionByZero,
            MoneyError::NegativeRoot => ProblemKind::NegativeRoot,
            _ => ProblemKind::TooLarge,
        };
        Self { at_char, kind }
    }
}
