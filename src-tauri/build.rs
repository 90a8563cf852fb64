//! Checks that the page was built, then lets Tauri read its configuration.

use std::{path::Path, process::exit};

fn main() {
    let page = Path::new("../ui/dist/index.html");
    println!("cargo::rerun-if-changed=../ui/dist");
    if !page.is_file() {
        println!("cargo::error=the page is not built: run `npm ci && npm run build` in the folder `ui` first");
        exit(1);
    }
    tauri_build::build();
}
