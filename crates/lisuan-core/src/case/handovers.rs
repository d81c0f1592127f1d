//! Handing a case over: what went to whom, what came from whom, and the receipts.

use super::choices::{YesNo, choice};
use super::record::record;
use crate::change::Shape;
use crate::moment::Moment;

/// A name or a short remark.
const SHORT: Shape = Shape::Text(200);

choice! {
    /// Which way a package went.
    Direction {
        /// 移交.
        Out = "out",
        /// 接收.
        In = "in",
    }
}

choice! {
    /// How a package was closed.
    Closing {
        /// 未加密.
        Open = "open",
        /// 按同事的密钥加密.
        Key = "key",
        /// 按口令加密.
        Passphrase = "passphrase",
    }
}

record! {
    /// One package that went out or came in; written by the program only. Both sides keep one, so
    /// that the custody of a case can be followed from hand to hand.
    Handover: Handover {
        /// Out or in.
        direction: Direction = Shape::Choice(Direction::WORDS),
        /// To whom, or from whom.
        counterpart: String = SHORT,
        /// The claimed moment of handing over.
        at: Moment = Shape::Moment,
        /// Why.
        reason: String = Shape::Text(2_000),
        /// Where the claim stood, in words.
        state: String = SHORT,
        /// The part whose originals were enclosed; all of them when it is empty.
        part: String = SHORT,
        /// SHA-256 of the package's manifest.
        package: String = Shape::Digest,
        /// Name of the file, without its folder.
        file_name: String = Shape::Text(400),
        /// How it was closed.
        closing: Closing = Shape::Choice(Closing::WORDS),
        /// Fingerprint of the key that signed the package; empty when nobody did.
        signed_by: String = SHORT,
        /// How many operations it holds.
        operations: i64 = Shape::Integer,
        /// SHA-256 of the list of operations.
        operations_digest: String = Shape::Digest,
        /// How many originals are enclosed.
        originals: i64 = Shape::Integer,
        /// SHA-256 of the digests of the enclosed originals in ascending order, one a line.
        originals_digest: String = Shape::Digest,
        /// How many originals the operations speak of that are not enclosed.
        not_enclosed: i64 = Shape::Integer,
        /// The claimed moment of taking in.
        received_at: Moment = Shape::Moment,
        /// Who took it in.
        received_by: String = SHORT,
        /// Fingerprint of the key that signed the receipt.
        received_key: String = SHORT,
        /// Operations counted by the receiver.
        received_operations: i64 = Shape::Integer,
        /// Originals of the package counted by the receiver.
        received_originals: i64 = Shape::Integer,
        /// Whether counts and hashes of the receipt are those of the package.
        receipt_agrees: YesNo = Shape::Choice(YesNo::WORDS),
    }
}

impl Handover {
    /// The fields that a receipt fills in later; all others are found once.
    pub const OF_RECEIPT: [&'static str; 6] = [
        "received_at",
        "received_by",
        "received_key",
        "received_operations",
        "received_originals",
        "receipt_agrees",
    ];
}
