//! Two copies that were changed apart, brought together, and decided in the window.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use lisuan_app::wire::{Edit, HandoverRequest, Settings};
use lisuan_app::{App, Home, Into, ReceiveOptions};
use lisuan_tests::window::{Display, Page, Result, Setup, Window};
use thirtyfour::Key;

use crate::hands::{journey, turn};

/// Two machines, and what goes between them.
struct Two {
    ours: App,
    theirs: App,
}

impl Two {
    fn new(home: &Path) -> Result<Self> {
        let machine = |name: &str, author: &str| -> Result<App> {
            let app = App::new(Home::under(&home.join(name)));
            app.save_settings(&Settings { author: author.to_owned(), ..app.settings() })?;
            Ok(app)
        };
        Ok(Self { ours: machine("ours", "王公估")?, theirs: machine("theirs", "李敏")? })
    }

    /// Sends the open case of one to the other.
    fn send(from: &App, to: &App, package: &Path, into: Into<'_>) -> Result<()> {
        let request = HandoverRequest {
            recipient: "同事".to_owned(),
            reason: "复核单价".to_owned(),
            state: "待核价".to_owned(),
            part: None,
            key: None,
            passphrase: None,
        };
        from.hand_over(&request, package, &|_| (), &|| false)?;
        let look =
            |options| to.look_at_package(package, Into::Library, options, &|_| (), &|| false);
        let number = look(ReceiveOptions::default())?.sender.number;
        let options = ReceiveOptions { accept: Some(&number), ..ReceiveOptions::default() };
        to.receive(package, into, options, &|_| (), &|| false)?;
        Ok(())
    }
}

fn set(kind: &str, id: &str, field: &str, value: &str) -> Edit {
    let (kind, id, field) = (kind.to_owned(), id.to_owned(), field.to_owned());
    Edit::Set { kind, id, field, value: Some(value.to_owned()) }
}

/// A case of ours in which three fields stand undecided.
fn apart(home: &Path) -> Result<PathBuf> {
    let Two { ours, theirs } = Two::new(home)?;
    let case = home.join("ours.lisuan");
    let view = ours.sample(&case, "embankment", "zh-CN")?;
    Two::send(&ours, &theirs, &home.join("there.lshand"), Into::Library)?;
    let price = view.rows["unit_price"][0].id.clone();
    let line = view.rows["loss_line"][3].id.clone();
    let head = view.rows["claim_case"][0].id.clone();
    ours.edit(
        "paste",
        "",
        &[
            set("unit_price", &price, "amount", "21.50"),
            set("unit_price", &price, "amount", "19.80"),
            set("claim_case", &head, "liability", "暴雨属于保险责任，按清单价核定。"),
        ],
    )?;
    let delete = Edit::Delete { kind: "loss_line".to_owned(), id: line.clone() };
    ours.edit("delete-loss-line", "", &[delete])?;
    theirs.edit(
        "paste",
        "",
        &[
            set("unit_price", &price, "amount", "23.10"),
            set("claim_case", &head, "liability", "暴雨属于保险责任；检验批须补充。"),
            set("loss_line", &line, "remark", "现场已复核"),
        ],
    )?;
    let quote: BTreeMap<String, String> = [("price", price.as_str()), ("supplier", "某石料厂")]
        .into_iter()
        .map(|(k, v)| (k.to_owned(), v.to_owned()))
        .collect();
    theirs.edit("paste", "", &[Edit::Add { kind: "quote".into(), fields: quote, name: None }])?;
    Two::send(&theirs, &ours, &home.join("back.lshand"), Into::OpenCase)?;
    ours.close()?;
    theirs.close()?;
    Ok(case)
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_changed_apart_is_decided_and_told() -> Result<()> {
    let _turn = turn().await?;
    let home = tempfile::tempdir()?;
    let case = apart(home.path())?;
    let display = Display::start(1280, 720)?;
    let setup = Setup::new(&home.path().join("ours")).given(&case);
    let window = Window::open(&display, &setup).await?;
    let page = &window.page;
    journey(page, "conflicts", decide(page)).await?;
    window.close().await
}

async fn decide(page: &Page) -> Result<()> {
    page.click("step-handover").await?;
    page.click("handover-parts-conflicts").await?;
    let asked = page.text_when("conflicts", |text| text.contains("23.10")).await?;
    for words in ["19.80", "王公估", "李敏", "检验批须补充", "某石料厂"] {
        assert!(asked.contains(words), "{words}: {asked}");
    }
    page.picture("conflicts-1-asked").await?;
    page.click("language-toggle").await?;
    page.text_when("conflicts", |text| text.contains("Unit price")).await?;
    page.picture("conflicts-2-asked-en").await?;
    page.click("language-toggle").await?;
    page.click("theme-toggle").await?;
    page.click("theme-toggle").await?;
    page.picture("conflicts-3-theme").await?;
    page.click("conflicts-all-李敏").await?;
    page.text_when("conflicts", |text| text.contains("已由") || text.contains("决定")).await?;
    page.picture("conflicts-4-decided").await?;
    page.click("handover-parts-history").await?;
    let told = page.text_when("history", |text| text.contains("李敏")).await?;
    assert!(told.contains("王公估"), "both are told of: {told}");
    page.picture("conflicts-5-history").await?;
    colleagues(page).await
}

/// The key that was compared stands in the settings, can be named anew and be forgotten.
async fn colleagues(page: &Page) -> Result<()> {
    page.click("rail-settings").await?;
    page.text_when("colleagues", |text| text.contains("可加密移交给对方")).await?;
    assert_eq!(page.value("colleague-name").await?, "李敏");
    page.click("colleague-name").await?;
    page.chord(&[Key::Control], "a").await?;
    page.keys("李敏（深圳）").await?;
    page.keys(Key::Enter).await?;
    let see = "document.querySelector('[data-testid=\"colleagues\"]').scrollIntoView({ block: 'center' });";
    page.ask(see, serde_json::json!([])).await?;
    page.picture("conflicts-6-colleagues").await?;
    // It is kept: the list that is read again has it.
    page.click("rail-inbox").await?;
    page.click("rail-settings").await?;
    page.text_when("colleagues", |text| text.contains("核对")).await?;
    assert_eq!(page.value("colleague-name").await?, "李敏（深圳）");
    page.click("colleague-forget").await?;
    page.click("colleague-forget-sure").await?;
    page.text_when("settings-colleagues", |text| text.contains("尚无核对过的密钥")).await?;
    Ok(())
}
