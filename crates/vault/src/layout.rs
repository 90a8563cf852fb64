//! What is where in a vault's folder.

use std::io;
use std::path::{Path, PathBuf};

use crate::fs::{self, Expected, Kind, OddEntry, Place};
use crate::snapshot::Moment;
use crate::{DocumentId, document};

/// How the names of folders begin that a repair keeps aside.
pub(crate) const QUARANTINE_PREFIX: &str = "damaged-";

/// Lists the names once: for the layout, for the look at the folder, and for the test that puts a link at each.
macro_rules! names {
    ($($(#[$doc:meta])* $name:ident: $expected:ident, $need:ident, $pattern:expr;)*) => {
        /// Everything that has a name in the folder, beside what the database engine keeps in its own.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub(crate) enum Name {
            $($(#[$doc])* $name,)*
        }

        impl Name {
            pub(crate) const ALL: &[Self] = &[$(Self::$name,)*];

            /// What must stand there.
            pub(crate) fn expected(self) -> Expected {
                match self { $(Self::$name => Expected::$expected,)* }
            }

            pub(crate) fn need(self) -> Need {
                match self { $(Self::$name => Need::$need,)* }
            }

            fn pattern(self) -> Pattern {
                match self { $(Self::$name => $pattern,)* }
            }
        }
    };
}

names! {
    /// The copy of the header that is written first.
    Header: File, Spare, Pattern::Is("vault.header");
    /// The other copy.
    SecondHeader: File, Spare, Pattern::Is("vault.header.2");
    /// The database of an epoch.
    Database: Folder, Needed, Pattern::Like { example: "db.7", is: |name| database_epoch(name).is_some() };
    /// The sealed copies of all records.
    Snapshots: Folder, Spare, Pattern::Is("snapshots");
    Snapshot: File, Spare, Pattern::In {
        folder: Name::Snapshots,
        example: "00000000000000a1-0000000000000002.snapshot",
        is: |name| Moment::parse(name).is_some(),
    };
    /// Room on the disk that can be given back.
    Reserve: OwnFile, Spare, Pattern::Is("reserve");
    /// There only while a rebuilt database takes the place of a damaged one: names the folder for the damaged one.
    Repairing: File, Spare, Pattern::Is("repairing");
    /// Where copies of damaged databases are looked into.
    Rescue: Folder, Spare, Pattern::Is("rescue");
    /// A copy of the database from before it was opened.
    Pristine: Folder, Spare, Pattern::Is("pristine");
    /// Such a copy that an unlocking left which did not end.
    EarlierPristine: Folder, Spare, Pattern::Is("pristine.earlier");
    /// What a repair found damaged.
    Quarantine: Folder, Spare, Pattern::Like { example: "damaged-1700000000", is: |name| name.starts_with(QUARANTINE_PREFIX) };
    Documents: Folder, Needed, Pattern::Is("documents");
    Document: File, Spare, Pattern::In {
        folder: Name::Documents,
        example: "00112233445566778899aabbccddeeff",
        is: |name| name.parse::<DocumentId>().is_ok(),
    };
    /// A document that no record refers to yet.
    StagedDocument: File, Spare, Pattern::In {
        folder: Name::Documents,
        example: "00112233445566778899aabbccddeeff.part",
        is: |name| document::id_of_staged(name).is_some(),
    };
    Anchor: OwnFile, Spare, Pattern::Is("anchor");
    Lock: OwnFile, Needed, Pattern::Is("lock");
    /// There only while a vault is created: what stands beside it and has no header was never a vault.
    Creating: File, Spare, Pattern::Is("creating");
}

/// Whether the vault can do without what has a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Need {
    /// The vault is not opened when something else stands there.
    Needed,
    /// The vault goes on without, and says so.
    Spare,
}

/// What something is called.
#[derive(Clone, Copy)]
enum Pattern {
    Is(&'static str),
    /// There may be several.
    Like {
        #[cfg_attr(not(all(test, unix)), expect(dead_code, reason = "a test puts a link there"))]
        example: &'static str,
        is: fn(&str) -> bool,
    },
    /// Several in a folder of their own.
    In {
        folder: Name,
        #[cfg_attr(not(all(test, unix)), expect(dead_code, reason = "a test puts a link there"))]
        example: &'static str,
        is: fn(&str) -> bool,
    },
}

impl Name {
    /// Whether the place, or what it is the temporary name of, is called so.
    fn fits(self, place: &Place, folder: Option<Self>) -> bool {
        let is = |name: Option<&str>| {
            name.is_some_and(|name| match self.pattern() {
                Pattern::Is(own) => folder.is_none() && name == own,
                Pattern::Like { is, .. } => folder.is_none() && is(name),
                Pattern::In { folder: own, is, .. } => folder == Some(own) && is(name),
            })
        };
        is(place.name().to_str()) || self.expected() != Expected::Folder && is(place.without_temporary())
    }

    /// The folders that others are in.
    fn has_names_in_it(self) -> bool {
        Self::ALL.iter().any(|name| matches!(name.pattern(), Pattern::In { folder, .. } if folder == self))
    }
}

/// The names in the folder.
#[derive(Debug, Clone)]
pub(crate) struct Layout {
    dir: PathBuf,
    /// The folder that the documents' folder is in.
    above_documents: PathBuf,
}

impl Layout {
    pub(crate) fn new(dir: &Path) -> Self {
        Self { dir: dir.to_owned(), above_documents: dir.to_owned() }
    }

    /// A folder with a copy of all but the documents, which stay where they are.
    pub(crate) fn of_copy(dir: &Path, original: &Self) -> Self {
        Self { dir: dir.to_owned(), above_documents: original.dir.clone() }
    }

    pub(crate) fn dir(&self) -> &Path {
        &self.dir
    }

    /// The two copies of the header.
    pub(crate) fn headers(&self) -> [Place; 2] {
        [self.only(Name::Header), self.only(Name::SecondHeader)]
    }

    /// The database of an epoch. Which one counts is in the header, so that writing the header swaps them.
    pub(crate) fn database(&self, epoch: u32) -> Place {
        self.one_of(Name::Database, if epoch == 0 { "db".to_owned() } else { format!("db.{epoch}") })
    }

    /// The databases that are there, with their epochs; odd entries of such names are among them.
    pub(crate) fn databases(&self) -> io::Result<Vec<(u32, Place)>> {
        let epoch = |place: &Place| place.name().to_str().and_then(database_epoch);
        let entries = self.entries()?.into_iter();
        Ok(entries.filter_map(|(place, _)| Some((epoch(&place)?, place))).collect())
    }

    pub(crate) fn snapshots(&self) -> Place {
        self.only(Name::Snapshots)
    }

    pub(crate) fn reserve(&self) -> Place {
        self.only(Name::Reserve)
    }

    pub(crate) fn repairing(&self) -> Place {
        self.only(Name::Repairing)
    }

    pub(crate) fn rescue(&self) -> Place {
        self.only(Name::Rescue)
    }

    /// The folders of what repairs found damaged, the oldest first.
    pub(crate) fn kept_aside(&self) -> io::Result<Vec<Place>> {
        let mut found: Vec<_> = self.entries()?;
        found.retain(|(place, kind)| *kind == Kind::Folder && Name::Quarantine.fits(place, None));
        found.sort_by(|(one, _), (other, _)| one.cmp(other));
        Ok(found.into_iter().map(|(place, _)| place).collect())
    }

    pub(crate) fn pristine(&self) -> Place {
        self.only(Name::Pristine)
    }

    pub(crate) fn earlier_pristine(&self) -> Place {
        self.only(Name::EarlierPristine)
    }

    /// A folder for what a repair found damaged.
    pub(crate) fn quarantine(&self, stamp: &str) -> Place {
        self.one_of(Name::Quarantine, format!("{QUARANTINE_PREFIX}{stamp}"))
    }

    pub(crate) fn documents(&self) -> Place {
        Place::in_folder(&self.above_documents, self.only(Name::Documents).name())
    }

    pub(crate) fn anchor(&self) -> Place {
        self.only(Name::Anchor)
    }

    pub(crate) fn lock(&self) -> Place {
        self.only(Name::Lock)
    }

    pub(crate) fn creating(&self) -> Place {
        self.only(Name::Creating)
    }

    /// What is directly in the folder.
    pub(crate) fn entries(&self) -> io::Result<Vec<(Place, Kind)>> {
        fs::entries_of_root(&self.dir)
    }

    /// Whether there is a vault here, or what is left of one.
    pub(crate) fn has_vault(&self) -> bool {
        self.headers().iter().any(Place::is_there) || (self.has_remains() && !self.creating().is_there())
    }

    fn has_remains(&self) -> bool {
        let is_there = |databases: Vec<_>| !databases.is_empty();
        self.databases().is_ok_and(is_there) || self.snapshots().is_there()
    }

    /// What stands at one of the names and is nothing that the vault puts there. Nothing is opened for that.
    pub(crate) fn odd_entries(&self) -> io::Result<Vec<(Name, OddEntry)>> {
        let mut odd = Vec::new();
        for (place, _) in self.entries()? {
            let Some(name) = named(&place, None) else { continue };
            if !collect_odd(&mut odd, name, &place)? && name.has_names_in_it() {
                let entries = match place.entries() {
                    // What the vault can do without keeps nobody out.
                    Err(error) if name.need() == Need::Spare => {
                        tracing::warn!(%error, place = %place.shown().display(), "a folder of the vault cannot be read");
                        continue;
                    }
                    entries => entries?,
                };
                for (inner, kind) in entries {
                    // A plain file there is as it should be, and there may be many: no further look at each.
                    if let Some(inner_name) = named(&inner, Some(name)).filter(|_| kind != Kind::File) {
                        collect_odd(&mut odd, inner_name, &inner)?;
                    }
                }
            }
        }
        odd.sort_by(|(_, one), (_, other)| one.cmp(other));
        Ok(odd)
    }

    fn only(&self, name: Name) -> Place {
        match name.pattern() {
            Pattern::Is(own) => Place::in_folder(&self.dir, own),
            Pattern::Like { .. } | Pattern::In { .. } => unreachable!("{name:?} has several places"),
        }
    }

    fn one_of(&self, name: Name, own: String) -> Place {
        let place = Place::in_folder(&self.dir, own);
        debug_assert!(name.fits(&place, None), "{} is not known as {name:?}", place.shown().display());
        place
    }

    /// Places of a name, as good as any: of the temporary one too, where there is one.
    #[cfg(all(test, unix))]
    pub(crate) fn examples(&self, name: Name) -> Vec<Place> {
        let place = match name.pattern() {
            Pattern::Is(own) | Pattern::Like { example: own, .. } => Place::in_folder(&self.dir, own),
            Pattern::In { folder, example, .. } => self.only(folder).child(example),
        };
        let temporary = (name.expected() != Expected::Folder).then(|| place.temporary());
        [Some(place), temporary].into_iter().flatten().collect()
    }
}

/// Which name a place has, in the vault's folder or in one that has a name itself.
pub(crate) fn named(place: &Place, folder: Option<Name>) -> Option<Name> {
    Name::ALL.iter().copied().find(|name| name.fits(place, folder))
}

/// Says whether it is odd.
fn collect_odd(odd: &mut Vec<(Name, OddEntry)>, name: Name, place: &Place) -> io::Result<bool> {
    match place.check(name.expected()) {
        Ok(_) => Ok(false),
        Err(error) => {
            let entry = OddEntry::behind(&error).cloned().ok_or(error)?;
            odd.push((name, entry));
            Ok(true)
        }
    }
}

fn database_epoch(name: &str) -> Option<u32> {
    match name.strip_prefix("db")? {
        "" => Some(0),
        rest => rest.strip_prefix('.')?.parse().ok().filter(|epoch| *epoch > 0),
    }
}
