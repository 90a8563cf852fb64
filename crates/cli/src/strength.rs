//! Tells how strong a new password is.

use idw_wallet::{Password, Wallet, view::Strength};

use crate::{
    app::App,
    fault::Failure,
    password::{Source, say},
    prompt,
    words::tell,
};

/// Reads a new password. A weak one that was typed needs a second yes, or another is asked for; a weak one from a file
/// or a descriptor is taken with a warning, as whoever wrote it there is not here to be asked.
pub(crate) fn read_new(app: &App, source: &Source, allow_weak: bool) -> Result<Password, Failure> {
    loop {
        let password = source.read_new()?;
        if *source != Source::Prompt {
            if !allow_weak {
                warn_if_weak(app, &password, "password");
            }
            return Ok(password);
        }
        if is_taken(app, &password, allow_weak, "password")? {
            return Ok(password);
        }
    }
}

/// Says how strong a password (or passphrase: `what`) is that was typed; a weak one needs a second yes.
pub(crate) fn is_taken(app: &App, password: &Password, allow_weak: bool, what: &str) -> Result<bool, Failure> {
    let strength = Wallet::password_strength(password, &[]);
    if strength.enough {
        say(&format!("That {what} is {}.", word(&strength)));
    }
    if strength.enough || allow_weak {
        return Ok(true);
    }
    warn_if_weak(app, password, what);
    prompt::yes(&format!("Take this {what} all the same?"))
}

/// Warns of a weak one that was not typed: whoever wrote it there is not here to be asked.
pub(crate) fn warn_if_weak(app: &App, password: &Password, what: &str) {
    let strength = Wallet::password_strength(password, &[]);
    if !strength.enough {
        app.out.warn(&format!("the new {what} is {}", explain(&strength)));
    }
}

fn word(strength: &Strength) -> &'static str {
    match strength.score {
        0 => "very weak",
        1 => "weak",
        2 => "fair at best",
        3 => "good",
        _ => "strong",
    }
}

/// The word, the guesses, and advice.
fn explain(strength: &Strength) -> String {
    let guesses = format!("{}: about 10^{:.0} guesses find it", word(strength), strength.guesses_log10);
    let advice = strength.warning.iter().chain(&strength.suggestions).map(tell);
    std::iter::once(format!("{guesses}.")).chain(advice).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_weak_password_is_explained() {
        let strength = Wallet::password_strength(&Password::from("password1"), &[]);
        let said = explain(&strength);
        assert!(said.starts_with("very weak: about 10^") || said.starts_with("weak: about 10^"), "{said}");
        assert!(said.contains(". ") && !said.contains("password1") && said.ends_with('.'), "{said}");
    }
}
