//! What is asked for on the command line.

/// How the program is used.
pub const USAGE: &str = "usage: cargo xtask bench [PART…] [OPTIONS]

  PART           photos, store, dossier, case, large, adjust, boq, merge, handover, seal,
                 stats, start; all of them when none is named

  --runs N       each figure is the median of so many runs (3)
  --photos N     photos that are taken in and exported (200; the target is stated for 1000)
  --megabytes N  size of the package that is received (500; the target is stated for 2500)
  --lines N      loss lines of the case that is opened (2000)
  --quick        one run, 20 photos, no peer that takes minutes
  --json         the figures as JSON instead of a table";

/// The parts there are.
const PARTS: [&str; 12] = [
    "photos", "store", "dossier", "case", "large", "adjust", "boq", "merge", "handover", "seal",
    "stats", "start",
];

/// More photos than any machine here has room for, and no fewer than one.
const PHOTOS_MAX: usize = 5_000;

/// What to measure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Options {
    /// Runs of each measurement.
    pub runs: usize,
    /// Photos in the case.
    pub photos: usize,
    /// Loss lines in the case, with as many measurements and prices.
    pub lines: usize,
    /// Megabytes of the package that is received.
    pub megabytes: usize,
    /// Leaves out what takes minutes.
    pub quick: bool,
    /// JSON instead of a table.
    pub json: bool,
    parts: Vec<String>,
}

impl Options {
    /// Reads the words after the program's name; nothing when help was asked for.
    pub fn read(words: &[String]) -> Result<Option<Self>, String> {
        let mut options = Self {
            runs: 3,
            photos: 200,
            lines: 2000,
            megabytes: 500,
            quick: false,
            json: false,
            parts: Vec::new(),
        };
        if words.iter().any(|word| word == "--quick") {
            (options.runs, options.photos, options.quick) = (1, 20, true);
        }
        let mut words = words.iter();
        while let Some(word) = words.next() {
            match word.as_str() {
                "--help" | "-h" => return Ok(None),
                "--quick" => {}
                "--json" => options.json = true,
                "--runs" => options.runs = number(word, words.next(), 99)?,
                "--photos" => options.photos = number(word, words.next(), PHOTOS_MAX)?,
                "--megabytes" => options.megabytes = number(word, words.next(), 20_000)?,
                "--lines" => options.lines = number(word, words.next(), 20_000)?,
                part if PARTS.contains(&part) => options.parts.push(part.to_owned()),
                other => return Err(format!("unknown: {other}")),
            }
        }
        Ok(Some(options))
    }

    /// Whether a part is to be measured.
    pub fn wants(&self, part: &str) -> bool {
        self.parts.is_empty() || self.parts.iter().any(|wanted| wanted == part)
    }
}

fn number(name: &str, value: Option<&String>, max: usize) -> Result<usize, String> {
    let number = value.and_then(|value| value.parse().ok());
    number
        .filter(|number| (1..=max).contains(number))
        .ok_or_else(|| format!("{name} takes a number from 1 to {max}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(line: &str) -> Result<Option<Options>, String> {
        Options::read(&line.split_whitespace().map(str::to_owned).collect::<Vec<_>>())
    }

    #[test]
    fn all_parts_are_measured_unless_some_are_named() {
        let all = read("").expect("nothing is fine").expect("and no call for help");
        assert!(PARTS.iter().all(|part| all.wants(part)));
        assert_eq!((all.runs, all.photos, all.lines), (3, 200, 2000));
        let some = read("dossier --photos 1000").expect("a part").expect("and no call for help");
        assert!(some.wants("dossier") && !some.wants("photos"), "only what was named");
        assert_eq!(some.photos, 1000);
    }

    #[test]
    fn a_number_given_wins_over_quick_wherever_it_stands() {
        let options = read("--photos 50 --quick").expect("fine").expect("and no call for help");
        assert_eq!((options.runs, options.photos), (1, 50));
    }

    #[test]
    fn what_makes_no_sense_is_refused() {
        for line in ["--runs", "--runs 0", "--photos x", "--photos 5001", "everything"] {
            assert!(read(line).is_err(), "{line}");
        }
        assert_eq!(read("--runs 2 --help"), Ok(None));
    }
}
