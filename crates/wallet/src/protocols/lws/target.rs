//! Where something is sent, and as whom.

use idw_lws::{Dialect, LoggedIn, SiteDescription};
use idw_vault::RecordId;

use crate::{
    AccountError,
    accounts::Acting,
    clock::now,
    records::SiteRecord,
    requests::{Delivered, Party},
    sites::{self, SiteId},
};

/// A site, as whom the user acts there, and how it is spoken to.
#[derive(Clone)]
pub(super) struct Target {
    pub(super) site_id: RecordId,
    /// The site's record as it is once the user has agreed.
    pub(super) site: SiteRecord,
    pub(super) description: SiteDescription,
    /// The dialect, once it is known.
    pub(super) dialect: Option<Dialect>,
    pub(super) acting: Acting,
    pub(super) account: AccountChoice,
}

/// Who chose the account.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum AccountChoice {
    /// The user named it, so that it is used there from now on.
    ByTheUser,
    /// It is the one used there before, or the site's own.
    AsBefore,
}

impl AccountChoice {
    pub(super) fn of(named: Option<&str>) -> Self {
        if named.is_some() { Self::ByTheUser } else { Self::AsBefore }
    }
}

impl Target {
    /// Who asks.
    pub(super) fn party(&self) -> Party {
        let Self { site, description, .. } = self;
        Party {
            name: site.name.clone(),
            root: SiteId::of(description.root()),
            added: Some(site.added),
            url: sites::shown_url(description),
            connection: sites::connection(description.root()),
            hosts: description.hosts(),
            file_limit: site.file_limit,
            terms_url: description.terms_url().map(ToString::to_string),
            policy_url: description.policy_url().map(ToString::to_string),
        }
    }

    /// Whether the user acts with the site's own key.
    pub(super) fn acts_with_own_key(&self) -> bool {
        matches!(self.acting, Acting::Site(_))
    }

    /// The DID that the site knows the user by.
    pub(super) fn did(&self) -> Result<String, AccountError> {
        Ok(self.acting.view()?.did)
    }

    /// The site's record once the user has agreed to what is described.
    pub(super) fn agreed_to(mut self) -> Self {
        self.site.lws_mut().agreed = Some(self.description.raw().clone());
        self.site.key_confirmed |= self.acts_with_own_key();
        self.site.version = SiteRecord::VERSION;
        self
    }

    /// What a login came to, with where the browser goes.
    pub(super) fn with_redirect(&self, delivered: Delivered, logged_in: LoggedIn) -> Delivered {
        let redirect = logged_in.redirect;
        let leaves_party = redirect.as_ref().is_some_and(|url| self.description.is_left_by(url));
        Delivered { redirect_url: redirect.map(|url| url.to_string()), leaves_party, ..delivered }
    }

    /// Notes a success in the site's record: its dialect, the account that is used there where the user named one, and
    /// when.
    pub(super) fn remember(&self, site: &mut SiteRecord, dialect: Option<Dialect>) {
        if let Some(dialect) = dialect {
            site.lws_mut().dialect = Some(sites::dialect_text(dialect).to_owned());
            site.last_used = Some(now());
        }
        if self.account == AccountChoice::ByTheUser {
            site.account = match &self.acting {
                Acting::Named(_, account) => Some(account.name.clone()),
                Acting::Site(_) => None,
            };
        }
    }

    /// Notes what a failure taught: the site's dialect, which the next attempt need not ask for again, and the largest
    /// file that it takes.
    pub(super) fn learn(site: &mut SiteRecord, dialect: Option<Dialect>, file_limit: Option<u64>) {
        if let Some(dialect) = dialect {
            site.lws_mut().dialect = Some(sites::dialect_text(dialect).to_owned());
        }
        site.file_limit = file_limit.or(site.file_limit);
    }
}

/// The dialect that a site is known to speak.
pub(super) fn known_dialect(site: &SiteRecord, description: &SiteDescription) -> Option<Dialect> {
    let remembered = match site.lws().dialect.as_deref() {
        Some("classic") => Some(Dialect::Classic),
        Some("did") => Some(Dialect::Did),
        _ => None,
    };
    description.dialect().or(remembered)
}
