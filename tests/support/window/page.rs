//! What stands in the window, found by what the page calls its parts (`data-testid`).

use std::future::Future;
use std::path::PathBuf;
use std::time::{Duration, Instant};

use serde_json::{Value, json};
use thirtyfour::extensions::query::ElementWaitable as _;
use thirtyfour::{By, Key, TypingData, WebDriver, WebElement};
use tokio::time::{sleep, timeout};

use super::trouble::{Result, Trouble};

/// No step of a test may take longer.
pub const STEP_MAX: Duration = Duration::from_secs(30);
/// A script on the page may take that long; less than a step, so that its own words are heard.
const SCRIPT_MAX: Duration = Duration::from_secs(20);
const PAUSE: Duration = Duration::from_millis(40);

/// WebKitGTK hands out the picture before last unless the page has painted twice since.
const TWO_FRAMES: &str = "const done = arguments[arguments.length - 1];
    requestAnimationFrame(() => requestAnimationFrame(() => done(null)));";

/// The page in the window.
pub struct Page {
    web: WebDriver,
}

impl Page {
    /// Takes the page over.
    pub(super) async fn of(web: &WebDriver) -> Result<Self> {
        web.set_script_timeout(SCRIPT_MAX).await?;
        Ok(Self { web: web.clone() })
    }

    /// The driver, for what has no word here.
    pub fn web(&self) -> &WebDriver {
        &self.web
    }

    /// Waits for a part that can be seen.
    pub async fn part(&self, testid: &str) -> Result<WebElement> {
        let selector = format!("[data-testid=\"{testid}\"]");
        let what = format!("see {testid}");
        let found = self.until(&what, || async {
            for element in self.web.find_all(By::Css(selector.as_str())).await? {
                if element.is_displayed().await? {
                    return Ok(Some(element));
                }
            }
            Ok(None)
        });
        found.await
    }

    /// Whether such a part stands on the page now.
    pub async fn has(&self, testid: &str) -> Result<bool> {
        let found = self.ask(
            "return document.querySelector(`[data-testid=\"${arguments[0]}\"]`) !== null;",
            json!([testid]),
        );
        Ok(found.await? == Value::Bool(true))
    }

    /// Clicks a part.
    pub async fn click(&self, testid: &str) -> Result<()> {
        let part = self.part(testid).await?;
        let what = format!("click {testid}");
        limited(&what, part.wait_until().clickable()).await?;
        limited(&what, part.click()).await
    }

    /// The text of a part as a person reads it.
    pub async fn text(&self, testid: &str) -> Result<String> {
        let part = self.part(testid).await?;
        limited(&format!("read {testid}"), part.text()).await
    }

    /// What stands in a field.
    pub async fn value(&self, testid: &str) -> Result<String> {
        let part = self.part(testid).await?;
        let value = limited(&format!("read {testid}"), part.prop("value")).await?;
        Ok(value.unwrap_or_default())
    }

    /// Presses keys where the focus is.
    pub async fn keys(&self, keys: impl Into<TypingData>) -> Result<()> {
        let chain = self.web.action_chain().send_keys(keys);
        limited("press keys", chain.perform()).await
    }

    /// Presses keys while a modifier is held.
    pub async fn chord(&self, modifiers: &[Key], key: &str) -> Result<()> {
        let mut chain = self.web.action_chain();
        for modifier in modifiers {
            chain = chain.key_down(modifier.clone());
        }
        chain = chain.send_keys(key);
        for modifier in modifiers.iter().rev() {
            chain = chain.key_up(modifier.clone());
        }
        limited("press a chord", chain.perform()).await
    }

    /// What has the focus: its `data-testid`, or its element name.
    pub async fn focused(&self) -> Result<String> {
        let script = "const at = document.activeElement;
            return at?.dataset?.testid ?? at?.tagName?.toLowerCase() ?? '';";
        Ok(self.ask(script, json!([])).await?.as_str().unwrap_or_default().to_owned())
    }

