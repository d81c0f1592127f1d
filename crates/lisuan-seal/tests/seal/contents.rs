//! What a file carries, digest by digest.

use std::io::Cursor;

use lisuan_seal::contents;
use sha2::{Digest, Sha256};

use crate::draft::{Draft, judge};

fn hex(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// A page with a picture on it, and two attachments, one of them packed.
fn draft() -> Draft {
    Draft::new()
        .replace(3, "/Font << /F1 5 0 R >>", "/Font << /F1 5 0 R >> /XObject << /P 11 0 R >>")
        .replace(1, "[(a) 8 0 R]", "[(a) 8 0 R (b) 12 0 R]")
        .add(
            "<< /Type /XObject /Subtype /Image /Filter /DCTDecode /Width 1 /Height 1 /Length 5 >>\n\
             stream\nphoto\nendstream",
        )
        .add("<< /Type /Filespec /F (b.txt) /UF <FEFF7406002E007400780074> /EF << /F 13 0 R >> >>")
        // zlib without compression: a header, one stored block of 5 bytes, the checksum.
        .add("<< /Type /EmbeddedFile /Filter /FlateDecode /Length 16 >>\nstream\nZLIB-16-BYTES-ZZ\nendstream")
}

fn packed() -> Vec<u8> {
    let text = b"hello";
    let (mut a, mut b) = (1_u32, 0_u32);
    for &byte in text {
        a = (a + u32::from(byte)) % 65_521;
        b = (b + a) % 65_521;
    }
    let sum = (b << 16 | a).to_be_bytes();
    [&[0x78, 1, 1, 5, 0, 0xfa, 0xff][..], text, &sum].concat()
}

fn sealed() -> Vec<u8> {
    let mut draft = draft();
    let (_, object) = draft.objects.iter_mut().find(|(number, _)| *number == 13).unwrap();
    let at = crate::draft::find(object, b"ZLIB").unwrap();
    object.splice(at..at + 16, packed());
    draft.seal().bytes
}

#[test]
fn pictures_and_attachments_are_named_with_their_digests() {
    let bytes = sealed();
    assert_eq!(judge(&bytes).reasons, []);
    let found = contents(&mut Cursor::new(&bytes), "理.txt").unwrap().unwrap();
    let pictures: Vec<_> = found.pictures.iter().map(|p| (&*p.name, &*p.sha256, p.len)).collect();
    assert_eq!(pictures, [("11", hex(b"photo").as_str(), 5)]);
    let names: Vec<&str> = found.attachments.iter().map(|a| a.name.as_str()).collect();
    assert_eq!(names, ["a.txt", "理.txt"]);
    assert_eq!(found.attachments[1].sha256, hex(b"hello"), "as it was before it was packed");
    assert_eq!(found.attachments[1].bytes.as_deref(), Some(&b"hello"[..]), "it was asked for");
    assert_eq!(found.attachments[0].bytes, None, "it was not");
}

#[test]
fn an_altered_picture_has_another_digest() {
    let mut bytes = sealed();
    let at = crate::draft::find(&bytes, b"\nphoto\n").unwrap();
    bytes[at + 1] = b'P';
    let found = contents(&mut Cursor::new(&bytes), "").unwrap().unwrap();
    assert_eq!(found.pictures[0].sha256, hex(b"Photo"), "what lies there now");
}

#[test]
fn what_cannot_be_taken_apart_is_not_guessed() {
    let bytes = sealed();
    for broken in [&b""[..], b"%PDF-1.7\n", &bytes[..bytes.len() - 40]] {
        assert_eq!(contents(&mut Cursor::new(broken), "").unwrap(), None);
    }
    let mut bomb = bytes.clone();
    let at = crate::draft::find(&bomb, b"hello").unwrap();
    bomb[at - 7] = 0;
    assert_eq!(contents(&mut Cursor::new(&bomb), "").unwrap(), None, "not what zlib writes");
}
