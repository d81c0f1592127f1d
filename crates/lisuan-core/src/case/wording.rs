//! The policy wording as records: what the adjustment is steered by besides items and terms.
//!
//! An empty field is "not said": the engine then marks what needs it as unknown or takes the
//! default and says so; nothing is filled in here.

use jiff::civil::Date;
use rust_decimal::Decimal;

use super::choices::{ClauseKind, Explained, LimitOf, RateDay, YesNo};
use super::record::record;
use crate::Id;
use crate::change::{Kind, Shape};

/// A name, number or heading.
const SHORT: Shape = Shape::Text(200);
/// A remark.
const REMARK: Shape = Shape::Text(2_000);
/// Three letters of a currency.
const CURRENCY: Shape = Shape::Text(3);
/// A peril as the policy calls it.
const PERIL: Shape = Shape::Text(60);

record! {
    /// A section of the policy or of the works, with its own period.
    PolicySection: PolicySection {
        /// 保险部分、标段.
        name: String = SHORT,
        /// First day of cover.
        period_from: Date = Shape::Date,
        /// Last day of cover.
        period_to: Date = Shape::Date,
        /// 移交日期: handed over, taken over or in commercial use.
        handover_date: Date = Shape::Date,
        /// 条款依据.
        clause: String = SHORT,
        /// 试车开始日期.
        testing_from: Date = Shape::Date,
        /// 保证期开始日期.
        maintenance_from: Date = Shape::Date,
        /// 标段起讫桩号.
        stretch: String = SHORT,
        /// 约定的最大敞开长度 in metres.
        declared_length: Decimal = Shape::Decimal,
        /// 出险时敞开长度 in metres.
        open_length: Decimal = Shape::Decimal,
    }
}

record! {
    /// A clause of the policy, with its text: what the figures cite.
    PolicyClause: PolicyClause {
        /// Its number, as the clause fields of other records cite it.
        number: String = SHORT,
        /// 条款名称.
        title: String = SHORT,
        /// What it is.
        kind: ClauseKind = Shape::Choice(ClauseKind::WORDS),
        /// 条款全文.
        text: String = Shape::Text(20_000),
        /// Whether it was pointed out and explained to the insured (保险法 17).
        explained: Explained = Shape::Choice(Explained::WORDS),
    }
}

record! {
    /// 批单: a change of the policy with the day from which it counts.
    Endorsement: Endorsement {
        /// 批单号.
        number: String = SHORT,
        /// The day it was issued.
        issued_on: Date = Shape::Date,
        /// The first day on which it counts.
        effective_from: Date = Shape::Date,
        /// The item it changes.
        policy_item: Id = Shape::Reference(Kind::PolicyItem),
        /// The item's sum insured from then on.
        sum_insured: Decimal = Shape::Decimal,
        /// The last day of the policy from then on.
        period_to: Date = Shape::Date,
        /// 批改内容.
        text: String = REMARK,
    }
}

record! {
    /// 免赔: an amount, a rate or days, for the event, an item or a peril.
    Deductible: Deductible {
        /// What it is for.
        name: String = SHORT,
        /// The item it belongs to; the event when empty.
        policy_item: Id = Shape::Reference(Kind::PolicyItem),
        /// The peril it belongs to; any when empty.
        peril: String = PERIL,
        /// 免赔额.
        fixed: Decimal = Shape::Decimal,
        /// 免赔率.
        rate: Decimal = Shape::Ratio,
        /// 免赔天数.
        days: i64 = Shape::Integer,
        /// Days of interruption or delay that the loss is for.
        period_days: i64 = Shape::Integer,
        /// Currency of the amount; the case's when empty.
        currency: String = CURRENCY,
        /// 条款依据.
        clause: String = SHORT,
        /// Whether it was explained to the insured.
        explained: Explained = Shape::Choice(Explained::WORDS),
    }
}

record! {
    /// 赔偿限额.
    PolicyLimit: PolicyLimit {
        /// What it is for.
        name: String = SHORT,
        /// What it limits.
        kind: LimitOf = Shape::Choice(LimitOf::WORDS),
        /// The section whose items a group limit holds together.
        section: Id = Shape::Reference(Kind::PolicySection),
        /// The item of a group limit.
        policy_item: Id = Shape::Reference(Kind::PolicyItem),
        /// The peril it belongs to; any when empty.
        peril: String = PERIL,
        /// An amount.
        amount: Decimal = Shape::Decimal,
        /// A share of the sum insured of the items hit.
        rate_of_sum_insured: Decimal = Shape::Ratio,
        /// Used before.
        used: Decimal = Shape::Decimal,
        /// Currency of the amounts; the case's when empty.
        currency: String = CURRENCY,
        /// 条款依据.
        clause: String = SHORT,
    }
}

