//! Counting: what cargo's and Vitest's output says passed, failed and was skipped.

use std::fmt;
use std::ops::AddAssign;

/// Numbers of tests.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Tally {
    /// Ran and held.
    pub passed: u64,
    /// Ran and did not hold, or should have run and did not.
    pub failed: u64,
    /// Not run, with a reason.
    pub skipped: u64,
}

impl Tally {
    /// One check that held or did not.
    pub fn one(passed: bool) -> Self {
        Self { passed: u64::from(passed), failed: u64::from(!passed), skipped: 0 }
    }
}

impl AddAssign for Tally {
    fn add_assign(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
        self.skipped += other.skipped;
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} passed, {} failed", self.passed, self.failed)?;
        if self.skipped > 0 { write!(f, ", {} skipped", self.skipped) } else { Ok(()) }
    }
}

/// One test program of `cargo test`, or the examples in one crate's documentation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Target {
    /// The name of the program without its hash, or `doc CRATE`.
    pub name: String,
    /// What its summary lines say.
    pub tally: Tally,
    /// Whether it came as far as a summary line; one that crashed did not.
    pub ended: bool,
}

/// Reads the output of `cargo test`, line by line.
#[derive(Debug, Default)]
pub struct CargoOutput {
    targets: Vec<Target>,
}

impl CargoOutput {
    /// Reads one line; true when a new target begins with it.
    pub fn see(&mut self, line: &str) -> bool {
        let line = plain(line);
        if let Some(name) = target_begun(&line) {
            self.targets.push(Target { name, tally: Tally::default(), ended: false });
            return true;
        }
        if let (Some(tally), Some(target)) = (cargo_summary(&line), self.targets.last_mut()) {
            target.tally += tally;
            target.ended = true;
        }
        false
    }

    /// The targets so far.
    pub fn targets(&self) -> &[Target] {
        &self.targets
    }

    /// The sum. A target without a summary crashed and counts as one failure; when the command
    /// failed and no target says why (a build that broke, say), that is one failure too.
    pub fn sum(&self, command_succeeded: bool) -> Tally {
        let mut sum = Tally::default();
        for target in &self.targets {
            sum += target.tally;
            if !target.ended {
                sum.failed += 1;
            }
        }
        if sum.failed == 0 && (!command_succeeded || sum.passed == 0) {
            sum.failed = 1;
        }
        sum
    }
}

/// The name in `Running unittests src/lib.rs (target/debug/deps/lisuan_core-0123)` or
/// `Doc-tests lisuan_core`.
fn target_begun(line: &str) -> Option<String> {
    let line = line.trim();
    if let Some(name) = line.strip_prefix("Doc-tests ") {
        return Some(format!("doc {}", name.trim()));
    }
    let (_, program) = line.strip_prefix("Running ")?.strip_suffix(')')?.rsplit_once(" (")?;
    let file = program.rsplit(['/', '\\']).next()?;
    Some(file.rsplit_once('-').map_or(file, |(name, _)| name).to_owned())
}

/// Reads `test result: ok. 12 passed; 0 failed; 1 ignored; 0 measured; 2 filtered out; …`.
/// Filtered tests were not asked for and are left out.
fn cargo_summary(line: &str) -> Option<Tally> {
    let (_, numbers) = line.trim().strip_prefix("test result: ")?.split_once(". ")?;
    let count = |word: &str| {
        numbers.split(';').find_map(|part| {
            let (number, what) = part.trim().split_once(' ')?;
            (what == word).then(|| number.parse::<u64>().ok())?
        })
    };
    Some(Tally { passed: count("passed")?, failed: count("failed")?, skipped: count("ignored")? })
}

/// Reads Vitest's `Tests  1 failed | 11 passed | 2 skipped (14)`.
pub fn vitest_summary(line: &str) -> Option<Tally> {
    let line = plain(line);
    let numbers = line.trim().strip_prefix("Tests ")?.trim();
    let mut tally = Tally::default();
    let numbers = numbers.rsplit_once('(').map_or(numbers, |(numbers, _)| numbers);
    for part in numbers.split('|') {
        let (number, what) = part.trim().split_once(' ')?;
        let number: u64 = number.parse().ok()?;
        match what {
            "passed" => tally.passed += number,
            "failed" => tally.failed += number,
            "skipped" | "todo" => tally.skipped += number,
            _ => return None,
        }
    }
    Some(tally)
}

