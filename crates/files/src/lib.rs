//! Files that a person names, outside of the vault: opened without waiting for ever, and given their names without
//! replacing what is there, whatever the file system can do.

mod input;
mod limit;
mod own;
mod part;
mod place;

pub use input::open;
pub use limit::make_size_limit_an_error;
pub use own::OwnFile;
pub use part::begin_part;
pub use place::{place_new, sync_folder};

use std::path::Path;

/// The folder that a path names a file in.
pub fn folder_of(path: &Path) -> &Path {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}
