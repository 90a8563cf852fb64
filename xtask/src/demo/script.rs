//! The steps of the demo, in the order in which a person would do them.

use std::path::PathBuf;
use std::time::SystemTime;

use anyhow::{Context as _, Result, bail};
use serde_json::Value;

use super::check;
use super::programs::Wallet;
use super::report::Report;
use super::servers::{Provider, RelyingParty};
use crate::command::root;

/// Does the whole job.
pub(super) fn play(
    wallet: &Wallet,
    provider: &Provider,
    relying_party: &RelyingParty,
    report: &mut Report,
) -> Result<()> {
    report.title("An identity");
    make_vault(wallet, report)?;
    for attribute in attributes() {
        set_attribute(wallet, report, &attribute)?;
    }
    report.title("An identity check");
    check::play(wallet, provider, report)?;
    report.title("A relying party");
    let site = add_site(wallet, relying_party, report)?;
    disclose(wallet, report, "sign up", &["signup", &site, "--yes"])?;
    disclose(wallet, report, "log in", &["login", &site, "--yes"])?;
    disclose(wallet, report, "apply for KYC", &["apply", &site, "--yes"])?;
    check::compare(wallet, relying_party, report)?;
    report.title("What happened");
    list_activity(wallet, report)?;
    verify_activity(wallet, report)
}

fn make_vault(wallet: &Wallet, report: &mut Report) -> Result<()> {
    report.step("vault", || {
        wallet.run(&["init"])?;
        Ok(((), "encrypted, with a new recovery phrase".to_owned()))
    })?;
    report.step("account", || {
        let accounts = wallet.run(&["account", "list"])?;
        let first = rows(&accounts).first().context("no account was made")?;
        Ok(((), format!("{}  {}", text(first, "name"), text(first, "address"))))
    })
}

/// One attribute as it is typed; what the identity check brings is not.
struct Attribute {
    name: &'static str,
    arguments: Vec<String>,
    shown: String,
}

fn attributes() -> Vec<Attribute> {
    let plain = |name, value: &str| Attribute { name, arguments: vec![value.to_owned()], shown: value.to_owned() };
    vec![
        plain("email", "ada@wallet.example"),
        fields(
            "physical-address",
            &[
                ("address_line_1", "1 Sample Street".to_owned()),
                ("city", "London".to_owned()),
                ("postalcode", "N1 9GU".to_owned()),
            ],
            &[],
        ),
        fields("utility-bill", &[("issued", day(-30))], &[("images", "utility-bill.pdf")]),
    ]
}

fn fields(name: &'static str, values: &[(&str, String)], files: &[(&str, &str)]) -> Attribute {
    let mut arguments = Vec::new();
    let mut shown = Vec::new();
    for (field, value) in values {
        arguments.extend(["--set".to_owned(), format!("{field}={value}")]);
        shown.push(format!("{}: {value}", field.replace('_', " ")));
    }
    for (field, file) in files {
        let path = sample(file);
        arguments.extend(["--file".to_owned(), format!("{field}={}", path.display())]);
        shown.push(format!("{file} ({})", size(&path)));
    }
    Attribute { name, arguments, shown: shown.join(" · ") }
}

fn set_attribute(wallet: &Wallet, report: &mut Report, attribute: &Attribute) -> Result<()> {
    report.step(attribute.name, || {
        let mut words = vec!["attribute", "set", attribute.name];
        words.extend(attribute.arguments.iter().map(String::as_str));
        wallet.run(&words)?;
        Ok(((), attribute.shown.clone()))
    })
}

fn add_site(wallet: &Wallet, relying_party: &RelyingParty, report: &mut Report) -> Result<String> {
    report.step("site", || {
        let added = wallet.run(&["site", "add", &relying_party.site()])?;
        let site = added.get("site").filter(|site| site.is_object()).unwrap_or(&added);
        let name = text(site, "name");
        if name.is_empty() {
            bail!("`site add` named no site");
        }
        let asks: Vec<_> = rows(&site["requirements"]).iter().map(title).collect();
        Ok((name.clone(), format!("{name} asks for {}", asks.join(" · "))))
    })
}

