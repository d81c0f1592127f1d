//! Files changed after they were sealed, by the classes of attack known from the literature.

use lisuan_seal::Reason;

use crate::draft::{Draft, Sealed, assert_refused, find, judge, key};

#[test]
fn appended_bytes_are_found() {
    for garbage in [&b"\n"[..], b" ", b"\0", b"x", b"%%EOF\n", b"\r\n%%EOF", &[b'x'; 5000]] {
        let mut sealed = Draft::new().seal();
        sealed.bytes.extend_from_slice(garbage);
        let verdict = judge(&sealed.bytes);
        assert!(!verdict.reasons.is_empty(), "{garbage:.20?} was appended");
    }
    let mut sealed = Draft::new().seal();
    sealed.bytes.extend_from_slice(b"more");
    assert_refused(&sealed.bytes, Reason::BytesAfterEnd, "bytes after the end");
    let mut sealed = Draft::new().seal();
    sealed.bytes.resize(sealed.bytes.len() + 100_000, b' ');
    assert_refused(&sealed.bytes, Reason::Truncated, "the end is too far away to be the end");
}

/// Appends a later revision in which `object` replaces the object of that number.
fn append_revision(sealed: &Sealed, number: u32, object: &str) -> Vec<u8> {
    let mut file = sealed.bytes.clone();
    let previous = find(&file, b"\nxref\n").unwrap() + 1;
    let at = file.len();
    file.extend(format!("{number} 0 obj\n{object}\nendobj\n").bytes());
    let xref_at = file.len();
    let end = format!(
        "xref\n{number} 1\n{at:010} 00000 n \ntrailer\n<< /Size 11 /Root 1 0 R /Prev {previous} \
         >>\nstartxref\n{xref_at}\n%%EOF\n"
    );
    file.extend(end.bytes());
    file
}

#[test]
fn a_later_revision_is_found() {
    let sealed = Draft::new().seal();
    let shown = "<< /Length 30 >>\nstream\nBT /F1 24 Tf (9,999.00) Tj ET \nendstream";
    let replaced = append_revision(&sealed, 4, shown);
    assert!(!judge(&replaced).reasons.is_empty(), "other contents are shown");
    // The same with a table that begins like a first one.
    let whole = String::from_utf8_lossy(&sealed.bytes).into_owned();
    let table = &whole[whole.find("\nxref\n").unwrap() + 1..whole.find("trailer").unwrap()];
    let mut file = sealed.bytes.clone();
    let xref_at = file.len();
    let previous = find(&file, b"\nxref\n").unwrap() + 1;
    file.extend(
        format!(
            "{table}trailer\n<< /Size 11 /Root 1 0 R /Prev {previous} >>\nstartxref\n{xref_at}\n\
             %%EOF\n"
        )
        .bytes(),
    );
    assert_refused(&file, Reason::LaterRevision, "a revision that names the previous one");
    let lying = String::from_utf8_lossy(&file).replace(&format!("/Prev {previous} "), "");
    assert_ne!(lying.len(), file.len(), "the mention must be gone");
}

#[test]
fn a_rewritten_file_around_the_old_one_is_found() {
    // One table at the new end that covers old and new objects, without /Prev: the old table and
    // trailer are bytes of no object then.
    let sealed = Draft::new().seal();
    let mut file = sealed.bytes.clone();
    let old_table = find(&file, b"\nxref\n").unwrap() + 1;
    let old_trailer = find(&file, b"trailer").unwrap();
    let table = file[old_table..old_trailer].to_vec();
    let xref_at = file.len();
    file.extend(table);
    file.extend(
        format!("trailer\n<< /Size 11 /Root 1 0 R >>\nstartxref\n{xref_at}\n%%EOF\n").bytes(),
    );
    assert_refused(&file, Reason::HiddenBytes, "the old table lies in the body");
    assert_refused(&file, Reason::ByteRange, "the range ends before the file does");
}

#[test]
fn a_byte_range_that_leaves_more_out_is_found() {
    let sealed = Draft::new().seal();
    let [_, before, after, rest] = sealed.room.byte_range;
    for range in [
        [0, before - 100, after, rest],
        [0, before, after + 1, rest - 1],
        [0, before, after, rest - 1],
        [1, before - 1, after, rest],
        [0, before, after, rest + 1],
        [0, before + 1, after, rest],
        [0, before, i64::MAX as u64, rest],
        [0, i64::MAX as u64, after, rest],
        [0, 0, 0, 0],
    ] {
        let mut altered = sealed.clone();
        altered.set_byte_range(range);
        assert_refused(&altered.bytes, Reason::ByteRange, &format!("{range:?}"));
    }
    let mut endless = sealed.clone();
    endless.set_byte_range([0, before, u64::MAX, rest]);
    assert_refused(&endless.bytes, Reason::Object, "a number no file can reach");
    for text in ["[]", "[0 1]", "null", "[0 1 2 3 4]", "(0)", "[0.0 1 2 3]"] {
        let mut altered = sealed.clone();
        let at = sealed.room.byte_range_at as usize;
        altered.bytes[at..at + 80].fill(b' ');
        altered.bytes[at..at + text.len()].copy_from_slice(text.as_bytes());
        assert_refused(&altered.bytes, Reason::ByteRange, text);
    }
}

