//! `idw open`: taking a link that a page or a program has opened.

use clap::Args;
use idw_holder::message::HandIn;
use idw_wallet::Incoming;
use idw_words::message;
use serde_json::json;

use crate::{
    app::App,
    fault::Failure,
    held,
    words::{say, tell},
};

#[derive(Args, Debug)]
pub(crate) struct OpenArgs {
    /// The link, e.g. `idw://login?site=https://shop.example/lws.json`
    link: String,
}

/// Puts what the link asks for into the inbox; nothing is answered by that.
pub(crate) fn run(app: &App, args: OpenArgs) -> Result<(), Failure> {
    // Before anybody is asked for a password.
    let incoming = Incoming::of_link(&args.link)?;
    let title = tell(incoming.title());
    if !held::hand_in_if_held(app, &HandIn::Open { link: args.link })? {
        let wallet = app.unlock()?;
        wallet.accept(incoming)?;
    }
    app.out.confirm(&json!({ "taken": true, "title": title }), None, |page| {
        page.line(&say(message::CliOpenTaken { title: &title }));
    })
}
