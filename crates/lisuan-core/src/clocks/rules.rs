//! The clocks as data: how long each runs and what says so.

use super::term::Term;

/// What a clock rests on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Nature {
    /// A statute or a judicial interpretation.
    Statute,
    /// The wording of a policy: the length here is a usual one, the policy's own stands in the case.
    Wording,
    /// Practice of the trade.
    Practice,
}

impl Nature {
    /// The word it has outside the program.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Statute => "statute",
            Self::Wording => "wording",
            Self::Practice => "practice",
        }
    }
}

/// One clock of rules.md 4.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rule {
    /// Its number there.
    pub code: &'static str,
    /// How long it runs; nothing where the rule says only "promptly" or sets no limit.
    pub term: Option<Term>,
    /// What it rests on.
    pub nature: Nature,
    /// Article or source, as it is cited in Chinese papers.
    pub basis: &'static str,
    /// It stands still while papers that were asked for are out.
    pub pauses: bool,
    /// It ends a right or a duty to wait: when it is over nobody has failed.
    pub lapses: bool,
}

const fn statute(code: &'static str, term: Option<Term>, basis: &'static str) -> Rule {
    Rule { code, term, nature: Nature::Statute, basis, pauses: false, lapses: false }
}

const fn lapsing(code: &'static str, term: Option<Term>, basis: &'static str) -> Rule {
    Rule { lapses: true, ..statute(code, term, basis) }
}

/// All clocks in the order of their numbers.
pub const RULES: &[Rule] = &[
    statute("T01", None, "保险法 21"),
    Rule {
        nature: Nature::Wording,
        ..statute("T01a", Some(Term::Days(14)), "建筑工程一切险保单条件")
    },
    statute("T02", None, "保险法 22(2)"),
    Rule {
        pauses: true, ..statute("T03", Some(Term::Days(30)), "保险法 23(1)；司法解释（二）15")
    },
    statute("T04", Some(Term::Days(10)), "保险法 23(1)"),
    statute("T05", None, "保险法 23(2)"),
    statute("T06", Some(Term::Days(3)), "保险法 24"),
    statute("T07", Some(Term::Days(60)), "保险法 25"),
    statute("T08", Some(Term::Years(2)), "保险法 26；民法典 194、195"),
    statute("T09", Some(Term::Years(2)), "保险法 26；司法解释（四）18"),
    statute("T10", None, "保险法 60；司法解释（二）16；司法解释（四）10"),
    lapsing("T11", Some(Term::Days(30)), "保险法 16(3)"),
    lapsing("T12", Some(Term::Days(30)), "保险法 58"),
    lapsing("T13", Some(Term::Days(30)), "保险法 49、52"),
    statute("T14", None, "保险法 57(2)"),
    statute("T15", None, "保险法 64"),
    lapsing("T16", Some(Term::Years(15)), "资产评估法 29；保险法 87"),
    statute("T17", None, "保险法 63"),
    Rule {
        nature: Nature::Practice,
        ..statute("T18", Some(Term::Days(15)), "行业惯例：首报 15 日，其后每 30 日")
    },
];

/// The rule of a number.
pub fn rule(code: &str) -> Option<&'static Rule> {
    RULES.iter().find(|rule| rule.code == code)
}
