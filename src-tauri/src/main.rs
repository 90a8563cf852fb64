//! `idw-desktop`: the wallet in a window.
//!
//! Nothing is decided here. The page calls a command, the command calls one function of [`idw_wallet`] and returns
//! its view; errors become a [`failure::Failure`]. Secrets and proposals stay on this side.

#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

mod args;
mod backups;
#[cfg(test)]
mod bindings;
mod checking;
mod chosen_files;
mod clipboard;
mod commands;
mod dialogs;
mod drops;
mod eid_service;
mod failure;
mod harden;
mod holding;
mod notification;
mod other_holder;
mod outside;
mod page_event;
#[cfg(target_os = "linux")]
mod session_lock;
mod state;
#[cfg(test)]
mod tests;
mod waits;
mod window;

use std::process::ExitCode;

use args::Args;
use clipboard::Clipboard;
use holding::{Holding, is_in_use};
use state::AppState;
use tauri::{Manager as _, RunEvent};
use tracing_subscriber::EnvFilter;
use zeroizing_alloc::ZeroAlloc;

/// Wipes whatever is freed: attribute values, what crosses to the page and all else that is in no wiping type.
#[global_allocator]
static ALLOCATOR: ZeroAlloc<std::alloc::System> = ZeroAlloc(std::alloc::System);

fn main() -> ExitCode {
    // First of all: such a process is to do nothing else, and has no secret.
    if let Some(code) = idw_wallet::open_document_if_asked() {
        return code;
    }
    harden::harden();
    idw_files::make_size_limit_an_error();
    let args = match Args::parse(std::env::args_os().skip(1)) {
        Ok(args::Request::Run(args)) => args,
        Ok(args::Request::Say(text)) => return args::say(&text),
        Err(error) => return args::complain(&error),
    };
    tracing_subscriber::fmt()
        .with_env_filter(EnvFilter::try_from_env("IDW_LOG").unwrap_or_else(|_| EnvFilter::new("warn")))
        .with_writer(std::io::stderr)
        .init();

    let holding = Holding::new(args.vault).listening(std::env::var_os("XDG_RUNTIME_DIR"));
    if is_open_elsewhere(&holding) {
        return ExitCode::SUCCESS;
    }

    let app = window::with_commands(tauri::Builder::default())
        .manage(AppState::new(holding, args.kdf, Clipboard::of_the_system()))
        .setup(|app| {
            window::open(app)?;
            outside::watch(app.handle());
            #[cfg(target_os = "linux")]
            session_lock::watch(app.handle().clone());
            Ok(())
        })
        .build(tauri::generate_context!());
    match app {
        Ok(app) => {
            app.run(|app, event| {
                if matches!(event, RunEvent::Exit) {
                    let state = app.state::<AppState>();
                    // The clipboard may outlive the program, where another one takes it over.
                    state.clipboard().clear();
                    state.holding().stop_listening();
                }
            });
            ExitCode::SUCCESS
        }
        Err(error) => args::complain(&format!("the window could not be opened: {error}")),
    }
}

/// Takes the vault, so that it is held before anything is on the screen. Where another window has it, that one comes forward
/// in place of this one. Whatever else is in the way is for the page to tell.
fn is_open_elsewhere(holding: &Holding) -> bool {
    match holding.take() {
        Err(error) if is_in_use(&error) => tauri::async_runtime::block_on(other_holder::comes_forward(holding.dir())),
        Ok(_) | Err(_) => false,
    }
}
