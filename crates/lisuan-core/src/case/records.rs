//! The records of a case. A new field is added here and as a column in a new migration.

use jiff::civil::{Date, DateTime};
use rust_decimal::Decimal;

use super::choices::{
    Average, Explained, LineOfBusiness, NoteKind, PriceBasis, Role, SettlementKind, View, YesNo,
};
use super::record::record;
use crate::Id;
use crate::change::{Kind, Shape};
use crate::moment::Moment;

/// A name, number or heading.
const SHORT: Shape = Shape::Text(200);
/// A remark or the text of a clause.
const LONG: Shape = Shape::Text(20_000);

record! {
    /// The head of the case.
    CaseHead: Case {
        /// 报案号.
        claim_no: String = SHORT,
        /// 被保险人.
        insured: String = SHORT,
        /// 保险人.
        insurer: String = SHORT,
        /// 公估机构, the firm that handles the case.
        firm: String = SHORT,
        /// 保单号.
        policy_no: String = SHORT,
        /// First day of the policy period.
        policy_from: Date = Shape::Date,
        /// Last day of the policy period.
        policy_to: Date = Shape::Date,
        /// 险种.
        line_of_business: LineOfBusiness = Shape::Choice(LineOfBusiness::WORDS),
        /// 出险日期.
        loss_date: Date = Shape::Date,
        /// 出险地点.
        loss_place: String = SHORT,
        /// 出险原因.
        cause: String = LONG,
        /// 事故经过.
        course: String = LONG,
        /// 责任认定: whether and why the policy answers.
        liability: String = LONG,
        /// The chair this copy is worked from.
        role: Role = Shape::Choice(Role::WORDS),
        /// The currency the loss is computed in, three letters.
        currency: String = Shape::Text(3),
        /// 移交日期: handed over, taken over or in commercial use (finding POL-03).
        handover_date: Date = Shape::Date,
        /// The offset photos without one are read in, `+08:00`.
        zone: String = Shape::Text(6),
        /// 承保风险: the peril of the event, as deductibles and limits by peril name it.
        peril: String = Shape::Text(60),
        /// The currency of payment, three letters, where it is another.
        payment_currency: String = Shape::Text(3),
        /// Degrees north of the site, WGS-84.
        site_latitude: Decimal = Shape::Decimal,
        /// Degrees east of the site, WGS-84.
        site_longitude: Decimal = Shape::Decimal,
        /// How far from site or damaged place a photo may be taken, in kilometres; 2 when empty.
        photo_distance_km: Decimal = Shape::Decimal,
        /// 公估报告编号, as the firm numbers its reports.
        report_no: String = SHORT,
        /// 委托人, who engaged the firm.
        principal: String = SHORT,
        /// 委托日期.
        engaged_on: Date = Shape::Date,
        /// 标的概况: what is insured, how it was built and used.
        subject: String = LONG,
        /// 核损依据: what the assessment rests on.
        basis: String = LONG,
        /// 第三者责任: whether someone else answers for the loss.
        third_party: String = LONG,
        /// 公估结论.
        conclusion: String = LONG,
        /// 下部工作计划: what is done next, and what is still missing.
        plan: String = LONG,
        /// 估损金额, the reserve that is recommended.
        reserve: Decimal = Shape::Decimal,
        /// 建议预付金额, the payment on account that is recommended.
        interim_advice: Decimal = Shape::Decimal,
        /// 保费支付为生效条件.
        premium_condition: YesNo = Shape::Choice(YesNo::WORDS),
        /// 保险费支付日期.
        premium_paid_on: Date = Shape::Date,
        /// 保单载明的地点.
        policy_place: String = SHORT,
        /// 索赔书载明的报损总额.
        claimed_total: Decimal = Shape::Decimal,
    }
}

