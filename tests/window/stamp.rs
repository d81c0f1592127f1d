//! A third party states the time of a sealed dossier, by files that are carried over.

use std::fs;
use std::path::Path;
use std::process::Command;

use lisuan_tests::window::{Display, Page, Result, Setup, Trouble, Window};

use crate::hands::{journey, new_case, step, turn};

#[tokio::test(flavor = "multi_thread")]
async fn a_request_goes_out_and_the_answer_comes_in() -> Result<()> {
    let _turn = turn().await?;
    let home = tempfile::tempdir()?;
    authority(home.path())?;
    let (out, answer) = (home.path().join("卷宗"), home.path().join("answer.tsr"));
    let display = Display::start(1280, 720)?;
    let setup = Setup::new(home.path()).saves(&out).stamp(&answer);
    let window = Window::open(&display, &setup).await?;
    let page = &window.page;
    journey(page, "stamp", async {
        new_case(page, "CAR-2026-0101").await?;
        step(page, "0", "dossier").await?;
        page.click("dossier-export").await?;
        page.part("dossier-verdict").await?;
        page.click("stamp-request").await?;
        page.text_when("message", |text| text.contains("卷宗.tsq")).await?;
        page.picture("stamp-1-requested").await?;
        let sealed = fs::read(home.path().join("卷宗.pdf"))?;
        answered_wrongly(page, &answer).await?;
        assert!(fs::read(home.path().join("卷宗.pdf"))? == sealed, "a refusal changes nothing");
        openssl(home.path(), "ts -reply -config tsa.cnf -queryfile 卷宗.tsq -out answer.tsr")?;
        page.click("stamp-add").await?;
        let said = page.text_when("dossier-verdict", |text| text.contains("TimeAuthority")).await?;
        assert!(said.contains("第三方时间戳"), "whose word the time is: {said}");
        page.picture("stamp-2-added").await?;
        page.click("language-toggle").await?;
        page.text_when("dossier-verdict", |text| text.contains("Timestamp of a third party"))
            .await?;
        page.picture("stamp-3-added-en").await?;
        Ok(())
    })
    .await?;
    window.close().await
}

/// What is no answer is refused in words, and the way to the right one stays.
async fn answered_wrongly(page: &Page, answer: &Path) -> Result<()> {
    fs::write(answer, "no answer")?;
    page.click("stamp-add").await?;
    page.text_when("message", |text| text.contains("卷宗没有改动")).await?;
    page.part("stamp-add").await?;
    Ok(())
}

/// A time-stamping authority of the test's own.
fn authority(folder: &Path) -> Result<()> {
    fs::write(
        folder.join("tsa.cnf"),
        "[req]\ndistinguished_name=dn\nprompt=no\nx509_extensions=v3\n[dn]\nCN=TimeAuthority\n[v3]\n\
         extendedKeyUsage=critical,timeStamping\n\
         [tsa]\ndefault_tsa=t\n[t]\nserial=serial\ncrypto_device=builtin\nsigner_cert=tsa.pem\n\
         signer_key=tsa.key\nsigner_digest=sha256\ndefault_policy=1.2.3.4\ndigests=sha256\n\
         ess_cert_id_alg=sha256\n",
    )?;
    fs::write(folder.join("serial"), "01\n")?;
    openssl(
        folder,
        "req -x509 -new -newkey rsa:2048 -nodes -keyout tsa.key -out tsa.pem -days 3650 -config tsa.cnf",
    )
}

fn openssl(folder: &Path, arguments: &str) -> Result<()> {
    let said = Command::new("openssl").args(arguments.split(' ')).current_dir(folder).output()?;
    if said.status.success() {
        return Ok(());
    }
    let why = String::from_utf8_lossy(&said.stderr).into_owned();
    Err(Trouble::new(format!("openssl {arguments}: {why}")))
}
