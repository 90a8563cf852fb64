//! `idw-desktop`: the wallet in a window.
//!
//! Nothing is decided here. The page calls a command, the command calls one function of [`idw_wallet`] and returns
//! its view; errors become a [`failure::Failure`]. Secrets and proposals stay on this side.

#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

mod args;
mod auto_lock;
mod backups;
#[cfg(test)]
mod bindings;
mod checking;
mod chosen_files;
mod clipboard;
mod closing;
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
mod settings;
mod speech;
#[cfg(target_os = "linux")]
mod startup;
mod state;
#[cfg(test)]
mod tests;
mod waits;
mod window;

use std::process::ExitCode;

use args::Args;
use clipboard::Clipboard;
use holding::{Holding, is_in_use};
use idw_wallet::Explain as _;
use idw_words::message;
use settings::Settings;
use speech::Speech;
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
    let speech = Speech::of_the_system();
    let args = match Args::parse(std::env::args_os().skip(1)) {
        Ok(args::Request::Run(args)) => args,
        Ok(args::Request::Say(text)) => return args::say(&text),
        #[cfg(target_os = "linux")]
        Ok(args::Request::TestSelf) => return args::say(&startup::self_test()),
        Err(error) => return args::complain(&speech.words().tell(&error.explain())),
    };
    tracing_subscriber::fmt()
        .with_env_filter(EnvFilter::try_from_env("IDW_LOG").unwrap_or_else(|_| EnvFilter::new("warn")))
        .with_writer(std::io::stderr)
        .init();

    #[cfg(target_os = "linux")]
    startup::avoid_dmabuf();

    let holding = Holding::new(args.vault).listening(std::env::var_os("XDG_RUNTIME_DIR"));
    let mut link = args.link;
    if is_open_elsewhere(&holding, &mut link) {
        return ExitCode::SUCCESS;
    }
    #[cfg(target_os = "linux")]
    if let Err(error) = startup::open_display() {
        return args::complain(&speech.words().tell(&error.explain()));
    }

    let words = speech.words();
    let app = window::remember_place(window::with_commands(tauri::Builder::default()))
        .manage(AppState::new(holding, args.kdf, Clipboard::of_the_system(), Settings::of_this_computer(), speech))
        .setup(|app| {
            window::open(app)?;
            outside::watch(app.handle());
            auto_lock::watch(app.handle().clone());
            if let Some(link) = link {
                outside::take_link(app.handle(), link);
            }
            #[cfg(target_os = "linux")]
            session_lock::watch(app.handle().clone());
            Ok(())
        })
        .build(tauri::generate_context!());
    match app {
        Ok(app) => {
            app.run(|app, event| match event {
                RunEvent::Exit => {
                    let state = app.state::<AppState>();
                    // The clipboard may outlive the program, where another one takes it over.
                    state.clipboard().clear();
                    state.holding().stop_listening();
                }
                // macOS hands links over as events, not as arguments.
                #[cfg(target_os = "macos")]
                RunEvent::Opened { urls } => {
                    urls.into_iter().for_each(|url| outside::take_link(app, url.into()));
                }
                _ => {}
            });
            ExitCode::SUCCESS
        }
        Err(error) => {
            let (failed, cause) = (words.say(&message::CliDesktopNoWindow), words.say(&message::CliLabelCause));
            args::complain(&format!("{failed}\n{cause}: {error}"))
        }
    }
}

/// Takes the vault, so that it is held before anything is on the screen. Where another window has it, that one comes forward
/// in place of this one. Whatever else is in the way is for the page to tell.
///
/// Whoever holds the vault also gets the link.
fn is_open_elsewhere(holding: &Holding, link: &mut Option<String>) -> bool {
    match holding.take() {
        Err(error) if is_in_use(&error) => tauri::async_runtime::block_on(async {
            if let Some(link) = link.take() {
                // The log says what happened to it, and the window that comes forward shows the requests that wait.
                let _ = other_holder::takes_link(holding.dir(), link).await;
            }
            other_holder::comes_forward(holding.dir()).await
        }),
        Ok(_) | Err(_) => false,
    }
}
