//! What comes of links in the vault's folder: someone who can change the folder, and no more, puts one at each name that
//! the layout knows, and at each file of a vault in use. The names are the layout's own list, so a new one is tried too.

mod traps;

use std::collections::BTreeSet;
use std::fs;
use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};

use crate::fs::{Expected, OddKind};
use crate::layout::{Layout, Name, Need, named};
use crate::{
    Batch, CreateError, Damage, DocumentId, KdfCost, OddEntry, OpenError, Password, ReadError, RecordId,
    RemoveQuarantinedError, Tree, UnlockError, Vault,
};
use traps::{Case, Trap, Used, password};

const NOTES: Tree = Tree::named("notes");

/// What must stand at a place; the engine's own files must have no other name.
fn expected(dir: &Path, at: &Path) -> Expected {
    let layout = Layout::new(dir);
    let all = Name::ALL.iter().flat_map(|name| layout.examples(*name).into_iter().map(|place| (*name, place)));
    let known = all.into_iter().find(|(_, place)| place.shown() == dir.join(at)).map(|(name, _)| name.expected());
    known.unwrap_or_else(|| match at.parent().and_then(Path::to_str) {
        Some("snapshots" | "documents") => Expected::File,
        _ => Expected::OwnFile,
    })
}

/// Opens the vault with a wrong and the right password; says what was told to be odd, and gives the vault if it opens.
fn unlock(dir: &Path) -> (Vec<OddEntry>, Option<Vault>) {
    let sealed = match Vault::open(dir) {
        Ok(sealed) => sealed,
        Err(OpenError::OddEntry(entry)) => return (vec![entry], None),
        Err(other) => panic!("{other:?}"),
    };
    let (sealed, refused) = sealed.unlock(&Password::from("wrong")).expect_err("the password is wrong");
    assert!(matches!(refused, UnlockError::WrongPassword), "{refused:?}");
    match sealed.unlock(&password()) {
        Ok(vault) => (vault.odd_entries().unwrap(), Some(vault)),
        Err((_, UnlockError::OddEntry(entry))) => (vec![entry], None),
        Err((_, other)) => panic!("{other:?}"),
    }
}

/// All that is done with a vault. Not all of it must succeed where a trap is set; what matters is what is outside.
fn use_everything(vault: Vault) {
    let staged = vault.stage_document(&mut b"another document".as_slice(), 100);
    let mut batch = Batch::new();
    batch.put(NOTES, RecordId::make(), b"another note");
    let added = staged.ok().map(|staged| batch.put_document(staged, b"name"));
    vault.commit(batch).unwrap();
    let listed: Vec<DocumentId> = vault.documents().filter_map(|info| Some(info.ok()?.id)).collect();
    for id in listed {
        match vault.read_document(id).map(|mut reader| std::io::copy(&mut reader, &mut std::io::sink()).unwrap()) {
            Ok(_) | Err(ReadError::Damaged { damage: Damage::OddEntry(_) }) => {}
            Err(other) => panic!("{other:?}"),
        }
        let _ = vault.stage_document_as(id, &mut b"instead".as_slice(), 100);
    }
    if let Some(id) = added {
        let mut batch = Batch::new();
        batch.remove_document(id);
        vault.commit(batch).unwrap();
    }
    vault.change_password(&password(), &password()).unwrap();
    let told = vault.odd_entries().unwrap();
    let verified = vault.verify(&mut |_| {}).unwrap();
    for entry in told {
        assert!(verified.faults.contains(&Damage::OddEntry(entry.clone())), "{entry} is not told by verifying");
    }
    let _ = vault.usage().unwrap();
    for name in ["damaged-1700000000", "db", "documents"] {
        let removed = vault.remove_quarantined(name);
        assert!(
            matches!(removed, Err(RemoveQuarantinedError::OddEntry(_) | RemoveQuarantinedError::NotFound { .. })),
            "{removed:?}"
        );
    }
    vault.compact().unwrap();
    drop(vault.lock());
}

/// Opens the vault with a wrong and the right password, and does everything with it if it opens.
fn open_and_use(dir: &Path) -> Vec<OddEntry> {
    let (told, vault) = unlock(dir);
    if let Some(vault) = vault {
        use_everything(vault);
    }
    told
}

fn check_told(case: &Case, trap: Trap, at: &Path, told: &[OddEntry]) {
    let is_told = told.iter().any(|entry| entry.path == case.dir().join(at));
    assert_eq!(is_told, trap.is_odd_at(expected(&case.dir(), at)), "{trap:?} at {}: {told:?}", at.display());
}

