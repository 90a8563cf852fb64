//! A service's own users beside the rest of another store.

use bytes::Bytes;
use idw_keys::Address;
use jiff::Timestamp;

use super::{
    AddWallet, Application, Applications, FileId, Files, Message, NewFile, Pass, PassKind, Passes, RemoveWallet,
    SignUp, StoreError, StoredFile, Usage, User, UserId, Users,
};

/// A store whose users are kept by `users`, and everything else by `rest`.
///
/// A sign-up's files go to `rest` first and are taken back when `users` fails, so `users` never sees any.
#[derive(Debug, Clone)]
pub struct WithUsers<U, S> {
    /// Keeps the users.
    pub users: U,
    /// Keeps files, applications and passes.
    pub rest: S,
}

impl<U: Users, S: Files> Users for WithUsers<U, S> {
    fn sign_up(&self, sign_up: &SignUp) -> Result<UserId, StoreError> {
        let ids: Vec<FileId> = sign_up.files.iter().map(|file| file.id.clone()).collect();
        let kept = sign_up.files.iter().try_for_each(|file| self.rest.add_file(file));
        let done = kept.and_then(|()| self.rest.claim_files(&ids)).and_then(|_| {
            let without_files = SignUp { files: Vec::new(), ..sign_up.clone() };
            self.users.sign_up(&without_files)
        });
        if done.is_err() {
            for file in &sign_up.files {
                // The failure to report is the first one; a file that stays behind is nobody's and harms nobody.
                let _ = self.rest.remove_file(&file.id);
            }
        }
        done
    }

    fn user(&self, id: &UserId) -> Result<Option<User>, StoreError> {
        self.users.user(id)
    }

    fn user_with(&self, wallet: Address) -> Result<Option<User>, StoreError> {
        self.users.user_with(wallet)
    }

    fn users(&self) -> Result<Vec<User>, StoreError> {
        self.users.users()
    }

    fn record_login(&self, wallet: Address) -> Result<(), StoreError> {
        self.users.record_login(wallet)
    }

    fn add_wallet(&self, user: &UserId, wallet: Address) -> Result<AddWallet, StoreError> {
        self.users.add_wallet(user, wallet)
    }

    fn remove_wallet(&self, user: &UserId, wallet: Address) -> Result<RemoveWallet, StoreError> {
        self.users.remove_wallet(user, wallet)
    }

    fn delete_user(&self, user: &UserId) -> Result<bool, StoreError> {
        self.users.delete_user(user)
    }

    fn register(&self, name: &str, verifier: &str) -> Result<Option<UserId>, StoreError> {
        self.users.register(name, verifier)
    }

    fn user_named(&self, name: &str) -> Result<Option<(UserId, String)>, StoreError> {
        self.users.user_named(name)
    }
}

impl<U: Send + Sync + 'static, S: Files> Files for WithUsers<U, S> {
    fn add_file(&self, file: &NewFile) -> Result<(), StoreError> {
        self.rest.add_file(file)
    }

    fn claim_files(&self, ids: &[FileId]) -> Result<bool, StoreError> {
        self.rest.claim_files(ids)
    }

    fn forget_unclaimed(&self, before: Timestamp) -> Result<(), StoreError> {
        self.rest.forget_unclaimed(before)
    }

    fn usage(&self, owner: Address) -> Result<Usage, StoreError> {
        self.rest.usage(owner)
    }

    fn total_bytes(&self) -> Result<u64, StoreError> {
        self.rest.total_bytes()
    }

    fn file(&self, id: &FileId) -> Result<Option<StoredFile>, StoreError> {
        self.rest.file(id)
    }

    fn file_content(&self, id: &FileId) -> Result<Option<Bytes>, StoreError> {
        self.rest.file_content(id)
    }

    fn files(&self) -> Result<Vec<StoredFile>, StoreError> {
        self.rest.files()
    }

    fn remove_file(&self, id: &FileId) -> Result<(), StoreError> {
        self.rest.remove_file(id)
    }

    fn hand_over_files(&self, from: Address, to: Address) -> Result<(), StoreError> {
        self.rest.hand_over_files(from, to)
    }

    fn forget_files(&self, owner: Address) -> Result<(), StoreError> {
        self.rest.forget_files(owner)
    }
}

