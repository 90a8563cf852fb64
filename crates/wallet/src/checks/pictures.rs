//! The pictures of a check, each opened in a process of its own and sealed on the disk. They are part of the vault once they
//! are kept; dropped before that, they are gone.

use std::{collections::BTreeMap, thread};

use idw_identity::FileObject;
use idw_vault::Batch;
use idw_words::MessageData;
use zeroize::Zeroizing;

use super::{Brought, KeepCheckError};
use crate::{
    DocumentError, Explain as _, FileInput, Metadata, Wallet,
    documents::{Incoming, MAX_DOCUMENT_BYTES, find_same, parse_id, view},
    store::Store,
};

/// Which picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Slot {
    /// The front of the document with this place.
    Front(usize),
    /// Its back.
    Back(usize),
    /// The user's face, as it was seen during the check.
    Face,
    /// The selfie that the user gives.
    Selfie,
}

impl Slot {
    /// What the provider calls it; nothing where it is the user's own.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Front(_) => "front",
            Self::Back(_) => "back",
            Self::Face => "livenessFaceImage",
            Self::Selfie => "selfie",
        }
    }

    fn file_name(self) -> &'static str {
        match self {
            Self::Front(_) => "document-front.jpg",
            Self::Back(_) => "document-back.jpg",
            Self::Face => "face.jpg",
            Self::Selfie => "selfie.jpg",
        }
    }
}

/// What came of the bytes of a picture.
pub(super) enum Picture {
    /// The vault has these bytes.
    Held(PictureFile),
    /// They are new.
    New(PictureFile, Box<Incoming>),
    /// The wallet does not take them, and why.
    Refused(MessageData),
}

/// A picture as a value refers to it.
#[derive(Clone)]
pub(super) struct PictureFile {
    pub(super) object: FileObject,
    /// SHA-256 of its bytes, in hexadecimal digits.
    pub(super) sha256: String,
    /// What was taken out of it, in words.
    pub(super) removed: Option<String>,
}

/// All pictures of a check.
#[derive(Default)]
pub(super) struct Pictures(BTreeMap<Slot, Picture>);

impl Pictures {
    /// Takes the pictures out of what came, and opens them side by side.
    pub(super) fn of(wallet: &Wallet, brought: &mut Brought) -> Result<Self, KeepCheckError> {
        let mut bytes: Vec<(Slot, Zeroizing<Vec<u8>>)> = Vec::new();
        for (at, paper) in brought.papers.iter_mut().enumerate() {
            bytes.extend(paper.front.take().map(|bytes| (Slot::Front(at), bytes)));
            bytes.extend(paper.back.take().map(|bytes| (Slot::Back(at), bytes)));
        }
        bytes.extend(brought.face.take().map(|bytes| (Slot::Face, bytes)));
        let store = &wallet.store;
        let opened = thread::scope(|scope| {
            let open = |(slot, mut bytes): (Slot, Zeroizing<Vec<u8>>)| {
                scope.spawn(move || {
                    let bytes = std::mem::take(&mut *bytes);
                    let name = slot.file_name();
                    (slot, Incoming::stage_bytes(store, name, bytes, MAX_DOCUMENT_BYTES, Metadata::Remove))
                })
            };
            let opening: Vec<_> = bytes.into_iter().map(open).collect();
            let done =
                opening.into_iter().map(|one| one.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)));
            done.collect::<Vec<_>>()
        });
        let mut pictures = Self::default();
        for (slot, outcome) in opened {
            pictures.take(wallet, slot, outcome)?;
        }
        Ok(pictures)
    }

    /// Takes the user's own selfie in the place of one that was given before.
    pub(super) fn take_selfie(&mut self, wallet: &Wallet, selfie: FileInput) -> Result<(), KeepCheckError> {
        let picture = match selfie {
            FileInput::Existing { document } => {
                let document = wallet.document(&document).map_err(KeepCheckError::Selfie)?;
                Picture::Held(PictureFile {
                    object: FileObject { mime_type: document.mime_type, size: document.size, content: document.id },
                    sha256: document.sha256,
                    removed: None,
                })
            }
            FileInput::New { name, mut source } => {
                let staged = Incoming::stage(&wallet.store, &name, &mut source, MAX_DOCUMENT_BYTES, Metadata::Remove);
                self.placed(wallet, staged.map_err(KeepCheckError::Selfie)?)?
            }
        };
        self.0.insert(Slot::Selfie, picture);
        Ok(())
    }

    fn take(
        &mut self,
        wallet: &Wallet,
        slot: Slot,
        outcome: Result<Incoming, DocumentError>,
    ) -> Result<(), KeepCheckError> {
        let picture = match outcome {
            Ok(incoming) => self.placed(wallet, incoming)?,
            // The disk and the process that opens documents are not the provider's fault.
            Err(error @ (DocumentError::Stage { .. } | DocumentError::Unopened { .. } | DocumentError::Store(_))) => {
                return Err(error.into());
            }
            Err(error) => Picture::Refused(error.explain()),
        };
        self.0.insert(slot, picture);
        Ok(())
    }

    /// The vault keeps the same bytes once.
    fn placed(&self, wallet: &Wallet, incoming: Incoming) -> Result<Picture, KeepCheckError> {
        let mut file = incoming.as_picture();
        if let Some((info, meta)) = find_same(&wallet.store, &incoming)? {
            let held = view(&info, &meta);
            file.object = FileObject { mime_type: held.mime_type, size: held.size, content: held.id };
            return Ok(Picture::Held(file));
        }
        let twin = self.0.values().filter_map(Picture::file).find(|one| one.sha256 == file.sha256);
        Ok(match twin {
            Some(twin) => Picture::Held(PictureFile { object: twin.object.clone(), ..file }),
            None => Picture::New(file, Box::new(incoming)),
        })
    }

    pub(super) fn get(&self, slot: Slot) -> Option<&Picture> {
        self.0.get(&slot)
    }

    /// The SHA-256 of a document's bytes, by its id: of those that came, and of those that the vault has.
    pub(super) fn sha256(&self, store: &Store, id: &str) -> Option<String> {
        if let Some(file) = self.0.values().filter_map(Picture::file).find(|file| file.object.content == id) {
            return Some(file.sha256.clone());
        }
        let (info, _) = store.document(parse_id(id).ok()?).ok()??;
        Some(hex::encode(info.sha256))
    }

    /// Puts the new ones that these documents name into a batch: they are there once that is committed. Says how many.
    pub(super) fn put(self, store: &Store, batch: &mut Batch, named: &[String]) -> u64 {
        let mut put = 0;
        for picture in self.0.into_values() {
            if let Picture::New(file, incoming) = picture
                && named.contains(&file.object.content)
            {
                incoming.put(store, batch, false);
                put += 1;
            }
        }
        put
    }
}

impl Picture {
    pub(super) fn file(&self) -> Option<&PictureFile> {
        match self {
            Self::Held(file) | Self::New(file, _) => Some(file),
            Self::Refused(_) => None,
        }
    }
}

impl Incoming {
    fn as_picture(&self) -> PictureFile {
        let object = FileObject {
            mime_type: self.mime_type().to_owned(),
            size: self.len_bytes(),
            content: self.id().to_string(),
        };
        PictureFile { object, sha256: self.sha256(), removed: self.removed().map(str::to_owned) }
    }
}
