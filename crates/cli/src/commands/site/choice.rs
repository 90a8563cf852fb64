//! Which site is meant, where several fit what was typed.

use idw_wallet::{FittingSite, SiteError, Wallet, view::SiteView};
use idw_words::message;
use serde_json::{Value, json};

use crate::{
    app::App,
    fault::{Failure, Fault},
    page::Page,
    prompt,
    words::say,
};

/// What to do where several sites fit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum IfSeveral {
    /// Ask the person at the terminal, if there is one.
    Ask,
    /// Refuse, and name them all.
    Refuse,
}

impl IfSeveral {
    /// Whoever consents in advance is asked nothing.
    pub(crate) fn with_consent(in_advance: bool) -> Self {
        if in_advance { Self::Refuse } else { Self::Ask }
    }
}

/// The site that is meant. Where several fit, the person at the terminal picks one; a script, and whoever consented in
/// advance, has to name it.
pub(crate) fn chosen(app: &App, wallet: &Wallet, wanted: &str, if_several: IfSeveral) -> Result<SiteView, Failure> {
    match wallet.site(wanted) {
        Err(SiteError::Ambiguous { fitting, .. }) if prompt::possible() && if_several == IfSeveral::Ask => {
            Ok(wallet.site(&ask(app, wanted, &fitting)?)?)
        }
        Err(SiteError::Ambiguous { fitting, .. }) => Err(which(wanted, &fitting)),
        found => Ok(found?),
    }
}

/// Asks for one of them, by its place in the list. Gives its name, which no other site has.
fn ask(app: &App, wanted: &str, fitting: &[FittingSite]) -> Result<String, Failure> {
    app.out.present(|page| list(page, wanted, fitting));
    loop {
        let answer =
            prompt::line(&say(message::CliSiteWhich { count: fitting.len() }))?.filter(|answer| !answer.is_empty());
        let answer = answer.ok_or_else(|| Failure::new(Fault::Declined, say(message::CliDeclinedUnsent)))?;
        let place = answer.parse::<usize>().ok().and_then(|number| fitting.get(number.checked_sub(1)?));
        if let Some(site) = place {
            return Ok(site.name.clone());
        }
    }
}

fn list(page: &mut Page, wanted: &str, fitting: &[FittingSite]) {
    page.heading(&say(message::CliSiteSeveralTitle { wanted }));
    let row = |(at, site): (usize, &FittingSite)| vec![(at + 1).to_string(), site.name.clone(), site.root.clone()];
    let (name, api) = (say(message::CliSiteColumnName), say(message::CliSiteColumnApi));
    page.table(&["", &name, &api], &fitting.iter().enumerate().map(row).collect::<Vec<_>>());
    page.gap();
}

fn which(wanted: &str, fitting: &[FittingSite]) -> Failure {
    let sites: Value = fitting.iter().map(|site| json!({ "name": site.name, "root": site.root })).collect();
    let failure = Failure::usage(say(message::CliSiteSeveral { wanted })).detail("sites", sites);
    fitting.iter().fold(failure, |failure, site| failure.hint(format!("{}  {}", site.name, site.root)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scripts_get_the_list() {
        let site = |name: &str| FittingSite { name: name.into(), root: format!("https://{name}.example") };
        let failure = which("rp.example", &[site("a"), site("b")]);
        assert_eq!(failure.fault.exit(), 2);
        assert_eq!(failure.hints, ["a  https://a.example", "b  https://b.example"]);
        assert_eq!(failure.document()["sites"][1]["root"], "https://b.example");
    }
}
