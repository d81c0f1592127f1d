//! A small one-page PDF written by hand, with room for a seal.

use std::fmt::Write as _;
use std::io::Cursor;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use lisuan_seal::{Outcome, Reason, SealKey, SealRoom, Verdict, apply, verify};

/// 2026-02-28T12:00:00Z.
pub fn noon() -> SystemTime {
    UNIX_EPOCH + Duration::from_secs(1_772_280_000)
}

/// A key that is the same in every run.
pub fn key(seed: u8) -> SealKey {
    SealKey::from_random("华信公估 张三", noon(), 5, &[seed; 32], [seed; 16]).unwrap()
}

/// A file before its seal: objects by number, and what goes around them.
pub struct Draft {
    pub header: Vec<u8>,
    pub objects: Vec<(u32, Vec<u8>)>,
    /// Bytes put before an object, given by its number.
    pub before: Vec<(u32, Vec<u8>)>,
    pub trailer: String,
    /// Changes the table's offsets after they were found.
    pub bend_table: fn(&mut Vec<u64>),
    /// Added to the place of the table that is stated at the end.
    pub table_shift: u64,
    pub end: Vec<u8>,
}

/// What an attachment may contain without meaning anything: it lies inside a stream.
const ATTACHMENT: &[u8] =
    b"7 0 obj << /Type /Sig /ByteRange [0 1 2 3] >> endobj /JS startxref %%EOF";

impl Draft {
    pub fn new() -> Self {
        let stream = |dict: &str, bytes: &[u8]| {
            let mut object = format!("<< {dict}/Length {} >>\nstream\n", bytes.len()).into_bytes();
            object.extend_from_slice(bytes);
            object.extend_from_slice(b"\nendstream");
            object
        };
        let seal = format!(
            "<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached /ByteRange {} \
             /Contents <{}> /M (D:20260228200000+08'00') /Reference [<< /Type /SigRef \
             /TransformMethod /DocMDP /TransformParams << /Type /TransformParams /P 1 /V /1.2 >> \
             >>] >>",
            " ".repeat(80),
            "0".repeat(32_768)
        );
        let text = |text: &str| text.as_bytes().to_vec();
        let objects = vec![
            (
                1,
                text(
                    "<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [6 0 R] /SigFlags 3 >> \
                      /Perms << /DocMDP 7 0 R >> /Names << /EmbeddedFiles << /Names [(a) 8 0 R] >> \
                      >> >>",
                ),
            ),
            (2, text("<< /Type /Pages /Kids [3 0 R] /Count 1 >>")),
            (
                3,
                text(
                    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595.28 841.89] /Contents 4 0 R \
                      /Resources << /Font << /F1 5 0 R >> >> /Annots [6 0 R] >>",
                ),
            ),
            (4, stream("", b"BT /F1 24 Tf 72 720 Td (Indemnity 1,000.00) Tj ET")),
            (5, text("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>")),
            (
                6,
                text(
                    "<< /Type /Annot /Subtype /Widget /FT /Sig /T (seal) /V 7 0 R /Rect [0 0 0 0] \
                      /F 132 /P 3 0 R >>",
                ),
            ),
            (7, seal.into_bytes()),
            (8, text("<< /Type /Filespec /F (a.txt) /UF (a.txt) /EF << /F 9 0 R >> >>")),
            (9, stream("/Type /EmbeddedFile ", ATTACHMENT)),
            (10, text("<< /Producer (test) /Title <FEFF7406> >>")),
        ];
        Self {
            header: b"%PDF-1.7\n%\xE2\xE3\xCF\xD3\n".to_vec(),
            objects,
            before: Vec::new(),
            trailer: "/Root 1 0 R /Info 10 0 R /ID [<00> <00>]".to_owned(),
            bend_table: |_| {},
            table_shift: 0,
            end: b"%%EOF\n".to_vec(),
        }
    }

    /// Replaces text within one object; the text must be there.
    pub fn replace(mut self, number: u32, old: &str, new: &str) -> Self {
        let (_, object) = self.objects.iter_mut().find(|(n, _)| *n == number).unwrap();
        let text = object.windows(old.len()).position(|window| window == old.as_bytes());
        let at = text.unwrap_or_else(|| panic!("object {number} has no {old:?}"));
        object.splice(at..at + old.len(), new.bytes());
        self
    }

    /// Adds an object under the next number.
    pub fn add(mut self, object: &str) -> Self {
        let number = self.objects.len() as u32 + 1;
        self.objects.push((number, object.as_bytes().to_vec()));
        self
    }

    /// Writes the file; the room is that of the contract.
    pub fn write(&self) -> (Vec<u8>, SealRoom) {
        let mut file = self.header.clone();
        let mut offsets = vec![0];
        let mut room_at = (0, 0);
        for (number, object) in &self.objects {
            let before = self.before.iter().find(|(n, _)| n == number);
            file.extend(before.into_iter().flat_map(|(_, bytes)| bytes));
            offsets.push(file.len() as u64);
            file.extend(format!("{number} 0 obj\n").bytes());
            if let Some(at) = find(object, b"/ByteRange ").filter(|_| *number == 7) {
                let contents = find(object, b"<0000").unwrap_or(at + 91);
                room_at = ((file.len() + at + 11) as u64, (file.len() + contents) as u64);
            }
            file.extend_from_slice(object);
            file.extend_from_slice(b"\nendobj\n");
        }
        let xref_at = file.len() as u64 + self.table_shift;
        (self.bend_table)(&mut offsets);
        let mut end = format!("xref\n0 {}\n0000000000 65535 f \n", offsets.len());
        for offset in &offsets[1..] {
            writeln!(end, "{offset:010} 00000 n ").unwrap();
        }
        write!(
            end,
            "trailer\n<< /Size {} {} >>\nstartxref\n{xref_at}\n",
            offsets.len(),
            self.trailer
        )
        .unwrap();
        file.extend(end.bytes());
        file.extend_from_slice(&self.end);
        let room = SealRoom::new(room_at.0, room_at.1, file.len() as u64).unwrap();
        (file, room)
    }

    /// Writes and seals the file.
    pub fn seal(&self) -> Sealed {
        self.seal_with(&key(7))
    }

    pub fn seal_with(&self, key: &SealKey) -> Sealed {
        let (bytes, room) = self.write();
        let mut file = Cursor::new(bytes);
        let digest = apply(&mut file, &room, key).unwrap();
        Sealed { bytes: file.into_inner(), room, digest }
    }
}

