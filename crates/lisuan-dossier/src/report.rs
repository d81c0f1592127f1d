//! What each kind of report consists of.
//!
//! The twelve sections of the final report and the parts of the others are those of the field
//! (rules.md 3.1): firms differ in the wording of headings, hardly in the order.

use lisuan_core::case::ReportKind;

/// A part of a report.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// 报告摘要、案件概要: parties, the case in a few lines, the figures.
    Summary,
    /// 保单摘要.
    Policy,
    /// 标的概况.
    Subject,
    /// 事故信息.
    Event,
    /// 现场查勘.
    Survey,
    /// 索赔情况: what is claimed.
    Claim,
    /// 责任认定.
    Liability,
    /// 损失核定: claimed beside assessed.
    Assessment,
    /// 重复保险.
    OtherInsurance,
    /// 第三者责任.
    ThirdParty,
    /// 免赔额及残值.
    Deductible,
    /// 损失理算.
    Adjustment,
    /// 公估结论.
    Conclusion,
    /// 预付赔款.
    Interim,
    /// 估损与下部工作计划.
    Plan,
    /// 协商经过与各方意见.
    Negotiation,
    /// 接案与客户.
    Intake,
    /// 证据矩阵.
    Matrix,
    /// 证据保管链.
    Custody,
    /// 审批、支付与争议.
    Payment,
    /// 工作日志.
    Work,
    /// 估损记录、风险建议与归档.
    Closing,
    /// 工程量与联合测量记录.
    Quantities,
    /// 单价与计价依据.
    Prices,
    /// 现场照片.
    Photos,
    /// 证据目录.
    Evidence,
    /// 单证目录: supporting papers with their pages.
    Documents,
    /// 核查结果.
    Findings,
    /// 如何核验.
    Checking,
    /// 签署; where the seal stands.
    Signature,
}

use Part::{
    Adjustment, Assessment, Checking, Claim, Closing, Conclusion, Custody, Deductible, Documents,
    Event, Evidence, Findings, Intake, Interim, Liability, Matrix, Negotiation, OtherInsurance,
    Payment, Photos, Plan, Policy, Prices, Quantities, Signature, Subject, Summary, Survey,
    ThirdParty, Work,
};

/// The numbered sections, the signature page among them without a number.
pub fn body(kind: ReportKind) -> &'static [Part] {
    match kind {
        ReportKind::Final => &[
            Summary,
            Policy,
            Subject,
            Event,
            Survey,
            Claim,
            Liability,
            Assessment,
            OtherInsurance,
            ThirdParty,
            Deductible,
            Adjustment,
            Conclusion,
            Signature,
        ],
        ReportKind::Brief => &[Summary, Event, Survey, Subject, Claim, Liability, Plan, Signature],
        ReportKind::Interim => {
            &[Summary, Event, Survey, Claim, Liability, Assessment, Interim, Plan, Signature]
        }
        ReportKind::Claim => &[Summary, Event, Policy, Liability, Claim, ThirdParty, Signature],
        ReportKind::Measurement => &[Quantities, Signature],
        ReportKind::Adjustment => &[
            Summary,
            Policy,
            Assessment,
            OtherInsurance,
            ThirdParty,
            Deductible,
            Adjustment,
            Conclusion,
            Signature,
        ],
        ReportKind::Photos => &[Photos, Signature],
        ReportKind::Evidence => &[Evidence, Documents, Signature],
        ReportKind::Minutes => &[Summary, Negotiation, Signature],
        ReportKind::File => &[
            Summary,
            Intake,
            Policy,
            Subject,
            Event,
            Survey,
            Claim,
            Liability,
            Matrix,
            Assessment,
            OtherInsurance,
            ThirdParty,
            Deductible,
            Adjustment,
            Negotiation,
            Conclusion,
            Payment,
            Work,
            Closing,
            Signature,
        ],
    }
}

/// The annexes, lettered.
pub fn annexes(kind: ReportKind) -> &'static [Part] {
    match kind {
        ReportKind::Final => {
            &[Quantities, Prices, Photos, Evidence, Documents, Matrix, Custody, Findings, Checking]
        }
        ReportKind::File => {
            &[Quantities, Prices, Photos, Evidence, Documents, Custody, Findings, Checking]
        }
        ReportKind::Brief => &[Photos, Evidence, Documents, Checking],
        ReportKind::Interim => {
            &[Quantities, Prices, Photos, Evidence, Documents, Findings, Checking]
        }
        ReportKind::Claim => &[Quantities, Prices, Photos, Evidence, Documents, Checking],
        ReportKind::Adjustment => &[Quantities, Prices, Findings, Checking],
        ReportKind::Measurement => &[Photos, Checking],
        ReportKind::Photos => &[Evidence, Checking],
        ReportKind::Evidence => &[Matrix, Custody, Checking],
        ReportKind::Minutes => &[Checking],
    }
}

/// Whether a report shows photos.
pub fn shows_photos(kind: ReportKind) -> bool {
    body(kind).contains(&Photos) || annexes(kind).contains(&Photos)
}

/// Whether a report shows and carries papers.
pub fn shows_documents(kind: ReportKind) -> bool {
    body(kind).contains(&Documents) || annexes(kind).contains(&Documents)
}

impl Part {
    /// The key of the part: of its words, and of the place that links lead to.
    pub const fn key(self) -> &'static str {
        match self {
            Summary => "summary",
            Policy => "policy",
            Subject => "subject",
            Event => "event",
            Survey => "survey",
            Claim => "claim",
            Liability => "liability",
            Assessment => "assessment",
            OtherInsurance => "other-insurance",
            ThirdParty => "third-party",
            Deductible => "deductible",
            Adjustment => "adjustment",
            Conclusion => "conclusion",
            Interim => "interim",
            Plan => "plan",
            Negotiation => "negotiation",
            Intake => "intake",
            Matrix => "matrix",
            Custody => "custody",
            Payment => "payment",
            Work => "work",
            Closing => "closing",
            Quantities => "quantities",
            Prices => "prices",
            Photos => "photos",
            Evidence => "evidence",
            Documents => "documents",
            Findings => "findings",
            Checking => "checking",
            Signature => "signature",
        }
    }

    /// Whether it stands without a number before or behind the others.
    pub const fn unnumbered(self) -> bool {
        matches!(self, Summary | Signature)
    }

    /// Whether it begins a page also within the body.
    pub const fn begins_page(self) -> bool {
        matches!(self, Summary | Photos | Evidence | Documents | Signature)
    }
}
