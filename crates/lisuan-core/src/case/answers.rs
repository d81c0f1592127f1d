//! What is said to findings, and the facts of vehicles that the motor checks read.

use jiff::civil::Date;
use rust_decimal::Decimal;

use super::choices::YesNo;
use super::record::record;
use crate::Id;
use crate::change::{Kind, Shape};

/// A name, number or heading.
const SHORT: Shape = Shape::Text(200);
/// A remark.
const REMARK: Shape = Shape::Text(2_000);

record! {
    /// The written reason to a finding, or the waiver of one that blocks (rules.md 6.2).
    FindingAnswer: FindingAnswer {
        /// 检查编号, for example `POL-02`.
        check_no: String = Shape::Text(10),
        /// The kind of the record that the finding stands at.
        record_kind: String = Shape::Text(60),
        /// The key of that record.
        record: String = Shape::Text(36),
        /// The field of it; empty where the finding names none.
        field: String = Shape::Text(60),
        /// 说明理由.
        reason: String = REMARK,
        /// 依据单证.
        document: Id = Shape::Reference(Kind::Document),
        /// 说明人.
        answered_by: String = SHORT,
        /// 批准豁免的主管.
        supervisor: String = SHORT,
        /// 日期.
        answered_on: Date = Shape::Date,
        /// The facts it was given to, as the finding names them; empty for whatever is found there.
        about: String = Shape::Text(400),
    }
}

record! {
    /// A vehicle in the accident, ours or another's.
    Vehicle: Vehicle {
        /// 号牌.
        plate: String = Shape::Text(30),
        /// 车辆识别代号.
        vin: String = Shape::Text(30),
        /// 初次登记日期.
        first_registered_on: Date = Shape::Date,
        /// 行驶里程 in kilometres.
        mileage_km: i64 = Shape::Integer,
        /// 出险时实际价值.
        actual_value: Decimal = Shape::Decimal,
        /// 修理估价.
        repair_estimate: Decimal = Shape::Decimal,
        /// 推定全损.
        total_loss: YesNo = Shape::Choice(YesNo::WORDS),
        /// 残值.
        salvage: Decimal = Shape::Decimal,
        /// 币种.
        currency: String = Shape::Text(3),
        /// 事故责任比例.
        fault_share: Decimal = Shape::Ratio,
        /// 驾驶人准驾车型, as the licence has it: `C1`, `A1A2`.
        licence_class: String = Shape::Text(20),
        /// 该车所需准驾车型.
        required_class: String = Shape::Text(20),
        /// 血液酒精含量 in milligrams per 100 millilitres.
        alcohol_mg: Decimal = Shape::Decimal,
        /// 受损面数.
        damaged_panels: i64 = Shape::Integer,
        /// 喷漆面数.
        painted_panels: i64 = Shape::Integer,
    }
}
