//! `idw doctor`: whether this computer has what the wallet needs, and what to do where it does not.

#[cfg(target_os = "linux")]
mod bus;
mod checks;
#[cfg(target_os = "linux")]
mod desktop;
mod finding;
mod look;
mod system;

use idw_words::message;
use serde_json::json;

use self::finding::{Finding, Status};
use crate::{
    app::App,
    fault::{Failure, Fault},
    page::{Ink, Page},
    words::words,
};

/// Runs all checks and shows what they found. A problem makes the command fail; a warning does not.
pub(crate) fn run(app: &App) -> Result<(), Failure> {
    let findings = checks::all(words(), &look::look(app.vault_dir()?));
    let problems = findings.iter().filter(|finding| finding.status == Status::Problem).count();
    if problems == 0 {
        return app.out.show(&json!({ "findings": findings }), |page| show(page, &findings));
    }
    // With `--json`, one document has both the findings and the error.
    if !app.out.json {
        app.out.show(&(), |page| show(page, &findings))?;
    }
    let count = problems as u64;
    Err(Failure::new(Fault::Other, words().say(&message::DoctorFailed { count })).detail("findings", json!(findings)))
}

/// The worst findings come first.
fn show(page: &mut Page, findings: &[Finding]) {
    let groups: [(Status, Ink, String); 3] = [
        (Status::Problem, Ink::Red, words().say(&message::DoctorProblems)),
        (Status::Warning, Ink::Yellow, words().say(&message::DoctorWarnings)),
        (Status::Ok, Ink::Green, words().say(&message::DoctorWorking)),
    ];
    for (status, ink, heading) in groups {
        let rows: Vec<(&str, String)> =
            findings.iter().filter(|finding| finding.status == status).flat_map(rows).collect();
        if !rows.is_empty() {
            page.gap();
            page.inked(ink, &heading);
            page.block(&rows);
        }
    }
}

fn rows(finding: &Finding) -> impl Iterator<Item = (&str, String)> {
    let advice = finding.advice.iter().map(|advice| ("", advice.clone()));
    std::iter::once((&*finding.title, finding.text.clone())).chain(advice)
}
