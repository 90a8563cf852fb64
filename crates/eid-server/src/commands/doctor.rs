//! `idw-autheid doctor`: whether all is well, and what to do where it is not.

use std::net::SocketAddr;
use std::path::PathBuf;

use clap::Args;
use jiff::Timestamp;
use serde::Serialize;
use serde_json::json;

use super::{Place, Printer, certificate, checks};
use crate::fault::{Failure, Fault};

#[derive(Args, Debug)]
#[command(after_help = "\
Prints one line for each check. It ends with 1 if there is a fault; a warning is none.")]
pub(crate) struct DoctorArgs {
    #[command(flatten)]
    place: Place,
    /// Look at these certificates too, which serve would take
    #[arg(long, value_name = "FILE", requires = "tls_key")]
    tls_cert: Option<PathBuf>,
    /// Their private key
    #[arg(long, value_name = "FILE", requires = "tls_cert")]
    tls_key: Option<PathBuf>,
    /// Look whether serve could listen at this address
    #[arg(long, value_name = "ADDR")]
    listen: Option<SocketAddr>,
}

/// How something stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum State {
    Ok,
    Warning,
    Fault,
}

/// What a check has found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(super) struct Finding {
    pub(super) check: &'static str,
    pub(super) state: State,
    /// How it is.
    pub(super) says: String,
    /// What to do about it.
    #[serde(rename = "toDo", skip_serializing_if = "Option::is_none")]
    pub(super) to_do: Option<String>,
}

impl Finding {
    pub(super) fn ok(check: &'static str, says: impl Into<String>) -> Self {
        Self { check, state: State::Ok, says: says.into(), to_do: None }
    }

    pub(super) fn warning(check: &'static str, says: impl Into<String>, to_do: impl Into<String>) -> Self {
        Self { check, state: State::Warning, says: says.into(), to_do: Some(to_do.into()) }
    }

    pub(super) fn fault(check: &'static str, says: impl Into<String>, to_do: impl Into<String>) -> Self {
        Self { check, state: State::Fault, says: says.into(), to_do: Some(to_do.into()) }
    }

    fn line(&self) -> String {
        let state = match self.state {
            State::Ok => "ok",
            State::Warning => "warning",
            State::Fault => "fault",
        };
        let to_do = self.to_do.as_ref().map(|what| format!(". {what}")).unwrap_or_default();
        format!("{state:7}  {}: {}{to_do}", self.check, self.says)
    }
}

pub(crate) async fn run(args: DoctorArgs, printer: &Printer) -> Result<(), Failure> {
    let DoctorArgs { place, tls_cert, tls_key, listen } = args;
    let now = Timestamp::now();
    let mut findings = vec![checks::folder(&place.data), checks::seal_key(&place.data)];
    findings.extend(checks::database(&place, now).await);
    findings.extend(checks::room(&place.data));
    findings.push(checks::descriptors());
    let has_tls = tls_cert.is_some();
    if let (Some(certificates), Some(key)) = (tls_cert, tls_key) {
        findings.extend(certificate::look(&certificates, &key, now));
    }
    findings.extend(listen.map(|address| checks::listen(address, has_tls)));
    let worst = findings.iter().map(|finding| finding.state).max().unwrap_or(State::Ok);
    let lines: Vec<_> = findings.iter().map(Finding::line).collect();
    printer.show(&json!({ "state": worst, "checks": findings }), &lines.join("\n"))?;
    match findings.iter().filter(|finding| finding.state == State::Fault).count() {
        0 => Ok(()),
        1 => Err(Failure::new(Fault::Other, "there is a fault").midway()),
        many => Err(Failure::new(Fault::Other, format!("there are {many} faults")).midway()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_says_how_it_is_and_what_to_do() {
        assert_eq!(Finding::ok("database", "it answers").line(), "ok       database: it answers");
        let fault = Finding::fault("seal key", "others can read it", "chmod 600 seal.key");
        assert_eq!(fault.line(), "fault    seal key: others can read it. chmod 600 seal.key");
        assert!(State::Fault > State::Warning && State::Warning > State::Ok);
    }
}
