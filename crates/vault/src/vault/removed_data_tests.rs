//! What someone finds in the folder who has the password and does not go by the index: every byte is tried as the start
//! of a record, in every epoch.

use std::collections::{HashMap, HashSet};
use std::fs;
use std::path::{Path, PathBuf};

use super::credential::Credential;
use super::keys::VaultKeys;
use crate::codec::Reader;
use crate::fs::Place;
use crate::header_file::HeaderCopies;
use crate::layout::Layout;
use crate::record::{SealedHead, SealedRecord, TreeKeys, TreeTag};
use crate::snapshot::SnapshotReader;
use crate::{Batch, DocumentId, KdfCost, Password, RecordId, Tree, Vault};

const NOTES: Tree = Tree::named("notes");
const COUNT: u8 = 100;
const MAX_LEN: usize = 1024;

type Target = (Tree, [u8; 16]);

struct Searcher<'a> {
    keys: VaultKeys,
    targets: &'a HashSet<Target>,
    of_tree: HashMap<(Tree, u32), TreeKeys>,
    found: HashSet<Target>,
}

/// The targets of which any version can be read, anywhere in the folder.
fn recoverable(dir: &Path, password: &Password, targets: &HashSet<Target>) -> HashSet<Target> {
    let headers = HeaderCopies::read(&Layout::new(dir)).unwrap();
    let keys = Credential::Password(password).keys_from(&headers.candidates()[0].header).unwrap();
    let mut searcher = Searcher { keys, targets, of_tree: HashMap::new(), found: HashSet::new() };
    for path in files(dir) {
        searcher.read_snapshot(&path);
        searcher.search(&fs::read(&path).unwrap());
    }
    searcher.found
}

impl Searcher<'_> {
    fn read_snapshot(&mut self, path: &Path) {
        let place = Place::in_folder(path.parent().unwrap(), path.file_name().unwrap());
        let Ok(mut reader) = SnapshotReader::open(&place, self.keys.source()) else { return };
        let tag = |keys: &VaultKeys, tree| TreeTag::derive(keys.source(), tree);
        let tags: Vec<_> =
            self.targets.iter().map(|(tree, id)| ((tag(&self.keys, *tree), *id), (*tree, *id))).collect();
        let tags: HashMap<_, _> = tags.into_iter().collect();
        while let Ok(Some(record)) = reader.next() {
            self.found.extend(tags.get(&(record.key.tag(), record.key.id())));
        }
    }

    fn search(&mut self, bytes: &[u8]) {
        for at in 0..bytes.len() {
            if let Some((head, ciphertext)) = head_at(&bytes[at..]) {
                for target in self.targets {
                    if self.opens(target, head, ciphertext) {
                        self.found.insert(*target);
                    }
                }
            }
        }
    }

    fn opens(&mut self, (tree, id): &Target, head: SealedHead, ciphertext: &[u8]) -> bool {
        let source = self.keys.source();
        let derive = || TreeKeys::derive(source, TreeTag::derive(source, *tree), head.epoch);
        let keys = self.of_tree.entry((*tree, head.epoch)).or_insert_with(derive);
        keys.open(*id, SealedRecord { head, ciphertext: ciphertext.to_vec() }).is_ok()
    }
}

/// What may be the start of a record of few bytes in one of the first epochs.
fn head_at(bytes: &[u8]) -> Option<(SealedHead, &[u8])> {
    let mut input = Reader::new(bytes);
    let is_layout = input.u8()? == 1;
    let (epoch, write, len) = (input.u32()?, input.u64()?, input.u32()?);
    (is_layout && epoch < 16 && write < 1 << 20 && (1..=MAX_LEN).contains(&(len as usize))).then_some(())?;
    let seal = input.seal()?;
    Some((SealedHead { epoch, write, len, seal }, input.bytes(len as usize)?))
}

fn files(dir: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(dir).unwrap().map(|entry| entry.unwrap().path());
    entries.flat_map(|path| if path.is_dir() { files(&path) } else { vec![path] }).collect()
}

fn copy_dir(from: &Path, to: &Path) {
    fs::create_dir(to).unwrap();
    for entry in fs::read_dir(from).unwrap().map(|entry| entry.unwrap()) {
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy_dir(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), &target).unwrap();
        }
    }
}

fn unlock(dir: &Path, password: &Password) -> Vault {
    Vault::open(dir).unwrap().unlock(password).map_err(|(_, error)| error).unwrap()
}

#[test]
fn none_of_a_hundred_deleted_documents_and_attributes_can_be_recovered() {
    let home = tempfile::tempdir().unwrap();
    let (dir, password) = (home.path().join("vault"), Password::from("correct horse"));
    let vault = Vault::create(&dir, &password, KdfCost::Floor).unwrap();
    let mut targets = HashSet::new();
    for n in 0..COUNT {
        let mut batch = Batch::new();
        let staged = vault.stage_document(&mut vec![n; 20_000].as_slice(), u64::MAX).unwrap();
        let (document, note) = (batch.put_document(staged, b"passport.png"), RecordId::make());
        batch.put(NOTES, note, &[n; 300]).put(NOTES, RecordId::make(), b"kept");
        vault.commit(batch).unwrap();
        let mut batch = Batch::new();
        batch.set_document_meta(document, b"old passport.png").put(NOTES, note, &[n; 200]); // each has two versions
        vault.commit(batch).unwrap();
        targets.extend([(Tree::DOCUMENTS, *document.as_bytes()), (NOTES, *note.as_bytes())]);
    }
    drop(vault);
    let all = 2 * usize::from(COUNT);
    assert_eq!(recoverable(&dir, &password, &targets).len(), all, "the search finds what is there");

    let vault = unlock(&dir, &password);
    let mut batch = Batch::new();
    for (tree, id) in &targets {
        match *tree {
            NOTES => batch.remove(NOTES, RecordId::from_bytes(*id)),
            _ => batch.remove_document(DocumentId::from_bytes(*id)),
        };
    }
    vault.commit(batch).unwrap();
    let killed = home.path().join("killed"); // the folder as it is when the process is killed now
    copy_dir(&dir, &killed);
    drop(vault);
    assert_eq!(fs::read_dir(dir.join("documents")).unwrap().count(), 0);
    assert_eq!(recoverable(&dir, &password, &targets).len(), 0);

    assert_eq!(recoverable(&killed, &password, &targets).len(), all, "until the vault is closed or unlocked again");
    drop(unlock(&killed, &password));
    assert_eq!(recoverable(&killed, &password, &targets).len(), 0);
    assert_eq!(unlock(&killed, &password).scan(NOTES).count(), usize::from(COUNT), "the others are there");
    println!("0 of {COUNT} deleted documents and 0 of {COUNT} deleted attributes recovered");
}
