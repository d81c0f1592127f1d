//! The first screen.

use std::time::Duration;

use lisuan_tests::window::{Display, Result, Setup, cold_start};

use crate::hands::turn;

/// A limit far above the target of one second, which a benchmark measures: this only shows that a
/// start is measured at all, on any machine.
const START_MAX: Duration = Duration::from_secs(30);

#[tokio::test(flavor = "multi_thread")]
async fn a_cold_start_comes_to_the_first_screen() -> Result<()> {
    let _turn = turn().await?;
    let home = tempfile::tempdir()?;
    let display = Display::start(1280, 720)?;
    let start = cold_start(&display, &Setup::new(home.path())).await?;
    println!("cold start {} ms, {} MB", start.wall.as_millis(), start.peak_bytes / 1_000_000);
    assert!(start.wall < START_MAX && start.wall > Duration::ZERO, "{start:?}");
    assert!(start.peak_bytes > 0, "{start:?}");
    Ok(())
}
