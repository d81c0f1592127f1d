//! Files whose seal is right but which no honest writer makes: each is refused for its reason.

use lisuan_seal::{Outcome, Reason};

use crate::draft::{Draft, assert_refused, judge};

#[test]
fn active_content_is_refused() {
    for entry in [
        "/OpenAction << /S /JavaScript /JS (x) >>",
        "/OpenAction [3 0 R /Fit]",
        "/AA << >>",
        "/Names << /J#61vaScript 2 0 R >>",
        "/X << /S /Launch >>",
        "/X << /S /SubmitForm >>",
        "/X << /Subtype /RichMedia >>",
        "/Collection << >>",
    ] {
        let draft = Draft::new().replace(2, "/Count 1", &format!("/Count 1 {entry}"));
        assert_refused(&draft.seal().bytes, Reason::ActiveContent, entry);
    }
    let draft = Draft::new().replace(1, "/SigFlags 3", "/SigFlags 3 /NeedAppearances true");
    assert_refused(&draft.seal().bytes, Reason::ActiveContent, "appearances made by the viewer");
}

#[test]
fn layers_and_packed_objects_are_refused() {
    for (entry, reason) in [
        ("/OCProperties << >>", Reason::OptionalContent),
        ("/X << /Type /OCG >>", Reason::OptionalContent),
        ("/X << /Type /ObjStm >>", Reason::PackedObjects),
        ("/X << /Type /XRef >>", Reason::PackedObjects),
    ] {
        let draft = Draft::new().replace(2, "/Count 1", &format!("/Count 1 {entry}"));
        assert_refused(&draft.seal().bytes, reason, entry);
    }
    let draft = Draft::new().replace(4, "/Length", "/F (other.txt) /Length");
    assert_refused(&draft.seal().bytes, Reason::PackedObjects, "contents kept in another file");
}

#[test]
fn keys_named_twice_are_refused() {
    for (number, old, new) in [
        (7, "/Type /Sig ", "/Type /Sig /M (D:20200101000000Z) "),
        (7, "/Type /Sig ", "/Type /Sig /T#79pe /Sig "),
        (7, "/P 1", "/P 1 /P 2"),
        (1, "/Pages 2 0 R", "/Pages 2 0 R /Pages 2 0 R"),
        (3, "/Contents 4 0 R", "/Contents 4 0 R /Contents 9 0 R"),
    ] {
        let draft = Draft::new().replace(number, old, new);
        assert_refused(&draft.seal().bytes, Reason::DuplicateKey, new);
    }
}

#[test]
fn anything_hidden_is_refused() {
    let unused = Draft::new().add("<< /Type /Page >>");
    assert_refused(&unused.seal().bytes, Reason::HiddenObject, "an object nobody refers to");
    let pair = Draft::new().add("<< /Next 12 0 R >>").add("<< /Next 11 0 R >>");
    assert_refused(&pair.seal().bytes, Reason::HiddenObject, "two objects that hold each other");
    let broken = Draft::new().replace(2, "/Count 1", "/Count 1 /X 99 0 R");
    assert_refused(&broken.seal().bytes, Reason::BrokenReference, "an object not there");
    for hidden in ["% a comment\n", "99 0 obj\n<< >>\nendobj\n", "          ", "\n\n\n\n\n\n"] {
        let mut draft = Draft::new();
        draft.before.push((5, hidden.as_bytes().to_vec()));
        assert_refused(&draft.seal().bytes, Reason::HiddenBytes, hidden);
    }
    let mut first = Draft::new();
    first.before.push((1, b"11 0 obj\n<< >>\nendobj\n".to_vec()));
    assert_refused(&first.seal().bytes, Reason::HiddenBytes, "an object before the first");
    let mut header = Draft::new();
    header.header = b"%PDF-1.7\n%abcdefgh\n".to_vec();
    assert_refused(&header.seal().bytes, Reason::HiddenBytes, "words in the header");
}

#[test]
fn loose_syntax_is_refused() {
    for (number, old, new) in [
        (2, "/Count 1", "/Count 1 % comment\n"),
        (2, "/Count 1", "/Count 1.2.3"),
        (2, "/Count 1", "/Count tru"),
        (2, "/Kids [3 0 R]", "/Kids [3 1 R]"),
        (2, "/Kids [3 0 R]", "/Kids [3 0 R"),
        (4, "/Length 49", "/Length 5 0 R"),
        (4, "/Length 49", "/Length -1"),
        (4, "/Length 49", "/Length 48"),
        (4, "/Length 49", "/Length 9999999999999"),
        (10, "(test)", "(te\\qst)"),
        (10, "<FEFF7406>", "<FEFF740>"),
        (10, "<FEFF7406>", "<FEFF 7406>"),
    ] {
        let draft = Draft::new().replace(number, old, new);
        assert_refused(&draft.seal().bytes, Reason::Object, new);
    }
}

