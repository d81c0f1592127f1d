//! What is taken down on site besides notes, photos and quantities.

use jiff::civil::DateTime;

use super::choices::{MarkKind, Party};
use super::record::record;
use crate::Id;
use crate::change::{Kind, Shape};
use crate::moment::{Date, Moment};
use rust_decimal::Decimal;

/// A name, number or heading.
const SHORT: Shape = Shape::Text(200);
/// A remark.
const REMARK: Shape = Shape::Text(2_000);

record! {
    /// 损失部位: a damaged place, to which photos, quantities and lines belong.
    DamagePlace: DamagePlace {
        /// Its name, as captions use it.
        name: String = SHORT,
        /// Chainage, axis, floor.
        location: String = SHORT,
        /// 备注.
        remark: String = REMARK,
        /// Degrees north, WGS-84.
        latitude: Decimal = Shape::Decimal,
        /// Degrees east, WGS-84.
        longitude: Decimal = Shape::Decimal,
    }
}

record! {
    /// How far a camera's clock is off.
    CameraClock: CameraClock {
        /// Maker and model, as the photos name it.
        camera: String = SHORT,
        /// Serial number; any camera of the model when empty.
        serial: String = SHORT,
        /// A photo that shows a clock.
        photo: Id = Shape::Reference(Kind::Photo),
        /// What the camera's own clock said when it was taken.
        shown_at: DateTime = Shape::LocalTime,
        /// What the time was.
        true_at: Moment = Shape::Moment,
        /// How it is known.
        remark: String = REMARK,
    }
}

record! {
    /// A mark on a photo, kept beside the original and drawn over copies of it.
    PhotoMark: PhotoMark {
        /// The photo.
        photo: Id = Shape::Reference(Kind::Photo),
        /// What it is.
        kind: MarkKind = Shape::Choice(MarkKind::WORDS),
        /// Its points, `x,y x,y …`, in millionths of the upright width and height.
        points: String = Shape::Text(20_000),
        /// What is written at it.
        text: String = SHORT,
        /// The length it stands for, where it is a known length.
        length: Decimal = Shape::Decimal,
        /// 单位 of the length.
        unit: String = Shape::Text(20),
    }
}

record! {
    /// That a photo belongs to a note, a measurement or a paper; loss lines have [`super::LinePhoto`].
    PhotoLink: PhotoLink {
        /// The photo.
        photo: Id = Shape::Reference(Kind::Photo),
        /// The note.
        note: Id = Shape::Reference(Kind::Note),
        /// The measurement.
        measurement: Id = Shape::Reference(Kind::Measurement),
        /// The supporting paper.
        document: Id = Shape::Reference(Kind::Document),
    }
}

record! {
    /// Someone who was there, spoke or signed.
    Person: Person {
        /// 姓名.
        name: String = SHORT,
        /// Whom the person stands for.
        party: Party = Shape::Choice(Party::WORDS),
        /// 单位.
        organisation: String = SHORT,
        /// 职务.
        position: String = SHORT,
        /// 电话.
        phone: String = Shape::Text(60),
        /// 备注.
        remark: String = REMARK,
    }
}

record! {
    /// That a person was present at what a note records.
    NotePerson: NotePerson {
        /// The note.
        note: Id = Shape::Reference(Kind::Note),
        /// The person.
        person: Id = Shape::Reference(Kind::Person),
    }
}

record! {
    /// 联合测量记录: a sheet of quantities measured together and signed.
    MeasurementSheet: MeasurementSheet {
        /// 编号.
        number: String = Shape::Text(40),
        /// 工程名称、标段.
        title: String = SHORT,
        /// When it was measured.
        measured_on: Date = Shape::Date,
        /// 天气.
        weather: String = SHORT,
        /// Where.
        place: String = SHORT,
        /// The paper sheet as a photo.
        photo: Id = Shape::Reference(Kind::Photo),
        /// 备注.
        remark: String = REMARK,
    }
}

record! {
    /// A signature drawn on the screen, bound to the content that was signed.
    Signature: Signature {
        /// The measurement sheet that was signed.
        sheet: Id = Shape::Reference(Kind::MeasurementSheet),
        /// The note that was signed: a statement.
        note: Id = Shape::Reference(Kind::Note),
        /// Who signed.
        person: Id = Shape::Reference(Kind::Person),
        /// When, as the laptop says.
        signed_at: Moment = Shape::Moment,
        /// SHA-256 of the signed content in its canonical form, 64 lower-case hex digits.
        content: String = Shape::Text(64),
        /// The strokes, `x,y x,y;x,y …`, in thousandths of the pad's height.
        strokes: String = Shape::Text(100_000),
    }
}

record! {
    /// A quote behind a market price (at least three, rules.md 5.3).
    Quote: Quote {
        /// The price it supports.
        price: Id = Shape::Reference(Kind::Price),
        /// Who quotes.
        supplier: String = SHORT,
        /// How much per unit.
        amount: Decimal = Shape::Decimal,
        /// Currency; the price's when empty.
        currency: String = Shape::Text(3),
        /// When.
        dated: Date = Shape::Date,
        /// Where it can be seen: paper, page, web address.
        source: String = SHORT,
        /// The quote as a photo.
        photo: Id = Shape::Reference(Kind::Photo),
    }
}
