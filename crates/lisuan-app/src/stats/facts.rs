//! What the statistics keep of one case.

use std::collections::BTreeSet;

use jiff::civil::Date;
use lisuan_core::assessment::Assessment;
use lisuan_core::case::{Case, NoteKind, PaymentKind, on_account};
use lisuan_core::checks::{camera_of, likeness_of, original_of};
use lisuan_core::clocks::{Calendar, ClockState, clocks};
use lisuan_core::{Level, money::Currency};
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

/// One case as the index keeps it. Days and amounts are in the one spelling they have in the case.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct CaseFacts {
    /// The case: copies of one have the same.
    pub case: String,
    /// Claim number.
    pub claim_no: String,
    /// Line of business, as the case file spells it.
    pub line: String,
    /// Peril.
    pub peril: String,
    /// Insurer.
    pub insurer: String,
    /// Insured, or the project.
    pub insured: String,
    /// The firm that handles it.
    pub adjuster: String,
    /// Three letters.
    pub currency: String,
    /// Day of loss.
    pub loss: Option<Date>,
    /// First notice.
    pub notice: Option<Date>,
    /// First survey note.
    pub survey: Option<Date>,
    /// First report that was sealed.
    pub report: Option<Date>,
    /// Agreement.
    pub agreed: Option<Date>,
    /// Last payment.
    pub paid_on: Option<Date>,
    /// Closed for the archive.
    pub closed: Option<Date>,
    /// Sum of what was claimed.
    #[serde(with = "amount")]
    pub claimed: Option<Decimal>,
    /// Sum of what was assessed.
    #[serde(with = "amount")]
    pub assessed: Option<Decimal>,
    /// What is payable.
    #[serde(with = "amount")]
    pub payable: Option<Decimal>,
    /// What was agreed.
    #[serde(with = "amount")]
    pub settled: Option<Decimal>,
    /// Payments made.
    #[serde(with = "amount")]
    pub paid: Option<Decimal>,
    /// Recovered from third parties.
    #[serde(with = "amount")]
    pub recovered: Option<Decimal>,
    /// First and last reserve.
    #[serde(with = "amount")]
    pub reserve: Option<Decimal>,
    /// Loss lines, photos, papers.
    pub counts: [usize; 3],
    /// Findings of level E, W, I.
    pub findings: [usize; 3],
    /// Last days of the clocks that have not ended: which are overdue depends on the day.
    pub due: Vec<Date>,
    /// Risk advice open and done.
    pub advice: [usize; 2],
    /// Cameras of its photos, for the checks that take several cases.
    pub cameras: BTreeSet<String>,
    /// Originals of its photos, for the same.
    pub originals: BTreeSet<String>,
    /// What its photos look like, for the same.
    pub likenesses: BTreeSet<u64>,
}

