//! Processor time, time on the clock and memory of this process and of those it starts.

use std::time::{Duration, Instant};

use serde_json::{Value, json};

/// What one job took.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Usage {
    /// On the clock.
    pub wall_ms: f64,
    /// User and system time of the job's process and of all processes it started and waited for.
    pub cpu_ms: Option<f64>,
    /// Most memory that was resident at a time, in the job's own process or, for another tool, in
    /// the largest of its processes.
    pub peak_mb: Option<f64>,
    /// The same for the largest process the job started as its helper.
    pub helper_peak_mb: Option<f64>,
}

const NAMES: [&str; 4] = ["wall_ms", "cpu_ms", "peak_mb", "helper_peak_mb"];

impl Usage {
    fn values(&self) -> [Option<f64>; 4] {
        [Some(self.wall_ms), self.cpu_ms, self.peak_mb, self.helper_peak_mb]
    }

    fn from_values([wall, cpu, peak, helper]: [Option<f64>; 4]) -> Self {
        let wall_ms = wall.unwrap_or_default();
        Self { wall_ms, cpu_ms: cpu, peak_mb: peak, helper_peak_mb: helper }
    }

    /// As JSON, with null for what this system does not tell.
    pub fn json(&self) -> Value {
        NAMES.iter().zip(self.values()).map(|(name, value)| (*name, json!(value))).collect()
    }

    /// Reads what [`json`](Self::json) wrote; a missing figure counts as not told.
    pub fn from_json(value: &Value) -> Self {
        Self::from_values(NAMES.map(|name| value[name].as_f64()))
    }

    /// Each figure's median by itself.
    pub fn median(runs: &[Self]) -> Self {
        Self::from_values(std::array::from_fn(|n| {
            median(&runs.iter().filter_map(|run| run.values()[n]).collect::<Vec<_>>())
        }))
    }

    /// Memory of the largest process, be it a helper.
    pub fn largest_mb(&self) -> Option<f64> {
        larger(self.peak_mb, self.helper_peak_mb)
    }

    /// One after the other: times add up, memory is the larger one's.
    pub fn then(&self, next: &Self) -> Self {
        Self {
            wall_ms: self.wall_ms + next.wall_ms,
            cpu_ms: self.cpu_ms.zip(next.cpu_ms).map(|(a, b)| a + b),
            peak_mb: larger(self.peak_mb, next.peak_mb),
            helper_peak_mb: larger(self.helper_peak_mb, next.helper_peak_mb),
        }
    }
}

fn larger(a: Option<f64>, b: Option<f64>) -> Option<f64> {
    match (a, b) {
        (Some(a), Some(b)) => Some(a.max(b)),
        (a, b) => a.or(b),
    }
}

/// The middle value, or the mean of the two in the middle; nothing of nothing.
pub fn median(values: &[f64]) -> Option<f64> {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    let (low, high) =
        (sorted.get(sorted.len().saturating_sub(1) / 2)?, sorted.get(sorted.len() / 2)?);
    Some(f64::midpoint(*low, *high))
}

/// Measures from its start to its stop.
pub struct Meter {
    begun: Instant,
    cpu: Option<Duration>,
}

impl Meter {
    /// Begins.
    pub fn start() -> Self {
        Self { cpu: cpu(), begun: Instant::now() }
    }

    /// Ends, with no word on memory.
    pub fn stop(&self) -> Usage {
        let wall = self.begun.elapsed();
        let spent = cpu().zip(self.cpu).map(|(now, then)| now.saturating_sub(then));
        Usage { wall_ms: ms(wall), cpu_ms: spent.map(ms), ..Usage::default() }
    }
}

/// A duration in milliseconds.
pub fn ms(duration: Duration) -> f64 {
    duration.as_secs_f64() * 1000.0
}

