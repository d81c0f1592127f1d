//! Manipulated files, one for each way that is published: each is refused.
//!
//! Classes after Mladenov et al., "1 Trillion Dollar Refund" (universal forgery, incremental saving,
//! wrapping), Mainka et al., "Shadow Attacks" (hide, replace, hide and replace) and Rohlmann et al.,
//! "Breaking the Specification" (evil annotation, sneaky signature). The files are our own.

use crate::draft::{Draft, Sealed, find, judge, key};
use crate::tools::is_there;

const EVIL: &str = "<< /Length 30 >>\nstream\nBT /F1 24 Tf (9,999.00) Tj ET \nendstream";

fn sealed() -> Sealed {
    Draft::new().seal()
}

/// Overwrites text with text of the same length, filled with blanks.
fn swapped(old: &str, new: &str) -> Vec<u8> {
    let mut sealed = sealed();
    sealed.overwrite(old, &format!("{new:<width$}", width = old.len()));
    sealed.bytes
}

/// Appends objects as a later revision; `table` and `trailer` say whether it has these.
fn appended(mut file: Vec<u8>, objects: &[(u32, &str)], table: bool, trailer: bool) -> Vec<u8> {
    let previous = find(&file, b"\nxref\n").unwrap() + 1;
    let mut entries = String::new();
    for (number, object) in objects {
        entries.push_str(&format!("{number} 1\n{:010} 00000 n \n", file.len()));
        file.extend(format!("{number} 0 obj\n{object}\nendobj\n").bytes());
    }
    let at = file.len();
    if table {
        file.extend(format!("xref\n{entries}").bytes());
    }
    if trailer {
        file.extend(
            format!(
                "trailer\n<< /Size 12 /Root 1 0 R /Prev {previous} >>\nstartxref\n{at}\n%%EOF\n"
            )
            .bytes(),
        );
    }
    file
}

/// Changes the byte range and puts bytes between the room and what is signed after it.
fn wrapped(inserted: &[u8]) -> Vec<u8> {
    let sealed = sealed();
    let room_end = (sealed.room.contents_at + sealed.room.contents_len) as usize;
    let [_, before, after, rest] = sealed.room.byte_range;
    let mut moved = sealed.clone();
    moved.set_byte_range([0, before, after + inserted.len() as u64, rest]);
    moved.bytes.splice(room_end..room_end, inserted.iter().copied());
    moved.bytes
}

fn with_object(number: u32, old: &str, new: &str) -> Vec<u8> {
    Draft::new().replace(number, old, new).seal().bytes
}

/// A file that lies ready to show something else after a change that many viewers allow.
fn hidden(object: &str) -> Vec<u8> {
    Draft::new().add(object).seal().bytes
}

fn universal_forgery() -> Vec<(&'static str, Vec<u8>)> {
    let room = |new: &str| {
        let mut sealed = sealed();
        let at = sealed.room.contents_at as usize;
        sealed.bytes[at..at + sealed.room.contents_len as usize].fill(b' ');
        sealed.bytes[at..at + new.len()].copy_from_slice(new.as_bytes());
        sealed.bytes
    };
    vec![
        ("forgery: contents are null", room("null")),
        ("forgery: contents are empty", room("<>")),
        ("forgery: contents are zero", room("<00>")),
        ("forgery: no contents", swapped("/Contents <308", "/Xontents <308")),
        ("forgery: no byte range", swapped("/ByteRange [0 ", "/XyteRange [0 ")),
        ("forgery: byte range is null", swapped("/ByteRange [0 8", "/ByteRange null")),
        ("forgery: negative byte range", swapped("/ByteRange [0 ", "/ByteRange [-1")),
    ]
}

fn incremental_saving() -> Vec<(&'static str, Vec<u8>)> {
    let base = || sealed().bytes;
    let copied = {
        let file = base();
        let from = find(&file, b"\n7 0 obj\n").unwrap() + 9;
        let to = from + find(&file[from..], b"\nendobj").unwrap();
        let seal = String::from_utf8(file[from..to].to_vec()).unwrap();
        appended(file, &[(4, EVIL), (7, &seal)], true, true)
    };
    vec![
        ("saving: whole later revision", appended(base(), &[(4, EVIL)], true, true)),
        ("saving: body without table", appended(base(), &[(4, EVIL)], false, true)),
        ("saving: body alone", appended(base(), &[(4, EVIL)], false, false)),
        ("saving: table without trailer", appended(base(), &[(4, EVIL)], true, false)),
        ("saving: the seal's dictionary again", copied),
        ("saving: nothing but a trailer", appended(base(), &[], false, true)),
    ]
}