    /// Goes on with Tab until that part has the focus.
    pub async fn tab_to(&self, testid: &str) -> Result<()> {
        const STOPS_MAX: usize = 120;
        let mut seen = Vec::new();
        for _ in 0..STOPS_MAX {
            let at = self.focused().await?;
            if at == testid {
                return Ok(());
            }
            seen.push(at);
            self.keys(Key::Tab).await?;
        }
        Err(Trouble::new(format!("Tab never comes to {testid}; it came to {}", seen.join(", "))))
    }

    /// Runs a script on the page.
    pub async fn ask(&self, script: &str, arguments: Value) -> Result<Value> {
        let arguments: Vec<Value> = arguments.as_array().cloned().unwrap_or_default();
        let answer = limited("run a script", self.web.execute(script, arguments)).await?;
        Ok(answer.json().clone())
    }

    /// Runs a script that answers through its last argument.
    pub async fn ask_later(&self, script: &str, arguments: Value) -> Result<Value> {
        let arguments: Vec<Value> = arguments.as_array().cloned().unwrap_or_default();
        let answer = limited("run a script", self.web.execute_async(script, arguments)).await?;
        Ok(answer.json().clone())
    }

    /// Waits until `look` finds something.
    pub async fn until<T, F, Fut>(&self, what: &str, look: F) -> Result<T>
    where
        F: Fn() -> Fut,
        Fut: Future<Output = Result<Option<T>>>,
    {
        let begun = Instant::now();
        loop {
            // An element may go between finding and asking it: look again.
            let last = match timeout(STEP_MAX, look()).await {
                Ok(Ok(Some(found))) => return Ok(found),
                Ok(Ok(None)) => None,
                Ok(Err(trouble)) => Some(trouble),
                Err(_) => return Err(Trouble::new(format!("{what}: the page does not answer"))),
            };
            if begun.elapsed() > STEP_MAX {
                let why = last.map_or_else(String::new, |trouble| format!(" ({trouble})"));
                return Err(Trouble::new(format!("{what}: not within the limit{why}")));
            }
            sleep(PAUSE).await;
        }
    }

    /// Waits until the text of a part is as wanted, and gives it.
    pub async fn text_when(&self, testid: &str, wanted: impl Fn(&str) -> bool) -> Result<String> {
        let script = "return document.querySelector(`[data-testid=\"${arguments[0]}\"]`)\
            ?.innerText ?? null;";
        let wanted = &wanted;
        let what = format!("text of {testid}");
        let found = self.until(&what, || async move {
            let text = self.ask(script, json!([testid])).await?;
            Ok(text.as_str().filter(|text| wanted(text)).map(str::to_owned))
        });
        found.await
    }

    /// Waits until these words stand on the page.
    pub async fn words(&self, words: &str) -> Result<()> {
        let script = "return document.body.innerText.includes(arguments[0]);";
        let what = format!("the words “{words}”");
        let found = self.until(&what, || async {
            Ok((self.ask(script, json!([words])).await? == Value::Bool(true)).then_some(()))
        });
        found.await
    }

    /// All words on the page, for the one who reads a failure.
    pub async fn shown(&self) -> Result<String> {
        let text = self.ask("return document.body.innerText;", json!([])).await?;
        Ok(text.as_str().unwrap_or_default().to_owned())
    }

    /// Takes a picture of what is really shown and keeps it as `tests/output/window/<name>.png`.
    pub async fn picture(&self, name: &str) -> Result<PathBuf> {
        self.ask_later(TWO_FRAMES, json!([])).await?;
        let png = limited("take a picture", self.web.screenshot_as_png()).await?;
        let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("output/window");
        std::fs::create_dir_all(&folder)?;
        let path = folder.join(format!("{name}.png"));
        std::fs::write(&path, png)?;
        Ok(path)
    }
}

async fn limited<T, E>(
    what: &str,
    work: impl Future<Output = std::result::Result<T, E>>,
) -> Result<T>
where
    Trouble: From<E>,
{
    match timeout(STEP_MAX, work).await {
        Ok(done) => done.map_err(|error| Trouble::from(error).during(what)),
        Err(_) => Err(Trouble::new(format!("{what}: not within the limit"))),
    }
}
