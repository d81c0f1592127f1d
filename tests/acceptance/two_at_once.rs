//! The same case in two processes.

use std::io::{BufRead as _, BufReader, Read as _};

use lisuan_tests::cli::{Desk, GOOD, UNREADABLE, number_of, text_of};

use crate::photos::{add_args, many_large};

#[test]
fn the_second_process_reads_and_is_refused_to_write() {
    let desk = Desk::new();
    desk.json(GOOD, &["new", "c.lisuan"]);
    let photos = many_large(&desk, 16);
    let args = add_args("c.lisuan", &photos);
    let mut first = desk.start(&args.iter().map(String::as_str).collect::<Vec<&str>>());
    let mut progress = BufReader::new(first.stderr.take().unwrap());
    let mut line = String::new();
    progress.read_line(&mut line).unwrap();
    assert!(line.starts_with("{\"progress\""), "the first photo is in: {line}");
    // The rest of its lines must be read, or it would wait for a reader.
    let drain = std::thread::spawn(move || progress.read_to_string(&mut String::new()).map(drop));

    let error = desk.json(UNREADABLE, &["note", "add", "c.lisuan", "second"]);
    assert_eq!(text_of(&error, "/error/code"), Some("read-only"), "{error}");
    // Whole while another writes.
    desk.whole("c.lisuan");
    assert!(first.try_wait().unwrap().is_none(), "the first was still writing meanwhile");

    let mut out = String::new();
    first.stdout.take().unwrap().read_to_string(&mut out).unwrap();
    assert!(first.wait().unwrap().success(), "the first is not disturbed: {out}");
    drain.join().unwrap().unwrap();
    let checked = desk.whole("c.lisuan");
    assert_eq!(number_of(&checked, "/originals"), 16, "every photo is in");
    desk.json(GOOD, &["note", "add", "c.lisuan", "third"]);
}
