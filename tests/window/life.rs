//! A claim carried from notice to archive in the window, with the keys.

use std::path::Path;

use lisuan_tests::window::{Display, Page, Result, Setup, Window};
use serde_json::json;
use thirtyfour::Key;

use crate::hands::{cell, cell_shows, journey, saved, step, turn};

/// What is typed where: step with its key, part, kind, fields.
type Typed = (&'static str, &'static str, &'static str, &'static str, Fields);
type Fields = &'static [(&'static str, &'static str)];

const LIFE: &[Typed] = &[
    (
        "2",
        "policy",
        "policy-parts-intake",
        "notice",
        &[("at", "2005-07-10 18:30"), ("channel", "电话"), ("informant", "项目部")],
    ),
    (
        "2",
        "policy",
        "policy-parts-intake",
        "advice",
        &[("given_at", "2005-07-10 19:00"), ("kind", "减损"), ("text", "坡面覆膜")],
    ),
    (
        "2",
        "policy",
        "policy-parts-intake",
        "disclosure",
        &[("kind", "利益冲突声明"), ("dated", "2005-07-12"), ("person", "某公估公司")],
    ),
    (
        "3",
        "cause",
        "cause-parts-timeline",
        "event",
        &[("at", "2005-07-10 03:00"), ("what", "暴雨")],
    ),
    (
        "3",
        "cause",
        "cause-parts-causes",
        "cause_option",
        &[("name", "暴雨"), ("assessment", "近因"), ("reason", "雨量与冲刷时间一致")],
    ),
    (
        "3",
        "cause",
        "cause-parts-causes",
        "cause_evidence",
        &[("cause", "暴雨"), ("weight", "支持"), ("note", "24 小时雨量 132 毫米")],
    ),
    (
        "3",
        "cause",
        "cause-parts-cover",
        "coverage_test",
        &[("kind", "保险责任"), ("question", "是否自然灾害"), ("result", "符合")],
    ),
    (
        "3",
        "cause",
        "cause-parts-experts",
        "expert",
        &[("name", "岩土专家"), ("field", "岩土"), ("engaged_on", "2005-07-15")],
    ),
    (
        "9",
        "evidence",
        "evidence-parts-requests",
        "paper_request",
        &[("requested_on", "2005-07-15"), ("to_whom", "项目部"), ("due_on", "2005-08-15")],
    ),
    (
        "8",
        "adjustment",
        "adjustment-parts-negotiation",
        "negotiation_round",
        &[("held_at", "2005-08-30 10:00"), ("venue", "项目部"), ("present", "三方")],
    ),
    (
        "8",
        "adjustment",
        "adjustment-parts-payment",
        "payment",
        &[("kind", "终结赔款"), ("payee", "施工单位"), ("amount", "166,066")],
    ),
    (
        "8",
        "adjustment",
        "adjustment-parts-recovery",
        "third_party",
        &[("name", "设计单位"), ("ground", "排水设计"), ("notified_on", "2005-09-01")],
    ),
    (
        "0",
        "dossier",
        "report-parts-work",
        "work_entry",
        &[
            ("at", "2005-07-13 09:00"),
            ("kind", "走访"),
            ("summary", "联合测量"),
            ("minutes", "420"),
        ],
    ),
    (
        "0",
        "dossier",
        "report-parts-closing",
        "reserve",
        &[("set_on", "2005-07-13"), ("amount", "160,000"), ("reason", "初估")],
    ),
    (
        "0",
        "dossier",
        "report-parts-closing",
        "archive",
        &[("class", "一般业务"), ("closed_on", "2005-09-30"), ("retention_years", "15")],
    ),
];

#[tokio::test(flavor = "multi_thread")]
async fn a_claim_from_notice_to_archive() -> Result<()> {
    let _turn = turn().await?;
    let home = tempfile::tempdir()?;
    let report = home.path().join("file.pdf");
    let display = Display::start(1280, 720)?;
    let window = Window::open(&display, &Setup::new(home.path()).saves(&report)).await?;
    let page = &window.page;
    let work = async {
        page.click("start-sample-embankment").await?;
        page.part("step-overview").await?;
        for (key, name, part, kind, fields) in LIFE {
            step(page, key, name).await?;
            page.click(part).await?;
            for (field, text) in *fields {
                cell(page, kind, 0, field, text).await?;
            }
            saved(page).await?;
            let (field, text) = fields.last().copied().unwrap_or_default();
            cell_shows(page, kind, 0, field, text).await?;
        }
        pictures(page, "zh").await?;
        matrix(page).await?;
        claim_file(page, &report).await?;
        page.click("language-toggle").await?;
        page.until("see English", || async {
            let script = "return document.documentElement.lang;";
            Ok((page.ask(script, json!([])).await? == json!("en")).then_some(()))
        })
        .await?;
        pictures(page, "en").await
    };
    journey(page, "life", work).await?;
    window.close().await
}

