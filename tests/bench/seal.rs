//! Sealing and verifying a large file, beside what only hashing it costs OpenSSL.

use std::fs::{File, OpenOptions};
use std::io::{BufWriter, Write as _};
use std::path::Path;
use std::time::SystemTime;

use lisuan_seal::{Outcome, SealKey, SealRoom, apply, verify};
use serde_json::Value;

use crate::job::Job;
use crate::meter::{Meter, Usage, own_peak_mb};
use crate::options::Options;
use crate::report::{Row, Section, Target};
use crate::section::repeat;
use crate::{Place, Result, peer, remove};

/// What a dossier with a thousand originals of 12 megapixels has.
const BYTES: u64 = 2_500_000_000;
const BYTES_QUICK: u64 = 250_000_000;
/// 0.8 of the other's throughput.
const TIME_SHARE_MAX: f64 = 1.25;

/// Measures both beside the peer.
pub fn measure(options: &Options, place: &Place) -> Result<Section> {
    let file = place.scratch.join("large.pdf");
    let bytes = if options.quick { BYTES_QUICK } else { BYTES };
    eprintln!("writing a file of {} MB", bytes / 1_000_000);
    let (byte_range_at, contents_at) = write(&file, bytes)?;
    let (range, contents) = (byte_range_at.to_string(), contents_at.to_string());
    let (sealing, _) = repeat("sealing", options.runs, || {
        // A sealed file is never sealed again, so its rooms are emptied first.
        empty(&file, byte_range_at, contents_at)?;
        Job::new("seal", &[file.as_path(), range.as_ref(), contents.as_ref()])?.run()
    })?;
    let (verifying, _) = repeat("verifying", options.runs, || Job::new("verify", &[&file])?.run())?;
    let openssl = peer::find("openssl");
    let hashing = openssl.map(|program| {
        repeat("openssl dgst", options.runs, || {
            let words = [Path::new("dgst"), Path::new("-sha256"), &file];
            peer::measure(peer::LIMIT, &program, words)
        })
    });
    let hashing = hashing.transpose()?.map(|(usage, _)| usage);
    remove(&file)?;
    let row = |who: &str, usage: Usage| {
        let cpu = usage.cpu_ms.zip(hashing.and_then(|peer| peer.cpu_ms));
        let target = Target {
            name: "CPU ÷ openssl",
            value: cpu.map(|(ours, theirs)| ours / theirs),
            max: TIME_SHARE_MAX,
        };
        let rate = vec![("MB/s".to_owned(), bytes as f64 / 1e3 / usage.wall_ms)];
        Row { target: Some(target), each: rate, ..Row::ours(who, usage) }
    };
    Ok(Section {
        title: format!("a file of {} MB sealed and verified", bytes / 1_000_000),
        rows: vec![
            row("Lisuan, verifying", verifying),
            row("Lisuan, sealing", sealing),
            match hashing {
                Some(usage) => Row::peer("openssl dgst -sha256", usage),
                None => Row::without("openssl dgst -sha256", "not installed"),
            },
        ],
        notes: vec![
            "the peer only hashes the file; the first row is compared with it, the second by its \
             target"
                .to_owned(),
        ],
    })
}

/// The job of sealing.
pub fn seal(file: &Path, byte_range_at: &Path, contents_at: &Path) -> Result<Value> {
    let number = |path: &Path| path.to_string_lossy().parse::<u64>();
    let key = SealKey::from_random("Bench", SystemTime::now(), 1, &[7; 32], [7; 16])?;
    let mut file = OpenOptions::new().read(true).write(true).open(file)?;
    let len = file.metadata()?.len();
    let room = SealRoom::new(number(byte_range_at)?, number(contents_at)?, len)?;
    let meter = Meter::start();
    apply(&mut file, &room, &key)?;
    Ok(Usage { peak_mb: own_peak_mb(), ..meter.stop() }.json())
}

