//! The ways a script can give the password.

use std::fs;

use idw_journeys::Home;

#[test]
fn through_a_descriptor() {
    let home = Home::with_vault();
    for input in ["correct horse battery staple", "correct horse battery staple\n"] {
        let run = home.run_with_input(&["--password-fd", "0", "attribute", "list"], input.as_bytes());
        assert_eq!(run.code, 0, "{run:?}");
    }
    let run = home.run_with_input(&["--password-fd", "0", "attribute", "list"], b"wrong");
    run.must_fail(3);
}

#[test]
fn without_one_and_without_a_terminal_it_does_not_wait() {
    let home = Home::with_vault();
    let run = home.run_with_input(&["attribute", "list"], b"");
    run.must_fail(3);
}

#[test]
fn a_vault_is_made_for_its_owner_alone() {
    let home = Home::with_vault();
    let metadata = fs::metadata(home.vault()).expect("the vault's folder");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        assert_eq!(metadata.permissions().mode() & 0o077, 0);
    }
    assert!(metadata.is_dir());
}
