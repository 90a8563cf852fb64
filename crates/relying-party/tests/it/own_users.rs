//! A service with a user database of its own: it implements `Users`, and the rest stays with the store that comes along.

use std::sync::{Arc, Mutex};

use idw_keys::Address;
use idw_relying_party::{
    AddWallet, Config, RelyingParty, RemoveWallet, SignUp, SqliteStore, StoreError, User, UserId, Users, WithUsers,
};
use serde_json::json;

use crate::wallet::{Call, Part, Speaks, Wallet};

/// Customers, as a service might have them in a table.
#[derive(Clone, Default)]
struct Customers(Arc<Mutex<Vec<User>>>);

impl Customers {
    fn with<T>(&self, work: impl FnOnce(&mut Vec<User>) -> T) -> T {
        work(&mut self.0.lock().unwrap())
    }

    fn customer(number: usize) -> User {
        let now = "2031-01-02T03:04:05Z".parse().unwrap();
        User {
            id: UserId::from_text(format!("customer-{number}")),
            name: None,
            wallets: Vec::new(),
            attributes: Vec::new(),
            meta: None,
            created_at: now,
            updated_at: now,
            sign_ups: 0,
            logins: 0,
        }
    }
}

impl Users for Customers {
    fn sign_up(&self, sign_up: &SignUp) -> Result<UserId, StoreError> {
        assert!(sign_up.files.is_empty(), "files go to the other store");
        self.with(|users| {
            let known = users.iter().position(|user| user.wallets.contains(&sign_up.wallet));
            let index = known.unwrap_or_else(|| {
                let wallets = vec![sign_up.wallet];
                users.push(User { wallets, ..Self::customer(users.len()) });
                users.len() - 1
            });
            users[index].attributes.clone_from(&sign_up.attributes);
            Ok(users[index].id.clone())
        })
    }

    fn user(&self, id: &UserId) -> Result<Option<User>, StoreError> {
        Ok(self.with(|users| users.iter().find(|user| user.id == *id).cloned()))
    }

    fn user_with(&self, wallet: Address) -> Result<Option<User>, StoreError> {
        Ok(self.with(|users| users.iter().find(|user| user.wallets.contains(&wallet)).cloned()))
    }

    fn users(&self) -> Result<Vec<User>, StoreError> {
        Ok(self.with(|users| users.clone()))
    }

    fn record_login(&self, wallet: Address) -> Result<(), StoreError> {
        self.with(|users| {
            users.iter_mut().filter(|user| user.wallets.contains(&wallet)).for_each(|user| user.logins += 1);
        });
        Ok(())
    }

    fn add_wallet(&self, user: &UserId, wallet: Address) -> Result<AddWallet, StoreError> {
        Ok(self.with(|users| {
            users.retain(|other| other.id == *user || other.wallets != [wallet]);
            match users.iter_mut().find(|other| other.id == *user) {
                Some(user) => {
                    user.wallets.push(wallet);
                    AddWallet::Added
                }
                None => AddWallet::NoSuchUser,
            }
        }))
    }

    fn remove_wallet(&self, user: &UserId, wallet: Address) -> Result<RemoveWallet, StoreError> {
        self.with(|users| users.iter_mut().filter(|u| u.id == *user).for_each(|u| u.wallets.retain(|w| *w != wallet)));
        Ok(RemoveWallet::Removed)
    }

    fn delete_user(&self, user: &UserId) -> Result<bool, StoreError> {
        Ok(self.with(|users| {
            let before = users.len();
            users.retain(|other| other.id != *user);
            users.len() < before
        }))
    }
}

#[tokio::test]
async fn its_users_log_in_with_their_wallets() {
    let customers = Customers::default();
    // Known to the service before they ever had a wallet.
    customers.with(|users| users.push(Customers::customer(0)));
    let mut config = Config::sample("http://rp.example".parse().unwrap()).unwrap();
    config.attributes.truncate(1);
    config.attributes.push(idw_relying_party::Requirement::platform("utility-bill"));
    let store = WithUsers { users: customers.clone(), rest: SqliteStore::in_memory().unwrap() };
    let party = RelyingParty::new(config, store).unwrap();
    let site = party.router(&[]);

    let wallet = Wallet::new(Speaks::Classic, 1);
    let token = wallet.authenticate(&site).await;
    let bill = json!({"images": ["$document-1"], "issued": "2031-01-02"});
    let attributes = json!([
        wallet.attribute(Some("first"), "first-name", json!("Ada")),
        wallet.attribute(None, "utility-bill", bill),
    ]);
    let parts = [Part::json("attributes", &attributes), Part::pdf("$document-1")];
    Call::form(Speaks::Classic, "/users", &parts).bearer(&token).send(&site).await.expect(201);
    assert_eq!(party.store().files().unwrap().len(), 1, "the document is with the other store");
    let redirect = wallet.log_in(&site, &token).await;

    let login = party.redeem_ticket(redirect.split_once("ticket=").unwrap().1).await.unwrap().unwrap();
    assert_eq!((login.user.id.as_str(), login.user.logins), ("customer-1", 1));
    let known = UserId::from_text("customer-0");
    assert_eq!(party.add_wallet(&known, login.wallet).await.unwrap(), AddWallet::Added);
    assert_eq!(customers.users().unwrap().len(), 1, "one customer, now with a wallet");
    let redirect = wallet.log_in(&site, &token).await;
    let login = party.redeem_ticket(redirect.split_once("ticket=").unwrap().1).await.unwrap().unwrap();
    assert_eq!(login.user.id, known);
    assert!(party.delete_user(&known).await.unwrap());
    assert!(party.store().files().unwrap().is_empty(), "what the wallet sent went with its user");
}