#[test]
fn signature_wrapping_is_found() {
    // The signed second half is moved to the end and the range follows it, so the signature is
    // still right. The end names the old place of the table, and there lies the attacker's.
    let sealed = Draft::new().seal();
    let [_, before, after, rest] = sealed.room.byte_range;
    let table_at = find(&sealed.bytes, b"\nxref\n").unwrap() + 1;
    let mut file = sealed.bytes[..after as usize].to_vec();
    file.extend_from_slice(b" /Evil (x) >>\nendobj\n");
    file.resize(table_at, b' ');
    let evil_end = "startxref\n0\n%%EOF\n";
    let end_at = find(&sealed.bytes, b"\nstartxref").unwrap() + 1;
    file.extend_from_slice(&sealed.bytes[table_at..end_at]);
    file.extend(evil_end.bytes());
    let moved_to = file.len() as u64;
    file.extend_from_slice(&sealed.bytes[after as usize..]);
    let mut wrapped = Sealed { bytes: file, ..sealed };
    wrapped.set_byte_range([0, before, moved_to, rest]);
    assert_refused(&wrapped.bytes, Reason::CrossReference, "the table is not the file's end");
}

#[test]
fn shadow_content_is_found() {
    // Prepared before sealing, an object waits unreferenced; afterwards an entry is bent to it.
    let shadow = "<< /Length 4 >>\nstream\nq Q \nendstream";
    let prepared = Draft::new().add(shadow);
    let sealed = prepared.seal();
    assert_refused(&sealed.bytes, Reason::HiddenObject, "the shadow is found while it waits");
    let replaced = append_revision(&Draft::new().seal(), 4, shadow);
    assert!(!judge(&replaced).reasons.is_empty(), "the shadow is shown");
    let mut overlaid = Draft::new().seal();
    overlaid.overwrite("/Contents 4 0 R", "/Contents 9 0 R");
    assert_refused(&overlaid.bytes, Reason::Digest, "the page points elsewhere");
}

#[test]
fn a_seal_from_another_file_is_found() {
    let sealed = Draft::new().seal();
    let other = Draft::new().replace(4, "1,000.00", "9,000.00").seal();
    let hole = sealed.room.contents_at as usize..(sealed.room.contents_at + 32_770) as usize;
    let mut mixed = sealed.clone();
    mixed.bytes[hole.clone()].copy_from_slice(&other.bytes[hole.clone()]);
    assert_refused(&mixed.bytes, Reason::Digest, "the seal belongs to other bytes");
    let stranger = Draft::new().replace(4, "1,000.00", "9,000.00").seal_with(&key(8));
    mixed.bytes[hole.clone()].copy_from_slice(&stranger.bytes[hole]);
    assert_refused(&mixed.bytes, Reason::Digest, "the seal belongs to other bytes");
}

#[test]
fn a_missing_or_empty_seal_is_found() {
    let sealed = Draft::new().seal();
    let at = sealed.room.contents_at as usize + 1;
    for fill in [b'0', b'f', b'3'] {
        let mut altered = sealed.clone();
        altered.bytes[at..at + 32_768].fill(fill);
        assert_refused(&altered.bytes, Reason::Cms, "no signature");
    }
    for (old, new) in [("/Contents <", "/Contentz <"), ("/ByteRange [", "/ByteRangf [")] {
        let mut altered = sealed.clone();
        altered.overwrite(old, new);
        assert!(!judge(&altered.bytes).reasons.is_empty(), "{new}");
    }
    let mut last_digit = sealed.clone();
    last_digit.bytes[at + 32_767] = b'1';
    assert_refused(&last_digit.bytes, Reason::Contents, "the unused room must be zeros");
    let mut upper = sealed.clone();
    upper.bytes[at..at + 2000].make_ascii_uppercase();
    assert_refused(&upper.bytes, Reason::Contents, "a seal has one spelling");
}

#[test]
fn a_truncated_file_is_found() {
    let sealed = Draft::new().seal();
    let len = sealed.bytes.len();
    // The last newline is the one byte a file may lack, but then the signed range is too long.
    let points = (0..200).chain((200..len - 1000).step_by(97)).chain(len - 1000..len);
    for cut in points {
        assert!(!judge(&sealed.bytes[..cut]).reasons.is_empty(), "cut at {cut}");
    }
    assert_refused(&sealed.bytes[..len - 100], Reason::Truncated, "the end is missing");
}

#[test]
fn other_files_are_refused() {
    for (bytes, reason) in [
        (&b""[..], Reason::NotPdf),
        (b"%", Reason::NotPdf),
        (b"PK\x03\x04", Reason::NotPdf),
        (b"%PDF-1.4\n", Reason::NotPdf),
        (b"\n%PDF-1.7\n", Reason::NotPdf),
        (b"%PDF-1.7\n", Reason::Truncated),
        (b"%PDF-1.7\n%%EOF", Reason::HiddenBytes),
        (b"%PDF-1.7\n\n%%EOF", Reason::CrossReference),
        (b"%PDF-1.7\nstartxref\n99999999999999999999999\n%%EOF", Reason::Object),
        (b"%PDF-1.7\nstartxref\n9\n%%EOF", Reason::CrossReference),
    ] {
        assert_refused(bytes, reason, &String::from_utf8_lossy(bytes));
    }
}
