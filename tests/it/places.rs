//! Folders, files and limits of a real system: two programs in one folder, file systems that can do less, names that are
//! too long, pipes that nobody writes to, and disks that fail.

use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;
use std::process::{Command, Stdio};

use idw_journeys::{Home, Run};

const PASSPHRASE: &str = "a passphrase for the backup alone";

/// A vault with one attribute in it.
fn home() -> Home {
    let home = Home::with_vault();
    home.ok(["attribute", "set", "first-name", "Ada"]);
    home
}

fn passphrase_file(home: &Home) -> String {
    home.write_outside("passphrase", PASSPHRASE.as_bytes()).display().to_string()
}

fn back_up(home: &Home) -> String {
    let path = home.path().join("ada.backup").display().to_string();
    home.ok(["backup", "create", &path, "--passphrase-file", &passphrase_file(home)]);
    path
}

/// `idw` on a vault of which the home knows nothing.
fn at(home: &Home, vault: &Path, words: &[&str]) -> Command {
    let mut command = home.program("idw");
    let password = home.write_outside("another", b"correct horse battery staple");
    command.arg("--vault").arg(vault).arg("--password-file").arg(password).args(words);
    command
}

fn on(home: &Home, words: &[&str]) -> Command {
    let mut command = home.command();
    command.args(words);
    command
}

fn run(command: &mut Command) -> Run {
    Run::from(command.output().expect("idw starts"))
}

/// `idw` as another program starts it, with its arguments and environment.
pub(crate) fn under(program: &str, words: &[&str], idw: &Command) -> Run {
    let mut command = Command::new(program);
    command.args(words).arg(idw.get_program()).args(idw.get_args()).stdin(Stdio::null());
    for (name, value) in idw.get_envs() {
        match value {
            Some(value) => command.env(name, value),
            None => command.env_remove(name),
        };
    }
    let output = command.output().unwrap_or_else(|error| panic!("this test needs `{program}`: {error}"));
    Run::from(output)
}

/// `idw` where some system calls fail.
fn injected(faults: &[&str], idw: &Command) -> Run {
    let mut options = vec!["-f", "-qqq", "-o", "/dev/null"];
    options.extend(faults.iter().flat_map(|fault| ["-e", fault]));
    under("strace", &options, idw)
}

/// `idw` with a new file system at `folder`: root may mount one, and users where the system lets them.
fn mounted(folder: &Path, idw: &Command) -> Run {
    let folder = folder.display().to_string();
    let script = "mount -t tmpfs -o size=64m none \"$0\" && \"$@\" && ls \"$0\"";
    let done = under("unshare", &["--mount", "sh", "-c", script, &folder], idw);
    if !done.stderr.contains("unshare") {
        return done;
    }
    under("unshare", &["--user", "--map-root-user", "--mount", "sh", "-c", script, &folder], idw)
}

#[test]
fn of_restores_into_one_folder_at_once_one_is_done_and_the_others_say_why_not() {
    let from = home();
    let backup = back_up(&from);
    let other = Home::empty();
    let words = ["backup", "restore", &backup, "--passphrase-file", &passphrase_file(&other)];
    let start = |_| on(&other, &words).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("idw starts");
    let all = [0; 3].map(start).map(|child| Run::from(child.wait_with_output().expect("it ends")));
    assert_eq!(all.iter().filter(|run| run.code == 0).count(), 1, "{all:?}");
    for Run { code, stderr, .. } in all.iter().filter(|run| run.code != 0) {
        assert!(stderr.contains("is using the folder") || stderr.contains("contains a vault"), "{stderr}");
        assert!(matches!(code, 1 | 4), "{code}: {stderr}");
    }
    other.must_be_intact(1);
    assert_eq!(other.ok(["vault", "verify"])["intact"], true);
}

#[test]
fn two_exports_into_one_file_at_once_leave_one_whole_file() {
    let home = home();
    let copy = home.copy();
    let path = home.path().join("data.json").display().to_string();
    let words = ["attribute", "export", &path];
    let start =
        |home: &Home| on(home, &words).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("idw starts");
    let both = [start(&home), start(&copy)].map(|child| Run::from(child.wait_with_output().expect("it ends")));
    let mut codes = both.each_ref().map(|run| run.code);
    codes.sort_unstable();
    assert_eq!(codes, [0, 1], "one has the name, and the other leaves it alone: {both:?}");
    let whole: serde_json::Value = serde_json::from_slice(&fs::read(&path).expect("the file")).expect("all of it");
    assert_eq!(whole["attributes"].as_array().map(Vec::len), Some(1), "{whole}");
}

