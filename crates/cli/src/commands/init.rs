//! `idw init`: a new vault, and the one time its recovery phrase is shown.

use clap::{Args, ValueEnum};
use idw_wallet::{CreateOptions, RecoveryPhrase, Wallet, WordCount, view::AccountView};
use serde::Serialize;
use zeroize::Zeroizing;

use crate::{
    app::{App, kdf_cost},
    fault::{Failure, Fault},
    output,
    page::Ink,
    password::{self, Source},
    strength,
};

#[derive(Args, Debug)]
pub(crate) struct InitArgs {
    /// How many words the recovery phrase has
    #[arg(long, value_enum, default_value = "24")]
    words: Words,
    /// Take a weak password without asking again
    #[arg(long)]
    allow_weak_password: bool,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Words {
    #[value(name = "12")]
    Twelve,
    #[value(name = "24")]
    TwentyFour,
}

/// The JSON document. It holds the phrase: this is the one command that gives it out.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Created<'a> {
    vault: String,
    phrase: &'a str,
    account: AccountView,
}

pub(crate) fn run(app: &App, args: &InitArgs) -> Result<(), Failure> {
    let dir = app.vault_dir()?;
    let cost = kdf_cost()?;
    // Asked before the password is: making the vault checks it again.
    if Wallet::exists(&dir) {
        let message = format!("there is a vault in {} already; it was left as it is", dir.display());
        return Err(Failure::new(Fault::Exists, message).hint("--vault names another folder for a new one"));
    }
    Wallet::check_place(&dir)?;
    let source = password::source(&app.options)?.unwrap_or(Source::Prompt);
    let password = strength::read_new(app, &source, args.allow_weak_password)?;
    let words = match args.words {
        Words::Twelve => WordCount::Twelve,
        Words::TwentyFour => WordCount::TwentyFour,
    };
    let (wallet, phrase) = Wallet::create(&dir, &password, CreateOptions { words, cost, phrase: None })?;
    let created =
        Created { vault: dir.display().to_string(), phrase: phrase.expose_words(), account: wallet.account(None)? };
    show(app, &created, &phrase).map_err(|failure| {
        // Even a reader that has gone is an error here: no one has seen the phrase, and no one will.
        let message = format!("the vault was made, but its recovery phrase could not be shown ({})", failure.message);
        Failure::new(Fault::Other, message)
            .hint(format!("delete {} and run `idw init` again to get a phrase", dir.display()))
    })
}

fn show(app: &App, created: &Created<'_>, phrase: &RecoveryPhrase) -> Result<(), Failure> {
    if app.out.json {
        return app.out.show(created, |_| ());
    }
    if app.out.quiet {
        return output::write(Zeroizing::new(format!("{}\n", phrase.expose_words())).as_bytes());
    }
    app.out.show(created, |page| {
        page.line(&format!("Your new vault is in {}", created.vault));
        page.gap();
        page.heading("Your recovery phrase");
        page.gap();
        let words: Vec<&str> = phrase.expose_words().split(' ').collect();
        for line in grid(&words) {
            page.line(&line);
        }
        page.gap();
        page.inked(Ink::Yellow, &format!("Write these {} words on paper now, in this order.", words.len()));
        page.line("With them you get every key of this wallet back, on any machine. So does whoever else reads them:");
        page.line("keep the paper where only you find it, and never type the words into a website or a chat.");
        page.gap();
        page.heading("Your first account");
        page.block(&[("Name", created.account.name.clone()), ("DID", created.account.did.clone())]);
    })
}

/// The words in numbered columns, to be read downwards.
fn grid(words: &[&str]) -> Vec<String> {
    const COLUMNS: usize = 4;
    let height = words.len().div_ceil(COLUMNS);
    let cell = |at: usize| words.get(at).map_or(String::new(), |word| format!("{:>4} {word:<10}", at + 1));
    let line = |row: usize| (0..COLUMNS).map(|column| cell(column * height + row)).collect::<String>();
    (0..height).map(|row| line(row).trim_end().to_owned()).collect()
}

#[cfg(test)]
mod tests {
    use super::grid;

    #[test]
    fn words_are_numbered_downwards() {
        let words: Vec<String> = (1..=12).map(|n| format!("word{n}")).collect();
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        let lines = grid(&words);
        assert_eq!(lines.len(), 3);
        assert_eq!(lines[0], "   1 word1        4 word4        7 word7       10 word10");
        assert_eq!(lines[2], "   3 word3        6 word6        9 word9       12 word12");
    }
}
