//! The words of the command line. They and the exit codes are a contract that scripts rely on.

use std::{
    env,
    ffi::{OsStr, OsString},
    io::{self, Write as _},
    path::PathBuf,
    process::ExitCode,
    str::FromStr,
};

use clap::{ArgAction, Args, Parser, error::ErrorKind};
use idw_words::{Language, message};

use crate::{
    commands::Command,
    fault::{EXIT_CODES, Failure, Fault},
    output::colours,
    stdout, words,
};

const ENVIRONMENT: &str = "\
Environment:
  IDW_VAULT          the vault's folder, where --vault is not given
  IDW_PASSWORD_FILE  the password file, where neither --password-file nor --password-fd is given
  IDW_NO_KEYRING     set to anything: as --no-keyring
  IDW_KDF            'floor' makes new vaults with the least key derivation cost, and leaves vaults with it
                     as they are (for tests and CI)
  IDW_LANG           the language, where --lang is not given: en or de
  NO_COLOR           set to anything: no colours";

/// An identity wallet: your keys, identity and documents in an encrypted vault on this machine, and "log in", "sign
/// up" and "apply for KYC" with them.
#[derive(Debug, Parser)]
#[command(
    name = "idw",
    version,
    about = "Log in, sign up and apply for KYC with your own identity wallet",
    after_help = format!("{EXIT_CODES}\n\n{ENVIRONMENT}"),
    subcommand_required = true,
    arg_required_else_help = true,
    disable_help_subcommand = true,
    max_term_width = 100
)]
pub(crate) struct Cli {
    #[command(flatten)]
    pub(crate) options: GlobalOptions,
    #[command(subcommand)]
    pub(crate) command: Command,
}

/// Options of every command, before or after it.
#[derive(Args, Debug, Default)]
#[command(next_help_heading = "Global options")]
pub(crate) struct GlobalOptions {
    /// The vault's folder [default: $IDW_VAULT, else idw/vault in your data folder]
    #[arg(long, global = true, value_name = "DIR")]
    pub(crate) vault: Option<PathBuf>,
    /// Read the password from this file, less one newline at its end
    #[arg(long, global = true, value_name = "F")]
    pub(crate) password_file: Option<PathBuf>,
    /// Read the password from this open file descriptor
    #[arg(long, global = true, value_name = "N")]
    pub(crate) password_fd: Option<u32>,
    /// Work in this profile [default: the first one]
    #[arg(long, global = true, value_name = "NAME")]
    pub(crate) profile: Option<String>,
    /// Do not ask the system keyring: ask for the password
    #[arg(long, global = true)]
    pub(crate) no_keyring: bool,
    /// Speak this language: en or de [default: IDW_LANG, else English]
    #[arg(long, global = true, value_name = "TAG", value_parser = language)]
    pub(crate) lang: Option<Language>,
    /// Print one JSON document on stdout, whether it goes well or not
    #[arg(long, global = true)]
    pub(crate) json: bool,
    /// No progress and no confirmations, only what was asked for
    #[arg(long, short, global = true)]
    pub(crate) quiet: bool,
    /// Tell on stderr what is done; twice for more
    #[arg(long, short, global = true, action = ArgAction::Count)]
    pub(crate) verbose: u8,
}

fn language(tag: &str) -> Result<Language, String> {
    Language::of_tag(tag).ok_or_else(|| "the languages are en (English) and de (German)".to_owned())
}

/// The language where `--lang` names none: what `IDW_LANG` asks for, else English.
pub(crate) fn language_of_environment() -> Language {
    env::var("IDW_LANG").ok().and_then(|tag| Language::of_tag(&tag)).unwrap_or_default()
}

/// The language in `--lang`, when the arguments could not be parsed. Words after `--` are not options.
fn language_asked_for(args: impl Iterator<Item = impl AsRef<OsStr>>) -> Option<Language> {
    let mut options = args.take_while(|arg| arg.as_ref() != "--");
    while let Some(option) = options.next() {
        let option = option.as_ref().to_str().unwrap_or_default();
        if option == "--lang" {
            return Language::of_tag(options.next()?.as_ref().to_str()?);
        }
        if let Some(tag) = option.strip_prefix("--lang=") {
            return Language::of_tag(tag);
        }
    }
    None
}

