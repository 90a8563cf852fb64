//! A vault and a backup from before sites' keys had a rule of their own: nobody loses an account.

use std::{fs, path::Path};

use idw_wallet::{
    AddSite, BackupFile, CreateOptions, FoundSite, KdfCost, KeyRule, Password, Problem, RecoveryPhrase, SiteError,
    Wallet,
    view::{ApplicationChangeView, ChangeView, Purpose},
};
use serde_json::{Value, json};

use crate::{
    borrowed::{consent, go},
    honeypot::Honeypot,
    password,
};

/// Where the sites of the fixture are. It is part of their keys, so it cannot be chosen at each run; no other test uses
/// this address of the loopback network.
const ADDRESS: &str = "127.83.17.5:8411";

fn vectors() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/vectors/wallet"))
}

pub(crate) fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap().map(Result::unwrap) {
        let to = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            copy(&entry.path(), &to);
        } else {
            fs::copy(entry.path(), to).unwrap();
        }
    }
}

#[tokio::test]
async fn accounts_at_sites_of_the_earlier_rule_stay() {
    let host = Honeypot::start_at(ADDRESS).await;
    let about: Value = serde_json::from_slice(&fs::read(vectors().join("v1.json")).unwrap()).unwrap();
    let did = |site: &str| about["dids"][site].as_str().unwrap().to_owned();
    let dir = tempfile::tempdir().unwrap();

    let vault = dir.path().join("vault");
    copy(&vectors().join("v1/vault"), &vault);
    let old = Wallet::open(&vault).unwrap().unlock(&password()).map_err(|(_, error)| error).unwrap();

    let restored = dir.path().join("restored");
    let backup = BackupFile::open(&vectors().join("v1/ada.backup")).unwrap();
    let passphrase = Password::from(about["passphrase"].as_str().unwrap());
    let go_on = |_| std::ops::ControlFlow::Continue(());
    let (again, _) =
        Wallet::restore_backup(&restored, &backup, &passphrase, &password(), KdfCost::Floor, &go_on).unwrap();

    for (wallet, whence) in [(&old, "the vault"), (&again, "the backup")] {
        for (site, asks) in [("Plain Shop", false), ("Old Shop", true), ("Old Tenant", true)] {
            let view = consent(wallet, Purpose::LogIn, site).await;
            assert_eq!(view.changed, asks, "{site} of {whence}: {:?}", view.changes);
            if asks {
                let is_told = |change: &ChangeView| match change {
                    ChangeView::KeyOfEarlierRule { root, .. } => root.contains("127.83.17.5:8411"),
                    _ => false,
                };
                assert!(view.changes.iter().any(is_told), "{:?}", view.changes);
            }
            let outcome = go(wallet, Purpose::LogIn, site).await.unwrap();
            assert_eq!(outcome.did, did(site), "{site} of {whence}");
            let view = consent(wallet, Purpose::LogIn, site).await;
            assert!(!view.changed, "{site} of {whence} asks once: {:?}", view.changes);
        }
        // The application of before goes on, too.
        let application = wallet.applications().unwrap().remove(0);
        host.says("GET /shop/lws/applications/app-7", json!({"id": "app-7", "currentStatus": 2}));
        assert_eq!(wallet.application_changes(&application.id).unwrap(), [], "{whence}");
        assert_eq!(wallet.refresh_application(&application.id).await.unwrap().status, Some(2), "{whence}");
    }

    // A site whose root had a query keeps its key, and no other site gets it.
    let bare = json!({"website": {"name": "Bare"}, "rootEndpoint": format!("http://{ADDRESS}/multi/lws"), "did": true});
    let error = old.add_site(FoundSite::from_config(bare.to_string().as_bytes()).unwrap(), None).unwrap_err();
    assert!(matches!(error, SiteError::KeyTaken { .. }), "{error}");

    // A file that moves endpoints on the same host, which the first version did not look at, moves no application unasked.
    let moved = json!({
        "website": {"name": "Old Shop", "url": format!("http://{ADDRESS}/shop")}, "did": true,
        "rootEndpoint": format!("http://{ADDRESS}/shop/lws"),
        "endpoints": {"/login": format!("http://{ADDRESS}/shop/login"), "/files": format!("http://{ADDRESS}/evil/files")},
    });
    old.add_site(FoundSite::from_config(moved.to_string().as_bytes()).unwrap(), None).unwrap();
    let application = old.applications().unwrap().remove(0);
    let changes = old.application_changes(&application.id).unwrap();
    let is_told = |change: &ApplicationChangeView| match change {
        ApplicationChangeView::PlaceNotAgreedTo { place } => place.host.ends_with("/evil"),
        _ => false,
    };
    assert!(changes.iter().any(is_told), "{changes:?}");
    host.take();
    assert_eq!(old.refresh_application(&application.id).await.unwrap_err().problem(), Problem::Declined);
    assert!(host.take().is_empty());

    // From the phrase alone: the present rule, and the earlier one where it is asked for.
    let phrase = RecoveryPhrase::parse(about["phrase"].as_str().unwrap()).unwrap();
    let options = CreateOptions { cost: KdfCost::Floor, phrase: Some(phrase), ..CreateOptions::default() };
    let (anew, _) = Wallet::create(&dir.path().join("anew"), &password(), options).unwrap();
    let description = json!({
        "website": {"name": "Old Shop"}, "rootEndpoint": format!("http://{ADDRESS}/shop/lws"), "did": true,
        "endpoints": {"/login": format!("http://{ADDRESS}/shop/login")},
    });
    let found = || FoundSite::from_config(description.to_string().as_bytes()).unwrap();
    assert_ne!(anew.add_site(found(), None).unwrap().site.account.did, did("Old Shop"));
    anew.remove_site("Old Shop").unwrap();
    let first = AddSite { name: None, key_rule: Some(KeyRule::First) };
    assert_eq!(anew.add_site_as(found(), first).unwrap().site.account.did, did("Old Shop"));
}
