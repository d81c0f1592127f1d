//! How a case ends: approvals, payments, refusal, disputes, recovery, archive, advice.

use jiff::civil::Date;
use rust_decimal::Decimal;

use super::choices::{YesNo, choice};
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
    /// What was decided on a proposal.
    ApprovalDecision {
        /// 同意.
        Approved = "approved",
        /// 退回.
        Returned = "returned",
        /// 不同意.
        Refused = "refused",
    }
}

choice! {
    /// What a payment is.
    PaymentKind {
        /// 预付赔款.
        Interim = "interim",
        /// 终结赔款.
        Final = "final",
        /// 退还.
        Refund = "refund",
    }
}

choice! {
    /// How a dispute is settled.
    DisputeKind {
        /// 异议.
        Objection = "objection",
        /// 专家裁定.
        ExpertDetermination = "expert-determination",
        /// 调解.
        Mediation = "mediation",
        /// 仲裁.
        Arbitration = "arbitration",
        /// 诉讼.
        Court = "court",
    }
}

choice! {
    /// How far a dispute is.
    DisputeStatus {
        /// 进行中.
        Open = "open",
        /// 和解.
        Settled = "settled",
        /// 已裁决.
        Decided = "decided",
        /// 撤回.
        Withdrawn = "withdrawn",
    }
}

choice! {
    /// The class a closed case is archived in.
    ArchiveClass {
        /// 重要业务.
        Important = "important",
        /// 一般业务.
        Ordinary = "ordinary",
        /// 其他.
        Other = "other",
    }
}

record! {
    /// A decision on what was proposed.
    Approval: Approval {
        /// 审批环节.
        step: String = SHORT,
        /// 权限金额.
        authority_limit: Decimal = Shape::Decimal,
        /// 币种.
        currency: String = CURRENCY,
        /// 审批人.
        who: String = SHORT,
        /// 日期.
        decided_on: Date = Shape::Date,
        /// 决定.
        decision: ApprovalDecision = Shape::Choice(ApprovalDecision::WORDS),
        /// 备注.
        note: String = REMARK,
    }
}

record! {
    /// A payment that is due, urged or made.
    Payment: Payment {
        /// 类别.
        kind: PaymentKind = Shape::Choice(PaymentKind::WORDS),
        /// 收款人.
        payee: String = SHORT,
        /// 开户银行.
        bank: String = SHORT,
        /// 账号.
        account: String = SHORT,
        /// 金额.
        amount: Decimal = Shape::Decimal,
        /// 币种.
        currency: String = CURRENCY,
        /// 应付日期.
        due_on: Date = Shape::Date,
        /// 催付日期.
        urged_on: Date = Shape::Date,
        /// 支付日期.
        paid_on: Date = Shape::Date,
    }
}

record! {
    /// A refusal with its reasons (保险法 24: sent within three days).
    Refusal: Refusal {
        /// 决定日期.
        decided_on: Date = Shape::Date,
        /// 理由.
        reasons: String = LONG,
        /// 发出日期.
        sent_on: Date = Shape::Date,
    }
}

record! {
    /// A dispute and the way it is settled.
    Dispute: Dispute {
        /// 方式.
        kind: DisputeKind = Shape::Choice(DisputeKind::WORDS),
        /// 提起日期.
        opened_on: Date = Shape::Date,
        /// 受理机构.
        body: String = SHORT,
        /// 状态.
        status: DisputeStatus = Shape::Choice(DisputeStatus::WORDS),
        /// 结果.
        outcome: String = REMARK,
        /// 裁决日期.
        decided_on: Date = Shape::Date,
    }
}

record! {
    /// Someone the loss may be recovered from.
    ThirdParty: ThirdParty {
        /// 名称.
        name: String = SHORT,
        /// 事实与理由.
        ground: String = REMARK,
        /// 法律依据.
        basis: String = SHORT,
        /// 通知日期.
        notified_on: Date = Shape::Date,
        /// 诉讼时效届满日.
        limitation_on: Date = Shape::Date,
        /// 是否约定放弃追偿.
        waiver: YesNo = Shape::Choice(YesNo::WORDS),
        /// 被保险人与其和解日期.
        settled_on: Date = Shape::Date,
        /// 质保期至.
        warranty_to: Date = Shape::Date,
    }
}

record! {
    /// A part sent back to its manufacturer, and the reply.
    ReturnedPart: ReturnedPart {
        /// 旧件编号.
        number: String = SHORT,
        /// 零部件.
        part: String = SHORT,
        /// 批次.
        batch: String = SHORT,
        /// 返厂日期.
        returned_on: Date = Shape::Date,
        /// 厂家答复.
        manufacturer_reply: String = REMARK,
        /// 质量信息反馈.
        quality_note: String = REMARK,
        /// 损坏原因.
        failure: String = REMARK,
        /// 工时费.
        labour: Decimal = Shape::Decimal,
        /// 材料费.
        material: Decimal = Shape::Decimal,
        /// 币种.
        currency: String = CURRENCY,
        /// 索赔日期.
        claimed_on: Date = Shape::Date,
        /// 答复日期.
        replied_on: Date = Shape::Date,
    }
}

record! {
    /// How a closed case is kept, and for how long.
    Archive: Archive {
        /// 档案类别.
        class: ArchiveClass = Shape::Choice(ArchiveClass::WORDS),
        /// 结案日期.
        closed_on: Date = Shape::Date,
        /// 保管年限.
        retention_years: i64 = Shape::Integer,
        /// 销毁证明.
        deletion_certificate: String = SHORT,
        /// 销毁日期.
        destroyed_on: Date = Shape::Date,
    }
}

record! {
    /// Advice to the insured after a loss, tracked until it is done.
    RiskAdvice: RiskAdvice {
        /// 日期.
        written_on: Date = Shape::Date,
        /// 发现.
        finding: String = REMARK,
        /// 建议.
        advice: String = REMARK,
        /// 对象.
        addressee: String = SHORT,
        /// 期限.
        due_on: Date = Shape::Date,
        /// 完成日期.
        done_on: Date = Shape::Date,
    }
}