fn wrapping() -> Vec<(&'static str, Vec<u8>)> {
    let evil = format!("\n4 0 obj\n{EVIL}\nendobj\n");
    vec![
        ("wrapping: blanks", wrapped(&[b' '; 200])),
        ("wrapping: an object", wrapped(evil.as_bytes())),
        ("wrapping: inside a string", wrapped(format!(" /Pad ({evil}) ").as_bytes())),
        ("wrapping: a comment", wrapped(b"\n% 4 0 obj << >> endobj\n")),
    ]
}

fn shadows() -> Vec<(&'static str, Vec<u8>)> {
    let twice = {
        let mut draft = Draft::new();
        draft.before.push((5, format!("4 0 obj\n{EVIL}\nendobj\n").into_bytes()));
        draft.seal().bytes
    };
    let cut_out = appended(
        Draft::new().seal().bytes,
        &[(3, "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 841] >>")],
        true,
        true,
    );
    vec![
        ("hide: content under a picture, which a change takes away", cut_out),
        ("hide: a page that nothing shows", hidden("<< /Type /Page /Parent 2 0 R >>")),
        (
            "hide: a layer",
            with_object(1, "/SigFlags 3", "/SigFlags 3 >> /OCProperties << /OCGs [] /D << >>"),
        ),
        (
            "replace: a text field whose look is made anew",
            with_object(1, "/Fields [6 0 R]", "/Fields [6 0 R 11 0 R]"),
        ),
        (
            "replace: appearances by the viewer",
            with_object(1, "/SigFlags 3", "/SigFlags 3 /NeedAppearances true"),
        ),
        ("replace: a font that is not the embedded one", hidden("<< /Type /Font /F (evil) >>")),
        ("hide and replace: two objects of one number", twice),
        (
            "hide and replace: a second page tree",
            hidden("<< /Type /Pages /Kids [3 0 R] /Count 1 >>"),
        ),
        (
            "hide and replace: a second catalog",
            hidden("<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [6 0 R] >> >>"),
        ),
        ("outside content: a stream in a file", with_object(4, "/Length", "/F (x) /Length")),
        ("outside content: a script", with_object(1, "/SigFlags 3", "/SigFlags 3 /XFA (x)")),
    ]
}

fn certified() -> Vec<(&'static str, Vec<u8>)> {
    let note = "<< /Type /Annot /Subtype /FreeText /Rect [70 700 300 750] /Contents (9,999.00) \
                /DA (/F1 24 Tf) >>";
    let page = "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595.28 841.89] /Contents 4 0 R \
                /Resources << /Font << /F1 5 0 R >> >> /Annots [6 0 R 11 0 R] >>";
    let loose = |p: &str| Draft::new().replace(7, "/P 1", p).seal().bytes;
    let seal = "<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached /ByteRange \
                [0 1 2 3] /Contents <00> >>";
    let field = "<< /Type /Annot /Subtype /Widget /FT /Sig /T (second) /V 12 0 R /Rect [70 700 300 \
                 750] /P 3 0 R >>";
    vec![
        ("evil annotation", appended(sealed().bytes, &[(3, page), (11, note)], true, true)),
        (
            "evil annotation where the seal allows notes",
            appended(loose("/P 3"), &[(3, page), (11, note)], true, true),
        ),
        ("certified for filling in forms", loose("/P 2")),
        ("certified for notes", loose("/P 3")),
        ("not certified", with_object(1, "/Perms << /DocMDP 7 0 R >> ", "")),
        (
            "sneaky signature",
            appended(sealed().bytes, &[(3, page), (11, field), (12, seal)], true, true),
        ),
        ("second signer of the same revision", {
            let draft = Draft::new().replace(1, "/Fields [6 0 R]", "/Fields [6 0 R 11 0 R]");
            draft.add(field).add(seal).seal().bytes
        }),
        ("two bodies, one seal", {
            let other = Draft::new().seal_with(&key(8)).bytes;
            [sealed().bytes, other].concat()
        }),
    ]
}

fn collection() -> Vec<(&'static str, Vec<u8>)> {
    [universal_forgery(), incremental_saving(), wrapping(), shadows(), certified()].concat()
}

#[test]
fn every_published_way_to_manipulate_is_refused() {
    let files = collection();
    assert!(files.len() >= 35, "the collection shrank to {}", files.len());
    for (name, bytes) in &files {
        let verdict = judge(bytes);
        assert!(!verdict.reasons.is_empty(), "{name} is taken for a sealed file");
    }
}

/// The collection is no straw man: where only the cryptography is looked at, a good part passes.
#[test]
fn some_of_them_pass_where_only_the_cryptography_is_looked_at() {
    if !is_there("pdfsig", "-v") {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let mut passed = Vec::new();
    for (name, bytes) in collection() {
        std::fs::write(folder.path().join("file.pdf"), bytes).unwrap();
        let (_, said) = crate::tools::run(folder.path(), "pdfsig", "-nocert file.pdf");
        if said.contains("Signature is Valid.") {
            passed.push(name);
        }
    }
    assert!(passed.len() >= 10, "only these pass pdfsig: {passed:?}");
}
