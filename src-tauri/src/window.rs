//! The window itself, and the list of commands that its page may call.

use tauri::{
    App, Builder, LogicalSize, Manager as _, Runtime, Url, WebviewWindow, WebviewWindowBuilder, WindowEvent,
    webview::{Color, NewWindowResponse},
};
use tauri_plugin_window_state::StateFlags;

use crate::{
    closing::Closing,
    commands::{
        accounts, activity, applications, attributes, backups, checks, data, disclosure, documents, eid, keyring, mrz,
        pictures, profiles, providers, requests, shell, sites, upkeep, vault, window,
    },
    drops,
    page_event::PageEvent,
    state::AppState,
};

/// The window of `tauri.conf.json` that everything happens in.
pub(crate) const MAIN: &str = "main";

/// Adds every command. The page's bindings are generated from the same functions; a test holds the two together.
#[expect(clippy::too_many_lines, reason = "it is a list")]
pub(crate) fn with_commands<R: Runtime>(builder: Builder<R>) -> Builder<R> {
    builder.invoke_handler(tauri::generate_handler![
        accounts::list_accounts,
        accounts::new_account,
        accounts::rename_account,
        accounts::account_removal,
        accounts::remove_account,
        accounts::pick_key_file,
        accounts::import_account,
        accounts::choose_key_file_target,
        accounts::export_key_file,
        accounts::reveal_secret,
        accounts::secret_shown,
        activity::query_activity,
        activity::logged_sites,
        activity::verify_activity,
        activity::export_activity,
        activity::site_knowledge,
        activity::sites_that_know,
        activity::save_letter,
        applications::list_applications,
        applications::refresh_application,
        applications::application_changes,
        applications::agree_to_application,
        applications::resume_application,
        applications::propose_update,
        applications::cancel_application,
        attributes::list_attribute_types,
        attributes::list_attributes,
        attributes::query_attributes,
        attributes::get_attribute,
        attributes::overview,
        attributes::list_reminders,
        attributes::attribute_history,
        attributes::set_attribute,
        attributes::set_default_attribute,
        attributes::relabel_attribute,
        attributes::remove_attribute,
        backups::backup_standing,
        backups::make_passphrase,
        backups::confirm_password,
        backups::choose_backup_target,
        backups::create_backup,
        backups::choose_backup,
        backups::forget_backup,
        backups::test_backup,
        backups::try_merge,
        backups::merge_backup,
        backups::restore_backup,
        backups::cancel_backup,
        checks::run_check,
        checks::cancel_check,
        checks::check_preview,
        checks::review_check_again,
        checks::keep_check,
        data::export_data,
        data::pick_import,
        data::selfkey_contents,
        data::import_data,
        disclosure::propose,
        disclosure::look_at_files,
        disclosure::approve,
        disclosure::decline,
        disclosure::stop_sending,
        documents::list_documents,
        documents::query_documents,
        documents::get_document,
        documents::pick_file,
        documents::paste_file,
        documents::discard_file,
        documents::add_document,
        documents::clean_document,
        documents::export_document,
        documents::remove_document,
        eid::eid_service_url,
        eid::start_eid_service,
        eid::stop_eid_service,
        eid::list_eid_parties,
        eid::add_eid_party,
        eid::eid_logo_preview,
        eid::rotate_eid_key,
        eid::block_eid_party,
        eid::unblock_eid_party,
        eid::remove_eid_party,
        eid::save_eid_root,
        eid::eid_services,
        eid::connect_eid_service,
        eid::cancel_eid_connect,
        eid::know_eid_devices,
        eid::disconnect_eid_service,
        keyring::keyring_status,
        keyring::enable_keyring,
        keyring::disable_keyring,
        keyring::unlock_with_keyring,
        mrz::read_mrz,
        mrz::apply_mrz,
        pictures::thumbnail,
        pictures::offer_shrink,
        pictures::shrink_preview,
        pictures::keep_shrunk,
        pictures::discard_shrink,
        profiles::list_profiles,
        profiles::add_profile,
        profiles::rename_profile,
        profiles::select_profile,
        profiles::remove_profile,
        providers::list_providers,
        providers::provider_secret_state,
        providers::add_provider,
        providers::set_provider_secret,
        providers::remove_provider,
        requests::list_requests,
        requests::request_waits,
        requests::who_answers,
        requests::open_request,
        requests::decline_request,
        requests::decline_and_block,
        shell::about,
        shell::auto_lock,
        shell::set_auto_lock,
        shell::speak,
        shell::in_use,
        shell::remember_canvas,
        shell::answer_path,
        shell::keep_unsaved,
        shell::unsaved,
        shell::cancel_wait,
        shell::copy_secret,
        shell::watch,
        shell::open_in_browser,
        sites::list_sites,
        sites::add_site,
        sites::pick_site_file,
        sites::add_site_from_file,
        sites::add_site_from_text,
        sites::site_requests,
        sites::use_earlier_key,
        sites::remove_site,
        sites::list_templates,
        upkeep::list_notices,
        upkeep::vault_usage,
        upkeep::verify_vault,
        upkeep::compact_vault,
        upkeep::list_quarantined,
        upkeep::remove_quarantined,
        vault::vault_status,
        vault::create_vault,
        vault::unlock_vault,
        vault::take_over_vault,
        vault::lock_vault,
        vault::change_password,
        vault::rate_password,
        window::hold_window,
        window::close_window,
        window::zoom_window,
    ])
}

