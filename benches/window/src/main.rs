//! `cargo xtask bench window`: what the window costs beside a bare WebKitGTK window that shows the same list.
//!
//! Both are driven by WebDriver and take turns. Times come from marks that the pages set themselves.

mod bare;
mod compare;
mod processes;
mod scripts;
mod session;
mod size;
mod table;

use std::path::Path;
use std::process::ExitCode;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match words.as_slice() {
        ["bare", page] => {
            bare::show(Path::new(page));
            ExitCode::SUCCESS
        }
        [window, vault_maker, page, vault] => {
            let programs = compare::Programs { window: window.into(), vault_maker: vault_maker.into() };
            match compare::run(&programs, Path::new(page), Path::new(vault)) {
                Ok(table) => {
                    println!("{table}");
                    if table.is_met() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
                }
                Err(error) => {
                    eprintln!("idw-bench-window: {error:#}");
                    ExitCode::FAILURE
                }
            }
        }
        _ => {
            eprintln!("idw-bench-window WINDOW VAULT-MAKER PAGE VAULT");
            eprintln!(
                "PAGE is the folder of the built page, VAULT that of the vault, which is made where there is none"
            );
            ExitCode::from(2)
        }
    }
}