/// A trap at each place of a used vault: told by its path, and neither followed nor touched. Those that a vault does
/// without are set together, but for the copies of the header.
fn check_all_places(trap: Trap) {
    let used = Used::make();
    let dir = used.home.path().join("vault");
    assert!(used.places().len() > Name::ALL.len(), "{:?}", used.places());
    let (spare, needed): (Vec<_>, Vec<_>) = used.places().into_iter().partition(|at| is_spare(&dir, at));
    let (headers, others): (Vec<_>, Vec<_>) = spare.iter().partition(|at| at.to_string_lossy().contains("header"));
    let (inner, outer): (Vec<_>, Vec<_>) = others.into_iter().partition(|at| at.components().count() > 1);
    let alone = needed.iter().chain(headers).map(|at| vec![at]);
    for places in alone.chain([inner, outer]) {
        let places: Vec<_> = places.into_iter().map(PathBuf::as_path).collect();
        let case = used.copy();
        let told = case.check(trap, &places, open_and_use);
        for at in places {
            check_told(&case, trap, at, &told);
        }
    }
}

fn is_spare(dir: &Path, at: &Path) -> bool {
    let layout = Layout::new(dir);
    let is_at = |name: &Name| layout.examples(*name).iter().any(|place| place.shown() == dir.join(at));
    let known = Name::ALL.iter().find(|name| is_at(name));
    known.map_or(!at.starts_with("db"), |name| name.need() == Need::Spare)
}

fn is_in_database(at: &Path) -> bool {
    at.starts_with("db") && at.components().count() > 1
}

#[test]
fn a_link_to_what_was_moved_away_is_not_followed() {
    check_all_places(Trap::LinkToTheSame);
}

#[test]
fn a_link_to_a_file_or_a_folder_is_not_followed() {
    check_all_places(Trap::LinkToFile);
    check_all_places(Trap::LinkToFolder);
}

#[test]
fn links_that_lead_nowhere_are_not_followed() {
    check_all_places(Trap::LinkToNothing);
    check_all_places(Trap::LinkToItself);
}

#[test]
fn a_file_with_a_second_name_is_not_written_over() {
    check_all_places(Trap::HardLink);
}

#[test]
fn a_pipe_is_not_waited_for() {
    check_all_places(Trap::Pipe);
}

/// A damaged database has the vault copy, rename and remove whole folders.
#[test]
fn a_repair_goes_around_links() {
    let used = Used::make();
    let dir = used.home.path().join("vault");
    for at in used.places().iter().filter(|at| is_spare(&dir, at)) {
        let case = used.copy();
        fs::write(case.dir().join("db/db"), [7; 5000]).unwrap();
        let told = case.check(Trap::LinkToTheSame, &[at], |dir| {
            let (told, vault) = unlock(dir);
            assert!(vault.as_ref().is_none_or(|vault| vault.repair_report().is_some()), "nothing was repaired");
            told
        });
        // The folder of the snapshots is put aside by the repair, with what is in it.
        let is_spare = at.starts_with("snapshots/");
        let is_told = told.iter().any(|entry| entry.path == case.dir().join(at));
        assert!(is_told || is_spare, "{}: {told:?}", at.display());
    }
}

/// Nothing is made in a folder in which there is a link at a name that the vault will use.
#[test]
fn a_vault_is_not_made_around_a_link() {
    let used = Used::make();
    let dir = used.home.path().join("vault");
    for at in Name::ALL.iter().flat_map(|name| Layout::new(&dir).examples(*name)) {
        let at = at.shown().strip_prefix(&dir).unwrap().to_owned();
        for trap in [Trap::LinkToFile, Trap::LinkToFolder, Trap::LinkToNothing, Trap::LinkToItself, Trap::Pipe] {
            for is_marked in [false, true].into_iter().filter(|marked| !marked || at != Path::new("creating")) {
                let case = Case::new();
                fs::create_dir(case.dir()).unwrap();
                if is_marked {
                    fs::write(case.dir().join("creating"), b"").unwrap();
                }
                let refused = case.check(trap, &[&at], |dir| Vault::create(dir, &password(), KdfCost::Floor));
                match refused {
                    Err(CreateError::OddEntry(entry)) => assert_eq!(entry.path, case.dir().join(&at), "{trap:?}"),
                    other => panic!("{trap:?} at {}: {other:?}", at.display()),
                }
            }
        }
    }
}

/// A link that comes when the vault is unlocked is noticed by whatever would have used the name.
#[test]
fn a_link_that_comes_later_is_not_followed_either() {
    let used = Used::make();
    for at in used.places().iter().filter(|at| !is_in_database(at)) {
        let case = used.copy();
        let sealed = Vault::open(&case.dir()).unwrap();
        let vault = sealed.unlock(&password()).map_err(|(_, error)| error).unwrap();
        // What the vault has open already it goes on writing to, wherever that is moved.
        let path = case.dir().join(at);
        if path.exists() {
            fs::rename(&path, case.home.path().join("old")).unwrap();
        }
        case.check(Trap::LinkToFile, &[at], |_| {
            let mut batch = Batch::new();
            if let Ok(staged) = vault.stage_document(&mut b"another document".as_slice(), 100) {
                batch.put_document(staged, b"name");
            }
            batch.put(NOTES, RecordId::make(), b"another note");
            let _ = vault.commit(batch);
            let _ = vault.compact();
            drop(vault);
        });
    }
}