/// Every part once more, as a picture; none is wider than the window.
async fn pictures(page: &Page, language: &str) -> Result<()> {
    let mut last = "";
    for (key, name, part, ..) in LIFE {
        if *part == last {
            continue;
        }
        last = part;
        step(page, key, name).await?;
        page.click(part).await?;
        page.picture(&format!("life-{language}-{part}")).await?;
    }
    step(page, "9", "evidence").await?;
    page.click("evidence-parts-matrix").await?;
    page.part("matrix").await?;
    page.picture(&format!("life-{language}-evidence-parts-matrix")).await?;
    let script = "const root = document.documentElement;
        return [root.scrollWidth - innerWidth, root.scrollHeight - innerHeight];";
    assert_eq!(page.ask(script, json!([])).await?, json!([0, 0]), "the page does not scroll");
    Ok(())
}

/// The cause typed before supports every line; a cell shows what stands behind its score.
async fn matrix(page: &Page) -> Result<()> {
    page.click("matrix-0-2").await?;
    page.until("see the source of the quantity", || async {
        Ok(page.shown().await?.contains("数量").then_some(()))
    })
    .await?;
    page.keys(Key::Left).await?;
    page.until("see that the arrow went to the damage", || async {
        let script = "return document.activeElement.id;";
        Ok((page.ask(script, json!([])).await? == json!("matrix-0-1")).then_some(()))
    })
    .await?;
    page.picture("life-zh-matrix-sources").await?;
    Ok(())
}

/// The claim file is made from the window like any report.
async fn claim_file(page: &Page, report: &Path) -> Result<()> {
    step(page, "0", "dossier").await?;
    page.click("report-parts-make").await?;
    page.click("report-kind").await?;
    page.keys("案件档案").await?;
    page.until("see the kind that was chosen", || async {
        Ok((page.value("report-kind").await? == "file").then_some(()))
    })
    .await?;
    page.click("dossier-export").await?;
    page.part("dossier-result").await?;
    let said = std::process::Command::new("pdftotext").arg(report).arg("-").output()?;
    let text: String = String::from_utf8(said.stdout)?.split_whitespace().collect();
    for word in ["坡面覆膜", "是否自然灾害", "岩土专家", "联合测量", "施工单位", "一般业务"]
    {
        assert!(text.contains(word), "the claim file says {word}: {text}");
    }
    page.picture("life-zh-claim-file").await?;
    Ok(())
}

/// Clocks on the overview, statistics over the library: looked at in both languages.
#[tokio::test(flavor = "multi_thread")]
async fn clocks_and_statistics_are_shown() -> Result<()> {
    let _turn = turn().await?;
    let home = tempfile::tempdir()?;
    let out = home.path().join("out.csv");
    let display = Display::start(1280, 720)?;
    let window = Window::open(&display, &Setup::new(home.path()).saves(&out)).await?;
    let page = &window.page;
    let work = async {
        page.click("start-sample-embankment").await?;
        page.part("step-overview").await?;
        page.click("rail-start").await?;
        page.click("start-sample-power-plant").await?;
        page.part("step-overview").await?;
        page.part("clocks").await?;
        let script = "document.querySelector('[data-testid=\"clocks\"]').scrollIntoView();";
        page.ask(script, json!([])).await?;
        page.picture("clocks-zh").await?;
        page.click("rail-stats").await?;
        let groups = page.text_when("stats-groups", |text| text.contains("20,000,000")).await?;
        assert!(groups.contains("161,766"), "both cases are counted: {groups}");
        page.picture("stats-zh").await?;
        page.click("stats-csv").await?;
        page.until("see the file of all cases", || async { Ok(out.is_file().then_some(())) })
            .await?;
        page.click("language-toggle").await?;
        page.text_when("stats-count", |text| text.contains("2 cases")).await?;
        page.picture("stats-en").await?;
        page.click("theme-toggle").await?;
        page.click("theme-toggle").await?;
        page.picture("stats-en-theme").await?;
        page.click("rail-case").await?;
        page.part("clocks").await?;
        page.ask(script, json!([])).await?;
        page.picture("clocks-en").await?;
        page.click("rail-start").await?;
        page.picture("clocks-start-en").await?;
        Ok(())
    };
    journey(page, "stats", work).await?;
    window.close().await
}
