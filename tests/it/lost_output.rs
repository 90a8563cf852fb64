//! Results that nobody gets: a full disk, a reader that has gone, a closed output, a folder that is not there. What did
//! not arrive is told, and counts as nothing: a key stays the only one, and a backup that nobody can open is not made.

use std::fs::{self, File};
use std::io;
use std::process::{Child, Command, Stdio};

use idw_journeys::{Home, Run};

const SECRET: &str = "0x4242424242424242424242424242424242424242424242424242424242424242";

/// Where a result is lost.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Sink {
    FullDisk,
    ReaderGone,
    /// Open, but not for writing.
    ReadOnly,
    Closed,
    ThrownAway,
    /// As Python and Node do it: with `/dev/null` opened for reading too.
    ThrownAwayByALanguage,
}

impl Sink {
    fn is_on_purpose(self) -> bool {
        matches!(self, Self::ThrownAway | Self::ThrownAwayByALanguage)
    }
}

/// Those in which nobody has asked for it to be lost.
const LOSING: [Sink; 4] = [Sink::FullDisk, Sink::ReaderGone, Sink::ReadOnly, Sink::Closed];
const ALL: [Sink; 6] =
    [Sink::FullDisk, Sink::ReaderGone, Sink::ReadOnly, Sink::Closed, Sink::ThrownAway, Sink::ThrownAwayByALanguage];

/// Runs `idw` with its standard output there.
fn run_into(home: &Home, sink: Sink, words: &[&str]) -> Run {
    let mut command = home.command();
    command.args(words);
    if sink == Sink::Closed {
        command = closing_output(&command);
    }
    match sink {
        Sink::FullDisk => command.stdout(File::options().write(true).open("/dev/full").expect("a full device")),
        Sink::ReaderGone => command.stdout(pipe_without_a_reader()),
        Sink::ReadOnly => command.stdout(File::open("/dev/zero").expect("a device to read")),
        Sink::Closed => command.stdout(Stdio::inherit()),
        Sink::ThrownAway => command.stdout(Stdio::null()),
        Sink::ThrownAwayByALanguage => {
            command.stdout(File::options().read(true).write(true).open("/dev/null").expect("a device for what is lost"))
        }
    };
    Run::from(command.stderr(Stdio::piped()).spawn().and_then(Child::wait_with_output).expect("idw runs"))
}

fn pipe_without_a_reader() -> io::PipeWriter {
    io::pipe().expect("a pipe").1
}

/// The same command without a standard output.
fn closing_output(command: &Command) -> Command {
    let mut shell = Command::new("sh");
    shell.args(["-c", "exec \"$0\" \"$@\" >&-"]).arg(command.get_program()).args(command.get_args());
    for (name, value) in command.get_envs() {
        match value {
            Some(value) => shell.env(name, value),
            None => shell.env_remove(name),
        };
    }
    shell.stdin(Stdio::null());
    shell
}

fn import_key(home: &Home) {
    let key = home.write_outside("key", SECRET.as_bytes()).display().to_string();
    home.ok(["account", "import", "old", "--raw-key-file", &key]);
}

#[test]
fn an_export_that_arrives_nowhere_does_not_let_the_only_key_be_removed() {
    let home = Home::with_vault();
    import_key(&home);
    let must_be_kept = |what: &str| {
        let said = home.fails(2, ["account", "remove", "old"]);
        assert!(said.contains("Export the key first"), "{what}: {said}");
    };
    for sink in ALL {
        for more in [&["--as", "raw-key"][..], &["--as", "raw-key", "--json"]] {
            let run = run_into(&home, sink, &[&["account", "export", "old"][..], more].concat());
            assert!(run.code > 0 && run.code < 100, "{sink:?}: {run:?}");
            assert!(!run.stderr.contains(&SECRET[2..]) && !run.stderr.contains("panicked"), "{sink:?}: {run:?}");
        }
        must_be_kept(&format!("{sink:?}"));
    }
    let nowhere = home.path().join("none/old.key").display().to_string();
    home.fails(2, ["account", "export", "old", "--as", "raw-key", "--out", &nowhere]);
    must_be_kept("a folder that is not there");
    assert!(exports(&home).iter().all(|text| text.starts_with("Started")), "{:?}", exports(&home));

    let there = home.path().join("old.key").display().to_string();
    home.ok(["account", "export", "old", "--as", "raw-key", "--out", &there]);
    assert_eq!(fs::read_to_string(&there).expect("the key").trim(), SECRET);
    assert_eq!(exports(&home).last().map(String::as_str), Some("Exported the unprotected key of account old"));
    home.ok(["account", "remove", "old"]);
}