impl<U: Send + Sync + 'static, S: Applications> Applications for WithUsers<U, S> {
    fn add_application(&self, application: &Application) -> Result<(), StoreError> {
        self.rest.add_application(application)
    }

    fn update_application(&self, application: &Application) -> Result<(), StoreError> {
        self.rest.update_application(application)
    }

    fn applications(&self) -> Result<Vec<Application>, StoreError> {
        self.rest.applications()
    }

    fn add_message(&self, application: &str, message: &Message) -> Result<(), StoreError> {
        self.rest.add_message(application, message)
    }

    fn add_kyc_user(&self, wallet: Address) -> Result<Timestamp, StoreError> {
        self.rest.add_kyc_user(wallet)
    }

    fn kyc_user(&self, wallet: Address) -> Result<Option<Timestamp>, StoreError> {
        self.rest.kyc_user(wallet)
    }

    fn hand_over_applications(&self, from: Address, to: Address) -> Result<(), StoreError> {
        self.rest.hand_over_applications(from, to)
    }

    fn forget_applications(&self, wallet: Address) -> Result<(), StoreError> {
        self.rest.forget_applications(wallet)
    }
}

impl<U: Send + Sync + 'static, S: Passes> Passes for WithUsers<U, S> {
    fn spend_nonce(&self, nonce: &str, expires: Timestamp) -> Result<bool, StoreError> {
        self.rest.spend_nonce(nonce, expires)
    }

    fn keep_pass(&self, pass: &Pass) -> Result<(), StoreError> {
        self.rest.keep_pass(pass)
    }

    fn find_pass(&self, kind: PassKind, digest: &str) -> Result<Option<String>, StoreError> {
        self.rest.find_pass(kind, digest)
    }

    fn take_pass(&self, kind: PassKind, digest: &str) -> Result<Option<String>, StoreError> {
        self.rest.take_pass(kind, digest)
    }

    fn revoke_passes(&self, kind: PassKind, holder: &str) -> Result<(), StoreError> {
        self.rest.revoke_passes(kind, holder)
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::SqliteStore;
    use crate::store::Attribute;

    /// A user database that takes nobody in.
    struct Closed;

    impl Users for Closed {
        fn sign_up(&self, sign_up: &SignUp) -> Result<UserId, StoreError> {
            assert!(sign_up.files.is_empty(), "files are the other store's");
            Err(StoreError { doing: "signing up", source: "closed".into() })
        }
        fn user(&self, _: &UserId) -> Result<Option<User>, StoreError> {
            Ok(None)
        }
        fn user_with(&self, _: Address) -> Result<Option<User>, StoreError> {
            Ok(None)
        }
        fn users(&self) -> Result<Vec<User>, StoreError> {
            Ok(Vec::new())
        }
        fn record_login(&self, _: Address) -> Result<(), StoreError> {
            Ok(())
        }
        fn add_wallet(&self, _: &UserId, _: Address) -> Result<AddWallet, StoreError> {
            Ok(AddWallet::NoSuchUser)
        }
        fn remove_wallet(&self, _: &UserId, _: Address) -> Result<RemoveWallet, StoreError> {
            Ok(RemoveWallet::NotTheirs)
        }
        fn delete_user(&self, _: &UserId) -> Result<bool, StoreError> {
            Ok(false)
        }
    }

    #[test]
    fn files_of_a_failed_sign_up_are_taken_back() {
        let store = WithUsers { users: Closed, rest: SqliteStore::in_memory().unwrap() };
        let wallet: Address = format!("0x{}", "11".repeat(20)).parse().unwrap();
        let file = NewFile {
            id: FileId::make(),
            owner: wallet,
            name: "bill.pdf".to_owned(),
            mime_type: "application/pdf".to_owned(),
            content: Bytes::from_static(b"%PDF-1.7"),
        };
        let attribute =
            Attribute { id: None, schema: "http://rp.example/a.json".to_owned(), value: json!(1), requested: true };
        let sign_up = SignUp { wallet, attributes: vec![attribute], meta: None, files: vec![file] };
        assert!(store.sign_up(&sign_up).is_err());
        assert!(store.files().unwrap().is_empty());
        assert_eq!(store.register("ada", "x").unwrap(), None, "no names unless the service keeps them");
    }
}