/// A sealed file in memory.
#[derive(Clone)]
pub struct Sealed {
    pub bytes: Vec<u8>,
    pub room: SealRoom,
    pub digest: [u8; 32],
}

impl Sealed {
    /// Replaces text in the file with text of the same length.
    pub fn overwrite(&mut self, old: &str, new: &str) {
        assert_eq!(old.len(), new.len(), "offsets must stay");
        let at = find(&self.bytes, old.as_bytes()).unwrap_or_else(|| panic!("no {old:?}"));
        self.bytes[at..at + new.len()].copy_from_slice(new.as_bytes());
    }

    /// Puts another byte range into its reserved room.
    pub fn set_byte_range(&mut self, range: [u64; 4]) {
        let text = SealRoom { byte_range: range, ..self.room }.byte_range_text();
        let at = self.room.byte_range_at as usize;
        self.bytes[at..at + text.len()].copy_from_slice(&text);
    }
}

pub fn find(bytes: &[u8], text: &[u8]) -> Option<usize> {
    bytes.windows(text.len()).position(|window| window == text)
}

pub fn judge(bytes: &[u8]) -> Verdict {
    let verdict = verify(&mut Cursor::new(bytes)).expect("memory can always be read");
    let is_sealed = verdict.outcome == Outcome::AsSealed;
    assert_eq!(is_sealed, verdict.reasons.is_empty(), "a refusal needs a reason: {verdict:?}");
    verdict
}

/// Makes sure that a file is refused, for this reason among others.
#[track_caller]
pub fn assert_refused(bytes: &[u8], reason: Reason, what: &str) {
    let verdict = judge(bytes);
    assert_eq!(verdict.outcome, Outcome::NotAsSealed, "{what}");
    assert!(verdict.reasons.contains(&reason), "{what}: {:?} lacks {reason:?}", verdict.reasons);
}