#[test]
fn a_vault_is_made_and_restored_in_a_mount_point_a_link_and_the_current_folder() {
    let from = home();
    let backup = back_up(&from);
    let other = Home::empty();
    let restore = ["backup", "restore", &backup, "--passphrase-file", &passphrase_file(&other)];
    for words in [&restore[..], &["init"]] {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let [empty, link, here, mount] = ["empty", "link", "here", "mount"].map(|name| folder.path().join(name));
        for made in [&empty, &here, &mount] {
            fs::create_dir(made).expect("a folder");
        }
        std::os::unix::fs::symlink(&empty, &link).expect("a link");

        let done = run(&mut at(&other, &link, words));
        assert_eq!(done.code, 0, "{words:?} to a link: {}", done.stderr);
        assert!(link.is_symlink() && empty.join("vault.header").is_file());
        let done = run(at(&other, Path::new("."), words).current_dir(&here));
        assert_eq!(done.code, 0, "{words:?} to the current folder: {}", done.stderr);
        assert!(here.join("vault.header").is_file());
        let done = mounted(&mount, &at(&other, &mount, words));
        assert_eq!(done.code, 0, "{words:?} to a mount point (needs mount namespaces): {}", done.stderr);
        assert!(done.stdout.contains("vault.header"), "{}", done.stdout);
    }
}

/// FAT, and some of FUSE and SMB, can give a file no second name and do not rename without replacing.
#[test]
fn on_a_file_system_without_links_all_works_and_nothing_is_replaced_unasked() {
    let home = home();
    let faults = ["inject=?link,linkat:error=EPERM", "inject=?renameat2:error=EINVAL"];
    let check = |code: i32, command: &Command| {
        let done = injected(&faults, command);
        assert_eq!(done.code, code, "{command:?}: {}", done.stderr);
        done
    };
    let backup = home.path().join("ada.backup").display().to_string();
    let export = home.path().join("data.json").display().to_string();
    let passphrase = passphrase_file(&home);
    for words in [
        &["backup", "create", &backup, "--passphrase-file", &passphrase][..],
        &["attribute", "export", &export],
        &["account", "export", "main", "--as", "raw-key", "--out", &home.path().join("key").display().to_string()],
    ] {
        let file = Path::new(words[words.len() - 1]);
        let file = if words[0] == "backup" { Path::new(&backup) } else { file };
        check(0, &on(&home, words));
        let bytes = fs::read(file).expect("it is there");
        assert!(!bytes.is_empty());
        assert!(check(1, &on(&home, words)).stderr.contains("left it as it is"), "{words:?}");
        assert!(fs::read(file).expect("it is there still") == bytes, "{words:?} replaced it");
        check(0, &on(&home, &[words, &["--force"]].concat()));
        assert_eq!(fs::metadata(file).expect("a file").permissions().mode() & 0o777, 0o600);
    }
    let names: Vec<_> =
        fs::read_dir(home.path()).expect("the home").map(|one| one.expect("an entry").file_name()).collect();
    let left = names.iter().filter(|name| name.to_string_lossy().starts_with('.')).count();
    assert_eq!(left, 0, "no temporary file is left: {names:?}");

    let other = Home::empty();
    check(0, &on(&other, &["backup", "restore", &backup, "--passphrase-file", &passphrase_file(&other)]));
    other.must_be_intact(1);
    let new = Home::empty();
    check(0, &on(&new, &["init"]));
    new.must_be_intact(0);
}

/// From the first wait for the disk on, or from a later one: something else is under way each time.
#[test]
fn a_disk_that_does_not_confirm_what_was_written_is_an_error_and_no_crash() {
    let home = home();
    let backup = back_up(&home);
    let other = Home::empty();
    let passphrase = passphrase_file(&home);
    let out = home.path().join("out");
    let shown = out.display().to_string();
    let mut refused = 0;
    for first in [1, 2, 3, 5, 8] {
        let fault = format!("inject=fsync,fdatasync:error=EIO:when={first}+");
        let mut check = |command: Command, made: &Path| {
            let done = injected(&[&fault], &command);
            assert!((0..8).contains(&done.code) && !done.stderr.contains("panicked"), "{command:?} {fault}: {done:?}");
            // A backup that has its name already is not taken away from its owner.
            let is_placed = done.code == 0 || done.stderr.contains("is whole and in its place");
            assert_eq!(made.exists(), is_placed, "{command:?} {fault}: {done:?}");
            refused += u32::from(done.code != 0);
        };
        check(on(&home, &["backup", "create", &shown, "--passphrase-file", &passphrase]), &out);
        let _ = fs::remove_file(&out);
        check(on(&home, &["attribute", "export", &shown]), &out);
        let _ = fs::remove_file(&out);
        let done = injected(&[&fault], &on(&home, &["vault", "compact"]));
        assert!((0..8).contains(&done.code) && !done.stderr.contains("panicked"), "{fault}: {done:?}");
        for words in [&["init"][..], &["backup", "restore", &backup, "--passphrase-file", &passphrase]] {
            check(on(&other, words), &other.vault());
            if other.vault().exists() {
                other.ok(["vault", "verify"]);
                fs::remove_dir_all(other.vault()).expect("the test's own folder");
            }
        }
    }
    assert!(refused > 10, "the disk refused, {refused} times");
    home.must_be_intact(1);
    assert_eq!(home.ok(["vault", "verify"])["intact"], true);
}

