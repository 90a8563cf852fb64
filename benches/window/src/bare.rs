//! The other contestant: a WebKitGTK window with one page in it, and nothing else.

use std::path::Path;

use gtk::prelude::*;
use webkit2gtk::{
    ApplicationInfo, AutomationSessionExt as _, WebContext, WebContextExt as _, WebView, WebViewExt as _,
};

/// As large as the wallet's window is at first.
const SIZE: (i32, i32) = (1080, 720);

/// Shows a page until the window is closed.
pub(crate) fn show(page: &Path) {
    gtk::init().expect("a display");
    let context = WebContext::new();
    context.set_automation_allowed(true);
    let view = WebView::builder().web_context(&context).is_controlled_by_automation(true).build();
    let driven = view.clone();
    context.connect_automation_started(move |_, session| {
        session.set_application_info(&ApplicationInfo::new());
        let driven = driven.clone();
        session.connect_create_web_view(None, move |_| driven.clone());
    });

    let window = gtk::Window::new(gtk::WindowType::Toplevel);
    window.set_title("Bare window");
    window.set_default_size(SIZE.0, SIZE.1);
    window.add(&view);
    window.connect_destroy(|_| gtk::main_quit());
    view.load_uri(&format!("file://{}", page.display()));
    window.show_all();
    gtk::main();
}
