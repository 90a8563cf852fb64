//! Users, files and applications: the traits that a service implements over its own database.

mod compose;
pub(crate) mod sqlite;
mod types;

use bytes::Bytes;
use idw_keys::Address;
use jiff::Timestamp;

pub use self::compose::WithUsers;
pub use self::types::{
    AddWallet, Application, ApplicationStatus, Attribute, FileId, Message, NewFile, Pass, PassKind, RemoveWallet, Side,
    SignUp, StoreError, StoredFile, Usage, User, UserId,
};

/// Everything a relying party keeps. Whatever implements the four parts is a store.
///
/// A service with a user database of its own implements [`Users`] and leaves the rest to another store:
/// [`WithUsers`] joins the two. [`SqliteStore`](crate::SqliteStore) is all four.
///
/// Calls may block: they are made on threads for blocking work. Each call is one transaction.
pub trait Store: Users + Files + Applications + Passes {}

impl<T: Users + Files + Applications + Passes> Store for T {}

/// The users of a site.
///
/// A wallet is known by the address of its key and logs in at most one user. A user has any number of wallets, and
/// may have other ways to log in which are the service's own business.
pub trait Users: Send + Sync + 'static {
    /// Makes a user, or updates the one that the wallet belongs to: the attributes replace what was known, as do
    /// those of the site's `meta`. Files that came along go in too; all or nothing.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails; the same holds for every call of these traits.
    fn sign_up(&self, sign_up: &SignUp) -> Result<UserId, StoreError>;

    /// The user with this id.
    ///
    /// # Errors
    /// As [`Users::sign_up`].
    fn user(&self, id: &UserId) -> Result<Option<User>, StoreError>;

    /// The user that a wallet belongs to.
    ///
    /// # Errors
    /// As [`Users::sign_up`].
    fn user_with(&self, wallet: Address) -> Result<Option<User>, StoreError>;

    /// All users, oldest first.
    ///
    /// # Errors
    /// As [`Users::sign_up`].
    fn users(&self) -> Result<Vec<User>, StoreError>;

    /// Counts a login of the user that a wallet belongs to.
    ///
    /// # Errors
    /// As [`Users::sign_up`].
    fn record_login(&self, wallet: Address) -> Result<(), StoreError>;

    /// Lets a wallet log in this user too.
    ///
    /// A wallet has to sign up before it can be asked to log in, and with that it has a user of its own. Where that
    /// user has no other way in, this one takes it over: its attributes replace those of the same id and schema here,
    /// and it is gone. Where it has, nothing changes: [`AddWallet::Taken`].
    ///
    /// # Errors
    /// As [`Users::sign_up`].
    fn add_wallet(&self, user: &UserId, wallet: Address) -> Result<AddWallet, StoreError>;

    /// Takes a wallet from a user who [has another way in](User::has_another_way_in).
    ///
    /// # Errors
    /// As [`Users::sign_up`].
    fn remove_wallet(&self, user: &UserId, wallet: Address) -> Result<RemoveWallet, StoreError>;

    /// Forgets a user: wallets, attributes, name. `false` when there is none.
    ///
    /// # Errors
    /// As [`Users::sign_up`].
    fn delete_user(&self, user: &UserId) -> Result<bool, StoreError>;

    /// Makes a user without a wallet, who logs in with a name and a password; `None` when the name is taken.
    /// `verifier` is what the password is checked against, never the password. It should take as long either way, so
    /// that the time does not tell which names are taken.
    ///
    /// Only the site's own pages ask. As provided, no name can be had: a service with a log-in of its own leaves it so.
    ///
    /// # Errors
    /// As [`Users::sign_up`].
    fn register(&self, name: &str, verifier: &str) -> Result<Option<UserId>, StoreError> {
        let _ = (name, verifier);
        Ok(None)
    }

    /// The user with this name, and the verifier given at [`Users::register`].
    ///
    /// # Errors
    /// As [`Users::sign_up`].
    fn user_named(&self, name: &str) -> Result<Option<(UserId, String)>, StoreError> {
        let _ = name;
        Ok(None)
    }
}