/// The line without colours and other terminal sequences (`ESC [ … letter`).
fn plain(line: &str) -> String {
    let mut text = String::with_capacity(line.len());
    let mut chars = line.chars();
    while let Some(c) = chars.next() {
        if c != '\u{1b}' {
            text.push(c);
        } else if chars.next() == Some('[') {
            chars.by_ref().find(|c| ('@'..='~').contains(c));
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(output: &str) -> CargoOutput {
        let mut read = CargoOutput::default();
        for line in output.lines() {
            read.see(line);
        }
        read
    }

    const TWO: &str = "\
   Compiling lisuan-core v0.1.0
\u{1b}[1m\u{1b}[92m     Running\u{1b}[0m unittests src/lib.rs (target/debug/deps/lisuan_core-59a0f)
running 3 tests
test money::tests::adds ... ok
test result: ok. 2 passed; 0 failed; 1 ignored; 0 measured; 4 filtered out; finished in 0.01s

     Running tidy/main.rs (target\\debug\\deps\\tidy-77.exe)
test result: FAILED. 5 passed; 2 failed; 0 ignored; 0 measured; 0 filtered out; finished in 1s
   Doc-tests lisuan_core
test result: ok. 1 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.00s
test result: ok. 1 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.00s
";

    #[test]
    fn cargo_output_is_counted_by_target() {
        let read = read(TWO);
        let names: Vec<_> = read.targets().iter().map(|target| target.name.as_str()).collect();
        assert_eq!(names, ["lisuan_core", "tidy", "doc lisuan_core"]);
        assert_eq!(read.targets()[2].tally.passed, 2, "both groups of examples count");
        assert_eq!(read.sum(false), Tally { passed: 9, failed: 2, skipped: 1 });
    }

    #[test]
    fn a_crash_and_a_broken_build_are_failures() {
        let crashed =
            "     Running unittests src/lib.rs (target/debug/deps/a-1)\nrunning 3 tests\n";
        assert_eq!(read(crashed).sum(false), Tally { passed: 0, failed: 1, skipped: 0 });
        let broken = "error[E0425]: cannot find value\n";
        assert_eq!(read(broken).sum(false), Tally { passed: 0, failed: 1, skipped: 0 });
        assert_eq!(read("").sum(true).failed, 1, "no test at all is not a success");
        let passed = "     Running a.rs (target/debug/deps/a-1)\ntest result: ok. 1 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out";
        assert_eq!(read(passed).sum(false).failed, 1, "the command failed after its tests passed");
        assert_eq!(read(passed).sum(true), Tally { passed: 1, failed: 0, skipped: 0 });
    }

    #[test]
    fn lines_that_only_look_alike_are_not_counted() {
        assert_eq!(cargo_summary("the test result: ok. 1 passed; 0 failed; 0 ignored"), None);
        assert_eq!(cargo_summary("test result: ok. many passed; 0 failed; 0 ignored"), None);
        assert_eq!(target_begun("Running the tests"), None);
    }

    #[test]
    fn vitest_output_is_read_in_all_its_shapes() {
        let tally = |passed, failed, skipped| Some(Tally { passed, failed, skipped });
        assert_eq!(vitest_summary("      Tests  12 passed (12)"), tally(12, 0, 0));
        assert_eq!(
            vitest_summary("      Tests  1 failed | 11 passed | 2 skipped | 1 todo (15)"),
            tally(11, 1, 3)
        );
        assert_eq!(
            vitest_summary(
                "\u{1b}[2m      Tests \u{1b}[22m \u{1b}[1m\u{1b}[32m3 passed\u{1b}[39m\u{1b}[22m\u{1b}[90m (3)\u{1b}[39m"
            ),
            tally(3, 0, 0),
            "colours are looked through"
        );
        assert_eq!(vitest_summary(" Test Files  2 passed (2)"), None, "files are not tests");
        assert_eq!(vitest_summary("      Tests  no tests"), None);
    }

    #[test]
    fn the_closing_line_names_skipped_tests_only_when_there_are_any() {
        let mut sum = Tally::one(true);
        sum += Tally::one(false);
        assert_eq!(sum.to_string(), "1 passed, 1 failed");
        sum.skipped = 2;
        assert_eq!(sum.to_string(), "1 passed, 1 failed, 2 skipped");
    }
}
