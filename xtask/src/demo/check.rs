//! The identity check of the demo: what it gives, and that the relying party gets that.

use anyhow::{Context as _, Result, ensure};
use serde_json::Value;

use super::http::be_checked;
use super::programs::Wallet;
use super::report::Report;
use super::script::{rows, sample, size, text};
use super::servers::{Provider, RelyingParty};

/// What the wallet calls the provider.
const NAME: &str = "Example Check";
/// Sites take no passport without a picture of its holder, and the check brings none.
const SELFIE: &str = "passport-selfie.jpg";
/// The longest title is "Date of Birth".
const TITLE_WIDTH: usize = 13;

/// Adds the provider, has it check the user, and completes what came.
pub(super) fn play(wallet: &Wallet, provider: &Provider, report: &mut Report) -> Result<()> {
    report.step("provider", || {
        let settings = provider.settings();
        let words = ["provider", "add", NAME, "--trust"].into_iter().chain(settings.iter().map(String::as_str));
        let added = wallet.run(&words.collect::<Vec<_>>())?;
        Ok(((), format!("{}, a test provider; its checks count for others", text(&added, "name"))))
    })?;
    report.step("check", || {
        let kept = wallet.verify(NAME, be_checked)?;
        let mut lines = vec!["the browser went there and back; what was read off the passport:".to_owned()];
        lines.extend(rows(&kept["items"]).iter().map(|item| told(&item["attribute"])));
        ensure!(lines.len() > 1, "the check brought nothing");
        Ok(((), lines.join("\n")))
    })?;
    report.step("selfie", || {
        let path = sample(SELFIE);
        let file = format!("selfie.image={}", path.display());
        let passport = wallet.run(&["attribute", "set", "passport", "--file", &file])?;
        ensure!(rows(&passport["lacks"]).is_empty(), "the passport still lacks {}", passport["lacks"]);
        let provenance = text(&passport, "provenance");
        Ok(((), format!("sites want one with the passport: {SELFIE} ({})\n{provenance}", size(&path))))
    })
}

/// Shows that the application has what the check gave, as the relying party received it.
pub(super) fn compare(wallet: &Wallet, relying_party: &RelyingParty, report: &mut Report) -> Result<()> {
    report.step("what arrived", || {
        let received = relying_party.received()?;
        let application = rows(&received["applications"]).first().context("no application arrived")?;
        let held = wallet.run(&["attribute", "list"])?;
        let documents = wallet.run(&["document", "list"])?;
        let mut arrived = Vec::new();
        let mut by = String::new();
        for attribute in rows(&held).iter().filter(|one| one["origin"]["type"] == "verified") {
            let sent = rows(&application["attributes"]).iter().find(|one| one["schemaId"] == attribute["schema"]);
            let Some(sent) = sent else { continue };
            let is_same = is_same(&attribute["value"], &documents, &sent["value"], &received["files"]);
            ensure!(is_same, "{} arrived otherwise than it was verified", text(attribute, "title"));
            arrived.push(told(attribute));
            by = text(&attribute["origin"], "by");
        }
        ensure!(!arrived.is_empty(), "nothing that was verified is in the application");
        Ok(((), format!("as {by} verified it:\n{}", arrived.join("\n"))))
    })
}

/// Whether a value arrived as it is held. The files that it names are told apart by their content, as each side gives
/// them ids of its own.
fn is_same(held: &Value, documents: &Value, arrived: &Value, files: &Value) -> bool {
    match (held, arrived) {
        (Value::Object(held), Value::Object(arrived)) if held.contains_key("content") => {
            let sha256 = |of: &Value, id: &Value| {
                let file = rows(of).iter().find(|file| file["id"] == *id);
                file.map(|file| text(file, "sha256"))
            };
            sha256(documents, &held["content"]).is_some_and(|held| Some(held) == sha256(files, &arrived["content"]))
        }
        (Value::Object(held), Value::Object(arrived)) => {
            held.len() == arrived.len()
                && held.iter().all(|(name, held)| {
                    arrived.get(name).is_some_and(|arrived| is_same(held, documents, arrived, files))
                })
        }
        (held, arrived) => held == arrived,
    }
}

/// A value in one line.
fn told(attribute: &Value) -> String {
    let (title, summary) = (text(attribute, "title"), text(attribute, "summary"));
    // A document is summed up by what it is.
    let summary = summary.strip_prefix(&format!("{title} · ")).unwrap_or(&summary);
    format!("{title:TITLE_WIDTH$} {summary}")
}
