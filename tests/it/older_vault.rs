//! A vault that the version before wrote, and that version's vault on a disk that cannot be written to.

use std::path::Path;
use std::process::Command;
use std::time::Instant;
use std::{fs, thread};

use idw_journeys::{Home, Run};
use serde_json::Value;

const VAULT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/vectors/wallet/v2/vault");
/// The version of the vault's format, in the header.
const VERSION_AT: usize = 9;
/// How often the migration is killed, unless a soak asks for more.
const KILLS: u32 = 12;

/// A home with a copy of that vault.
fn home() -> Home {
    let home = Home::empty();
    copy(Path::new(VAULT), &home.vault());
    home
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir(to).expect("a new folder");
    for entry in fs::read_dir(from).expect("a folder").map(|entry| entry.expect("an entry")) {
        let target = to.join(entry.file_name());
        if entry.file_type().expect("its type").is_dir() {
            copy(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).expect("copied");
        }
    }
}

fn version(home: &Home) -> u8 {
    fs::read(home.vault().join("vault.header")).expect("a header")[VERSION_AT]
}

/// What must be there before and after.
fn contents(home: &Home) -> [Value; 4] {
    [["attribute", "list"], ["document", "list"], ["site", "list"], ["account", "list"]].map(|words| home.ok(words))
}

#[test]
fn whenever_it_is_killed_a_migration_loses_nothing() {
    let kills = std::env::var("IDW_SOAK_KILLS").ok().and_then(|text| text.parse().ok()).unwrap_or(KILLS);
    let migrated = home();
    // The fastest of some counts: later ones are kept from being too late by it.
    let migrate = |home: &Home| {
        let begun = Instant::now();
        home.ok(["attribute", "list"]);
        begun.elapsed()
    };
    let whole = [migrate(&migrated), migrate(&home()), migrate(&home())].into_iter().min().expect("three of them");
    let expected = contents(&migrated);
    assert_eq!(version(&migrated), 6);
    let (mut before, mut in_time) = (0, 0);
    for number in 0..kills {
        let home = home();
        // The golden ratio spreads any number of points evenly.
        let part = (f64::from(number) * 0.618_033_988_75).fract();
        let mut process = home.start(["attribute", "list"]);
        thread::sleep(whole.mul_f64(part));
        process.kill().expect("it can be killed, or has ended");
        in_time += u32::from(!process.wait().expect("it is gone").success());
        before += u32::from(version(&home) == 2);
        assert_eq!(contents(&home), expected, "kill {number} at {part:.3}");
        assert_eq!(home.ok(["vault", "verify"])["intact"], true, "kill {number} at {part:.3}");
        assert_eq!(home.ok(["activity", "verify"])["intact"], true, "kill {number} at {part:.3}");
        assert_eq!(version(&home), 6);
    }
    println!("{kills} migrations, {in_time} killed in time, {before} before the header: nothing lost");
    assert!(in_time * 2 >= kills, "most kills came in time, not {in_time} of {kills}");
}

/// Runs `idw` with the vault's folder mounted for reading only: root may do so, and users where the system lets them.
fn read_only(home: &Home, words: &[&str]) -> Run {
    let vault = home.vault();
    let script = "mount --bind \"$0\" \"$0\" && mount -o remount,ro,bind \"$0\" && exec \"$@\"";
    let idw = {
        let mut command = home.command();
        command.args(words);
        command
    };
    let under = |unshare: &[&str]| {
        let mut command = Command::new("unshare");
        command.args(unshare).args(["sh", "-c", script]).arg(&vault).arg(idw.get_program()).args(idw.get_args());
        for (name, value) in idw.get_envs() {
            match value {
                Some(value) => command.env(name, value),
                None => command.env_remove(name),
            };
        }
        Run::from(command.output().expect("unshare starts"))
    };
    let done = under(&["--mount"]);
    if done.stderr.contains("unshare") { under(&["--user", "--map-root-user", "--mount"]) } else { done }
}

#[test]
fn on_a_read_only_disk_everything_can_be_read_and_nothing_is_changed() {
    let home = home();
    let expected = contents(&{
        let other = self::home();
        other.ok(["attribute", "list"]);
        other
    });
    let listed = read_only(&home, &["--json", "attribute", "list"]);
    assert_eq!(listed.code, 0, "{}", listed.stderr);
    assert_eq!(listed.json(), expected[0]);
    assert!(listed.stderr.contains("open for reading only"), "{}", listed.stderr);
    let id = expected[1][0]["id"].as_str().expect("an id");
    let exported = home.path().join("exported");
    let export = read_only(&home, &["document", "export", id, &exported.display().to_string()]);
    assert_eq!(export.code, 0, "{}", export.stderr);
    assert_eq!(fs::metadata(&exported).expect("the document").len(), expected[1][0]["size"].as_u64().expect("a size"));
    assert_eq!(read_only(&home, &["vault", "verify"]).code, 0);
    let passphrase = home.write_outside("passphrase", b"a passphrase for the backup").display().to_string();
    let backup = home.path().join("rescued.backup").display().to_string();
    let rescued = read_only(&home, &["backup", "create", &backup, "--passphrase-file", &passphrase]);
    assert_eq!(rescued.code, 0, "{}", rescued.stderr);
    let restored = Home::empty();
    restored.ok(["backup", "restore", &backup, "--passphrase-file", &passphrase]);
    assert_eq!(restored.ok(["attribute", "list"]), expected[0]);
    let served = read_only(&home, &["serve"]).must_fail(2);
    assert!(served.contains("could not accept requests"), "{served}");
    for words in [&["attribute", "set", "first-name", "Ada"][..], &["account", "new", "other"], &["vault", "compact"]] {
        let stderr = read_only(&home, words).must_fail(1);
        assert!(stderr.contains("is open for reading only"), "{words:?}: {stderr}");
    }
    assert_eq!(version(&home), 2);
    let left: Vec<_> = fs::read_dir(home.path().join("tmp")).expect("the folder").collect();
    assert!(left.is_empty(), "no copy is left: {left:?}");
    assert_eq!(contents(&home), expected);
}
