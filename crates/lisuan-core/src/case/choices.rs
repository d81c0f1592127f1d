//! Fields with a closed list of values.

macro_rules! choice {
    ($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $variant:ident = $word:literal),* $(,)? }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($(#[$vdoc])* $variant),* }

        impl $name {
            /// The words of the list, in order.
            pub const WORDS: &'static [&'static str] = &[$($word),*];

            /// The word in the case file, on the wire and in the catalogues.
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $word),* }
            }
        }

        impl $crate::change::FieldValue for $name {
            fn from_field(text: &str) -> Option<Self> {
                match text { $($word => Some(Self::$variant),)* _ => None }
            }

            fn to_field(&self) -> String {
                self.as_str().to_owned()
            }
        }
    };
}

pub(super) use choice;

choice! {
    /// The chair a person uses the program from (rules.md 0).
    Role {
        /// 公估师: neutral.
        Adjuster = "adjuster",
        /// 理赔员.
        Insurer = "insurer",
        /// 经纪人索赔岗 or the insured.
        Broker = "broker",
    }
}

choice! {
    /// Line of business (险种).
    LineOfBusiness {
        /// 建筑工程一切险.
        ContractorsAllRisks = "car",
        /// 安装工程一切险.
        ErectionAllRisks = "ear",
        /// 财产一切险.
        PropertyAllRisks = "property-all-risks",
        /// 财产综合险.
        PropertyComprehensive = "property-comprehensive",
        /// 机动车损失险.
        MotorOwnDamage = "motor",
        /// 货物运输险.
        Cargo = "cargo",
        /// 第三者责任险.
        Liability = "liability",
        /// Anything else.
        Other = "other",
    }
}

choice! {
    /// What a note records.
    NoteKind {
        /// 现场查勘.
        Survey = "survey",
        /// 询问、陈述.
        Statement = "statement",
        /// 电话、来访、会议.
        Contact = "contact",
        /// 其他.
        Other = "other",
    }
}

choice! {
    /// How far a photo was taken from (rules.md 3.5).
    View {
        /// 全景.
        Overview = "overview",
        /// 中景.
        Medium = "medium",
        /// 特写.
        CloseUp = "close-up",
    }
}

choice! {
    /// The basis of a unit price (rules.md 5.3).
    PriceBasis {
        /// 合同清单价.
        ContractBoq = "contract-boq",
        /// 定额.
        Quota = "quota",
        /// 市场价.
        Market = "market",
        /// 协商价.
        Negotiated = "negotiated",
    }
}

choice! {
    /// Whether a term was pointed out and explained to the insured (保险法 17).
    Explained {
        /// Evidence is held.
        Yes = "yes",
        /// It was not.
        No = "no",
        /// Not known.
        Unknown = "unknown",
    }
}

choice! {
    /// What kind of settlement was reached (rules.md 7).
    SettlementKind {
        /// The figure the adjustment gave.
        Formula = "formula",
        /// 协议理算.
        Agreed = "agreed",
        /// 先行赔付 (保险法 25).
        Interim = "interim",
        /// 和解: a lump sum with reasons.
        Compromise = "compromise",
        /// 通融赔付.
        ExGratia = "ex-gratia",
        /// 零赔付.
        Nil = "nil",
        /// 拒赔.
        Refusal = "refusal",
    }
}

choice! {
    /// A plain yes or no; empty is "not said".
    YesNo {
        /// 是.
        Yes = "yes",
        /// 否.
        No = "no",
    }
}

impl YesNo {
    /// As a truth value.
    pub const fn is_yes(self) -> bool {
        matches!(self, Self::Yes)
    }
}

choice! {
    /// How the average ratio of an insured item is formed, where the item has its own rule
    /// (rules.md 1.4, `average.basis`).
    Average {
        /// 足额投保应按保险价值: SI/V.
        FullValue = "full_value",
        /// SI/(p·V).
        CoinsurancePct = "coinsurance_pct",
        /// 第一危险.
        FirstLoss = "first_loss",
        /// The actual cash value or L·SI/(80 % V), whichever is more.
        Ho80 = "ho_80",
        /// SI/V only when SI is below a share of V.
        MarginClause = "margin_clause",
    }
}