/// What the log says of exports.
fn exports(home: &Home) -> Vec<String> {
    let log = home.ok(["activity", "list"]);
    let texts = log.as_array().expect("a list").iter().filter_map(|entry| entry["text"].as_str());
    texts.filter(|text| text.to_lowercase().contains("export")).map(str::to_owned).collect()
}

#[test]
fn a_backup_is_made_only_once_its_passphrase_was_seen() {
    let home = Home::with_vault();
    home.ok(["attribute", "set", "first-name", "Ada"]);
    let folder = home.path().join("backups");
    fs::create_dir(&folder).expect("a folder");
    let path = folder.join("ada.backup");
    let shown = path.display().to_string();
    let create = ["backup", "create", &shown, "--generate-passphrase", "--force"];
    let must_not_be_made = |sink: Sink, more: &[&str]| {
        let run = run_into(&home, sink, &[&create[..], more].concat());
        assert!(run.code > 0 && run.code < 100, "{sink:?}: {run:?}");
        assert!(run.stderr.contains("passphrase"), "it is said why: {run:?}");
    };
    for sink in ALL {
        must_not_be_made(sink, &[]);
    }
    assert_eq!(fs::read_dir(&folder).expect("the folder").count(), 0, "nothing is left");
    assert_eq!(home.ok(["backup", "status"])["last"], serde_json::Value::Null);

    let made = home.ok(create);
    let (first, status) = (fs::read(&path).expect("the backup"), home.ok(["backup", "status"]));
    for (sink, more) in LOSING.into_iter().zip([&[][..], &["--json"], &["--quiet"], &["--json"]]) {
        must_not_be_made(sink, more);
    }
    assert!(fs::read(&path).expect("the backup") == first, "the backup before is as it was");
    assert_eq!(home.ok(["backup", "status"]), status, "and so is its date");
    assert_eq!(fs::read_dir(&folder).expect("the folder").count(), 1, "nothing else is left");
    let words = made["passphrase"].as_str().expect("a passphrase");
    let passphrase = home.write_outside("passphrase", words.as_bytes()).display().to_string();
    home.ok(["backup", "test", &shown, "--passphrase-file", &passphrase]);

    // One whose passphrase is known is made all the same; that nobody was told is said.
    let run =
        run_into(&home, Sink::FullDisk, &["backup", "create", &shown, "--passphrase-file", &passphrase, "--force"]);
    assert_eq!(run.code, 1, "{run:?}");
    assert!(run.stderr.contains("The command succeeded, but"), "{run:?}");
    assert!(fs::read(&path).expect("the backup") != first);
}

#[test]
fn people_see_the_passphrase_before_they_are_told_of_the_backup() {
    let home = Home::with_vault();
    let path = home.path().join("ada.backup").display().to_string();
    let run = home.run(["backup", "create", &path, "--generate-passphrase"]);
    assert_eq!(run.code, 0, "{run:?}");
    let lines: Vec<&str> = run.stdout.lines().collect();
    assert_eq!(lines[0], "Passphrase of the backup");
    assert_eq!(lines[1].split('-').count(), 10, "{run:?}");
    assert!(lines.last().is_some_and(|line| line.starts_with("Saved a backup of")), "{run:?}");
    let quiet = home.run(["--quiet", "backup", "create", &path, "--generate-passphrase", "--force"]);
    assert_eq!(quiet.stdout.trim().split('-').count(), 10, "{quiet:?}");
}

#[test]
fn a_vault_is_made_only_once_its_recovery_phrase_was_seen() {
    let home = Home::empty();
    let lost = ALL.into_iter().filter(|sink| !sink.is_on_purpose());
    for (sink, more) in lost.zip([&[][..], &["--json"], &["--quiet"], &[]]) {
        let run = run_into(&home, sink, &[&["init"][..], more].concat());
        assert!(run.code > 0 && run.code < 100, "{sink:?}: {run:?}");
        assert!(run.stderr.contains("recovery phrase"), "it is said why: {run:?}");
        home.fails(2, ["account", "list"]);
    }
    let made = home.ok(["init"]);
    assert_eq!(made["phrase"].as_str().map(|words| words.split(' ').count()), Some(24), "{made}");
    assert_eq!(home.ok(["account", "show"]), made["account"]);
}

/// As scripts do: the vault has the words too, so they are not lost.
#[test]
fn a_vault_is_made_where_its_recovery_phrase_is_thrown_away_on_purpose() {
    for sink in ALL.into_iter().filter(|sink| sink.is_on_purpose()) {
        let home = Home::empty();
        let run = run_into(&home, sink, &["init", "--quiet"]);
        assert_eq!(run.code, 0, "{run:?}");
        assert!(run.stderr.contains("account export main --as phrase"), "{run:?}");
        let shown = home.ok(["account", "export", "main", "--as", "phrase"]);
        assert_eq!(shown["secret"].as_str().map(|words| words.split(' ').count()), Some(24), "{shown}");
    }
}

