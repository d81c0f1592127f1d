//! Supporting papers (单证): any file that proves something, and which loss lines it supports.

use jiff::civil::Date;
use rust_decimal::Decimal;

use super::choices::{Party, YesNo, choice};
use super::record::record;
use crate::Id;
use crate::change::{Kind, Shape};
use crate::moment::Moment;

/// A name, number or heading.
const SHORT: Shape = Shape::Text(200);
/// A remark.
const REMARK: Shape = Shape::Text(2_000);

choice! {
    /// What a paper is (rules.md 3.4 and 6.1).
    DocumentKind {
        /// 出险通知书.
        Notice = "notice",
        /// 索赔申请书.
        ClaimForm = "claim-form",
        /// 损失清单.
        LossList = "loss-list",
        /// 保险单.
        Policy = "policy",
        /// 批单.
        Endorsement = "endorsement",
        /// 投保单.
        Proposal = "proposal",
        /// 保费收据.
        PremiumReceipt = "premium-receipt",
        /// 合同.
        Contract = "contract",
        /// 工程量清单及单价分析.
        Boq = "boq",
        /// 施工、监理日志.
        Diary = "diary",
        /// 会议纪要.
        Minutes = "minutes",
        /// 图纸.
        Drawing = "drawing",
        /// 检验批、试验、验收记录.
        Quality = "quality",
        /// 进度计划.
        Programme = "programme",
        /// 计量支付证书.
        ProgressCertificate = "progress-certificate",
        /// 移交证书.
        Handover = "handover",
        /// 度汛方案.
        FloodPlan = "flood-plan",
        /// 试车记录.
        Testing = "testing",
        /// 气象、水文、地震证明.
        Weather = "weather",
        /// 火灾事故认定书.
        Fire = "fire",
        /// 公安、交警证明.
        Police = "police",
        /// 权属证明.
        Ownership = "ownership",
        /// 固定资产清单.
        AssetRegister = "asset-register",
        /// 账册、盘点表.
        Ledger = "ledger",
        /// 发票.
        Invoice = "invoice",
        /// 付款凭证.
        Payment = "payment",
        /// 报价单.
        Quotation = "quotation",
        /// 陈述、询问笔录.
        Statement = "statement",
        /// 专家、鉴定意见.
        Expert = "expert",
        /// 修复方案.
        RepairScheme = "repair-scheme",
        /// 修复合同.
        RepairContract = "repair-contract",
        /// 采购合同.
        SupplyContract = "supply-contract",
        /// 送货单.
        DeliveryNote = "delivery-note",
        /// 人工、机械台班记录.
        Attendance = "attendance",
        /// 残值报价.
        SalvageBid = "salvage-bid",
        /// 往来函件.
        Correspondence = "correspondence",
        /// 向第三者的索赔.
        ThirdPartyClaim = "third-party-claim",
        /// 授权委托书.
        Authority = "authority",
        /// 身份证明.
        Identity = "identity",
        /// 收款账户.
        Bank = "bank",
        /// 权益转让书.
        Subrogation = "subrogation",
        /// 行驶证、驾驶证.
        Licence = "licence",
        /// 定损单.
        DamageConfirmation = "damage-confirmation",
        /// 裁判文书.
        Judgment = "judgment",
        /// 医疗资料.
        Medical = "medical",
        /// 提单、运单.
        Transport = "transport",
        /// 装箱单.
        PackingList = "packing-list",
        /// 检验报告.
        SurveyReport = "survey-report",
        /// 理货、磅码单.
        Tally = "tally",
        /// 译文.
        Translation = "translation",
        /// Anything else.
        Other = "other",
    }
}

impl DocumentKind {
    /// Whether such a paper is there to prove loss lines; others, like the policy or a bank
    /// account, concern the case as a whole and stand for themselves.
    pub const fn proves_lines(self) -> bool {
        matches!(
            self,
            Self::Quality
                | Self::ProgressCertificate
                | Self::Invoice
                | Self::Payment
                | Self::Quotation
                | Self::RepairContract
                | Self::SupplyContract
                | Self::DeliveryNote
                | Self::Attendance
                | Self::AssetRegister
                | Self::Ledger
                | Self::DamageConfirmation
                | Self::PackingList
                | Self::Tally
        )
    }
}

