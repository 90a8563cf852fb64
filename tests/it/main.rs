//! Journeys across the parts, with the real programs over real HTTP.

mod accounts;
mod applications;
#[cfg(target_os = "linux")]
mod backup;
#[cfg(target_os = "linux")]
mod browser;
#[cfg(target_os = "linux")]
mod bus;
mod canaries;
mod catalogue;
mod checks;
mod classic;
mod consent;
mod did;
mod docs;
#[cfg(target_os = "linux")]
mod doctor;
mod documents;
#[cfg(unix)]
mod eid;
mod eid_service;
mod errors;
mod example;
mod examples;
mod faults;
mod flows;
#[cfg(unix)]
mod holder;
mod journey;
#[cfg(target_os = "linux")]
mod keyring;
mod knowledge;
mod language;
mod layering;
#[cfg(target_os = "linux")]
mod lost_output;
mod network;
#[cfg(target_os = "linux")]
mod older_vault;
mod passwords;
#[cfg(target_os = "linux")]
mod places;
#[cfg(target_os = "linux")]
mod provider_secrets;
mod schemas;
#[cfg(target_os = "linux")]
mod secret_service;
mod selfkey;
mod sites;
mod trace;
#[cfg(target_os = "linux")]
mod window;