/// `FIELD=VALUE`: the field is everything before the first `=`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Assignment {
    pub(crate) field: String,
    pub(crate) value: String,
}

impl FromStr for Assignment {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let (field, value) = text.split_once('=').ok_or("the '=' is missing")?;
        if field.is_empty() {
            return Err("the name of the field is missing before the '='".to_owned());
        }
        Ok(Self { field: field.to_owned(), value: value.to_owned() })
    }
}

/// A number of bytes as people give it: `500000`, `500KB`, `1.5 MB`. A KB is 1,000 bytes, as in what is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Size(u64);

impl Size {
    pub(crate) fn bytes(self) -> u64 {
        self.0
    }
}

impl FromStr for Size {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let fault = || "a size is a number of bytes, or a number with KB or MB".to_owned();
        let is_of_unit = |c: char| !c.is_ascii_digit() && c != '.';
        let (number, unit) = text.trim().split_at(text.trim().find(is_of_unit).unwrap_or(text.trim().len()));
        let unit: u64 = match unit.trim().to_ascii_lowercase().as_str() {
            "" => 1,
            "kb" => 1_000,
            "mb" => 1_000_000,
            _ => return Err(fault()),
        };
        let (whole, fraction) = number.split_once('.').unwrap_or((number, ""));
        let mut bytes = whole.parse::<u64>().ok().and_then(|whole| whole.checked_mul(unit)).ok_or_else(fault)?;
        let mut part = unit;
        for digit in fraction.chars() {
            part /= 10;
            let digit = digit.to_digit(10).ok_or_else(fault)?;
            bytes = bytes.checked_add(u64::from(digit) * part).ok_or_else(fault)?;
        }
        if bytes == 0 { Err(fault()) } else { Ok(Self(bytes)) }
    }
}

/// Whether the arguments are `--version` and nothing else.
pub(crate) fn ask_only_for_version(args: impl Iterator<Item = OsString>) -> bool {
    let mut args = args.skip(1);
    let first = args.next();
    first.is_some_and(|word| word == "--version" || word == "-V") && args.next().is_none()
}

/// Says why the arguments were not understood, or prints the help or version that was asked for.
pub(crate) fn explain(error: &clap::Error) -> ExitCode {
    if !error.use_stderr() {
        let text = error.render();
        let text = if colours(&io::stdout()) { text.ansi().to_string() } else { text.to_string() };
        return print(text.as_bytes());
    }
    // Nothing is left to tell, nor anyone to tell it to, where this fails.
    let _ = error.print();
    words::speak(language_asked_for(env::args_os().skip(1)).unwrap_or_else(language_of_environment));
    // `--json` promises one document whatever happens; here there is no parsed flag to go by.
    if asks_for_json(env::args_os().skip(1)) {
        let mut document = Failure::usage(first_sentence(error)).document().to_string();
        document.push('\n');
        let _ = stdout::write(document.as_bytes());
    }
    Fault::Usage.exit_code()
}

/// Prints what was asked for where no command runs: the help or the version.
pub(crate) fn print(text: &[u8]) -> ExitCode {
    let Err(failure) = stdout::write(text) else { return ExitCode::SUCCESS };
    if failure.fault != Fault::OutputClosed {
        // There is nobody else to tell.
        let _ = writeln!(io::stderr(), "{}: {}", words::say(message::CliLabelError), failure.message);
    }
    failure.fault.exit_code()
}

/// Whether `--json` is among the options; what follows `--` is none.
fn asks_for_json(args: impl Iterator<Item = impl AsRef<OsStr>>) -> bool {
    args.take_while(|arg| arg.as_ref() != "--").any(|arg| arg.as_ref() == "--json")
}