impl CaseFacts {
    /// Reads them off a case.
    pub(super) fn of(case: &Case, calendar: &Calendar, today: Date) -> Self {
        let head = &case.head;
        let assessment = Assessment::of(case, calendar);
        let currency = head.currency.clone().unwrap_or_else(|| "CNY".to_owned());
        let text = |value: &Option<String>| value.clone().unwrap_or_default();
        let level = |level| assessment.findings.iter().filter(|f| f.level == level).count();
        let same = |given: &Option<String>| given.as_ref().is_none_or(|given| *given == currency);
        let adjustment = &assessment.adjustment;
        let figure = |step| {
            let money = adjustment.money(step)?;
            (currency.parse::<Currency>().ok()? == money.currency()).then(|| money.amount())
        };
        let lines = || assessment.lines.values().filter(|line| line.currency == currency);
        let settled = case.settlements.last().filter(|s| same(&s.currency));
        let finals = case.payments.iter().filter(|p| p.kind != Some(PaymentKind::Refund));
        let finals = finals.filter(|p| p.kind != Some(PaymentKind::Interim));
        let on_account = on_account(case);
        let paid =
            finals.filter(|p| p.paid_on.is_some() && same(&p.currency)).map(|p| p.amount).chain(
                on_account
                    .iter()
                    .filter(|p| p.paid_on.is_some() && p.currency.is_none_or(|c| c == currency))
                    .map(|p| p.amount),
            );
        let recovered = case.recoveries.iter().filter(|r| same(&r.currency));
        let notes = case.notes.iter().filter(|note| note.kind == Some(NoteKind::Survey));
        let done = case.risk_advice.iter().filter(|advice| advice.done_on.is_some()).count();
        let open = [ClockState::Running, ClockState::Breached];
        let due = clocks(case, calendar, today)
            .iter()
            .filter(|clock| open.contains(&clock.state))
            .filter_map(|clock| Some(clock.due?.last))
            .collect();
        Self {
            case: head.id.to_string(),
            claim_no: text(&head.claim_no),
            line: head.line_of_business.map(|l| l.as_str().to_owned()).unwrap_or_default(),
            peril: text(&head.peril),
            insurer: text(&head.insurer),
            insured: text(&head.insured),
            adjuster: text(&head.firm),
            loss: head.loss_date,
            notice: case.notices.iter().filter_map(|n| Some(n.at?.date())).min(),
            survey: notes.filter_map(|note| Some(note.at?.date())).min(),
            report: case.reports.iter().filter_map(|r| Some(r.sealed_at?.date())).min(),
            agreed: case.settlements.last().and_then(|s| s.agreed_on),
            // An advance leaves the rest to be paid, and a refund pays nothing.
            paid_on: (case.payments.iter())
                .filter(|p| p.kind == Some(PaymentKind::Final))
                .filter_map(|p| p.paid_on)
                .max(),
            closed: case.archives.iter().filter_map(|a| a.closed_on).max(),
            claimed: sum(lines().map(|line| line.claimed)),
            assessed: sum(lines().map(|line| line.assessed)),
            payable: figure(adjustment.figures.payable),
            settled: settled.and_then(|s| s.amount),
            paid: sum(paid),
            recovered: sum(recovered.map(|recovery| recovery.amount)),
            reserve: case.reserves.iter().rfind(|r| same(&r.currency)).and_then(|r| r.amount),
            counts: [case.lines.len(), case.photos.len(), case.documents.len()],
            findings: [level(Level::Stop), level(Level::Warn), level(Level::Info)],
            due,
            advice: [case.risk_advice.len() - done, done],
            cameras: case.photos.iter().filter_map(camera_of).collect(),
            originals: case.photos.iter().filter_map(original_of).collect(),
            likenesses: case.photos.iter().filter_map(likeness_of).collect(),
            currency,
        }
    }

    /// Clocks that have run out by a day.
    pub fn breached(&self, today: Date) -> usize {
        self.due.iter().filter(|last| **last < today).count()
    }

    /// Nothing more is to be done on it.
    pub fn is_closed(&self) -> bool {
        self.closed.is_some() || self.paid_on.is_some()
    }
}

/// The sum of what is known; nothing where nothing is.
pub(super) fn sum(amounts: impl Iterator<Item = Option<Decimal>>) -> Option<Decimal> {
    amounts.flatten().try_fold(None::<Decimal>, |sum, amount| {
        Some(Some(sum.unwrap_or_default().checked_add(amount)?))
    })?
}

/// Amounts as text: a number of JSON may be read as a float.
mod amount {
    use rust_decimal::Decimal;
    use serde::{Deserialize as _, Deserializer, Serialize as _, Serializer, de};

    pub(super) fn serialize<S: Serializer>(
        amount: &Option<Decimal>,
        out: S,
    ) -> Result<S::Ok, S::Error> {
        amount.map(|amount| amount.to_string()).serialize(out)
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(
        from: D,
    ) -> Result<Option<Decimal>, D::Error> {
        let text = Option::<String>::deserialize(from)?;
        text.map(|text| text.parse().map_err(de::Error::custom)).transpose()
    }
}
