//! The keys of an unlocked vault.

use std::collections::HashMap;
use std::hash::Hash;
use std::sync::{Arc, PoisonError, RwLock};
use std::time::Duration;

use crate::Tree;
use crate::crypto::{KeySource, SecretKey};
use crate::manifest::ManifestKeys;
use crate::record::{RecordKey, TreeKeys, TreeTag};

/// The data key and what is derived from it. All of it is wiped when dropped.
pub(super) struct VaultKeys {
    vault_id: [u8; 16],
    data_key: SecretKey,
    source: Arc<KeySource>,
    stretched_for: Option<Duration>,
}

/// The keys of one database: another one, with other keys, takes its place when it is rebuilt.
pub(super) struct EpochKeys {
    epoch: u32,
    source: Arc<KeySource>,
    manifest: ManifestKeys,
    trees: RwLock<HashMap<Tree, Arc<TreeKeys>>>,
    tags: RwLock<HashMap<TreeTag, Arc<TreeKeys>>>,
}

impl VaultKeys {
    pub(super) fn derive(vault_id: [u8; 16], data_key: SecretKey) -> Self {
        let source = Arc::new(KeySource::extract(&vault_id, &data_key));
        Self { vault_id, data_key, source, stretched_for: None }
    }

    /// Notes how long the password's key derivation took.
    pub(super) fn after_stretching_for(mut self, taken: Duration) -> Self {
        self.stretched_for = Some(taken);
        self
    }

    /// How long the key derivation took, when a password led to these keys.
    pub(super) fn stretched_for(&self) -> Option<Duration> {
        self.stretched_for
    }

    pub(super) fn vault_id(&self) -> &[u8; 16] {
        &self.vault_id
    }

    /// For wrapping it in another slot.
    pub(super) fn data_key(&self) -> &SecretKey {
        &self.data_key
    }

    pub(super) fn source(&self) -> &KeySource {
        &self.source
    }

    pub(super) fn epoch(&self, epoch: u32) -> EpochKeys {
        EpochKeys {
            epoch,
            manifest: ManifestKeys::derive(&self.source, epoch),
            source: Arc::clone(&self.source),
            trees: RwLock::default(),
            tags: RwLock::default(),
        }
    }
}

impl EpochKeys {
    pub(super) fn epoch(&self) -> u32 {
        self.epoch
    }

    pub(super) fn manifest(&self) -> &ManifestKeys {
        &self.manifest
    }

    /// The keys of a tree, derived once.
    pub(super) fn tree(&self, tree: Tree) -> Arc<TreeKeys> {
        cached(&self.trees, tree, || self.tagged(TreeTag::derive(&self.source, tree)))
    }

    /// The keys of the tree that a record is in, whatever its name.
    pub(super) fn of(&self, key: &RecordKey) -> Arc<TreeKeys> {
        self.tagged(key.tag())
    }

    fn tagged(&self, tag: TreeTag) -> Arc<TreeKeys> {
        cached(&self.tags, tag, || Arc::new(TreeKeys::derive(&self.source, tag, self.epoch)))
    }
}

fn cached<K: Eq + Hash, V>(cache: &RwLock<HashMap<K, Arc<V>>>, key: K, make: impl FnOnce() -> Arc<V>) -> Arc<V> {
    if let Some(value) = cache.read().unwrap_or_else(PoisonError::into_inner).get(&key) {
        return Arc::clone(value);
    }
    let mut cache = cache.write().unwrap_or_else(PoisonError::into_inner);
    Arc::clone(cache.entry(key).or_insert_with(make))
}