/// The first paragraph of clap's message, without its label, on one line: it names the arguments that are missing or at
/// odds. The rest (usage, tips) is for people.
fn first_sentence(error: &clap::Error) -> String {
    let is_missing = [ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand, ErrorKind::MissingSubcommand];
    if is_missing.contains(&error.kind()) {
        return words::say(message::CliNoCommand);
    }
    let text = error.to_string();
    let paragraph: Vec<&str> = text.lines().map(str::trim).take_while(|line| !line.is_empty()).collect();
    let sentence = paragraph.join(" ");
    sentence.strip_prefix("error: ").unwrap_or(&sentence).to_owned()
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory as _;

    use super::*;

    #[test]
    fn the_definition_is_sound() {
        Cli::command().debug_assert();
    }

    #[test]
    fn assignments_split_at_the_first_equals_sign() {
        let check = |text: &str, expected: Option<(&str, &str)>| {
            let parsed = text.parse::<Assignment>().ok();
            let parsed = parsed.as_ref().map(|a| (a.field.as_str(), a.value.as_str()));
            assert_eq!(parsed, expected, "{text:?}");
        };
        check("country=NZ", Some(("country", "NZ")));
        check("selfie.image=me.jpg", Some(("selfie.image", "me.jpg")));
        check("note=a=b=c", Some(("note", "a=b=c")));
        check("note=", Some(("note", "")));
        check("street= 1 High St ", Some(("street", " 1 High St ")));
        check("=x", None);
        check("country", None);
        check("", None);
    }

    #[test]
    fn the_commands_of_the_contract_are_understood() {
        for line in CONTRACT.lines().filter(|line| !line.trim().is_empty()) {
            let parsed = Cli::try_parse_from(line.split_whitespace());
            assert!(parsed.is_ok(), "{line}: {}", parsed.map(|_| ()).unwrap_err());
        }
    }

    const CONTRACT: &str = "
        idw --vault d --password-file f --json --quiet -v account list
        idw account list --vault d --password-fd 3 --json --quiet -v
        idw init
        idw init --words 12
        idw init --words 24
        idw account show
        idw account show main
        idw account new
        idw account new work
        idw account import --keystore k.json
        idw account import old --keystore k.json --passphrase-file p
        idw account import --raw-key-file k
        idw account import --ask-raw-key
        idw account import old --phrase-file p --index 3
        idw account import --ask-phrase --index 1
        idw account export main --as keystore --out k.json --passphrase-file p --force
        idw account export main --as raw-key
        idw account export main --as phrase
        idw account rename work play
        idw account remove play --force
        idw attribute set first-name Ada
        idw attribute set email ada@site.example --label work
        idw attribute set address --set address.country=NZ --set a=b=c
        idw attribute set passport --set number=X1 --file image=p.jpg --file selfie.image=me.jpg --label L
        idw attribute set count -5
        idw attribute set first-name Ada --yes
        idw provider add n --client-id i --dialect web-idv --authorize u --api u --redirect r --listen l --trust
        idw provider list
        idw provider show n
        idw provider secret n --client-secret-file f
        idw provider remove n
        idw verify n --open --timeout 10m
        idw verify n --print-url --yes --json --client-secret-file f --on-conflict replace --selfie f
        idw attribute list
        idw attribute show first-name
        idw attribute remove first-name
        idw attribute remove first-name --label L
        idw attribute types
        idw attribute types passport
        idw attribute list example --sort expiry
        idw attribute default email --label work
        idw attribute relabel email --label work home
        idw attribute relabel email --label work
        idw attribute export data.json --only passport --only email --force
        idw attribute export -
        idw attribute mrz --apply
        idw attribute import data.json --dry-run --on-conflict both --keep-metadata
        idw attribute import IdentityWalletStorage.sqlite --identity 2
        idw --profile Ltd attribute list
        idw profile list
        idw profile add Ltd --kind company
        idw profile rename Ltd Limited
        idw profile remove Ltd --force
        idw document list
        idw document list passport --sort size
        idw document add p.jpg
        idw document export 00 out.jpg
        idw document export 00 -
        idw document export --force 00 out.jpg
        idw document remove 00
        idw document thumbnail 00 --output t.png --force
        idw document shrink 00 --max 1.5MB --yes
        idw document shrink 00 --max 500000 --for 11
        idw site add http://127.0.0.1:4000/lws
        idw site add http://127.0.0.1:4000/lws --trace t.har
        idw site add --config site.json
        idw site add --config site.json --name bank
        idw site list
        idw site show bank
        idw site knows
        idw site knows bank --json
        idw site remove bank
        idw signup bank
        idw signup bank --yes --trace t.har
        idw signup bank --account main --include email --include phone-number --yes
        idw signup bank --use email=work --use phone-number=4f2a --yes --accept-changes
        idw login bank
        idw login bank --yes --trace t.har
        idw login bank --signup --yes
        idw login bank --yes --accept-changes
        idw login bank --account main --open --yes --json
        idw apply bank
        idw apply bank --yes --trace t.har
        idw apply bank --use passport=4f2a --yes
        idw apply bank --template t1 --account main --include email --yes
        idw application list
        idw application show bank
        idw application show bank 4f --watch
        idw application resume bank
        idw application resume bank 4f --send-again
        idw application resume bank --assume-sent
        idw application update bank 4f --yes
        idw application update bank 4f --use passport=second --yes
        idw application cancel bank
        idw application show bank --trace t.har
        idw application resume bank --trace t.har
        idw application update bank --trace t.har
        idw application cancel bank --trace t.har
        idw activity list
        idw activity list --imported
        idw activity export
        idw activity export --format csv
        idw activity export --format json --output log.json --force
        idw activity verify
        idw password change
        idw password change --new-password-file f --allow-weak-password
        idw init --allow-weak-password
        idw keyring enable
        idw keyring disable
        idw keyring status --json
        idw --no-keyring attribute list
        idw vault quarantine
        idw vault quarantine --remove damaged-1700000000 --json
        idw vault unreadable
        idw vault unreadable --remove 00 --json
        idw backup create b.age --passphrase-file p --force
        idw backup create b.age --generate-passphrase --json
        idw backup create b.age --passphrase-fd 3 --allow-weak-passphrase
        idw backup test b.age --passphrase-file p
        idw backup restore b.age --vault d --passphrase-file p --allow-weak-password
        idw backup restore b.age --merge --dry-run
        idw doctor
        idw doctor --vault d --json
        idw completions bash
        idw man out
    ";

    /// Scripts may use them; the help does not name them.
    #[test]
    fn renamed_commands_keep_their_old_names() {
        let check = |old: &str, new: &str| {
            let parsed = |line: &str| format!("{:?}", Cli::try_parse_from(line.split_whitespace()).expect(line));
            assert_eq!(parsed(old), parsed(new));
        };
        check("idw vault asides", "idw vault quarantine");
        check("idw vault asides --remove damaged-1", "idw vault quarantine --remove damaged-1");
    }

    #[test]
    fn what_makes_no_sense_is_a_usage_error() {
        let check = |line: &str| {
            let parsed = Cli::try_parse_from(line.split_whitespace());
            assert!(parsed.is_err_and(|error| error.use_stderr()), "{line} is refused");
        };
        check("idw");
        check("idw frobnicate");
        check("idw init --words 13");
        check("idw init secret");
        check("idw account import");
        check("idw account import --raw-key 4242");
        check("idw account import --keystore k --raw-key-file f");
        check("idw account export main");
        check("idw account export main --as raw-key --force");
        check("idw account rename work");
        check("idw application resume bank --send-again --assume-sent");
        check("idw application show");
        check("idw site add");
        check("idw site add http://127.0.0.1/ --config f");
        check("idw site add --config f --trace t.har");
        check("idw site list --trace t.har");
        check("idw application list --trace t.har");
        check("idw attribute set");
        check("idw attribute set a b c");
        check("idw attribute set a --set country");
        check("idw attribute set a --lable x");
        check("idw document shrink 00");
        check("idw document shrink 00 --max 5TB");
        check("idw document thumbnail 00");
        check("idw login");
        check("idw login bank --accept-changes");
        check("idw signup bank --use work");
        check("idw activity export --format xml");
        check("idw activity export --force");
        check("idw backup create");
        check("idw backup create b --generate-passphrase --passphrase-file p");
        check("idw backup restore b --dry-run");
        check("idw backup test b --passphrase hunter2");
        check("idw --password-fd three account list");
        check("idw --password secret account list");
    }

    #[test]
    fn sizes_are_read_as_they_are_shown() {
        let check = |text: &str, expected: Option<u64>| {
            assert_eq!(text.parse().ok().map(Size::bytes), expected, "{text:?}");
        };
        check("500000", Some(500_000));
        check("500KB", Some(500_000));
        check("1.5 MB", Some(1_500_000));
        check("0.0001mb", Some(100));
        check("1.2345678MB", Some(1_234_567));
        check("0", None);
        check("", None);
        check("MB", None);
        check("-5", None);
        check("1.2.3", None);
        check("5TB", None);
        check("99999999999999999999", None);
        check("99999999999999999MB", None);
    }

    #[test]
    fn json_is_recognised_before_parsing() {
        let check = |args: &[&str], expected: bool| assert_eq!(asks_for_json(args.iter()), expected, "{args:?}");
        check(&["--json", "frobnicate"], true);
        check(&["login", "--json"], true);
        check(&["login"], false);
        check(&["attribute", "set", "--", "--json"], false);
    }

    #[test]
    fn the_language_is_recognised_before_parsing() {
        let check = |args: &[&str], expected: Option<Language>| {
            assert_eq!(language_asked_for(args.iter()), expected, "{args:?}");
        };
        check(&["--lang", "de", "frobnicate"], Some(Language::German));
        check(&["login", "--lang=de-AT"], Some(Language::German));
        check(&["login", "--lang"], None);
        check(&["--lang", "xx"], None);
        check(&["login", "--", "--lang", "de"], None);
    }

    #[test]
    fn the_short_way_to_the_version_says_what_clap_says() {
        let short_way = |args: &[&str]| ask_only_for_version(args.iter().map(OsString::from));
        assert!(short_way(&["idw", "--version"]) && short_way(&["idw", "-V"]), "both spellings take it");
        assert!(!short_way(&["idw"]) && !short_way(&["idw", "--version", "--json"]), "nothing else does");
        let rendered = Cli::command().render_version();
        assert_eq!(rendered, concat!("idw ", env!("CARGO_PKG_VERSION"), "\n"));
    }

    #[test]
    fn clap_errors_give_one_sentence() {
        let sentence = |line: &str| first_sentence(&Cli::try_parse_from(line.split_whitespace()).expect_err(line));
        assert_eq!(sentence("idw frobnicate"), "unrecognized subcommand 'frobnicate'");
        assert_eq!(sentence("idw login"), "the following required arguments were not provided: <SITE>");
        assert_eq!(sentence("idw"), "You did not name a command. Run `idw --help` to see all commands.");
        assert_eq!(sentence("idw --json"), sentence("idw"));
        assert!(sentence("idw attribute set a --set country").contains("the '=' is missing"));
    }

    #[test]
    fn the_help_reads_as_reviewed() {
        let mut command = Cli::command().term_width(100);
        command.build();
        let mut all = String::new();
        gather_help(&mut command, &mut all);
        insta::assert_snapshot!("help", all);
    }

    fn gather_help(command: &mut clap::Command, all: &mut String) {
        let name = command.get_bin_name().unwrap_or("idw").to_owned();
        all.push_str(&["$ ", &name, " --help\n", &command.render_help().to_string(), "\n"].concat());
        for subcommand in command.get_subcommands_mut() {
            gather_help(subcommand, all);
        }
    }
}
