//! The command line: where the vault is, and a link that was opened.

use std::{
    env,
    ffi::{OsStr, OsString},
    io::{self, Write as _},
    path::PathBuf,
    process::ExitCode,
};

use etcetera::BaseStrategy as _;
use idw_wallet::{Explain, KdfCost};
use idw_words::{MessageData, message};

const HELP: &str = "\
The identity wallet in a window.

Usage: idw-desktop [--vault DIR] [LINK]

Arguments:
  LINK         A link that asks for something, e.g. `idw://login?site=https://shop.example/lws`; it waits for your answer

Options:
  --vault DIR  The vault's folder [default: $IDW_VAULT, or idw/vault in your data folder]
  --help       Print this
  --version    Print the version

Environment:
  IDW_VAULT      the vault's folder, where --vault is not given
  IDW_KDF=floor  protects a new vault's password at the least cost allowed (for tests)
  IDW_LOG        what to log to standard error, e.g. `info`
  WEBKIT_DISABLE_DMABUF_RENDERER
                 set to 1: draws without DMABUF; the program sets it where NVIDIA's driver is loaded, unless you have set it
";

/// Links that the wallet takes begin like this.
const LINK: &str = "idw:";

/// What the window needs to know before it opens.
#[derive(Debug)]
pub(crate) struct Args {
    /// The vault's folder.
    pub(crate) vault: PathBuf,
    /// What unlocking a vault made here costs.
    pub(crate) kdf: KdfCost,
    /// A link that somebody has opened.
    pub(crate) link: Option<String>,
}

/// What the command line asks for.
#[derive(Debug)]
pub(crate) enum Request {
    /// Open the window.
    Run(Args),
    /// Print this and stop.
    Say(String),
    /// Print the answer to `idw doctor` and stop.
    #[cfg(target_os = "linux")]
    TestSelf,
}

/// Why the command line makes no sense.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
pub(crate) enum ArgsError {
    #[error("--vault needs a folder after it")]
    NoFolder,
    #[error("unknown argument {0:?}")]
    Unknown(OsString),
    #[error("there is no home folder")]
    NoHome,
}

impl Explain for ArgsError {
    fn explain(&self) -> MessageData {
        match self {
            Self::NoFolder => message::CliDesktopNoFolder.into(),
            // With escapes: it may hold anything.
            Self::Unknown(argument) => {
                message::CliDesktopUnknown { argument: argument.to_string_lossy().escape_debug().to_string() }.into()
            }
            Self::NoHome => message::CliNoHome.into(),
        }
    }
}

impl Args {
    /// Reads the arguments after the program's name, and the environment.
    pub(crate) fn parse(args: impl IntoIterator<Item = OsString>) -> Result<Request, ArgsError> {
        let (mut vault, mut link) = (None, None);
        let mut args = args.into_iter();
        while let Some(arg) = args.next() {
            match arg.to_str() {
                Some("--help" | "-h") => return Ok(Request::Say(HELP.to_owned())),
                Some("--version" | "-V") => {
                    return Ok(Request::Say(format!("idw-desktop {}\n", env!("CARGO_PKG_VERSION"))));
                }
                #[cfg(target_os = "linux")]
                Some("--self-test") => return Ok(Request::TestSelf),
                Some("--vault") => vault = Some(args.next().ok_or(ArgsError::NoFolder)?),
                Some(text) if text.starts_with("--vault=") => vault = text.strip_prefix("--vault=").map(OsString::from),
                Some(text) if text.starts_with(LINK) && link.is_none() => link = Some(text.to_owned()),
                _ => return Err(ArgsError::Unknown(arg)),
            }
        }
        Ok(Request::Run(Self { vault: vault_dir(vault)?, kdf: kdf_cost(env::var_os("IDW_KDF").as_deref()), link }))
    }
}

/// Prints to standard output.
pub(crate) fn say(text: &str) -> ExitCode {
    // A closed pipe is the reader's choice, no failure of ours.
    let _ = io::stdout().write_all(text.as_bytes());
    ExitCode::SUCCESS
}

/// Prints why there is no window to standard error; the exit code is that of wrong usage.
pub(crate) fn complain(text: &str) -> ExitCode {
    let _ = writeln!(io::stderr(), "idw-desktop: {text}");
    ExitCode::from(2)
}

fn vault_dir(named: Option<OsString>) -> Result<PathBuf, ArgsError> {
    let named = named.or_else(|| env::var_os("IDW_VAULT")).filter(|dir| !dir.is_empty());
    if let Some(dir) = named {
        return Ok(PathBuf::from(dir));
    }
    let folders = etcetera::choose_base_strategy().map_err(|_| ArgsError::NoHome)?;
    Ok(folders.data_dir().join("idw").join("vault"))
}

fn kdf_cost(named: Option<&OsStr>) -> KdfCost {
    if named == Some(OsStr::new("floor")) { KdfCost::Floor } else { KdfCost::Tuned }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(args: &[&str]) -> Result<Request, ArgsError> {
        Args::parse(args.iter().map(OsString::from))
    }

    #[test]
    fn the_folder_can_be_named_in_both_ways() {
        for args in [&["--vault", "a/b"][..], &["--vault=a/b"]] {
            let Ok(Request::Run(args)) = parse(args) else { panic!("{args:?} was refused") };
            assert_eq!(args.vault, PathBuf::from("a/b"));
        }
    }

    #[test]
    fn a_link_is_taken_wherever_it_stands() {
        let link = "idw://login?site=https://shop.example/lws";
        for args in [&[link][..], &[link, "--vault", "a"], &["--vault", "a", link]] {
            let Ok(Request::Run(args)) = parse(args) else { panic!("{args:?} was refused") };
            assert_eq!(args.link.as_deref(), Some(link));
        }
        assert_eq!(parse(&[link, link]).unwrap_err(), ArgsError::Unknown(link.into()), "one link at a time");
    }

    #[test]
    fn nonsense_is_refused() {
        assert_eq!(parse(&["--vault"]).unwrap_err(), ArgsError::NoFolder);
        assert_eq!(parse(&["file"]).unwrap_err(), ArgsError::Unknown("file".into()));
    }

    #[test]
    fn only_the_word_floor_lowers_the_cost() {
        assert!(matches!(kdf_cost(Some(OsStr::new("floor"))), KdfCost::Floor));
        assert!(matches!(kdf_cost(Some(OsStr::new("0"))), KdfCost::Tuned));
        assert!(matches!(kdf_cost(None), KdfCost::Tuned));
    }
}
