//! What comes before the survey: the first notice, what was advised at once, what was disclosed.

use jiff::civil::{Date, DateTime};
use rust_decimal::Decimal;

use super::choices::choice;
use super::record::record;
use crate::change::Shape;

/// A name, number or heading.
const SHORT: Shape = Shape::Text(200);
/// A remark.
const REMARK: Shape = Shape::Text(2_000);
/// A text of some pages.
const LONG: Shape = Shape::Text(20_000);
/// Three letters of a currency.
const CURRENCY: Shape = Shape::Text(3);

choice! {
    /// How the first notice came.
    NoticeChannel {
        /// 电话.
        Telephone = "telephone",
        /// 线上.
        Online = "online",
        /// 书面.
        Letter = "letter",
        /// 当面.
        InPerson = "in-person",
        /// 其他.
        Other = "other",
    }
}

choice! {
    /// What was advised after the notice.
    AdviceKind {
        /// 施救.
        Rescue = "rescue",
        /// 保护现场.
        SceneProtection = "scene-protection",
        /// 减损.
        Mitigation = "mitigation",
        /// 其他.
        Other = "other",
    }
}

choice! {
    /// What is disclosed.
    DisclosureKind {
        /// 利益冲突声明.
        ConflictOfInterest = "conflict-of-interest",
        /// 客户告知.
        Client = "client",
    }
}

record! {
    /// The first notice of the loss (rules.md 3.4).
    Notice: Notice {
        /// 通知时间.
        at: DateTime = Shape::LocalTime,
        /// 通知方式.
        channel: NoticeChannel = Shape::Choice(NoticeChannel::WORDS),
        /// 通知人.
        informant: String = SHORT,
        /// 受理人.
        informed: String = SHORT,
        /// 报案号.
        report_no: String = SHORT,
        /// 备注.
        note: String = REMARK,
    }
}

record! {
    /// A policy of the client in another year or on another interest (保单整理).
    ClientPolicy: ClientPolicy {
        /// 保单号.
        number: String = SHORT,
        /// 保险人.
        insurer: String = SHORT,
        /// 起保日期.
        period_from: Date = Shape::Date,
        /// 终保日期.
        period_to: Date = Shape::Date,
        /// 条款及版本.
        wording: String = SHORT,
        /// 保险金额.
        sum_insured: Decimal = Shape::Decimal,
        /// 保险费.
        premium: Decimal = Shape::Decimal,
        /// 币种.
        currency: String = CURRENCY,
        /// 保费支付日期.
        premium_paid_on: Date = Shape::Date,
        /// 该保单下的出险与赔付.
        losses: String = REMARK,
        /// 备注.
        note: String = REMARK,
    }
}

record! {
    /// What was advised at once: rescue, protection of the scene, mitigation.
    Advice: Advice {
        /// 建议时间.
        given_at: DateTime = Shape::LocalTime,
        /// 对象.
        to_whom: String = SHORT,
        /// 类别.
        kind: AdviceKind = Shape::Choice(AdviceKind::WORDS),
        /// 建议内容.
        text: String = REMARK,
    }
}

record! {
    /// A statement on conflicts of interest, or what a client was told and chose.
    Disclosure: Disclosure {
        /// 类别.
        kind: DisclosureKind = Shape::Choice(DisclosureKind::WORDS),
        /// 日期.
        dated: Date = Shape::Date,
        /// 声明人或客户.
        person: String = SHORT,
        /// 内容.
        text: String = LONG,
        /// 比较的保险人.
        insurers_compared: String = REMARK,
        /// 客户选择.
        choice: String = REMARK,
        /// 签署日期.
        signed_on: Date = Shape::Date,
    }
}