/// A sound recording of nothing, so many bytes long (RIFF WAVE, 8 bits, one channel).
fn silence(len: u32) -> Vec<u8> {
    let number = u32::to_le_bytes;
    let format = [&[1, 0, 1, 0][..], &number(8000), &number(8000), &[1, 0, 8, 0]].concat();
    let head = [b"WAVEfmt ", &number(16)[..], &format, b"data", &number(len)].concat();
    [b"RIFF", &number(len + 36)[..], &head, &vec![128; len as usize]].concat()
}

#[test]
fn a_limit_on_the_size_of_files_is_an_error_and_not_the_end_of_the_program() {
    let home = home();
    let large = home.write_outside("large.wav", &silence(900_000)).display().to_string();
    home.ok(["document", "add", &large]);
    let out = home.path().join("out").display().to_string();
    let passphrase = passphrase_file(&home);
    let limited = |blocks: u32, words: &[&str]| {
        let script = format!("ulimit -f {blocks}; exec \"$0\" \"$@\"");
        let done = under("sh", &["-c", &script], &on(&home, words));
        assert!((1..8).contains(&done.code), "{words:?} ended otherwise than by itself: {done:?}");
        assert!(!done.stderr.contains("panicked"), "{words:?}: {}", done.stderr);
        done.stderr
    };
    // Blocks of 512 bytes: enough for the database, and too little for what is written.
    for words in [
        &["backup", "create", &out, "--passphrase-file", &passphrase][..],
        &["attribute", "export", &out],
        &["document", "add", &home.write_outside("larger.wav", &silence(1_500_000)).display().to_string()],
    ] {
        let said = limited(1400, words);
        assert!(said.contains("file is too large") || said.contains("file is larger"), "{words:?}: {said}");
        assert!(!Path::new(&out).exists(), "{words:?} left half a file");
    }
    limited(16, &["attribute", "set", "last-name", "Example"]);
    home.must_be_intact(1);
    assert_eq!(home.ok(["vault", "verify"])["intact"], true);
}

#[test]
fn with_hardly_any_file_descriptors_there_is_an_error_and_no_crash() {
    let home = home();
    let backup = back_up(&home);
    let passphrase = passphrase_file(&home);
    let picture = idw_journeys::Sample::named("passport-selfie.jpg").path.display().to_string();
    for descriptors in 5..14 {
        let script = format!("ulimit -n {descriptors}; exec \"$0\" \"$@\"");
        for words in [
            &["attribute", "list"][..],
            &["backup", "test", &backup, "--passphrase-file", &passphrase],
            &["document", "add", &picture],
        ] {
            let done = under("sh", &["-c", &script], &on(&home, words));
            assert!(!done.stderr.contains("panicked"), "{descriptors} for {words:?}: {}", done.stderr);
            assert!((0..8).contains(&done.code), "{descriptors} for {words:?}: {}", done.code);
        }
    }
    assert_eq!(home.ok(["vault", "verify"])["intact"], true);
}

#[test]
fn folders_that_are_made_above_a_vault_are_its_owners() {
    let home = Home::empty();
    let vault = home.path().join("one/two/vault");
    assert_eq!(run(&mut at(&home, &vault, &["init"])).code, 0);
    for folder in ["one", "one/two", "one/two/vault"] {
        let mode = fs::metadata(home.path().join(folder)).expect("a folder").permissions().mode();
        assert_eq!(mode & 0o777, 0o700, "{folder}");
    }
}