/// Sign-up, login and application answer alike: what was sent, and what came of it.
fn disclose(wallet: &Wallet, report: &mut Report, name: &str, words: &[&str]) -> Result<()> {
    report.step(name, || {
        let outcome = wallet.run(words)?;
        let sent: Vec<_> = rows(&outcome["sent"]).iter().map(sent).collect();
        let mut lines = vec![if sent.is_empty() {
            format!("sent a signature by {}", text(&outcome, "did"))
        } else {
            format!("sent {}", sent.join(" · "))
        }];
        let results = [
            ("application", text(&outcome, "applicationId")),
            ("logged in at", without_query(&text(&outcome, "redirectUrl"))),
        ];
        let told = results.iter().filter(|(_, value)| !value.is_empty());
        lines.extend(told.map(|(what, value)| format!("{what} {value}")));
        Ok(((), lines.join("\n")))
    })
}

fn list_activity(wallet: &Wallet, report: &mut Report) -> Result<()> {
    let entries = report.step("activity", || {
        let list = wallet.run(&["activity", "list"])?;
        let entries: Vec<_> =
            rows(&list).iter().map(|entry| format!("{:>4}  {}", text(entry, "number"), text(entry, "text"))).collect();
        let count = format!("{} entries", entries.len());
        Ok((entries, count))
    })?;
    for entry in entries {
        report.note(&entry);
    }
    Ok(())
}

fn verify_activity(wallet: &Wallet, report: &mut Report) -> Result<()> {
    report.step("activity verify", || {
        let check = wallet.run(&["activity", "verify"])?;
        if check["intact"] != true {
            bail!("the activity log is not intact");
        }
        Ok(((), format!("{} entries, none changed or missing", check["entries"])))
    })
}

/// A list, whether it is the document itself or the only list in it.
pub(super) fn rows(value: &Value) -> &[Value] {
    let list = value.as_array().or_else(|| value.as_object()?.values().find_map(Value::as_array));
    list.map_or(&[], Vec::as_slice)
}

pub(super) fn text(value: &Value, field: &str) -> String {
    match &value[field] {
        Value::String(text) => text.clone(),
        Value::Null => String::new(),
        Value::Object(object) => object.get("name").and_then(Value::as_str).unwrap_or_default().to_owned(),
        other => other.to_string(),
    }
}

/// A login's URL without the ticket that lets its bearer in.
fn without_query(url: &str) -> String {
    url.split('?').next().unwrap_or_default().to_owned()
}

fn title(requirement: &Value) -> String {
    text(requirement, "title")
}

fn sent(item: &Value) -> String {
    let files: Vec<_> = rows(&item["files"]).iter().filter_map(Value::as_str).collect();
    if files.is_empty() { title(item) } else { format!("{} ({})", title(item), files.join(", ")) }
}

pub(super) fn sample(name: &str) -> PathBuf {
    root().join("assets/samples").join(name)
}

pub(super) fn size(path: &std::path::Path) -> String {
    let bytes = std::fs::metadata(path).map_or(0, |metadata| metadata.len());
    format!("{} KB", bytes.div_ceil(1000))
}

/// The calendar day so many days from today, in UTC: samples must not have expired when the demo runs.
fn day(days_from_today: i64) -> String {
    const SECONDS_A_DAY: u64 = 86_400;
    let since_1970 = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default();
    let today = i64::try_from(since_1970.as_secs() / SECONDS_A_DAY).unwrap_or_default();
    civil(today + days_from_today)
}

/// A count of days since 1970-01-01 as a date of the Gregorian calendar: Howard Hinnant's
/// `civil_from_days`, in which years begin in March so that the leap day comes last.
fn civil(days: i64) -> String {
    let shifted = days + 719_468;
    let era = shifted.div_euclid(146_097);
    let day_of_era = shifted.rem_euclid(146_097);
    let year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let month_from_march = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * month_from_march + 2) / 5 + 1;
    let month = (month_from_march + 2) % 12 + 1;
    let year = era * 400 + year_of_era + i64::from(month <= 2);
    format!("{year:04}-{month:02}-{day:02}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_become_dates() {
        let check = |days: i64, expected: &str| assert_eq!(civil(days), expected);
        check(0, "1970-01-01");
        check(-1, "1969-12-31");
        check(11_016, "2000-02-29");
        check(19_782, "2024-02-29");
        check(19_783, "2024-03-01");
        check(20_088, "2024-12-31");
    }
}
