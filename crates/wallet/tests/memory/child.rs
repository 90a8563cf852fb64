//! The process whose memory is read.

use std::fs;
use std::io::Read as _;
use std::path::PathBuf;

use idw_wallet::{ExportAs, Intent, Password, Selection, SetAttribute, Wallet, view::Purpose};

#[test]
#[ignore = "started by the test in the other process"]
fn works_and_locks() {
    let Some(home) = std::env::var_os("IDW_MEMORY_HOME").map(PathBuf::from) else { return };
    let read = |name: &str| fs::read_to_string(home.join(name)).unwrap();
    let password = Password::new(read("password"));
    let locked = Wallet::open(&home.join("vault")).unwrap();
    let wallet = locked.unlock(&password).map_err(|(_, error)| error).unwrap();

    // Everything is held until the first look at memory, as a window would that shows it.
    let entered =
        SetAttribute { name: "first-name".to_owned(), text: Some(read("first-name")), ..SetAttribute::default() };
    let entered = wallet.set_attribute(entered).unwrap();
    let shown = wallet.attributes().unwrap();
    let signed_up = sign_up(&wallet, &read("site"));
    let key = wallet.export_account("main", &password, ExportAs::RawKey).unwrap();
    let phrase = wallet.export_account("main", &password, ExportAs::Phrase).unwrap();
    wait("unlocked");

    drop((entered, shown, signed_up, key, phrase, password));
    let locked = wallet.lock().unwrap();
    wait("locked");
    drop(locked);
}

/// Signs up with the main account, over real HTTP.
fn sign_up(wallet: &Wallet, url: &str) -> idw_wallet::view::Outcome {
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build().unwrap();
    runtime.block_on(async {
        let found = wallet.find_site(url).await.unwrap();
        wallet.add_site(found, Some("shop")).unwrap();
        let intent = Intent {
            purpose: Purpose::SignUp,
            site: "shop".to_owned(),
            account: Some("main".to_owned()),
            template: None,
            include: vec![],
        };
        let proposal = wallet.propose(intent).await.unwrap();
        let selection = Selection::default_for(proposal.view());
        let approved = proposal.approve(&selection).map_err(|(_, error)| error).unwrap();
        wallet.disclose(approved, &|_| {}).await.unwrap()
    })
}

/// Tells the other process how far this one is, and waits for it to have looked.
#[expect(clippy::print_stdout, reason = "a pipe to the test that started this process")]
fn wait(state: &str) {
    println!("{state}");
    std::io::stdin().read_exact(&mut [0]).unwrap();
}
