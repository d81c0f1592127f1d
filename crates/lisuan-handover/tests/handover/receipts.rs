//! Receipts are believed as far as their signature holds.

use std::fs;

use lisuan_handover::{
    CaseName, FORMAT, Hand, NewThings, OperationList, OriginalList, PackageError, Receipt,
    digest_of_list,
};

use crate::support::{id, key, sha256};

fn receipt() -> Receipt {
    Receipt {
        format: FORMAT,
        package: sha256(b"manifest"),
        case: CaseName { id: id(9).to_string(), claim_no: "1".into(), insured: "某某".into() },
        receiver: Hand { name: "李敏".into(), device: "d".into(), key: String::new() },
        at: "2026-11-22T15:02:11+08:00".into(),
        operations: OperationList { count: 4, bytes: 9, sha256: sha256(b"ops") },
        originals: OriginalList { count: 1, bytes: 2, sha256: digest_of_list(["a"]) },
        elsewhere: 0,
        new: NewThings { operations: 4, originals: 1, conflicts: 0 },
    }
}

#[test]
fn a_receipt_comes_back_with_who_signed_it() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("x.lsreceipt");
    receipt().write(&path, &key(8).unwrap()).unwrap();
    let (read, signer) = Receipt::read(&path).unwrap();
    assert_eq!(read, receipt());
    assert_eq!(signer.fingerprint, key(8).unwrap().fingerprint());
}

#[test]
fn an_altered_or_cut_receipt_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("x.lsreceipt");
    receipt().write(&path, &key(8).unwrap()).unwrap();
    let whole = fs::read_to_string(&path).unwrap();
    fs::write(&path, whole.replacen(r#"\"count\":4"#, r#"\"count\":5"#, 1)).unwrap();
    assert!(matches!(Receipt::read(&path), Err(PackageError::Signature(_))), "a count altered");
    for len in 1..whole.len() {
        fs::write(&path, &whole.as_bytes()[..len]).unwrap();
        let error = Receipt::read(&path).err();
        assert!(error.is_some(), "{len} bytes of it");
    }
    fs::write(&path, "[1,2]").unwrap();
    assert!(matches!(Receipt::read(&path), Err(PackageError::NotAPackage)));
}

#[test]
fn a_list_is_known_whatever_its_order() {
    assert_eq!(digest_of_list(["b", "a"]), digest_of_list(["a", "b", "a"]));
    assert_ne!(digest_of_list(["a"]), digest_of_list(["a", "b"]));
}
