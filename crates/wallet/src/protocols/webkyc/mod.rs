//! Identity checks by Web KYC and its successor, Web IDV: the client of a provider, whose result is brought to the user as
//! any other check's would be.

mod brought;
mod flow;
mod settings;

pub use flow::{CheckArrived, CheckStep, CheckUnderWay};
pub use settings::AddProvider;

use idw_webkyc::WebKycError;

use crate::{KeepCheckError, Problem, ProviderError, StoreError};

/// Why an identity check brought nothing.
#[derive(Debug, thiserror::Error)]
pub enum CheckError {
    /// The provider is not in the wallet, cannot work, or its secret is not there.
    #[error(transparent)]
    Provider(#[from] ProviderError),
    /// The profile is a company: what would be checked is a person.
    #[error("the profile '{profile}' is a company, and an identity check is of a person; choose another profile")]
    OfCompany {
        /// The profile's name.
        profile: String,
    },
    /// The check, or fetching its result, did not end well.
    #[error("{source}{}", after(source))]
    Check {
        /// Why.
        source: WebKycError,
    },
    /// What came could not be looked at.
    #[error(transparent)]
    Review(#[from] KeepCheckError),
    /// The vault could not be read.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// What to do next, where the error alone does not say so.
fn after(error: &WebKycError) -> &'static str {
    if error.may_be_spent() { "; nothing was kept, and the check has to be made again" } else { "; nothing was kept" }
}

impl CheckError {
    /// Whose move it is.
    pub fn problem(&self) -> Problem {
        match self {
            Self::Provider(error) => error.problem(),
            Self::OfCompany { .. } => Problem::Usage,
            Self::Check { source } => problem(source),
            Self::Review(error) => error.problem(),
            Self::Store(error) => error.problem(),
        }
    }
}

fn problem(error: &WebKycError) -> Problem {
    match error {
        WebKycError::Setting { .. } => Problem::Usage,
        WebKycError::PortInUse { .. } => Problem::InUse,
        WebKycError::TimedOut | WebKycError::GaveUp => Problem::Declined,
        WebKycError::Refused { .. }
        | WebKycError::ProviderRefused { .. }
        | WebKycError::TooOld { .. }
        | WebKycError::NotPassed { .. } => Problem::Refused,
        WebKycError::Http { source: idw_webkyc::HttpError::Unreachable { .. }, .. } => Problem::Unreachable,
        // The settings were looked at when the provider was added, so this address is one that it gave.
        WebKycError::Url(_) | WebKycError::NotUnderstood { .. } | WebKycError::NotRead { .. } => Problem::Protocol,
        _ => Problem::Other,
    }
}
