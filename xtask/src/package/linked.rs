//! Which crates a program contains, as its symbols say: what the list of components is checked against.

use std::collections::BTreeSet;
use std::path::Path;

use anyhow::{Context, Result, ensure};

use super::parts::Part;
use crate::command::{output, program};

/// The crates of the standard library. Its dependencies are compiled into it, whatever the workspace uses.
const STANDARD_LIBRARY: [&str; 19] = [
    "addr2line",
    "adler2",
    "alloc",
    "cfg_if",
    "compiler_builtins",
    "core",
    "gimli",
    "hashbrown",
    "libc",
    "memchr",
    "miniz_oxide",
    "object",
    "panic_unwind",
    "proc_macro",
    "rustc_demangle",
    "std",
    "std_detect",
    "test",
    "unwind",
];

/// Refuses a list that lacks a crate which one of the programs contains.
pub(crate) fn must_be_listed(programs: &[&Path], parts: &[Part]) -> Result<()> {
    let listed: BTreeSet<&str> = parts.iter().map(|part| part.library.as_str()).chain(STANDARD_LIBRARY).collect();
    for file in programs {
        let mut command = program("nm", ["--defined-only", "--format=just-symbols"]);
        command.arg(file);
        let symbols = output(command).with_context(|| format!("nm does not read {}", file.display()))?;
        let linked: BTreeSet<String> = symbols.lines().filter_map(crate_of).collect();
        // Every program of ours has these two; without them, symbols have another form than is read here.
        ensure!(
            linked.contains("std") && linked.contains("idw_wallet"),
            "the symbols of {} do not tell its crates",
            file.display()
        );
        let missing: Vec<&str> = linked.iter().map(String::as_str).filter(|name| !listed.contains(name)).collect();
        ensure!(
            missing.is_empty(),
            "{} contains crates that the list of components does not have: {}",
            file.display(),
            missing.join(", ")
        );
    }
    Ok(())
}

/// The crate in which a function is defined, by its mangled name of either kind.
fn crate_of(symbol: &str) -> Option<String> {
    legacy(symbol).or_else(|| v0(symbol))
}

/// `_ZN5tokio…17h0123456789abcdefE`: the first part of the path is the crate, unless the function implements a trait.
fn legacy(symbol: &str) -> Option<String> {
    let path = symbol.strip_prefix("_ZN")?;
    let hash = path.strip_suffix('E')?.rsplit_once("17h")?.1;
    let is_rust = hash.len() == 16 && hash.bytes().all(|byte| byte.is_ascii_hexdigit());
    identifier(path).filter(|_| is_rust)
}

/// `_RNvCs1234_5tokio…`: the first crate that is named is the one that defines the function, or what it is about.
fn v0(symbol: &str) -> Option<String> {
    let (_, after) = symbol.strip_prefix("_R")?.split_once("Cs")?;
    identifier(after.split_once('_')?.1)
}

/// A name after its length in digits. A name that begins with an underscore is not a crate's: the compiler makes those.
fn identifier(text: &str) -> Option<String> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let length: usize = text.get(..digits)?.parse().ok()?;
    let name = text.get(digits..)?.get(..length)?;
    (!name.starts_with('_')).then(|| name.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn symbols_name_the_crate_that_defines_them() {
        let check =
            |symbol: &str, expected: Option<&str>| assert_eq!(crate_of(symbol).as_deref(), expected, "{symbol}");
        check("_ZN5tokio7runtime5spawn17h0123456789abcdefE", Some("tokio"));
        check("_ZN10idw_wallet6wallet4open17hfedcba9876543210E", Some("idw_wallet"));
        check("_RNvNtCs9ltgdHTiPiY_5tokio7runtime5spawn", Some("tokio"));
        // A trait that something implements, functions of C and C++, and data.
        check("_ZN54_$LT$tokio..Handle$u20$as$u20$core..fmt..Debug$GT$3fmt17h0123456789abcdefE", None);
        check("_ZN3foo3barEv", None);
        check("aws_lc_0_32_AES_encrypt", None);
        check("main", None);
        check("_RNvCs9ltgdHTiPiY_7___rustc17rust_begin_unwind", None);
    }
}