choice! {
    /// In which form a paper was handed in (Evidence Rules 61, 90).
    DocumentForm {
        /// 原件.
        Original = "original",
        /// 复印件，与原件核对无异.
        Compared = "compared",
        /// 复印件.
        Copy = "copy",
        /// 电子数据.
        Electronic = "electronic",
    }
}

choice! {
    /// In which language a paper is.
    DocumentLanguage {
        /// 中文.
        Chinese = "zh",
        /// 中外文对照.
        Bilingual = "bilingual",
        /// 英文.
        English = "en",
        /// Any other.
        Other = "other",
    }
}

choice! {
    /// What of a loss line is proved (rules.md 6.1).
    Facet {
        /// 原状存在.
        Exists = "exists",
        /// 受损.
        Damage = "damage",
        /// 数量.
        Quantity = "quantity",
        /// 价格.
        Price = "price",
        /// 原因.
        Cause = "cause",
        /// 时间.
        Time = "time",
        /// 地点.
        Place = "place",
        /// 保险利益.
        Interest = "interest",
        /// 修复.
        Repair = "repair",
    }
}

record! {
    /// A supporting paper. What the file is stands beside what people say of it.
    Document: Document {
        /// Permanent number, given once.
        number: String = Shape::Text(20),
        /// SHA-256 of the original bytes.
        content: String = Shape::Digest,
        /// Name of the file it came from.
        file_name: String = Shape::Text(400),
        /// `pdf`, `jpg`, `docx` …: by the bytes where they tell, else the ending of the name.
        format: String = Shape::Text(10),
        /// Size of the original in bytes.
        bytes: i64 = Shape::Integer,
        /// 页数.
        pages: i64 = Shape::Integer,
        /// What was noticed about the file: codes with spaces between.
        oddities: String = Shape::Text(400),
        /// When it was taken in.
        added_at: Moment = Shape::Moment,
        /// 名称.
        title: String = SHORT,
        /// What it is.
        kind: DocumentKind = Shape::Choice(DocumentKind::WORDS),
        /// 来源: who made or issued it.
        source: String = SHORT,
        /// 文件日期.
        dated: Date = Shape::Date,
        /// 收到日期.
        received_on: Date = Shape::Date,
        /// 提交方.
        submitted_by: Party = Shape::Choice(Party::WORDS),
        /// 证明目的.
        purpose: String = REMARK,
        /// 原件或复印件.
        form: DocumentForm = Shape::Choice(DocumentForm::WORDS),
        /// 签章是否齐全.
        signed: YesNo = Shape::Choice(YesNo::WORDS),
        /// 语言.
        language: DocumentLanguage = Shape::Choice(DocumentLanguage::WORDS),
        /// Its Chinese translation.
        translation: Id = Shape::Reference(Kind::Document),
        /// 保密: not for everyone who sees the case.
        confidential: YesNo = Shape::Choice(YesNo::WORDS),
        /// 备注.
        remark: String = REMARK,
        /// 发票号码.
        invoice_no: String = SHORT,
        /// 购买方.
        buyer: String = SHORT,
        /// 金额.
        amount: Decimal = Shape::Decimal,
        /// 大写金额.
        amount_in_words: String = SHORT,
        /// 文中所载出险日期.
        cites_loss_on: Date = Shape::Date,
        /// 有效期至.
        valid_to: Date = Shape::Date,
        /// 所属合同: the paper it is issued under.
        belongs_to: Id = Shape::Reference(Kind::Document),
    }
}

record! {
    /// That a paper proves something of a loss line.
    LineDocument: LineDocument {
        /// The line.
        line: Id = Shape::Reference(Kind::Line),
        /// The paper.
        document: Id = Shape::Reference(Kind::Document),
        /// What of the line.
        facet: Facet = Shape::Choice(Facet::WORDS),
    }
}