/// The job of verifying.
pub fn judge(file: &Path) -> Result<Value> {
    let mut file = File::open(file)?;
    let meter = Meter::start();
    let verdict = verify(&mut file)?;
    let usage = Usage { peak_mb: own_peak_mb(), ..meter.stop() };
    if verdict.outcome != Outcome::AsSealed {
        return Err(format!("not as sealed: {:?}", verdict.reasons).into());
    }
    Ok(usage.json())
}

fn empty(file: &Path, byte_range_at: u64, contents_at: u64) -> Result<()> {
    use std::io::{Seek as _, SeekFrom};
    let mut file = OpenOptions::new().write(true).open(file)?;
    file.seek(SeekFrom::Start(byte_range_at))?;
    file.write_all(&[b' '; 80])?;
    file.seek(SeekFrom::Start(contents_at + 1))?;
    Ok(file.write_all(&[b'0'; 32_768])?)
}

/// Writes a page with one large attachment and room for a seal; returns where the rooms are.
fn write(path: &Path, bytes: u64) -> Result<(u64, u64)> {
    let mut out = BufWriter::with_capacity(1 << 20, File::create(path)?);
    let seal = format!(
        "<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached /ByteRange {} \
         /Contents <{}> /M (D:20260228200000+08'00') /Reference [<< /Type /SigRef \
         /TransformMethod /DocMDP /TransformParams << /Type /TransformParams /P 1 /V /1.2 >> >>] \
         >>",
        " ".repeat(80),
        "0".repeat(32_768)
    );
    let objects = [
        "<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [4 0 R] /SigFlags 3 >> /Perms << \
         /DocMDP 5 0 R >> /Names << /EmbeddedFiles << /Names [(a) 6 0 R] >> >> >>"
            .to_owned(),
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>".to_owned(),
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Annots [4 0 R] >>".to_owned(),
        "<< /Type /Annot /Subtype /Widget /FT /Sig /T (seal) /V 5 0 R /Rect [0 0 0 0] /F 132 /P 3 \
         0 R >>"
            .to_owned(),
        seal,
        "<< /Type /Filespec /F (a.bin) /UF (a.bin) /EF << /F 7 0 R >> >>".to_owned(),
        format!("<< /Type /EmbeddedFile /Length {bytes} >>\nstream\n"),
    ];
    let mut at = 0;
    let mut put = |out: &mut BufWriter<File>, text: &[u8]| -> Result<u64> {
        out.write_all(text)?;
        at += text.len() as u64;
        Ok(at)
    };
    let mut end = put(&mut out, b"%PDF-1.7\n%\xE2\xE3\xCF\xD3\n")?;
    let (mut table, mut rooms) = (String::from("0000000000 65535 f \n"), (0, 0));
    for (number, object) in (1..).zip(&objects) {
        table.push_str(&format!("{end:010} 00000 n \n"));
        let start = put(&mut out, format!("{number} 0 obj\n").as_bytes())?;
        if let (Some(range), Some(contents)) = (object.find("/ByteRange "), object.find("<0000")) {
            rooms = (start + range as u64 + 11, start + contents as u64);
        }
        put(&mut out, object.as_bytes())?;
        if number == objects.len() {
            let (mut left, mut state) = (bytes, 1_u64);
            while left > 0 {
                let chunk: Vec<u8> = (0..(1 << 17))
                    .flat_map(|_| {
                        state ^= state << 13;
                        state ^= state >> 7;
                        state ^= state << 17;
                        state.to_le_bytes()
                    })
                    .take(usize::try_from(left).unwrap_or(usize::MAX))
                    .collect();
                left -= chunk.len() as u64;
                put(&mut out, &chunk)?;
            }
            put(&mut out, b"\nendstream")?;
        }
        end = put(&mut out, b"\nendobj\n")?;
    }
    let count = objects.len() + 1;
    put(
        &mut out,
        format!(
            "xref\n0 {count}\n{table}trailer\n<< /Size {count} /Root 1 0 R >>\nstartxref\n{end}\n\
             %%EOF\n"
        )
        .as_bytes(),
    )?;
    out.into_inner().map_err(std::io::IntoInnerError::into_error)?.sync_all()?;
    Ok(rooms)
}
