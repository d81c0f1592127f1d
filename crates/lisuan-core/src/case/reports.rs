//! Reports that leave the case: who signs them, and which went out.

use jiff::civil::Date;

use super::choices::{Duty, LetterKind, ReportKind, YesNo};
use super::record::record;
use crate::Id;
use crate::change::{Kind, Shape};
use crate::moment::Moment;

record! {
    /// Someone who signs the reports of this case (two handle, one reviews: rules.md 3.1).
    Signatory: Signatory {
        /// 姓名.
        name: String = Shape::Text(200),
        /// What the signature stands for.
        duty: Duty = Shape::Choice(Duty::WORDS),
        /// 执业登记编号.
        licence_no: String = Shape::Text(200),
        /// 执业证有效期至.
        licence_to: Date = Shape::Date,
    }
}

record! {
    /// A report as it was sealed. What stands here was the digest of a file that left the program.
    Report: Report {
        /// Which report.
        kind: ReportKind = Shape::Choice(ReportKind::WORDS),
        /// The number it carries.
        number: String = Shape::Text(200),
        /// 0 for the first, 1 for R1 that corrects it, and so on.
        revision: i64 = Shape::Integer,
        /// The digest its seal covers (SHA-256 over the ByteRange).
        digest: String = Shape::Digest,
        /// SHA-256 of the case data it was made from: the same data again is the same report.
        case_digest: String = Shape::Digest,
        /// The claimed moment of sealing.
        sealed_at: Moment = Shape::Moment,
        /// `zh-CN`, `en` or `both`.
        language: String = Shape::Text(10),
        /// Name of the file, without its folder.
        file_name: String = Shape::Text(400),
        /// How many pages.
        pages: i64 = Shape::Integer,
        /// Whether personal data were taken out before it was made.
        redacted: YesNo = Shape::Choice(YesNo::WORDS),
        /// The one it takes the place of.
        replaces: Id = Shape::Reference(Kind::Report),
    }
}

record! {
    /// A letter of the case: drafted from a template, sealed, sent, received.
    Letter: Letter {
        /// 文号.
        number: String = Shape::Text(200),
        /// What it is about.
        kind: LetterKind = Shape::Choice(LetterKind::WORDS),
        /// To whom.
        addressee: String = Shape::Text(200),
        /// Where to.
        address: String = Shape::Text(400),
        /// 事由.
        subject: String = Shape::Text(200),
        /// 正文.
        text: String = Shape::Text(20_000),
        /// The day it bears.
        dated: Date = Shape::Date,
        /// Who signs it.
        signed_by: String = Shape::Text(200),
        /// How it went: by hand, by post, by e-mail, with the number of the consignment.
        sent_by: String = Shape::Text(200),
        /// The day it was sent.
        sent_on: Date = Shape::Date,
        /// The day it reached the addressee, as proved.
        received_on: Date = Shape::Date,
    }
}