record! {
    /// One insured item of the schedule.
    PolicyItem: PolicyItem {
        /// 保险项目.
        name: String = SHORT,
        /// 保险金额.
        sum_insured: Decimal = Shape::Decimal,
        /// Currency of the sum insured and the value; the case's when empty.
        currency: String = Shape::Text(3),
        /// 保险价值 at the loss.
        insurable_value: Decimal = Shape::Decimal,
        /// 残值 of this item.
        salvage: Decimal = Shape::Decimal,
        /// Where the policy says so.
        clause: String = SHORT,
        /// The section it stands in.
        section: Id = Shape::Reference(Kind::PolicySection),
        /// How its average ratio is formed, where it has its own rule.
        average: Average = Shape::Choice(Average::WORDS),
        /// An average ratio that is agreed or given.
        ratio: Decimal = Shape::Ratio,
        /// Automatic increase or escalation of the sum insured.
        increase: Decimal = Shape::Ratio,
        /// Paid before under this item.
        paid_before: Decimal = Shape::Decimal,
        /// Whether the sum insured was reinstated since.
        reinstated: YesNo = Shape::Choice(YesNo::WORDS),
        /// Indemnity at actual value: the depreciation of the lines applies.
        at_actual_value: YesNo = Shape::Choice(YesNo::WORDS),
        /// The loss at actual cash value; with `ho_80`.
        actual_value_loss: Decimal = Shape::Decimal,
        /// Whether the sum insured includes VAT.
        sum_includes_tax: YesNo = Shape::Choice(YesNo::WORDS),
        /// Whether the value includes VAT.
        value_includes_tax: YesNo = Shape::Choice(YesNo::WORDS),
    }
}

record! {
    /// A term that steers the adjustment: a switch of rules.md 1.4 or an amount.
    Term: Term {
        /// Which, for example `deductible.rule` or `deductible.fixed`.
        code: String = Shape::Text(60),
        /// Its value, a word of the switch or a decimal.
        value: String = Shape::Text(60),
        /// The clause that justifies it.
        clause: String = SHORT,
        /// Whether it was explained to the insured.
        explained: Explained = Shape::Choice(Explained::WORDS),
    }
}

record! {
    /// A dated survey note.
    Note: Note {
        /// When it was taken.
        at: Moment = Shape::Moment,
        /// What was seen or said.
        text: String = LONG,
        /// Where.
        place: String = SHORT,
        /// What it records.
        kind: NoteKind = Shape::Choice(NoteKind::WORDS),
        /// 天气.
        weather: String = SHORT,
    }
}

record! {
    /// A photograph. What the camera wrote is kept beside what people add.
    Photo: Photo {
        /// Permanent number, given once.
        number: String = Shape::Text(20),
        /// SHA-256 of the original bytes.
        content: String = Shape::Digest,
        /// Name of the file it came from.
        file_name: String = Shape::Text(400),
        /// `jpeg`, `heic`, `png`, `webp`.
        format: String = Shape::Text(10),
        /// Size of the original in bytes.
        bytes: i64 = Shape::Integer,
        /// Stored width in pixels, before turning upright.
        width_px: i64 = Shape::Integer,
        /// Stored height in pixels, before turning upright.
        height_px: i64 = Shape::Integer,
        /// EXIF orientation 1 to 8.
        orientation: i64 = Shape::Integer,
        /// What the camera's clock said.
        taken_at: DateTime = Shape::LocalTime,
        /// The offset the camera wrote, `+08:00`; the case's zone stands in when empty.
        taken_offset: String = Shape::Text(6),
        /// Degrees north, WGS-84.
        latitude: Decimal = Shape::Decimal,
        /// Degrees east, WGS-84.
        longitude: Decimal = Shape::Decimal,
        /// Maker and model.
        camera: String = SHORT,
        /// What software wrote the file.
        software: String = SHORT,
        /// Oddities found on intake, codes separated by spaces.
        oddities: String = SHORT,
        /// When it came into the case.
        added_at: Moment = Shape::Moment,
        /// What it shows.
        caption: String = Shape::Text(2_000),
        /// 损失部位: chainage, axis, floor.
        place: String = SHORT,
        /// How far it was taken from.
        view: View = Shape::Choice(View::WORDS),
        /// The damaged place it shows.
        damage_place: Id = Shape::Reference(Kind::DamagePlace),
        /// How useful it is, 1 to 5.
        rating: i64 = Shape::Integer,
        /// Set aside: kept, but not shown in the dossier's photo section.
        rejected: YesNo = Shape::Choice(YesNo::WORDS),
        /// Serial number of the camera.
        serial: String = SHORT,
        /// Direction of the lens in degrees from true north.
        direction: Decimal = Shape::Decimal,
        /// The datum the camera wrote; WGS-84 when empty.
        datum: String = SHORT,
        /// Perceptual hash, 16 hex digits: near duplicates have near hashes.
        likeness: String = Shape::Text(16),
        /// Metres above sea level, as the camera wrote it.
        altitude: Decimal = Shape::Decimal,
        /// Digits after the second of the capture time: they tell the pictures of a burst apart.
        subsecond: String = Shape::Text(9),
        /// Files of the same name that lay beside it and were not taken in: the film of a Live
        /// Photo, a raw picture; separated by ` / `.
        companions: String = Shape::Text(400),
    }
}

