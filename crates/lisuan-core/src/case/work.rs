//! The work on a case: papers asked for, what was done, and negotiation.

use jiff::civil::{Date, DateTime};
use rust_decimal::Decimal;

use super::choices::{YesNo, choice};
use super::record::record;
use crate::Id;
use crate::change::{Kind, Shape};

/// A name, number or heading.
const SHORT: Shape = Shape::Text(200);
/// A remark.
const REMARK: Shape = Shape::Text(2_000);
/// A text of some pages.
const LONG: Shape = Shape::Text(20_000);
/// Three letters of a currency.
const CURRENCY: Shape = Shape::Text(3);

choice! {
    /// What work was done.
    WorkKind {
        /// 电话.
        Call = "call",
        /// 走访.
        Visit = "visit",
        /// 函件.
        Letter = "letter",
        /// 会议.
        Meeting = "meeting",
        /// 分析.
        Analysis = "analysis",
        /// 其他.
        Other = "other",
    }
}

choice! {
    /// Who takes a position in a negotiation. The assessed figure is no side: it has a column of its own.
    Side {
        /// 被保险人.
        Insured = "insured",
        /// 保险人.
        Insurer = "insurer",
        /// 经纪人.
        Broker = "broker",
        /// 其他.
        Other = "other",
    }
}

record! {
    /// First evaluation of a claim and how it is to be pursued (协助索赔策划).
    Strategy: Strategy {
        /// 日期.
        dated: Date = Shape::Date,
        /// 可行性.
        feasibility: String = REMARK,
        /// 风险.
        risks: String = REMARK,
        /// 索赔范围.
        scope: String = REMARK,
        /// 拟索赔金额.
        amount: Decimal = Shape::Decimal,
        /// 币种.
        currency: String = CURRENCY,
        /// 计划.
        plan: String = LONG,
        /// 告知客户日期.
        told_on: Date = Shape::Date,
        /// 保密.
        confidential: YesNo = Shape::Choice(YesNo::WORDS),
    }
}

record! {
    /// One request for papers (保险法 22: once, and complete).
    PaperRequest: PaperRequest {
        /// 要求日期.
        requested_on: Date = Shape::Date,
        /// 对象.
        to_whom: String = SHORT,
        /// 所需材料.
        items: String = LONG,
        /// 期限.
        due_on: Date = Shape::Date,
        /// 收齐日期.
        received_on: Date = Shape::Date,
        /// 备注.
        note: String = REMARK,
        /// 送达日期: the day on which it reached who is asked.
        reached_on: Date = Shape::Date,
    }
}

record! {
    /// Work that was done: call, visit, letter, meeting, analysis.
    WorkEntry: WorkEntry {
        /// 时间.
        at: DateTime = Shape::LocalTime,
        /// 类别.
        kind: WorkKind = Shape::Choice(WorkKind::WORDS),
        /// 人员.
        persons: String = SHORT,
        /// 摘要.
        summary: String = REMARK,
        /// 用时（分钟）.
        minutes: i64 = Shape::Integer,
        /// 费用.
        cost: Decimal = Shape::Decimal,
        /// 币种.
        currency: String = CURRENCY,
        /// 已告知客户.
        told_client: YesNo = Shape::Choice(YesNo::WORDS),
        /// 跟进日期.
        follow_up_on: Date = Shape::Date,
        /// 已完成.
        done: YesNo = Shape::Choice(YesNo::WORDS),
    }
}

record! {
    /// One round of negotiation.
    NegotiationRound: NegotiationRound {
        /// 时间.
        held_at: DateTime = Shape::LocalTime,
        /// 地点.
        venue: String = SHORT,
        /// 出席人员.
        present: String = REMARK,
        /// 不损害各方权利.
        without_prejudice: YesNo = Shape::Choice(YesNo::WORDS),
        /// 未决事项.
        open_points: String = REMARK,
        /// 纪要.
        minutes: String = LONG,
        /// 对应测算: the reading of the case that the round rested on.
        scenario: Id = Shape::Reference(Kind::Scenario),
        /// 各方授权: who may agree to what.
        authority: String = REMARK,
        /// 纪要签署日期.
        signed_on: Date = Shape::Date,
    }
}

record! {
    /// What a side asks for a line in a round, beside what was assessed then.
    NegotiationPosition: NegotiationPosition {
        /// 轮次.
        round: Id = Shape::Reference(Kind::NegotiationRound),
        /// 损失项.
        line: Id = Shape::Reference(Kind::Line),
        /// 方.
        side: Side = Shape::Choice(Side::WORDS),
        /// 该方主张金额.
        amount: Decimal = Shape::Decimal,
        /// 当时核定金额.
        assessed: Decimal = Shape::Decimal,
        /// 理由.
        reason: String = REMARK,
    }
}

record! {
    /// A reserve as it was set on a day.
    Reserve: Reserve {
        /// 设定日期.
        set_on: Date = Shape::Date,
        /// 金额.
        amount: Decimal = Shape::Decimal,
        /// 币种.
        currency: String = CURRENCY,
        /// 理由.
        reason: String = REMARK,
        /// 设定人.
        set_by: String = SHORT,
    }
}