/// The files that wallets uploaded.
pub trait Files: Send + Sync + 'static {
    /// Keeps an uploaded file, which is unclaimed until [`claim_files`](Self::claim_files) names it. Those that come with
    /// [`Users::sign_up`] are claimed from the beginning.
    ///
    /// # Errors
    /// As [`Users::sign_up`].
    fn add_file(&self, file: &NewFile) -> Result<(), StoreError>;

    /// From now on these are part of a sign-up or an application, and are kept until their owner goes. `false`, and
    /// nothing is changed, when one of them is not there (any more).
    ///
    /// # Errors
    /// As [`Users::sign_up`].
    fn claim_files(&self, ids: &[FileId]) -> Result<bool, StoreError>;

    /// Deletes unclaimed files that came before this time.
    ///
    /// # Errors
    /// As [`Users::sign_up`].
    fn forget_unclaimed(&self, before: Timestamp) -> Result<(), StoreError>;

    /// How much a wallet has here.
    ///
    /// # Errors
    /// As [`Users::sign_up`].
    fn usage(&self, owner: Address) -> Result<Usage, StoreError>;

    /// Bytes of everything that is kept, the files at least.
    ///
    /// # Errors
    /// As [`Users::sign_up`].
    fn total_bytes(&self) -> Result<u64, StoreError>;

    /// What is known of a file.
    ///
    /// # Errors
    /// As [`Users::sign_up`].
    fn file(&self, id: &FileId) -> Result<Option<StoredFile>, StoreError>;

    /// A file's bytes.
    ///
    /// # Errors
    /// As [`Users::sign_up`].
    fn file_content(&self, id: &FileId) -> Result<Option<Bytes>, StoreError>;

    /// All files, oldest first.
    ///
    /// # Errors
    /// As [`Users::sign_up`].
    fn files(&self) -> Result<Vec<StoredFile>, StoreError>;

    /// Deletes one file.
    ///
    /// # Errors
    /// As [`Users::sign_up`].
    fn remove_file(&self, id: &FileId) -> Result<(), StoreError>;

    /// Makes the files of one wallet those of another one of the same user.
    ///
    /// # Errors
    /// As [`Users::sign_up`].
    fn hand_over_files(&self, from: Address, to: Address) -> Result<(), StoreError>;

    /// Deletes every file of a wallet.
    ///
    /// # Errors
    /// As [`Users::sign_up`].
    fn forget_files(&self, owner: Address) -> Result<(), StoreError>;
}

/// KYC applications.
pub trait Applications: Send + Sync + 'static {
    /// Keeps a KYC application.
    ///
    /// # Errors
    /// As [`Users::sign_up`].
    fn add_application(&self, application: &Application) -> Result<(), StoreError>;

    /// Replaces what is kept of an application; the wallet, the template, the messages and the time stay.
    ///
    /// # Errors
    /// As [`Users::sign_up`].
    fn update_application(&self, application: &Application) -> Result<(), StoreError>;

    /// All applications with their messages, oldest first.
    ///
    /// # Errors
    /// As [`Users::sign_up`].
    fn applications(&self) -> Result<Vec<Application>, StoreError>;

    /// Adds a line to the talk about an application.
    ///
    /// # Errors
    /// As [`Users::sign_up`].
    fn add_message(&self, application: &str, message: &Message) -> Result<(), StoreError>;

    /// Makes a wallet known to the KYC part before it applies, and says since when it is known.
    ///
    /// # Errors
    /// As [`Users::sign_up`].
    fn add_kyc_user(&self, wallet: Address) -> Result<Timestamp, StoreError>;

    /// Since when a wallet is known to the KYC part.
    ///
    /// # Errors
    /// As [`Users::sign_up`].
    fn kyc_user(&self, wallet: Address) -> Result<Option<Timestamp>, StoreError>;

    /// Makes the applications of one wallet those of another one of the same user.
    ///
    /// # Errors
    /// As [`Users::sign_up`].
    fn hand_over_applications(&self, from: Address, to: Address) -> Result<(), StoreError>;

    /// Deletes every application of a wallet, and that the KYC part knew it.
    ///
    /// # Errors
    /// As [`Users::sign_up`].
    fn forget_applications(&self, wallet: Address) -> Result<(), StoreError>;
}

/// What is handed out for a while: nonces, tokens, tickets, sessions.
pub trait Passes: Send + Sync + 'static {
    /// Notes that a nonce was used; `false` when it had been used before. It may be forgotten after `expires`.
    ///
    /// # Errors
    /// As [`Users::sign_up`].
    fn spend_nonce(&self, nonce: &str, expires: Timestamp) -> Result<bool, StoreError>;

    /// Keeps a pass that was handed out. Of one kind and holder, the latest few dozen are enough; older ones may go.
    ///
    /// # Errors
    /// As [`Users::sign_up`].
    fn keep_pass(&self, pass: &Pass) -> Result<(), StoreError>;

    /// The holder of a pass that has not expired, leaving the pass in place.
    ///
    /// # Errors
    /// As [`Users::sign_up`].
    fn find_pass(&self, kind: PassKind, digest: &str) -> Result<Option<String>, StoreError>;

    /// The holder of a pass that has not expired, and the pass is gone: of two callers one gets it.
    ///
    /// # Errors
    /// As [`Users::sign_up`].
    fn take_pass(&self, kind: PassKind, digest: &str) -> Result<Option<String>, StoreError>;

    /// Makes every pass of this kind and holder worthless.
    ///
    /// # Errors
    /// As [`Users::sign_up`].
    fn revoke_passes(&self, kind: PassKind, holder: &str) -> Result<(), StoreError>;
}
