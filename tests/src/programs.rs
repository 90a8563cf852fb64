//! Where the programs under test are.

use std::path::{Path, PathBuf};

/// The repository's root.
pub fn repository() -> PathBuf {
    // What the runner says goes before what the compiler saw: a target folder may be shared by several clones.
    let package =
        std::env::var_os("CARGO_MANIFEST_DIR").map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
    package.parent().expect("the package is a folder of the repository").to_path_buf()
}

/// A program of this workspace, built in the same profile as the running test.
///
/// The programs are of other packages, so cargo does not build them for this one and names no variable
/// for them; they lie beside the folder the test was started from.
pub fn built(name: &str) -> PathBuf {
    let test = std::env::current_exe().expect("a test knows its own path");
    let profile = test.parent().and_then(Path::parent).expect("tests are built into target/<profile>/deps");
    let path = profile.join(format!("{name}{}", std::env::consts::EXE_SUFFIX));
    assert!(
        path.is_file(),
        "{} is not built. Run `cargo xtask test`, or `cargo build --workspace --bins --examples` first.",
        path.display()
    );
    path
}