/// What of the window's place is remembered. Whether it is visible is none of it: a window that was hidden would never come back.
const REMEMBERED: StateFlags =
    StateFlags::SIZE.union(StateFlags::POSITION).union(StateFlags::MAXIMIZED).union(StateFlags::FULLSCREEN);

/// Remembers where the window was, and how large.
pub(crate) fn remember_place<R: Runtime>(builder: Builder<R>) -> Builder<R> {
    builder.plugin(tauri_plugin_window_state::Builder::default().with_state_flags(REMEMBERED).build())
}

/// Opens the window. It shows the wallet's own page and nothing else: it follows no link, opens no second window
/// and downloads nothing.
pub(crate) fn open<R: Runtime>(app: &App<R>) -> tauri::Result<()> {
    let config = app.config().app.windows.iter().find(|window| window.label == MAIN);
    let Some(config) = config else { return Err(tauri::Error::WindowNotFound) };
    let mut builder = WebviewWindowBuilder::from_config(app.handle(), config)?
        .on_navigation(is_own_page)
        .on_new_window(|_, _| NewWindowResponse::Deny)
        .on_download(|_, _| false);
    // The first frame has the colour of the page that follows.
    if let Some([red, green, blue]) = app.state::<AppState>().settings().canvas() {
        builder = builder.background_color(Color(red, green, blue, u8::MAX));
    }
    let window = builder.build()?;
    if let Err(error) = fit_to_screen(&window, config.min_width.zip(config.min_height)) {
        tracing::warn!(%error, "the window's size was not compared with the screen's");
    }
    let app = app.handle().clone();
    window.on_window_event(move |event| match event {
        WindowEvent::DragDrop(event) => drops::tell(&app, event),
        WindowEvent::CloseRequested { api, .. } => {
            let state = app.state::<AppState>();
            if state.window_hold().close_requested() == Closing::AskPage {
                api.prevent_close();
                state.tell(PageEvent::CloseRequested);
            }
        }
        _ => {}
    });
    window.set_focus()
}

/// Makes the window no larger than what its screen has room for, also where each of its points has several pixels. `least` is the
/// smallest size that the window takes otherwise.
fn fit_to_screen<R: Runtime>(window: &WebviewWindow<R>, least: Option<(f64, f64)>) -> tauri::Result<()> {
    let monitor = match window.current_monitor()? {
        Some(monitor) => Some(monitor),
        None => window.primary_monitor()?,
    };
    // Where there is no monitor, nobody sees it.
    let Some(monitor) = monitor else { return Ok(()) };
    let scale = monitor.scale_factor();
    let room = monitor.work_area().size.to_logical::<f64>(scale);
    let size = window.inner_size()?.to_logical::<f64>(scale);
    if let Some((width, height)) = least
        && (room.width < width || room.height < height)
    {
        window.set_min_size(Some(LogicalSize::new(width.min(room.width), height.min(room.height))))?;
    }
    if size.width > room.width || size.height > room.height {
        window.set_size(LogicalSize::new(size.width.min(room.width), size.height.min(room.height)))?;
        window.center()?;
    }
    Ok(())
}

/// Whether an address is the page that came with the program.
fn is_own_page(url: &Url) -> bool {
    match url.scheme() {
        "tauri" => url.host_str() == Some("localhost"),
        // What the page is served under on Windows.
        "http" | "https" => cfg!(windows) && url.host_str() == Some("tauri.localhost"),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_window_goes_nowhere_else() {
        for (url, expected) in [
            ("tauri://localhost/index.html", true),
            ("tauri://localhost", true),
            ("tauri://elsewhere.example/", false),
            ("https://elsewhere.example/", false),
            ("http://localhost/", false),
            ("file:///etc/hostname", false),
            ("data:text/html,x", false),
            ("javascript:alert(1)", false),
        ] {
            assert_eq!(is_own_page(&url.parse().unwrap()), expected, "{url}");
        }
    }
}
