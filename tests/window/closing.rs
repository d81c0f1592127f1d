//! Closing the window, and opening the case again.

use lisuan_tests::window::{Display, Result, Setup, Window};

use crate::hands::{case_in, cell_shows, go_to_cell, journey, new_case, step, turn};

#[tokio::test(flavor = "multi_thread")]
async fn what_is_being_typed_is_saved_when_the_window_closes() -> Result<()> {
    let _turn = turn().await?;
    let home = tempfile::tempdir()?;
    let display = Display::start(1280, 720)?;
    let window = Window::open(&display, &Setup::new(home.path())).await?;
    let work = async {
        new_case(&window.page, "CLOSE-1").await?;
        step(&window.page, "5", "measurement").await?;
        go_to_cell(&window.page, "measurement", 0, "expression").await?;
        window.page.keys("7×8").await
    };
    journey(&window.page, "closing", work).await?;
    window.close().await?;

    let given = Setup::new(home.path()).given(&case_in(home.path())?);
    let window = Window::open(&display, &given).await?;
    let work = async {
        window.page.part("case-claim-no").await?;
        step(&window.page, "5", "measurement").await?;
        cell_shows(&window.page, "measurement", 0, "expression", "7×8").await
    };
    journey(&window.page, "closing-reopened", work).await?;
    window.close().await
}