#[test]
fn a_result_that_does_not_arrive_is_no_success() {
    let home = Home::with_vault();
    home.ok(["attribute", "set", "first-name", "Ada"]);
    let reading: [&[&str]; 11] = [
        &["--help"],
        &["backup", "--help"],
        &["--version"],
        &["completions", "bash"],
        &["account", "list"],
        &["attribute", "list", "--json"],
        &["attribute", "types", "passport"],
        &["activity", "verify"],
        &["activity", "export"],
        &["attribute", "export", "-"],
        &["vault", "status"],
    ];
    for (at, words) in reading.into_iter().enumerate() {
        let sinks = if at < 5 { &LOSING[..] } else { &LOSING[at % 4..=at % 4] };
        for sink in sinks {
            let run = run_into(&home, *sink, words);
            assert!(run.code == if *sink == Sink::ReaderGone { 141 } else { 1 }, "{words:?} into {sink:?}: {run:?}");
            assert!(!run.stderr.contains("panicked"), "{words:?} into {sink:?}: {run:?}");
            assert_eq!(run.stderr.is_empty(), *sink == Sink::ReaderGone, "{words:?} into {sink:?}: {run:?}");
        }
    }
    for (sink, name) in LOSING.into_iter().zip(["Ada", "Grace", "Mary", "Emmy"]) {
        let run = run_into(&home, sink, &["attribute", "set", "first-name", name]);
        assert_eq!(run.code, 1, "{sink:?}: {run:?}");
        assert!(run.stderr.contains("The command succeeded, but"), "{sink:?}: {run:?}");
        assert!(home.run(["attribute", "show", "first-name"]).stdout.contains(name), "it was done");
    }
    for words in [&["account", "list"][..], &["account", "list", "--json"], &["attribute", "set", "first-name", "Ada"]]
    {
        let run = run_into(&home, Sink::Closed, words);
        assert_eq!(run.code, 1, "{words:?}: {run:?}");
        assert!(run.stderr.contains("could not write the output"), "{words:?}: {run:?}");
        for sink in ALL.into_iter().filter(|sink| sink.is_on_purpose()) {
            let run = run_into(&home, sink, words);
            assert_eq!(
                (run.code, run.stderr.as_str()),
                (0, ""),
                "whoever throws a result away gets no error: {words:?}"
            );
        }
    }
    let run = run_into(&home, Sink::FullDisk, &["--quiet", "profile", "add", "Ltd"]);
    assert_eq!((run.code, run.stderr.as_str()), (0, ""), "nothing was to be printed, so nothing was lost");
}

#[test]
fn a_key_that_a_killed_export_left_is_removed_by_the_next_run() {
    let home = Home::with_vault();
    import_key(&home);
    let folder = home.path().join("keys");
    fs::create_dir(&folder).expect("a folder");
    let path = folder.join("old.key");
    let hidden = || -> Vec<String> {
        let entries = fs::read_dir(&folder).expect("the folder").flatten();
        let texts = entries.filter(|entry| entry.path() != path && entry.path().is_file());
        texts.map(|entry| fs::read_to_string(entry.path()).expect("a text")).collect()
    };
    fs::write(&path, "the key before").expect("a file");
    let shown = path.display().to_string();
    let export = ["account", "export", "old", "--as", "raw-key", "--out", &shown, "--force"];
    // The main thread alone is traced; it renames nothing before the file.
    let command = home.command();
    let mut killed = Command::new("strace");
    killed.args(["-o", "/dev/null", "-e", "trace=rename,renameat,renameat2"]);
    killed.args(["-e", "inject=rename,renameat,renameat2:signal=KILL"]).arg(command.get_program());
    killed.args(command.get_args()).args(export);
    for (name, value) in command.get_envs() {
        match value {
            Some(value) => killed.env(name, value),
            None => killed.env_remove(name),
        };
    }
    let output = killed.stdin(Stdio::null()).output();
    let output = output.expect("this test needs `strace`, which is not installed: install the package of that name");
    assert!(!output.status.success(), "it was killed: {output:?}");
    assert_eq!(fs::read_to_string(&path).expect("the file"), "the key before", "it was killed before the rename");
    assert_eq!(hidden(), [format!("{SECRET}\n")], "killed there, it leaves the key");
    home.fails(2, ["account", "remove", "old"]);

    let other = folder.join("log.json").display().to_string();
    home.ok(["activity", "export", "--output", &other]);
    assert_eq!(hidden().len(), 1, "the log alone: {:?}", hidden());
    assert!(!hidden()[0].contains(SECRET), "the next file that is written there takes the key away");
    home.ok(export);
    assert_eq!(fs::read_to_string(&path).expect("the file").trim(), SECRET);
}