/// A vault that its user reaches over a link is used as any other.
#[test]
fn the_vaults_folder_itself_may_be_a_link() {
    let used = Used::make();
    let (dir, link) = (used.home.path().join("vault"), used.home.path().join("link"));
    symlink(&dir, &link).unwrap();
    let (told, vault) = unlock(&link);
    assert_eq!(told, []);
    use_everything(vault.unwrap());
    assert!(link.is_symlink());
    let empty = used.home.path().join("empty");
    fs::create_dir(&empty).unwrap();
    symlink(&empty, used.home.path().join("link to empty")).unwrap();
    drop(Vault::create(&used.home.path().join("link to empty"), &password(), KdfCost::Floor).unwrap());
    assert!(empty.join("vault.header").is_file());
}

/// With this the other tests here reach everything that a vault makes.
#[test]
fn the_layout_knows_all_that_a_vault_makes() {
    let used = Used::make();
    let dir = used.home.path().join("vault");
    fs::write(dir.join("db/db"), [7; 5000]).unwrap();
    let (_, vault) = unlock(&dir);
    assert!(vault.expect("it is repaired").repair_report().is_some());
    let mut seen = BTreeSet::new();
    for (place, _) in Layout::new(&dir).entries().unwrap() {
        let name = named(&place, None).unwrap_or_else(|| panic!("{} is not known", place.shown().display()));
        seen.insert(format!("{name:?}"));
        if [Name::Snapshots, Name::Documents].contains(&name) {
            for (inner, _) in place.entries().unwrap() {
                let name =
                    named(&inner, Some(name)).unwrap_or_else(|| panic!("{} is not known", inner.shown().display()));
                seen.insert(format!("{name:?}"));
            }
        }
    }
    let made = [Name::Header, Name::SecondHeader, Name::Database, Name::Snapshot, Name::Document, Name::Reserve];
    for name in made.iter().chain(&[Name::Quarantine, Name::Anchor, Name::Lock]) {
        assert!(seen.contains(&format!("{name:?}")), "{name:?} is not there: {seen:?}");
    }
}

/// All that opens a file by its path is in one module: only what is called there is kept from following links.
#[test]
fn only_one_module_opens_files() {
    let mut checked = 0;
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("src")];
    while let Some(folder) = folders.pop() {
        for path in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
            if path.is_dir() {
                folders.extend((path.file_name().unwrap() != "fs").then_some(path));
                continue;
            }
            let is_for_tests = ["links/mod.rs", "links/traps.rs", "removed_data_tests.rs", "fuzz.rs"]
                .iter()
                .any(|name| path.ends_with(name));
            let text = fs::read_to_string(&path).unwrap();
            let shipped = text.split("#[cfg(test)]\nmod tests").next().unwrap();
            let shipped = shipped.replace("use std::fs::File;", "").replace("use std::fs::{File, TryLockError};", "");
            let opens =
                ["std::fs::", " File::open", "(File::", " File::create", " File::options", "OpenOptions", "rustix::"];
            let by_path = [".exists()", ".is_dir()", ".is_symlink()", ".symlink_metadata()", ".canonicalize()"];
            for call in opens.iter().chain(&by_path).filter(|_| !is_for_tests) {
                assert!(!shipped.contains(call), "{} has {call}", path.display());
            }
            checked += 1;
        }
    }
    assert!(checked > 30, "only {checked} files were looked at");
}

/// What a person reads says which file it is, what is wrong with it, and what to do.
#[test]
fn an_odd_entry_is_told_in_a_sentence() {
    let entry = OddEntry { path: "/home/ada/vault/anchor".into(), kind: OddKind::SymbolicLink };
    assert_eq!(
        OpenError::OddEntry(entry).to_string(),
        "the vault was not opened because /home/ada/vault/anchor is a symbolic link, which this program never makes there; \
         it was left as it is and nothing was changed where it leads: remove it, or put the vault's own back"
    );
    let entry = OddEntry { path: "/home/ada/vault/lock".into(), kind: OddKind::HardLink };
    assert_eq!(
        Damage::OddEntry(entry).to_string(),
        "/home/ada/vault/lock is a hard link: the file has another name too, which this program never makes there; it was \
         left as it is and nothing was changed where it leads: remove it, or put the vault's own back"
    );
}