#[test]
fn the_longest_names_work_and_longer_ones_are_told() {
    let home = home();
    let passphrase = passphrase_file(&home);
    let named = |length: usize| home.path().join("n".repeat(length)).display().to_string();
    let commands = |path: &str| {
        let create = ["backup", "create", path, "--passphrase-file", &passphrase].map(str::to_owned).to_vec();
        [create, ["attribute", "export", path].map(str::to_owned).to_vec()]
    };
    for words in commands(&named(255)) {
        home.ok(&words);
        fs::remove_file(named(255)).expect("it was written");
    }
    for words in commands(&named(256)) {
        let said = home.fails(2, &words);
        assert!(said.contains("too long"), "{said}");
    }
    let vault = home.path().join("v".repeat(255));
    assert_eq!(run(&mut at(&home, &vault, &["init"])).code, 0);
}

fn pipe(home: &Home) -> String {
    let path = home.path().join("pipe").display().to_string();
    let made = Command::new("mkfifo").arg(&path).status().expect("this test needs `mkfifo`");
    assert!(made.success());
    path
}

#[test]
fn a_pipe_that_nobody_writes_to_is_told_and_not_waited_for() {
    let home = home();
    let pipe = pipe(&home);
    let passphrase = passphrase_file(&home);
    let image = format!("image={pipe}");
    let all = [
        &["document", "add", &pipe][..],
        &["attribute", "import", &pipe],
        &["site", "add", "--config", &pipe],
        &["account", "import", "--raw-key-file", &pipe],
        &["account", "import", "--keystore", &pipe, "--passphrase-file", &passphrase],
        &["account", "import", "--keystore", &passphrase, "--passphrase-file", &pipe],
        &["backup", "test", &pipe, "--passphrase-file", &passphrase],
        &["backup", "test", &passphrase, "--passphrase-file", &pipe],
        &["attribute", "set", "passport", "--set", "issued=2024-05-04", "--file", &image],
        &["password", "change", "--new-password-file", &pipe],
        &["--password-file", &pipe, "attribute", "list"],
    ];
    // All at once, as each waits a little; on vaults of their own, as one vault is for one of them.
    let homes = all.map(|_| home.copy());
    let started = homes.iter().zip(all).map(|(home, words)| {
        let mut command = home.command();
        if words[0] == "--password-file" {
            command = home.program("idw");
            command.arg("--vault").arg(home.vault());
        }
        command.args(words).stdout(Stdio::piped()).stderr(Stdio::piped());
        command.spawn().expect("idw starts")
    });
    for (child, words) in started.collect::<Vec<_>>().into_iter().zip(all) {
        let said = Run::from(child.wait_with_output().expect("it ends")).must_fail(2);
        let is_told = said.contains("a pipe that nobody writes to") || said.contains("This is not a file");
        assert!(is_told, "{words:?}: {said}");
    }
}

#[test]
fn what_a_shell_puts_in_place_of_a_file_is_read() {
    let home = home();
    let script =
        "\"$0\" --vault \"$1\" --password-file <(sleep 0.1; printf 'correct horse battery staple') attribute list";
    let mut command = home.program("idw");
    command.arg(home.vault());
    let done = under("bash", &["-c", script], &command);
    assert_eq!(done.code, 0, "{}", done.stderr);
    assert!(done.stdout.contains("Ada"), "{}", done.stdout);
    let pipe = pipe(&home);
    let script = "printf '%s' 4242424242424242424242424242424242424242424242424242424242424242 > \"$1\" & \
         exec \"$0\" --vault \"$2\" --password-file \"$3\" account import old --raw-key-file \"$1\"";
    let mut command = home.program("idw");
    command.arg(&pipe).arg(home.vault()).arg(home.write_outside("another", b"correct horse battery staple"));
    let done = under("bash", &["-c", script], &command);
    assert_eq!(done.code, 0, "{}", done.stderr);
}

#[test]
fn a_backup_whose_line_ends_were_changed_is_named_as_such() {
    let home = home();
    let backup = back_up(&home);
    let bytes = fs::read(&backup).expect("the backup");
    let longer: Vec<u8> =
        bytes.iter().flat_map(|byte| if *byte == b'\n' { vec![b'\r', b'\n'] } else { vec![*byte] }).collect();
    let changed = home.write_outside("changed.backup", &longer).display().to_string();
    let passphrase = passphrase_file(&home);
    let said = home.fails(4, ["backup", "test", &changed, "--passphrase-file", &passphrase]);
    assert!(said.contains("line ends") && said.contains("sed"), "{said}");
    // What the hint names does bring it back.
    let mended = Command::new("sed").args(["s/\\r$//", &changed]).output().expect("this test needs `sed`");
    assert!(mended.stdout == bytes);
    let other = Home::empty();
    other.fails(4, ["backup", "restore", &changed, "--passphrase-file", &passphrase]);
    assert!(!other.vault().exists());
}