/// Processor time so far of this process and of the ended processes it waited for.
#[cfg(unix)]
fn cpu() -> Option<Duration> {
    use nix::sys::resource::{UsageWho, getrusage};
    use nix::sys::time::TimeValLike as _;

    let mut micros = 0;
    for who in [UsageWho::RUSAGE_SELF, UsageWho::RUSAGE_CHILDREN] {
        let usage = getrusage(who).ok()?;
        for time in [usage.user_time(), usage.system_time()] {
            micros += time.num_microseconds();
        }
    }
    Some(Duration::from_micros(u64::try_from(micros).ok()?))
}

#[cfg(not(unix))]
fn cpu() -> Option<Duration> {
    None
}

/// Highest memory of the largest ended process that this one waited for.
#[cfg(unix)]
pub fn waited_peak_mb() -> Option<f64> {
    use nix::sys::resource::{UsageWho, getrusage};
    // Kibibytes, except on macOS, which counts bytes.
    let unit = if cfg!(target_os = "macos") { 1.0 } else { 1024.0 };
    let peak = getrusage(UsageWho::RUSAGE_CHILDREN).ok()?.max_rss();
    Some(peak as f64 * unit / 1e6)
}

/// Not told by this system.
#[cfg(not(unix))]
pub fn waited_peak_mb() -> Option<f64> {
    None
}

/// Highest memory of this process so far, where the system tells (Linux).
pub fn own_peak_mb() -> Option<f64> {
    peak_mb_of("self")
}

/// Highest memory so far of the largest running process that this one started.
///
/// Read while they run and not from what waiting for them tells: that would count the moment
/// between fork and exec too, when a child still is its parent's memory.
pub fn helper_peak_mb() -> Option<f64> {
    let tasks = std::fs::read_dir("/proc/self/task").ok()?;
    let lists = tasks
        .flatten()
        .filter_map(|task| std::fs::read_to_string(task.path().join("children")).ok());
    let children: Vec<String> = lists
        .flat_map(|list| list.split_whitespace().map(str::to_owned).collect::<Vec<_>>())
        .collect();
    children.iter().filter_map(|child| peak_mb_of(child)).max_by(f64::total_cmp)
}

fn peak_mb_of(process: &str) -> Option<f64> {
    let status = std::fs::read_to_string(format!("/proc/{process}/status")).ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    let kib: f64 = line.split_whitespace().next()?.parse().ok()?;
    Some(kib * 1024.0 / 1e6)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_median_is_in_the_middle() {
        assert_eq!(median(&[]), None);
        assert_eq!(median(&[3.0, 1.0, 2.0]), Some(2.0));
        assert_eq!(median(&[4.0, 1.0, 2.0, 3.0]), Some(2.5));
    }

    #[test]
    fn figures_survive_the_way_through_json() {
        let usage =
            Usage { wall_ms: 1.5, cpu_ms: Some(2.5), peak_mb: None, helper_peak_mb: Some(3.0) };
        assert_eq!(Usage::from_json(&usage.json()), usage);
    }

    #[test]
    fn one_after_the_other_adds_times_and_not_memory() {
        let a =
            Usage { wall_ms: 1.0, cpu_ms: Some(2.0), peak_mb: Some(50.0), helper_peak_mb: None };
        let b =
            Usage { wall_ms: 2.0, cpu_ms: Some(3.0), peak_mb: Some(40.0), helper_peak_mb: None };
        let sum = Usage { wall_ms: 3.0, cpu_ms: Some(5.0), ..a };
        assert_eq!(a.then(&b), sum);
        assert_eq!(a.then(&Usage { cpu_ms: None, ..b }).cpu_ms, None, "half a sum is none");
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn work_is_seen_as_time_and_as_memory() {
        let meter = Meter::start();
        let block = vec![1_u8; 64_000_000];
        let sum: u64 = std::hint::black_box(&block).iter().map(|byte| u64::from(*byte)).sum();
        assert_eq!(sum, 64_000_000);
        assert!(meter.stop().cpu_ms.is_some_and(|ms| ms > 0.0), "touching it took time");
        assert!(own_peak_mb().is_some_and(|mb| mb > 64.0), "and memory");
    }
}
