//! As whom the user acts at a site, and the key for it.

use idw_keys::SecretKey;
use idw_vault::RecordId;

use super::{AccountError, is_meant, named, named_view, site_view};
use crate::{
    StoreError, Stored, Wallet,
    records::{AccountKeyRecord, AccountRecord, KeySource, SiteRecord},
    sites,
    view::AccountView,
    wiped_stack::on_wiped_stack,
};

/// As whom the user acts at a site.
#[derive(Clone)]
pub(crate) enum Acting {
    Named(RecordId, AccountRecord),
    Site(Box<SiteRecord>),
}

impl Acting {
    pub(crate) fn view(&self) -> Result<AccountView, AccountError> {
        match self {
            Self::Named(_, account) => named_view(account),
            Self::Site(site) => site_view(site),
        }
    }

    /// What the account is called.
    pub(crate) fn name(&self) -> &str {
        match self {
            Self::Named(_, account) => &account.name,
            Self::Site(site) => &site.name,
        }
    }
}

impl Wallet {
    /// The key the user acts with at a site.
    pub(crate) fn acting_key(&self, acting: &Acting) -> Result<SecretKey, StoreError> {
        on_wiped_stack(|| self.acting_key_here(acting))
    }

    /// The key is made or read anew, and has to be the one that was recorded: the user would otherwise be somebody else to
    /// the site than what was shown.
    fn acting_key_here(&self, acting: &Acting) -> Result<SecretKey, StoreError> {
        let missing = || StoreError::Missing { what: Stored::AccountKey };
        let (key, recorded) = match acting {
            Acting::Named(id, account) => {
                let key = match account.source {
                    KeySource::Derived { index } => self.seed()?.account(index).map_err(|_| missing())?,
                    KeySource::Imported { .. } => {
                        let kept = self.store.get::<AccountKeyRecord>(*id)?.ok_or_else(missing)?;
                        SecretKey::from_hex(&kept.secret).map_err(|_| missing())?
                    }
                };
                (key, &account.public_key)
            }
            Acting::Site(site) => {
                let uri = sites::key_uri_of(site).ok_or_else(missing)?;
                (self.seed()?.site_key(&uri, site.key_index).map_err(|_| missing())?, &site.key_public)
            }
        };
        if key.public_key().uncompressed_hex() == *recorded {
            Ok(key)
        } else {
            Err(StoreError::OtherKey { name: acting.name().to_owned() })
        }
    }

    /// As whom the user acts at `site`: the account asked for, else the one used there before, else the site's own.
    pub(crate) fn acting(&self, site: &SiteRecord, asked: Option<&str>) -> Result<Acting, AccountError> {
        let Some(name) = asked.or(site.account.as_deref()) else { return Ok(Acting::Site(Box::new(site.clone()))) };
        if is_meant(&site_view(site)?, name) {
            return Ok(Acting::Site(Box::new(site.clone())));
        }
        // Another site's key is never used here: it would link the user across sites without a word.
        self.acting_as(name)
    }

    /// The user acts as a named account, whoever asks.
    pub(crate) fn acting_as(&self, name: &str) -> Result<Acting, AccountError> {
        let found = named(&self.store, name)?;
        let (id, account) = found.ok_or_else(|| AccountError::NotFound { name: name.to_owned() })?;
        Ok(Acting::Named(id, account))
    }
}

#[cfg(test)]
mod tests {
    use idw_vault::{KdfCost, Password};

    use super::*;
    use crate::{CreateOptions, Wallet};

    #[test]
    fn no_key_but_the_recorded_one_signs() {
        let dir = tempfile::tempdir().unwrap();
        let options = CreateOptions { cost: KdfCost::Floor, ..CreateOptions::default() };
        let (wallet, _) = Wallet::create(&dir.path().join("vault"), &Password::from("a password"), options).unwrap();
        let config = br#"{"rootEndpoint": "https://shop.example/lws", "did": true}"#;
        wallet.add_site(crate::FoundSite::from_config(config).unwrap(), Some("shop")).unwrap();
        let (_, site) = sites::named(&wallet.store, "shop").unwrap();
        assert!(wallet.acting_key(&Acting::Site(Box::new(site.clone()))).is_ok());
        let other_uri = SiteRecord { key_uri: "https://bank.example/lws".to_owned(), ..site.clone() };
        let other_index = SiteRecord { key_index: 5, ..site.clone() };
        for planted in [other_uri, other_index] {
            let refused = wallet.acting_key(&Acting::Site(Box::new(planted)));
            assert!(matches!(refused, Err(StoreError::OtherKey { .. })), "the key would be another site's");
        }
        let (id, main) = named(&wallet.store, "main").unwrap().unwrap();
        let planted = AccountRecord { public_key: site.key_public, ..main };
        assert!(matches!(wallet.acting_key(&Acting::Named(id, planted)), Err(StoreError::OtherKey { .. })));
    }
}