record! {
    /// 扩展条款 with a limit of its own: debris, professional fees, expediting, airfreight.
    Extension: Extension {
        /// 扩展条款.
        name: String = SHORT,
        /// The item its limits refer to; all items when empty.
        policy_item: Id = Shape::Reference(Kind::PolicyItem),
        /// Adjusted cost, besides the loss lines that name it.
        cost: Decimal = Shape::Decimal,
        /// Limit as an amount.
        limit_amount: Decimal = Shape::Decimal,
        /// Limit as a share of the sum insured.
        limit_of_sum_insured: Decimal = Shape::Ratio,
        /// Limit as a share of the adjusted loss.
        limit_of_loss: Decimal = Shape::Ratio,
        /// On top of that, an additional amount.
        additional: Decimal = Shape::Decimal,
        /// Whether average applies to the cost.
        average: YesNo = Shape::Choice(YesNo::WORDS),
        /// Its own deductible: an amount.
        deductible: Decimal = Shape::Decimal,
        /// Its own deductible: a rate of the cost.
        deductible_rate: Decimal = Shape::Ratio,
        /// Kept outside the deductible of the event.
        outside_deductible: YesNo = Shape::Choice(YesNo::WORDS),
        /// Inside the sum insured.
        inside_sum_insured: YesNo = Shape::Choice(YesNo::WORDS),
        /// Pays also where there is no adjusted loss.
        without_loss: YesNo = Shape::Choice(YesNo::WORDS),
        /// Currency of the amounts; the case's when empty.
        currency: String = CURRENCY,
        /// 条款依据.
        clause: String = SHORT,
        /// Whether it was explained to the insured.
        explained: Explained = Shape::Choice(Explained::WORDS),
    }
}

record! {
    /// 施救费用 (保险法 57(2)).
    SueLabour: SueLabour {
        /// 施救措施.
        name: String = SHORT,
        /// The item it served.
        policy_item: Id = Shape::Reference(Kind::PolicyItem),
        /// The cost, besides the loss lines that name it.
        cost: Decimal = Shape::Decimal,
        /// The share of insured property in what was rescued; 1 when empty.
        insured_share: Decimal = Shape::Ratio,
        /// When it was spent.
        incurred_on: Date = Shape::Date,
        /// Currency of the cost; the case's when empty.
        currency: String = CURRENCY,
        /// 条款依据.
        clause: String = SHORT,
    }
}

record! {
    /// A rate taken off the payment before the deductible (事故责任免赔率, 绝对免赔率).
    Reduction: Reduction {
        /// What it is for.
        name: String = SHORT,
        /// The rate.
        rate: Decimal = Shape::Ratio,
        /// 条款依据.
        clause: String = SHORT,
        /// Whether it was explained to the insured.
        explained: Explained = Shape::Choice(Explained::WORDS),
    }
}

record! {
    /// A policy on the same interest (重复保险); this policy is one of them.
    OtherPolicy: OtherPolicy {
        /// 保险人.
        insurer: String = SHORT,
        /// 保单号.
        policy_no: String = SHORT,
        /// Whether it is the policy of this case.
        ours: YesNo = Shape::Choice(YesNo::WORDS),
        /// First day of the policy: the earlier one comes first.
        period_from: Date = Shape::Date,
        /// 保险金额.
        sum_insured: Decimal = Shape::Decimal,
        /// What it would pay alone.
        liability: Decimal = Shape::Decimal,
        /// 条款依据.
        clause: String = SHORT,
    }
}

record! {
    /// An insurer of this policy and its written share (共保).
    Coinsurer: Coinsurer {
        /// 保险人.
        name: String = SHORT,
        /// 共保份额.
        share: Decimal = Shape::Ratio,
        /// Whether it leads; the first one does when none is marked.
        leads: YesNo = Shape::Choice(YesNo::WORDS),
    }
}

record! {
    /// 预付赔款.
    InterimPayment: InterimPayment {
        /// When.
        paid_on: Date = Shape::Date,
        /// How much.
        amount: Decimal = Shape::Decimal,
        /// Currency; the case's when empty.
        currency: String = CURRENCY,
        /// What for, on what ground.
        ground: String = REMARK,
    }
}

record! {
    /// 汇率: one unit of one currency is so many units of the other.
    ExchangeRate: ExchangeRate {
        /// The currency that is converted.
        from_currency: String = CURRENCY,
        /// The currency it is converted to.
        to_currency: String = CURRENCY,
        /// How many units of the second.
        rate: Decimal = Shape::Decimal,
        /// The day of the rate.
        dated: Date = Shape::Date,
        /// Who publishes it.
        publisher: String = SHORT,
        /// Which day in the claim that was; a rate without it counts on any.
        day: RateDay = Shape::Choice(RateDay::WORDS),
    }
}