choice! {
    /// What a limit limits.
    LimitOf {
        /// 每次事故.
        Event = "event",
        /// 保险期间累计.
        Aggregate = "aggregate",
        /// A section or an item.
        Group = "group",
    }
}

choice! {
    /// The day in the claim whose rate of exchange counts (rules.md 1.9).
    RateDay {
        /// 出险日.
        LossDate = "loss_date",
        /// 费用支付日.
        CostDate = "cost_date",
        /// 达成协议日.
        AgreementDate = "agreement_date",
        /// 赔款支付日.
        PaymentDate = "payment_date",
    }
}

choice! {
    /// What a clause of the policy is; where papers differ this decides which prevails
    /// (Interpretation II art. 14).
    ClauseKind {
        /// 保险责任.
        Insuring = "insuring",
        /// 责任免除.
        Exclusion = "exclusion",
        /// 一般条款、赔偿处理.
        Condition = "condition",
        /// 附加扩展条款.
        Extension = "extension",
        /// 特别约定: not standard terms.
        Special = "special",
    }
}

choice! {
    /// Whose reading a scenario is.
    Reading {
        /// 本方.
        Ours = "ours",
        /// 保险人.
        Insurer = "insurer",
        /// 被保险人.
        Insured = "insured",
        /// A court, an expert, anyone else.
        Other = "other",
    }
}

choice! {
    /// Whom a person stands for.
    Party {
        /// 被保险人.
        Insured = "insured",
        /// 施工单位.
        Contractor = "contractor",
        /// 监理.
        Supervisor = "supervisor",
        /// 业主.
        Owner = "owner",
        /// 设计单位.
        Designer = "designer",
        /// 公估人.
        Adjuster = "adjuster",
        /// 保险人.
        Insurer = "insurer",
        /// 经纪人.
        Broker = "broker",
        /// 第三者.
        ThirdParty = "third-party",
        /// 主管部门: fire brigade, police, weather service.
        Authority = "authority",
        /// 证人.
        Witness = "witness",
        /// Anyone else.
        Other = "other",
    }
}

choice! {
    /// What a mark on a photo is.
    MarkKind {
        /// 箭头.
        Arrow = "arrow",
        /// 方框.
        Box = "box",
        /// 椭圆.
        Ellipse = "ellipse",
        /// 手绘线.
        Freehand = "freehand",
        /// 文字.
        Text = "text",
        /// 尺寸线.
        Dimension = "dimension",
        /// 已知长度, the scale of the dimension lines.
        Scale = "scale",
        /// 模糊: faces and plates.
        Blur = "blur",
        /// 涂黑.
        Blackout = "blackout",
    }
}

choice! {
    /// What a signature under a report stands for.
    Duty {
        /// 主办公估师.
        Handling = "handling",
        /// 协办公估师.
        Assisting = "assisting",
        /// 校对.
        Proofreading = "proofreading",
        /// 审核公估师.
        Reviewing = "reviewing",
    }
}

choice! {
    /// A report that can be made from a case (rules.md 3.1).
    ReportKind {
        /// 查勘初报.
        Brief = "brief",
        /// 阶段报告.
        Interim = "interim",
        /// 公估报告.
        Final = "final",
        /// 索赔报告, the claim as the insured or the broker submits it.
        Claim = "claim",
        /// 联合测量记录.
        Measurement = "measurement",
        /// 理算书.
        Adjustment = "adjustment",
        /// 照片报告.
        Photos = "photos",
        /// 证据目录.
        Evidence = "evidence",
        /// 协商纪要.
        Minutes = "minutes",
        /// 案件档案: the whole file, for those who keep it.
        File = "file",
    }
}

choice! {
    /// What a letter is about.
    LetterKind {
        /// 补充资料通知 (保险法 22(2)): once, promptly, completely.
        Request = "request",
        /// 预付赔款建议 (保险法 25).
        Advance = "advance",
        /// 拒赔通知 (保险法 24).
        Refusal = "refusal",
        /// 权益转让、追偿通知 (保险法 60).
        Subrogation = "subrogation",
        /// 进展通报.
        Progress = "progress",
        /// 风险改进建议.
        Advice = "advice",
        /// 其他.
        Other = "other",
    }
}
