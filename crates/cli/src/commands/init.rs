//! `idw init`: a new vault, and the one time its recovery phrase is shown.

use clap::{Args, ValueEnum};
use idw_wallet::{CreateOptions, Wallet, WordCount, view::AccountView};
use serde::Serialize;
use zeroize::Zeroizing;

use crate::{
    app::{App, kdf_cost},
    fault::{Failure, Fault},
    output::OnlyCopy,
    page::{Ink, Page},
    password::{self, Source},
    stdout, strength,
};

#[derive(Args, Debug)]
pub(crate) struct InitArgs {
    /// How many words the recovery phrase has
    #[arg(long, value_enum, default_value_t = Words::of(CreateOptions::default().words))]
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

impl Words {
    fn of(count: WordCount) -> Self {
        match count {
            WordCount::Twelve => Self::Twelve,
            WordCount::TwentyFour => Self::TwentyFour,
        }
    }

    fn count(self) -> WordCount {
        match self {
            Self::Twelve => WordCount::Twelve,
            Self::TwentyFour => WordCount::TwentyFour,
        }
    }
}

/// The JSON document, beside the phrase.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Created {
    vault: String,
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
    if stdout::is_thrown_away_on_purpose() {
        // The vault has the words too, so nothing is lost for good.
        app.out.warn("nobody sees the recovery phrase now: `idw account export main --as phrase` shows it later");
    } else {
        stdout::must_be_seen("the recovery phrase")?;
    }
    let source = password::source(&app.options)?.unwrap_or(Source::Prompt);
    let password = strength::read_new(app, &source, args.allow_weak_password)?;
    let options = CreateOptions { words: args.words.count(), cost, ..CreateOptions::default() };
    let new = Wallet::prepare(&dir, &password, options)?;
    let words: Zeroizing<String> = Zeroizing::new(new.phrase().expose_words().to_owned());
    let secret = OnlyCopy {
        name: "phrase",
        text: &words,
        unseen: "the recovery phrase could not be shown, so no vault was made",
    };
    let vault = dir.display().to_string();
    let keep = || {
        let account = new.main_account().clone();
        new.keep().map_err(|error| {
            Failure::from(error).hint("no vault was made: the recovery phrase above belongs to none, forget it")
        })?;
        Ok::<_, Failure>(Created { vault, account })
    };
    app.out.secret_first(
        &secret,
        |page| show_phrase(page, &words),
        keep,
        |page, created| {
            page.line("");
            page.line(&format!("Your new vault is in {}", created.vault));
            page.gap();
            page.heading("Your first account");
            page.block(&[("Name", created.account.name.clone()), ("DID", created.account.did.clone())]);
        },
    )
}

fn show_phrase(page: &mut Page, phrase: &str) {
    page.heading("Your recovery phrase");
    page.gap();
    let words: Vec<&str> = phrase.split(' ').collect();
    for line in grid(&words) {
        page.line(&line);
    }
    page.gap();
    page.inked(Ink::Yellow, &format!("Write these {} words on paper now, in this order.", words.len()));
    page.line("With them you get every key of this wallet back, on any machine. So does whoever else reads them:");
    page.line("keep the paper where only you find it, and never type the words into a website or a chat.");
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
