//! Cause and liability: what happened when, what may have caused it, and whether the policy answers.

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
    /// How a possible cause is assessed.
    Assessment {
        /// 待定.
        Open = "open",
        /// 近因.
        Proximate = "proximate",
        /// 参与原因.
        Contributing = "contributing",
        /// 已排除.
        Excluded = "excluded",
    }
}

choice! {
    /// On which side evidence weighs.
    Weight {
        /// 支持.
        For = "for",
        /// 反对.
        Against = "against",
    }
}

choice! {
    /// What part of the cover is tested.
    TestKind {
        /// 保险责任.
        Insuring = "insuring",
        /// 责任免除.
        Exclusion = "exclusion",
        /// 扩展条款.
        Extension = "extension",
        /// 条件.
        Condition = "condition",
        /// 保险期间.
        Period = "period",
    }
}

choice! {
    /// What a test of the cover came to.
    TestResult {
        /// 符合.
        Met = "met",
        /// 不符合.
        NotMet = "not-met",
        /// 待定.
        Open = "open",
    }
}

record! {
    /// Something that happened, in the timeline of the loss.
    Event: Event {
        /// 时间.
        at: DateTime = Shape::LocalTime,
        /// 事项.
        what: String = REMARK,
        /// 依据笔录.
        note: Id = Shape::Reference(Kind::Note),
        /// 依据单证.
        document: Id = Shape::Reference(Kind::Document),
        /// 是否为一次出险.
        is_loss: YesNo = Shape::Choice(YesNo::WORDS),
    }
}

record! {
    /// A possible cause of the loss and how it is assessed.
    CauseOption: CauseOption {
        /// 原因.
        name: String = SHORT,
        /// 说明.
        description: String = REMARK,
        /// 判断.
        assessment: Assessment = Shape::Choice(Assessment::WORDS),
        /// 理由.
        reason: String = REMARK,
    }
}

record! {
    /// What speaks for or against a possible cause.
    CauseEvidence: CauseEvidence {
        /// 原因.
        cause: Id = Shape::Reference(Kind::CauseOption),
        /// 支持或反对.
        weight: Weight = Shape::Choice(Weight::WORDS),
        /// 单证.
        document: Id = Shape::Reference(Kind::Document),
        /// 照片.
        photo: Id = Shape::Reference(Kind::Photo),
        /// 笔录.
        statement: Id = Shape::Reference(Kind::Note),
        /// 说明.
        note: String = REMARK,
    }
}

record! {
    /// One clause put to the facts, with the reading it was tested under.
    CoverageTest: CoverageTest {
        /// 类别.
        kind: TestKind = Shape::Choice(TestKind::WORDS),
        /// 条款.
        clause: Id = Shape::Reference(Kind::PolicyClause),
        /// 标段.
        section: Id = Shape::Reference(Kind::PolicySection),
        /// 问题.
        question: String = REMARK,
        /// 理解.
        reading: String = REMARK,
        /// 结论.
        result: TestResult = Shape::Choice(TestResult::WORDS),
        /// 理由.
        reason: String = REMARK,
    }
}

record! {
    /// An expert or lawyer who was engaged, with the opinion.
    Expert: Expert {
        /// 姓名或机构.
        name: String = SHORT,
        /// 专业.
        field: String = SHORT,
        /// 委托日期.
        engaged_on: Date = Shape::Date,
        /// 意见.
        opinion: String = LONG,
        /// 费用.
        fee: Decimal = Shape::Decimal,
        /// 币种.
        currency: String = CURRENCY,
        /// 保密.
        confidential: YesNo = Shape::Choice(YesNo::WORDS),
        /// 资质有效期至.
        accredited_to: Date = Shape::Date,
    }
}
