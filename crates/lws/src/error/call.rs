//! What the wallet was doing when something went wrong.

use std::fmt;

use crate::endpoint::Endpoint;

/// What the wallet was doing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Call {
    /// Fetching the site's description.
    Description,
    /// `GET /auth/challenge`.
    Challenge,
    /// `POST /auth/challenge`.
    Response,
    /// `POST /users/file`.
    UserFile,
    /// `POST /users`.
    SignUp,
    /// `GET /auth/token` or `GET /users/token`.
    UserToken,
    /// `POST /login`.
    LogIn,
    /// `GET /templates`.
    Templates,
    /// `GET /templates/{id}`.
    Template,
    /// `POST /files`.
    KycFile,
    /// `POST /applications`.
    Apply,
    /// Fetching a schema of the site's own.
    Schema,
    /// `GET /applications`.
    Applications,
    /// `GET /applications/{id}`.
    Application,
    /// `PATCH /applications/{id}`.
    Update,
    /// Cancelling an application.
    Cancel,
}

impl Call {
    /// The endpoints whose entries in a description say where this call is made, and no other's.
    pub(crate) fn endpoints(self) -> &'static [Endpoint] {
        match self {
            Self::Description | Self::Schema => &[],
            Self::Challenge => &[Endpoint::Challenge],
            Self::Response => &[Endpoint::ChallengeResponse, Endpoint::Challenge],
            Self::UserFile => &[Endpoint::UsersFile],
            Self::SignUp => &[Endpoint::Users],
            Self::UserToken => &[Endpoint::UsersToken, Endpoint::AuthToken],
            Self::LogIn => &[Endpoint::Login],
            Self::Templates => &[Endpoint::Templates],
            Self::Template => &[Endpoint::Template, Endpoint::Templates],
            Self::KycFile => &[Endpoint::Files],
            Self::Apply | Self::Applications => &[Endpoint::Applications],
            Self::Application | Self::Update | Self::Cancel => &[Endpoint::Application, Endpoint::Applications],
        }
    }

    /// What it is for, in words.
    pub(crate) fn label(self) -> &'static str {
        match self {
            Self::Description => "site description",
            Self::Challenge => "challenge",
            Self::Response => "challenge response",
            Self::UserFile | Self::KycFile => "file upload",
            Self::SignUp => "sign-up",
            Self::UserToken => "user token",
            Self::LogIn => "login",
            Self::Templates => "list of KYC templates",
            Self::Template => "KYC template",
            Self::Apply => "KYC application",
            Self::Schema => "schema of an attribute",
            Self::Applications => "list of KYC applications",
            Self::Application => "state of a KYC application",
            Self::Update => "addition to a KYC application",
            Self::Cancel => "cancelling a KYC application",
        }
    }
}

impl fmt::Display for Call {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.label())
    }
}
