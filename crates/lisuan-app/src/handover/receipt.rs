//! Receipts: made by who received, imported by who sent.

use std::io::Read as _;
use std::path::Path;

use lisuan_core::case::{Direction, Handover, YesNo};
use lisuan_core::change::{Change, FieldValue as _, Kind};
use lisuan_handover::{FORMAT, Hand, NewThings, OriginalList, Package, Receipt, digest_of_list};
use sha2::{Digest as _, Sha256};

use super::{case_name, package_error, plain};
use crate::error::{Code, Error, Result, shown};
use crate::session::{Session, Step};
use crate::wire::{Counted, EffectView, ReceiptView, SenderView};
use crate::{App, clock};

impl App {
    /// Imports a receipt into the open case: the record of the package then says when and by whom
    /// it was received, and whether counts and hashes agree.
    ///
    /// # Errors
    /// When it is no receipt, is not as it was signed, or is about no package that went out of this
    /// case.
    pub fn take_receipt(&self, file: &Path) -> Result<ReceiptView> {
        let (receipt, signer) = Receipt::read(file).map_err(|error| package_error(file, error))?;
        let own = self.key_state()?.fingerprint.unwrap_or_default();
        let sender = self.sender(Some(&signer), &own);
        self.with_session(|session| {
            let unknown = || Error::new(Code::ReceiptUnknown).with("file", shown(file));
            let sent = session.case.handovers.iter().find(|one| {
                one.direction == Some(Direction::Out)
                    && one.package.as_deref() == Some(receipt.package.as_str())
            });
            let sent = sent.cloned().ok_or_else(unknown)?;
            if receipt.case.id != session.case.head.id.to_string() {
                return Err(unknown());
            }
            close(session, &sent, &receipt, sender)
        })
    }
}

/// Writes what the receipt says into the record of the package, once.
fn close(
    session: &mut Session,
    sent: &Handover,
    receipt: &Receipt,
    sender: SenderView,
) -> Result<ReceiptView> {
    let number = |value: Option<i64>| value.unwrap_or_default().unsigned_abs();
    let agrees = number(sent.operations) == receipt.operations.count
        && sent.operations_digest.as_deref() == Some(receipt.operations.sha256.as_str())
        && number(sent.originals) == receipt.originals.count
        && sent.originals_digest.as_deref() == Some(receipt.originals.sha256.as_str());
    let answer = if agrees { YesNo::Yes } else { YesNo::No };
    let fields = [
        ("received_at", receipt.at.clone()),
        ("received_by", plain(&receipt.receiver.name)),
        ("received_key", sender.fingerprint.clone()),
        ("received_operations", receipt.operations.count.to_string()),
        ("received_originals", receipt.originals.count.to_string()),
        ("receipt_agrees", answer.to_field()),
    ];
    let before = session.state.get(Kind::Handover, sent.id).cloned().unwrap_or_default();
    let known = fields.iter().all(|(field, value)| before.get(field).unwrap_or_default() == value);
    let changes = fields.into_iter().filter_map(|(field, after)| {
        let before = before.get(field).map(str::to_owned);
        let after = Some(after).filter(|text| !text.is_empty());
        (before != after).then_some(Change {
            kind: Kind::Handover,
            id: sent.id,
            field,
            before,
            after,
        })
    });
    let changes: Vec<Change> = changes.collect();
    let delta = match changes.is_empty() {
        true => None,
        false => {
            session.apply(Step::plain(super::RECORDS[1], &receipt.receiver.name, changes))?;
            Some(session.delta(vec![sent.id.to_string()]))
        }
    };
    Ok(ReceiptView {
        package: receipt.package.clone(),
        received_by: receipt.receiver.name.clone(),
        received_at: receipt.at.clone(),
        sender,
        operations: Counted { sent: number(sent.operations), received: receipt.operations.count },
        originals: Counted { sent: number(sent.originals), received: receipt.originals.count },
        new_operations: receipt.new.operations,
        new_originals: receipt.new.originals,
        agrees,
        known,
        delta,
    })
}

/// The receipt for a package: what is in the open case now, counted and hashed anew.
pub(super) fn of(
    session: &Session,
    package: &Package,
    receiver: Hand,
    effect: &EffectView,
) -> Result<Receipt> {
    let manifest = package.manifest();
    let (mut held, mut bytes) = (Vec::new(), 0);
    let mut buffer = vec![0; 1 << 20];
    for original in manifest.enclosed() {
        let Some((size, mut from)) = session.file.read_content(&original.sha256)? else {
            continue;
        };
        let mut hash = Sha256::new();
        // What does not read is not held.
        while let Ok(read @ 1..) = from.read(&mut buffer) {
            hash.update(&buffer[..read]);
        }
        if format!("{:x}", hash.finalize()) == original.sha256 {
            held.push(original.sha256.as_str());
            bytes += size;
        }
    }
    let listed = manifest.originals.len() as u64;
    let (enclosed, _) = manifest.enclosed_size();
    Ok(Receipt {
        format: FORMAT,
        package: package.digest().to_owned(),
        case: case_name(&session.case.head),
        receiver,
        at: clock::now().to_string(),
        // Counted and hashed while they were read; each is in the journal since.
        operations: manifest.operations.clone(),
        originals: OriginalList {
            count: held.len() as u64,
            bytes,
            sha256: digest_of_list(held.iter().copied()),
        },
        elsewhere: listed - enclosed,
        new: NewThings {
            operations: effect.operations,
            originals: effect.originals,
            conflicts: effect.conflicts,
        },
    })
}
