//! What the pool does when its processes hang, crash, lie or eat.

use std::path::PathBuf;
use std::thread;
use std::time::{Duration, Instant};

use lisuan_photos::{DecodeProblem, DecoderLimits, DecoderPool, PixelSize};

use crate::support::{patient, photo, pool};

/// A real photo that makes the decoder program of the tests fail in the named way.
fn rehearsal(how: &str) -> Vec<u8> {
    let mut bytes = photo("sanyo-s1-zero-date-building.jpg");
    bytes.extend(format!("REHEARSE {how}").bytes());
    bytes
}

/// Sees that a pool still does its work.
fn assert_works(pool: &DecoderPool, after: &str) {
    let result = pool.process(&photo("sanyo-s1-zero-date-building.jpg"), &[320]);
    assert_eq!(result.problem, None, "the photo after {after} is decoded");
    assert_eq!(result.previews[0].size, PixelSize::new(320, 240), "after {after}");
}

#[test]
fn a_crash_costs_one_photo_and_its_facts_are_kept() {
    let pool = pool(1, patient());
    for how in ["ABORT", "PANIC", "CHATTER"] {
        for round in ["in a new process", "in a used process"] {
            let result = pool.process(&rehearsal(how), &[320]);
            let crashed = matches!(result.problem, Some(DecodeProblem::Crashed { .. }));
            assert!(crashed, "{how} {round}: {:?}", result.problem);
            assert!(result.previews.is_empty(), "{how}: no pixels came");
            assert_eq!(result.facts.camera_model.as_deref(), Some("S1"), "{how}: facts are kept");
            assert_works(&pool, how);
        }
    }
}

#[test]
fn a_hang_ends_when_its_time_is_over() {
    let time_max = Duration::from_secs(2);
    let pool = pool(1, DecoderLimits { time_max, ..patient() });
    let started = Instant::now();
    let result = pool.process(&rehearsal("HANG"), &[320]);
    assert_eq!(result.problem, Some(DecodeProblem::TimedOut { time_max }));
    assert!(started.elapsed() >= time_max, "it had its time");
    assert!(started.elapsed() < Duration::from_secs(60), "and not much more");
    assert_eq!(result.facts.camera_model.as_deref(), Some("S1"), "facts are kept");
    assert_works(&pool, "a hang");
}

#[cfg(target_os = "linux")]
#[test]
fn a_process_that_eats_memory_is_stopped_by_the_system() {
    let pool = pool(1, patient());
    let result = pool.process(&rehearsal("GORGE"), &[320]);
    let crashed = matches!(result.problem, Some(DecodeProblem::Crashed { .. }));
    assert!(crashed, "sixteen gigabytes exceed the limit: {:?}", result.problem);
    assert_works(&pool, "a gorge");
}

#[test]
fn many_threads_share_few_processes() {
    let pool = pool(2, patient());
    let bytes = photo("sanyo-s1-zero-date-building.jpg");
    thread::scope(|scope| {
        for turn in 0..6 {
            let (pool, bytes) = (&pool, &bytes);
            scope.spawn(move || match turn % 3 {
                0 => {
                    let result = pool.process(&rehearsal("ABORT"), &[320]);
                    assert!(result.problem.is_some(), "a neighbour's success is not this one's");
                }
                _ => {
                    let result = pool.process(bytes, &[320, 640]);
                    assert_eq!(result.problem, None, "a neighbour's crash is not this one's");
                    assert_eq!(result.previews.len(), 2);
                }
            });
        }
    });
}

#[test]
fn a_missing_program_is_told_and_facts_are_kept() {
    let exe = PathBuf::from("no-such-decoder-program");
    let pool = DecoderPool::new(exe, 1, patient()).expect("nothing is started yet");
    for _ in 0..2 {
        let result = pool.process(&photo("sanyo-s1-zero-date-building.jpg"), &[320]);
        let told = matches!(result.problem, Some(DecodeProblem::NotStarted { .. }));
        assert!(told, "{:?}", result.problem);
        assert_eq!(result.facts.camera_model.as_deref(), Some("S1"));
    }
}

#[test]
fn files_beyond_the_limit_are_not_sent() {
    let pool = pool(1, DecoderLimits { file_bytes_max: 1_000, ..patient() });
    let bytes = photo("sanyo-s1-zero-date-building.jpg");
    let result = pool.process(&bytes, &[320]);
    let byte_len = bytes.len() as u64;
    assert_eq!(result.problem, Some(DecodeProblem::FileTooLong { byte_len }));
}

/// Children of this process that run the decoder program, with their state letter (proc(5)).
#[cfg(target_os = "linux")]
fn decoders_of(parent: u32) -> Vec<(u32, char)> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir("/proc").expect("the process table can be listed").flatten() {
        let Some(pid) = entry.file_name().to_str().and_then(|name| name.parse().ok()) else {
            continue;
        };
        let Ok(stat) = std::fs::read_to_string(entry.path().join("stat")) else { continue };
        let Some((_, fields)) = stat.rsplit_once(')') else { continue };
        let mut fields = fields.split_whitespace();
        let state = fields.next().and_then(|state| state.chars().next()).unwrap_or('?');
        if fields.next() == Some(&parent.to_string()) {
            found.push((pid, state));
        }
    }
    found
}

#[cfg(target_os = "linux")]
#[test]
fn a_decoder_ends_with_its_input_even_while_it_hangs() {
    use std::io::Write;
    use std::process::{Command, Stdio};

    let mut child = Command::new(env!("CARGO_BIN_EXE_lisuan-photos-decoder"))
        .arg("--lisuan-decoder")
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .spawn()
        .expect("the decoder program starts");
    let mut stdin = child.stdin.take().expect("its input is a pipe");
    let bytes = rehearsal("HANG");
    // Version 2, quality 80, one side of 320, then the length, then no covers.
    let length = (bytes.len() as u64).to_le_bytes();
    let header = [&[2, 80, 1, 64, 1, 0, 0][..], &length, &[0, 0]].concat();
    stdin.write_all(&header).expect("it listens");
    stdin.write_all(&bytes).expect("it listens");
    thread::sleep(Duration::from_millis(300));
    assert!(child.try_wait().expect("it can be asked").is_none(), "it hangs on the photo");
    drop(stdin);
    let started = Instant::now();
    while child.try_wait().expect("it can be asked").is_none() {
        assert!(started.elapsed() < Duration::from_secs(30), "it must end when its input does");
        thread::sleep(Duration::from_millis(10));
    }
}

#[cfg(target_os = "linux")]
#[test]
fn dropping_a_pool_leaves_no_process_behind() {
    // Other tests run decoders at the same time, so this looks at the ones it can tell are its own:
    // a pool of three that works, and the process table before and after.
    let pool = pool(3, patient());
    let mine: Vec<u32> = {
        let before: Vec<u32> =
            decoders_of(std::process::id()).iter().map(|&(pid, _)| pid).collect();
        assert_works(&pool, "the start");
        let after = decoders_of(std::process::id());
        after.iter().map(|&(pid, _)| pid).filter(|pid| !before.contains(pid)).collect()
    };
    assert!(!mine.is_empty(), "a decoder was started");
    drop(pool);
    let ours = std::process::id();
    let started = Instant::now();
    // Those of other tests end with their tests; a zombie of this pool would stay for good.
    while decoders_of(ours).iter().any(|(pid, _)| mine.contains(pid)) {
        assert!(started.elapsed() < Duration::from_secs(120), "no process may outlive its pool");
        thread::sleep(Duration::from_millis(50));
    }
}
