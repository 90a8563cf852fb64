//! `cargo xtask mutants`: brings known holes back, one at a time, and sees the test of pairs of descriptions fail.
//!
//! A test that cannot fail shows nothing. The sources are copied, so that nothing of the checkout is changed; a hole whose
//! lines are not found any more is an error here, not a success.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};

use crate::command::{self, program, target};

/// The test that has to see each hole.
const TEST: &str = "sites::pairs::what_is_one_sites_reaches_no_place_that_was_not_seen_for_it";

/// What is changed in a file: these lines to those.
struct Edit {
    file: &'static str,
    from: &'static str,
    to: &'static str,
}

/// A hole, and what brings it back.
struct Mutant {
    what: &'static str,
    edits: &'static [Edit],
}

const MUTANTS: [Mutant; 4] = [
    Mutant {
        what: "two endpoints that see the token are forgotten",
        edits: &[
            Edit {
                file: "crates/lws/src/reach.rs",
                from: "Self::UsersFile | Self::Files => &[Token, Files],",
                to: "Self::UsersFile => &[Token, Files],\n            Self::Files => &[],",
            },
            Edit {
                file: "crates/lws/src/reach.rs",
                from: "Self::Applications | Self::Application => &[Token, Values],",
                to: "Self::Applications | Self::Application => { let _ = Values; &[] }",
            },
        ],
    },
    Mutant {
        what: "the origin is the only boundary",
        edits: &[Edit {
            file: "crates/lws/src/reach.rs",
            from: "url.origin() == root.origin() && url.query() == root.query() && is_below(root.path(), url.path())",
            to: "url.origin() == root.origin()",
        }],
    },
    Mutant {
        what: "a query is dropped from the key, and roots with one are taken",
        edits: &[
            Edit {
                file: "crates/keys/src/site_uri.rs",
                from: "if url.query().is_some() { Err(SiteUriError::Query) } else { Ok(Self::of(url)) }",
                to: "let mut url = url;\n        url.set_query(None);\n        Ok(Self::of(url))",
            },
            Edit {
                file: "crates/wallet/src/sites/add.rs",
                from: "None if description.root().query().is_some() => {",
                to: "None if description.root().query() == Some(\"never\") => {",
            },
        ],
    },
    Mutant {
        what: "only endpoints are kept from leading to this machine",
        edits: &[Edit {
            file: "crates/lws/src/description.rs",
            from: "if !from_here && is_this_machine(&root) {",
            to: "if !from_here && is_this_machine(&root) && root.path() == \"/never\" {",
        }],
    },
];

/// Tries each. It takes some minutes: the parts that are changed are compiled each time.
pub(crate) fn run() -> Result<()> {
    let folder = target().join("mutants");
    let sources = folder.join("src");
    copy_sources(&sources)?;
    if !passes(&folder, &sources)? {
        bail!("`{TEST}` fails before anything is changed");
    }
    let mut unseen = Vec::new();
    for mutant in &MUTANTS {
        let before = apply(&sources, mutant)?;
        let seen = !passes(&folder, &sources)?;
        for (file, text) in before {
            fs::write(sources.join(file), text)?;
        }
        println!("{} {}", if seen { "✓ seen:" } else { "✗ NOT seen:" }, mutant.what);
        if !seen {
            unseen.push(mutant.what);
        }
    }
    if !unseen.is_empty() {
        bail!("the test of pairs passes although {}", unseen.join("; and although "));
    }
    println!("mutants: {} holes brought back, {} seen", MUTANTS.len(), MUTANTS.len());
    Ok(())
}

/// Copies what git knows.
fn copy_sources(to: &Path) -> Result<()> {
    let listed = program("git", ["ls-files"]).output().context("`git ls-files` could not be started")?;
    for file in String::from_utf8(listed.stdout)?.lines() {
        let (from, to) = (command::root().join(file), to.join(file));
        if let Some(parent) = to.parent() {
            fs::create_dir_all(parent)?;
        }
        let bytes = fs::read(&from).with_context(|| format!("{file} could not be read"))?;
        // What is as it was is left, so that cargo does not compile it again.
        if fs::read(&to).ok().as_ref() != Some(&bytes) {
            fs::write(&to, bytes)?;
        }
    }
    Ok(())
}

/// Changes the files, and gives them as they were.
fn apply(sources: &Path, mutant: &Mutant) -> Result<Vec<(&'static str, String)>> {
    let mut before: Vec<(&'static str, String)> = Vec::new();
    for edit in mutant.edits {
        let path = sources.join(edit.file);
        let text = fs::read_to_string(&path)?;
        if text.matches(edit.from).count() != 1 {
            bail!("{} has not once: {}", edit.file, edit.from);
        }
        fs::write(&path, text.replace(edit.from, edit.to))?;
        if !before.iter().any(|(file, _)| *file == edit.file) {
            before.push((edit.file, text));
        }
    }
    Ok(before)
}

/// Whether the test passes. That something does not compile is an error: it would look like a hole that is seen.
fn passes(folder: &Path, sources: &Path) -> Result<bool> {
    let cargo = |arguments: &[&str]| {
        let mut command = command::cargo(arguments);
        command.current_dir(sources).env("CARGO_TARGET_DIR", folder.join("target"));
        command
    };
    command::run(cargo(&["test", "--quiet", "-p", "idw-wallet", "--lib", "--no-run"]))?;
    let mut test = cargo(&["test", "--quiet", "-p", "idw-wallet", "--lib", "--", "--exact", TEST]);
    // What a failure would write down for the next run is of no use here.
    test.env("PROPTEST_FAILURE_PERSISTENCE", "off");
    let output = test.output().context("the test could not be started")?;
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    if !said.contains("1 passed") && !said.contains("1 failed") {
        bail!("`{TEST}` was not run:\n{said}");
    }
    Ok(output.status.success())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Trying the holes takes minutes, so it is no part of CI. That code was moved has to show there all the same.
    #[test]
    fn every_hole_can_still_be_brought_back() {
        for edit in MUTANTS.iter().flat_map(|mutant| mutant.edits) {
            let text = fs::read_to_string(command::root().join(edit.file)).unwrap();
            assert_eq!(text.matches(edit.from).count(), 1, "{} has to hold this once: {}", edit.file, edit.from);
        }
    }
}
