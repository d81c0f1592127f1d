//! Every screen of a sample case in both languages and all themes, kept as pictures.

use lisuan_tests::window::{Display, Page, Result, Setup, Window};
use serde_json::json;

use crate::hands::{journey, step, turn};

const STEPS: [&str; 10] = [
    "overview",
    "policy",
    "cause",
    "survey",
    "measurement",
    "prices",
    "lines",
    "adjustment",
    "evidence",
    "dossier",
];
const THEMES: [&str; 3] = ["light", "dark", "sun"];

#[tokio::test(flavor = "multi_thread")]
async fn every_screen_of_the_power_plant_case() -> Result<()> {
    show("power-plant", "start-sample-power-plant").await
}

#[tokio::test(flavor = "multi_thread")]
async fn every_screen_of_the_embankment_case() -> Result<()> {
    show("embankment", "start-sample-embankment").await
}

async fn show(case: &str, opens: &str) -> Result<()> {
    let _turn = turn().await?;
    let home = tempfile::tempdir()?;
    let display = Display::start(1280, 720)?;
    let window = Window::open(&display, &Setup::new(home.path())).await?;
    let page = &window.page;
    journey(page, case, walk(page, case, opens)).await?;
    window.close().await
}

async fn walk(page: &Page, case: &str, opens: &str) -> Result<()> {
    let mut wrong = Vec::new();
    theme(page, "light").await?;
    page.picture(&format!("{case}-0-start-zh-light")).await?;
    page.click(opens).await?;
    page.part("step-overview").await?;
    for theme_name in THEMES {
        theme(page, theme_name).await?;
        all_steps(page, &format!("{case}-zh-{theme_name}"), &mut wrong).await?;
    }
    theme(page, "light").await?;
    page.click("language-toggle").await?;
    language(page, "en").await?;
    all_steps(page, &format!("{case}-en-light"), &mut wrong).await?;
    // All pictures are taken first: one bad screen does not hide the next.
    assert!(wrong.is_empty(), "screens that do not fit:\n{}", wrong.join("\n"));
    Ok(())
}

async fn all_steps(page: &Page, name: &str, wrong: &mut Vec<String>) -> Result<()> {
    for (n, name_of_step) in STEPS.iter().enumerate() {
        // The tenth is on 0.
        let key = ((n + 1) % 10).to_string();
        step(page, &key, name_of_step).await?;
        let picture = format!("{name}-{}-{name_of_step}", n + 1);
        page.picture(&picture).await?;
        wrong.extend(misfit(page).await?.map(|what| format!("{picture}: {what}")));
    }
    Ok(())
}

/// Nothing but a grid scrolls sideways, and the page itself never scrolls.
async fn misfit(page: &Page) -> Result<Option<String>> {
    let script = "const root = document.documentElement;
        const wide = [...document.querySelectorAll('main *')].filter((part) =>
            part.scrollWidth > part.clientWidth + 1
            && ['auto', 'scroll'].includes(getComputedStyle(part).overflowX)
            && part.closest('[role=\"grid\"]') === null);
        return { page: [root.scrollWidth - innerWidth, root.scrollHeight - innerHeight],
            wide: wide.map((part) => part.className + ' ' + (part.dataset.testid ?? part.tagName)) };";
    let found = page.ask(script, json!([])).await?;
    let fits = found == json!({ "page": [0, 0], "wide": [] });
    Ok((!fits).then(|| format!("scrolls whole, or sideways: {found}")))
}

async fn theme(page: &Page, wanted: &str) -> Result<()> {
    page.part("theme-toggle").await?;
    let script = "return document.documentElement.dataset.theme;";
    // Four settings go round; `system` may look like the wanted one, which is as good.
    for _ in 0..4 {
        if page.ask(script, json!([])).await? == json!(wanted) {
            return Ok(());
        }
        page.click("theme-toggle").await?;
    }
    page.until(&format!("see the theme {wanted}"), || async {
        Ok((page.ask(script, json!([])).await? == json!(wanted)).then_some(()))
    })
    .await
}

async fn language(page: &Page, wanted: &str) -> Result<()> {
    let script = "return document.documentElement.lang;";
    page.until(&format!("see the language {wanted}"), || async {
        Ok((page.ask(script, json!([])).await? == json!(wanted)).then_some(()))
    })
    .await
}