record! {
    /// A measured quantity: the expression as typed is the evidence.
    Measurement: Measurement {
        /// 分部分项工程.
        item: String = SHORT,
        /// 清单编码.
        boq_code: String = Shape::Text(40),
        /// 部位.
        location: String = SHORT,
        /// 工程量计算式, as typed.
        expression: String = Shape::Text(4_000),
        /// 计量单位.
        unit: String = Shape::Text(20),
        /// The quantity that the paper states beside the expression.
        stated_quantity: Decimal = Shape::Decimal,
        /// The length in metres that the paper states for the chainage in `location`.
        stated_length: Decimal = Shape::Decimal,
        /// 备注.
        remark: String = Shape::Text(2_000),
        /// The sheet it stands on.
        sheet: Id = Shape::Reference(Kind::MeasurementSheet),
        /// 扣减自: the measurement it is a deduction from.
        deducts_from: Id = Shape::Reference(Kind::Measurement),
        /// 报损数量, as the insured has it.
        claimed_quantity: Decimal = Shape::Decimal,
        /// 认定数量, as agreed on site.
        agreed_quantity: Decimal = Shape::Decimal,
        /// 分歧: who does not agree and why.
        disagreement: String = Shape::Text(2_000),
        /// 测量人.
        measured_by: String = SHORT,
        /// 测量工具.
        instrument: String = SHORT,
        /// A sketch or photo of what was measured.
        photo: Id = Shape::Reference(Kind::Photo),
        /// The damaged place.
        damage_place: Id = Shape::Reference(Kind::DamagePlace),
        /// 图纸厚度或宽度 in metres.
        drawing_size: Decimal = Shape::Decimal,
        /// 实测厚度或宽度 in metres.
        measured_size: Decimal = Shape::Decimal,
        /// 原有数量: no more than this could be demolished.
        existing_quantity: Decimal = Shape::Decimal,
        /// 图上有洞口或应扣部分.
        has_opening: YesNo = Shape::Choice(YesNo::WORDS),
        /// 人数.
        workers: i64 = Shape::Integer,
        /// 天数.
        worked_days: i64 = Shape::Integer,
    }
}

record! {
    /// A unit price with its basis.
    Price: Price {
        /// What it is the price of.
        item: String = SHORT,
        /// 计量单位.
        unit: String = Shape::Text(20),
        /// Price per unit.
        amount: Decimal = Shape::Decimal,
        /// Currency; the case's when empty.
        currency: String = Shape::Text(3),
        /// 计价依据.
        basis: PriceBasis = Shape::Choice(PriceBasis::WORDS),
        /// Which contract, quota edition, quote or minutes.
        source: String = SHORT,
        /// Date of the price.
        dated: Date = Shape::Date,
        /// 清单编码.
        boq_code: String = Shape::Text(40),
        /// 项目特征.
        feature: String = Shape::Text(4_000),
        /// The quantity in the bill: no more than this was there to be lost.
        boq_quantity: Decimal = Shape::Decimal,
        /// Whether it includes VAT.
        tax_included: YesNo = Shape::Choice(YesNo::WORDS),
        /// 报价方主张, what one side asks for a negotiated price.
        asked: Decimal = Shape::Decimal,
        /// 对方主张, what the other side offers.
        offered: Decimal = Shape::Decimal,
        /// The paper it stands on, as a photo.
        photo: Id = Shape::Reference(Kind::Photo),
        /// The paper it stands on.
        document: Id = Shape::Reference(Kind::Document),
        /// 计量证书已完成数量.
        executed_quantity: Decimal = Shape::Decimal,
        /// 零配件目录价.
        catalogue: Decimal = Shape::Decimal,
    }
}

