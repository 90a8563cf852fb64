//! `idw init`: a new vault, and the one time its recovery phrase is shown.

use clap::{Args, ValueEnum};
use idw_wallet::{CreateOptions, Wallet, WordCount, view::AccountView};
use idw_words::message;
use serde::Serialize;
use zeroize::Zeroizing;

use crate::{
    app::{App, kdf_cost},
    fault::{Failure, Fault},
    output::OnlyCopy,
    page::{Ink, Page},
    password::{self, Source},
    stdout, strength,
    words::say,
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
        let failure = Failure::new(Fault::Exists, say(message::CliInitExists { path: &dir }));
        return Err(failure.hint(say(message::CliInitExistsHint)));
    }
    Wallet::check_place(&dir)?;
    if stdout::is_thrown_away_on_purpose() {
        // The vault has the words too, so nothing is lost for good.
        app.out.warn(&say(message::CliInitUnseen));
    } else {
        stdout::must_be_seen("phrase")?;
    }
    let source = password::source(&app.options)?.unwrap_or(Source::Prompt);
    let password = strength::read_new(app, &source, args.allow_weak_password)?;
    let options = CreateOptions { words: args.words.count(), cost, ..CreateOptions::default() };
    let new = Wallet::prepare(&dir, &password, options)?;
    let words: Zeroizing<String> = Zeroizing::new(new.phrase().expose_words().to_owned());
    let unseen = say(message::CliInitPhraseLost);
    let secret = OnlyCopy { name: "phrase", text: &words, unseen: &unseen };
    let vault = dir.display().to_string();
    let keep = || {
        let account = new.main_account().clone();
        new.keep().map_err(|error| Failure::from(error).hint(say(message::CliInitFailedHint)))?;
        Ok::<_, Failure>(Created { vault, account })
    };
    app.out.secret_first(
        &secret,
        |page| show_phrase(page, &words),
        keep,
        |page, created| {
            page.line("");
            page.line(&say(message::CliInitDone { path: &created.vault }));
            page.gap();
            page.heading(&say(message::CliInitAccountTitle));
            page.block(&[
                (say(message::CliInitAccountName), created.account.name.clone()),
                (say(message::CliInitAccountDid), created.account.did.clone()),
            ]);
        },
    )
}

fn show_phrase(page: &mut Page, phrase: &str) {
    page.heading(&say(message::CliInitPhraseTitle));
    page.gap();
    let words: Vec<&str> = phrase.split(' ').collect();
    for line in grid(&words) {
        page.line(&line);
    }
    page.gap();
    page.inked(Ink::Yellow, &say(message::CliInitPhraseWrite { count: words.len() }));
    page.line(&say(message::CliInitPhraseRestores));
    page.line(&say(message::CliInitPhraseHide));
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
