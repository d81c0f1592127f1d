//! Killed or stopped while photos go in.
#![cfg(unix)]

use std::hash::{BuildHasher as _, RandomState};
use std::io::{BufRead as _, BufReader, Read as _};
use std::os::unix::process::CommandExt as _;
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use lisuan_tests::cli::{Desk, GOOD, NO, number_of};
use serde_json::Value;

use crate::photos::{add_args, many, many_large};

/// `photo add` under way, with a thread that notes how many it reports as done.
struct Adding {
    child: Child,
    reported: Arc<AtomicU64>,
    listener: JoinHandle<()>,
}

impl Adding {
    /// How many were reported until it ended.
    fn reported(self) -> u64 {
        self.listener.join().unwrap();
        self.reported.load(Ordering::SeqCst)
    }
}

fn start(desk: &Desk, args: &[String]) -> Adding {
    let mut child = desk
        .command()
        .args(args)
        .arg("--json")
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        // Its own group, as a terminal gives a program: a key press goes to all of it.
        .process_group(0)
        .spawn()
        .unwrap();
    let lines = BufReader::new(child.stderr.take().unwrap()).lines();
    let reported = Arc::new(AtomicU64::new(0));
    let counter = Arc::clone(&reported);
    let listener = std::thread::spawn(move || {
        for line in lines.map_while(Result::ok) {
            // The last line of a killed process may be cut off.
            let value: Value = serde_json::from_str(&line).unwrap_or_default();
            if let Some(done) = value["progress"]["done"].as_u64() {
                counter.store(done, Ordering::SeqCst);
            }
        }
    });
    Adding { child, reported, listener }
}

/// A part of the whole between 0 and 1000.
fn chance() -> u32 {
    (RandomState::new().hash_one(Instant::now()) % 1000) as u32
}

#[test]
fn killed_at_any_moment_everything_reported_is_there() {
    const PHOTOS: usize = 10;
    let desk = Desk::new();
    let photos = many(&desk, PHOTOS);
    desk.json(GOOD, &["new", "whole.lisuan"]);
    let began = Instant::now();
    let mut whole = start(&desk, &add_args("whole.lisuan", &photos));
    assert!(whole.child.wait().unwrap().success(), "without a kill all of them come in");
    let takes = began.elapsed();
    assert_eq!(whole.reported(), PHOTOS as u64, "each is reported");

    for round in 0..10u32 {
        let case = format!("killed-{round}.lisuan");
        desk.json(GOOD, &["new", &case]);
        let args = add_args(&case, &photos);
        let mut adding = start(&desk, &args);
        // One kill in each tenth of the time it takes, so that all stages are met.
        std::thread::sleep(takes * (round * 1000 + chance()) / 10_000);
        adding.child.kill().unwrap();
        adding.child.wait().unwrap();
        let reported = adding.reported();

        let checked = desk.whole(&case);
        assert_eq!(checked["whole"], true, "round {round}: {checked}");
        let there = number_of(&checked, "/originals");
        assert!(there >= reported, "round {round}: {reported} reported, {there} there");
        let args: Vec<&str> = args.iter().map(String::as_str).collect();
        let again = desk.run(&[&args[..], &["--json"]].concat()).value();
        let twice = again["duplicates"].as_array().unwrap().len() as u64;
        assert_eq!(twice, there, "round {round}: what was in is known again");
        assert_eq!(number_of(&again, "/added"), PHOTOS as u64 - there, "round {round}: the rest");
    }
}

#[test]
fn a_key_press_stops_between_two_photos() {
    let desk = Desk::new();
    desk.json(GOOD, &["new", "c.lisuan"]);
    let photos = many_large(&desk, 60);
    let mut adding = start(&desk, &add_args("c.lisuan", &photos));
    while adding.reported.load(Ordering::SeqCst) < 2 {
        assert!(adding.child.try_wait().unwrap().is_none(), "it ended before it was stopped");
        std::thread::sleep(Duration::from_millis(5));
    }
    let group = format!("-{}", adding.child.id());
    assert!(Command::new("kill").args(["-INT", "--", &group]).status().unwrap().success());
    let mut out = String::new();
    adding.child.stdout.take().unwrap().read_to_string(&mut out).unwrap();
    assert_eq!(adding.child.wait().unwrap().code(), Some(NO), "stopped is not done: {out}");
    let reported = adding.reported();
    let added: Value = serde_json::from_str(&out).unwrap();
    assert_eq!(added["cancelled"], true, "{added}");
    assert_eq!(number_of(&added, "/added"), reported, "what is counted is what was reported");
    assert!(reported < 60, "it stopped before the end");
    let crashed = added["flagged"]
        .as_array()
        .unwrap()
        .iter()
        .any(|photo| photo["codes"].as_array().unwrap().iter().any(|code| code == "crashed"));
    assert!(!crashed, "the key press must not make a photo look damaged: {added}");
    let checked = desk.whole("c.lisuan");
    assert_eq!(number_of(&checked, "/originals"), reported, "what was counted is in");
    let left = desk.names().into_iter().filter(|name| name.starts_with("c.lisuan")).count();
    assert_eq!(left, 1, "stopped cleanly, the case is one file");
}
