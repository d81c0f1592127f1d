//! What is wrong with a file: a code, the place as a JSON pointer, values for the words.

/// The most problems that are kept; a file with more is not the file that was meant.
pub(super) const PROBLEMS_MAX: usize = 1_000;

macro_rules! codes {
    ($($(#[$doc:meta])* $name:ident = $word:literal),* $(,)?) => {
        /// What can be wrong; the words are in the catalogues under `adjust-file-<word>`.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Code { $($(#[$doc])* $name),* }

        impl Code {
            /// All codes.
            pub const ALL: &'static [Self] = &[$(Self::$name),*];

            /// The word on the wire and in the catalogues.
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$name => $word),* }
            }
        }
    };
}

codes! {
    /// The text is not JSON.
    Syntax = "syntax",
    /// More entries than the program takes.
    TooMany = "too-many",
    /// Another kind of value is expected.
    Kind = "kind",
    /// A field that does not exist here.
    UnknownField = "unknown-field",
    /// A field that stands twice.
    Twice = "twice",
    /// A field that has to be there.
    Missing = "missing",
    /// Another format, or another version of it.
    Format = "format",
    /// A short id or name that cannot be one.
    Id = "id",
    /// A short id or name that another entry has.
    IdTaken = "id-taken",
    /// A short id that no entry has.
    UnknownId = "unknown-id",
    /// A number outside quotes.
    NumberWithoutQuotes = "number-without-quotes",
    /// Text that is not a decimal number.
    Number = "number",
    /// Text that is not a whole number.
    Count = "count",
    /// A number with too many digits.
    TooLarge = "too-large",
    /// An amount below zero where that means nothing.
    Negative = "negative",
    /// A rate of exchange that is not above zero.
    NotPositive = "not-positive",
    /// Text that is not a ratio.
    Ratio = "ratio",
    /// Text that is not a date.
    Date = "date",
    /// Text that is not a date with the time of day.
    Moment = "moment",
    /// Text that is not a currency.
    Currency = "currency",
    /// A word that is not in the list.
    Word = "word",
    /// A quantity that does not read.
    Expression = "expression",
    /// A text with too many characters.
    TooLong = "too-long",
    /// A character that steers a terminal or printer.
    ControlCharacter = "control-character",
    /// A line of both an extension and a mitigation cost.
    TwoCosts = "two-costs",
    /// Both a lump sum and a quantity.
    TwoAmounts = "two-amounts",
    /// A limit that is not exactly one of amount and rates.
    OneLimit = "one-limit",
    /// More problems than are listed.
    More = "more",
}

/// What is wrong, before its place is known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Fault {
    code: Code,
    args: Vec<(&'static str, String)>,
}

impl Fault {
    pub(super) const fn new(code: Code) -> Self {
        Self { code, args: Vec::new() }
    }

    #[must_use]
    pub(super) fn with(mut self, name: &'static str, value: impl ToString) -> Self {
        // What a file says is shown, but not at any length.
        self.args.push((name, value.to_string().chars().take(120).collect()));
        self
    }

    pub(super) fn at(self, pointer: String) -> Problem {
        Problem { pointer, code: self.code, args: self.args }
    }
}

/// Something wrong with a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Problem {
    /// Where: a JSON pointer (RFC 6901), empty for the whole file.
    pub pointer: String,
    /// What.
    pub code: Code,
    /// Values for the words.
    pub args: Vec<(&'static str, String)>,
}

/// A list of problems that does not grow without end.
#[derive(Debug, Default)]
pub(super) struct Problems {
    found: Vec<Problem>,
    beyond: usize,
}

impl Problems {
    pub(super) fn push(&mut self, problem: Problem) {
        if self.found.len() < PROBLEMS_MAX {
            self.found.push(problem);
        } else {
            self.beyond += 1;
        }
    }

    pub(super) const fn is_empty(&self) -> bool {
        self.found.is_empty()
    }

    /// The problems; one more says how many are not listed.
    pub(super) fn into_list(mut self) -> Vec<Problem> {
        if self.beyond > 0 {
            let rest = Fault::new(Code::More).with("count", self.beyond);
            self.found.push(rest.at(String::new()));
        }
        self.found
    }
}