record! {
    /// A loss line: claimed beside assessed.
    Line: Line {
        /// 损失项目.
        item: String = SHORT,
        /// 部位.
        location: String = SHORT,
        /// The insured item it falls under.
        policy_item: Id = Shape::Reference(Kind::PolicyItem),
        /// The measured quantity.
        measurement: Id = Shape::Reference(Kind::Measurement),
        /// The unit price.
        price: Id = Shape::Reference(Kind::Price),
        /// 报损数量.
        claimed_quantity: Decimal = Shape::Decimal,
        /// 报损单价.
        claimed_price: Decimal = Shape::Decimal,
        /// 报损金额, where it is not quantity times price.
        claimed_amount: Decimal = Shape::Decimal,
        /// 核定金额 as a lump sum, where there is no quantity and price.
        assessed_amount: Decimal = Shape::Decimal,
        /// 备注.
        remark: String = Shape::Text(2_000),
        /// The extension it falls under instead of an item.
        extension: Id = Shape::Reference(Kind::Extension),
        /// The mitigation cost it is part of instead of an item's loss.
        sue_labour: Id = Shape::Reference(Kind::SueLabour),
        /// 责任比例: 1 when empty, 0 when not covered.
        coverage: Decimal = Shape::Ratio,
        /// Rate of VAT.
        vat_rate: Decimal = Shape::Ratio,
        /// Whether the price includes VAT.
        vat_included: YesNo = Shape::Choice(YesNo::WORDS),
        /// The share of the VAT that the insured recovers as input tax.
        vat_recoverable: Decimal = Shape::Ratio,
        /// Betterment: upgrade, longer life, added capacity.
        betterment: Decimal = Shape::Decimal,
        /// Depreciation; counts only for an item at actual value.
        depreciation: Decimal = Shape::Ratio,
        /// Value immediately before the loss: repair that costs more is a total loss.
        value_before_loss: Decimal = Shape::Decimal,
        /// 残值 of this line.
        salvage: Decimal = Shape::Decimal,
        /// The clause behind coverage, betterment or depreciation.
        clause: String = SHORT,
        /// The damaged place.
        damage_place: Id = Shape::Reference(Kind::DamagePlace),
        /// 规格高于原状.
        upgraded: YesNo = Shape::Choice(YesNo::WORDS),
        /// 不加急、不加班时的费用.
        normal_cost: Decimal = Shape::Decimal,
        /// 修复完成日期.
        repaired_on: Date = Shape::Date,
    }
}

record! {
    /// That a photo supports a loss line.
    LinePhoto: LinePhoto {
        /// The line.
        line: Id = Shape::Reference(Kind::Line),
        /// The photo.
        photo: Id = Shape::Reference(Kind::Photo),
    }
}

record! {
    /// Money received from a third party.
    Recovery: Recovery {
        /// From whom.
        from_whom: String = SHORT,
        /// How much.
        amount: Decimal = Shape::Decimal,
        /// Currency; the case's when empty.
        currency: String = Shape::Text(3),
        /// When.
        received_on: Date = Shape::Date,
        /// On what ground.
        ground: String = Shape::Text(2_000),
    }
}

record! {
    /// What was agreed in the end; a case has at most one that stands.
    Settlement: Settlement {
        /// 结案方式.
        kind: SettlementKind = Shape::Choice(SettlementKind::WORDS),
        /// How much.
        amount: Decimal = Shape::Decimal,
        /// Currency; the case's when empty.
        currency: String = Shape::Text(3),
        /// When.
        agreed_on: Date = Shape::Date,
        /// Why, where it is not the figure of the formula.
        reason: String = LONG,
        /// 赔付确认书、结案书签署日期: the discharge.
        discharged_on: Date = Shape::Date,
    }
}