#[test]
fn files_beyond_the_limits_are_refused() {
    for value in [
        "[".repeat(60) + &"]".repeat(60),
        format!("[{}]", "0 ".repeat(500_000)),
        format!("({})", "x".repeat(5_000_000)),
        format!("/{}", "x".repeat(200)),
        "1".repeat(40),
    ] {
        let draft = Draft::new().replace(2, "/Count 1", &format!("/Count 1 /X {value}"));
        assert_refused(&draft.seal().bytes, Reason::Limit, &value[..20]);
    }
}

/// A change of the table's offsets.
type Bend = fn(&mut Vec<u64>);

#[test]
fn a_table_that_does_not_fit_is_refused() {
    let bent: [(Bend, Reason); 5] = [
        (|offsets| offsets[5] += 1, Reason::HiddenBytes),
        (|offsets| offsets[5] = offsets[4], Reason::DuplicateObject),
        (|offsets| offsets.swap(4, 5), Reason::Object),
        (|offsets| offsets.truncate(9), Reason::HiddenBytes),
        (|offsets| offsets[5] = 9_999_999_999, Reason::HiddenBytes),
    ];
    for (index, (bend_table, reason)) in bent.into_iter().enumerate() {
        let draft = Draft { bend_table, ..Draft::new() };
        assert_refused(&draft.seal().bytes, reason, &format!("table {index}"));
    }
}

#[test]
fn trailers_of_other_files_are_refused() {
    for (entry, reason) in [
        ("/Prev 0", Reason::LaterRevision),
        ("/Encrypt << /Filter /Standard >>", Reason::Encrypted),
        ("/XRefStm 15", Reason::Trailer),
        ("/Size 11", Reason::DuplicateKey),
    ] {
        let mut draft = Draft::new();
        draft.trailer.push_str(entry);
        assert_refused(&draft.seal().bytes, reason, entry);
    }
    let mut draft = Draft::new();
    draft.trailer = draft.trailer.replace("/Root 1", "/Root 2");
    assert_refused(&draft.seal().bytes, Reason::Trailer, "a root that is no catalog");
}

#[test]
fn a_seal_of_another_kind_is_refused() {
    for (number, old, new, reason) in [
        (1, "/Perms << /DocMDP 7 0 R >> ", "", Reason::Certification),
        (1, "/DocMDP 7", "/DocMDP 8", Reason::Certification),
        (1, "/DocMDP 7 0 R", "/DocMDP 7 0 R /UR3 7 0 R", Reason::Certification),
        (7, "/P 1", "/P 2", Reason::Certification),
        (7, "/TransformMethod /DocMDP", "/TransformMethod /FieldMDP", Reason::Certification),
        (7, "/Adobe.PPKLite", "/Other", Reason::SealDictionary),
        (7, "/ETSI.CAdES.detached", "/adbe.pkcs7.detached", Reason::SealDictionary),
        (7, "/Type /Sig ", "/Type /Sig /Cert (x) ", Reason::SealDictionary),
        (1, "/SigFlags 3", "/SigFlags 1", Reason::SealDictionary),
        (6, "/T (seal)", "/T (seal) /Kids []", Reason::SealDictionary),
        (7, "/M (D:20260228200000+08'00')", "", Reason::ClaimedTime),
        (7, "+08'00'", "", Reason::ClaimedTime),
        (7, "D:2026", "D:202x", Reason::ClaimedTime),
        (1, "/AcroForm << /Fields [6 0 R] /SigFlags 3 >>", "/X 6 0 R", Reason::SealMissing),
        (1, "/Fields [6 0 R]", "/Fields []", Reason::SealMissing),
        (1, "/Fields [6 0 R]", "/Fields [6 0 R 6 0 R]", Reason::SealRepeated),
        (2, "/Count 1", "/Count 1 /X << /Type /Sig >>", Reason::SealRepeated),
        (2, "/Count 1", "/Count 1 /X << /Type /DocTimeStamp >>", Reason::SealRepeated),
        (2, "/Count 1", "/Count 1 /X << /ByteRange [0 1 2 3] >>", Reason::SealRepeated),
        (2, "/Count 1", "/Count 1 /X << /FT /Tx >>", Reason::SealRepeated),
    ] {
        let draft = Draft::new().replace(number, old, new);
        assert_refused(&draft.seal().bytes, reason, &format!("{old} → {new}"));
    }
}

#[test]
fn an_unsealed_file_is_refused() {
    let (bytes, _) = Draft::new().write();
    let verdict = judge(&bytes);
    assert_eq!(verdict.outcome, Outcome::NotAsSealed, "the room is empty");
    assert_eq!(verdict.signer, None, "nobody signed");
    assert_refused(&bytes, Reason::Object, "the byte range was never filled");
}
