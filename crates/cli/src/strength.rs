//! Tells how strong a new password is.

use idw_wallet::{Password, Wallet, view::Strength};
use idw_words::message;

use crate::{
    app::App,
    fault::Failure,
    password::{self, Source},
    prompt,
    words::{say, shown},
};

/// The score (zxcvbn) from which a password is strong.
const STRONG: u8 = 4;

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

/// Says how strong a password that was typed is; a weak one needs a second yes. `what` is the name by which the catalogue
/// chooses what to call it: password or passphrase.
pub(crate) fn is_taken(app: &App, password: &Password, allow_weak: bool, what: &str) -> Result<bool, Failure> {
    let strength = Wallet::password_strength(password, &[]);
    if strength.enough {
        password::say(&match strength.score {
            STRONG.. => say(message::CliStrengthStrong { what }),
            _ => say(message::CliStrengthGood { what }),
        });
    }
    if strength.enough || allow_weak {
        return Ok(true);
    }
    warn_if_weak(app, password, what);
    prompt::yes(&say(message::CliStrengthTakeWeak { what }))
}

/// Warns of a weak one that was not typed: whoever wrote it there is not here to be asked.
pub(crate) fn warn_if_weak(app: &App, password: &Password, what: &str) {
    let strength = Wallet::password_strength(password, &[]);
    if !strength.enough {
        app.out.warn(&explain(&strength, what));
    }
}

/// That it is weak, and zxcvbn's advice: sentences.
fn explain(strength: &Strength, what: &str) -> String {
    let weak = say(message::CliStrengthWeak { what, power: format!("{:.0}", strength.guesses_log10) });
    let advice = strength.warning.iter().chain(&strength.suggestions).map(shown);
    std::iter::once(weak).chain(advice).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_weak_password_is_explained_in_sentences() {
        let strength = Wallet::password_strength(&Password::from("password1"), &[]);
        let said = explain(&strength, "password");
        assert!(said.starts_with("The new password is weak. An attacker needs about 10^"), "{said}");
        assert!(said.ends_with('.') && !said.contains("password1"), "{said}");
        assert!(explain(&strength, "passphrase").starts_with("The new passphrase is weak. "), "{said}");
    }
}
