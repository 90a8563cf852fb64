//! `idw document shrink`: a smaller copy of a picture, kept beside the original.

use clap::Args;
use idw_wallet::view::{PictureView, ShrinkView};
use idw_words::{Argument, Message as _, message};

use crate::{
    app::App,
    args::Size,
    fault::{Failure, Fault},
    prompt, values,
    words::say,
};

#[derive(Args, Debug)]
pub(crate) struct ShrinkArgs {
    /// Its id, or the beginning of it
    id: String,
    /// The most it may have: a number of bytes, or one with KB or MB behind it
    #[arg(long, value_name = "SIZE")]
    max: Size,
    /// Also make a copy of this value (its id) with the smaller picture in it
    #[arg(long = "for", value_name = "VALUE")]
    value: Option<String>,
    /// Keep it without asking
    #[arg(long, short)]
    yes: bool,
}

pub(crate) fn run(app: &App, args: &ShrinkArgs) -> Result<(), Failure> {
    let wallet = app.unlock()?;
    let offer = wallet.shrink_document(&args.id, args.max.bytes())?;
    let told = before_and_after(offer.view());
    if !args.yes {
        if !prompt::possible() {
            return Err(Failure::usage(told.join(" ")).hint(say(message::CliDocumentKeepNoTerminal)));
        }
        app.out.present(|page| told.iter().for_each(|line| page.line(line)));
        if !prompt::yes(&say(message::CliDocumentKeepQuestion))? {
            return Err(Failure::new(Fault::Declined, say(message::CliDocumentKeepDeclined)));
        }
    }
    let kept = wallet.keep_shrunk(offer, args.value.as_deref())?;
    app.out.confirm(&kept, Some(&kept.document.id), |page| {
        for line in &told {
            page.line(line);
        }
        page.line(&say(message::CliDocumentKept { document: values::document(&kept.document) }));
        page.block(&[(say(message::CliDocumentId), kept.document.id.clone())]);
    })
}

/// "page.jpg: 187 kB (1250 × 880 pixels) becomes 58 kB (994 × 700 pixels).", and what else is to be known about the copy.
fn before_and_after(view: &ShrinkView) -> Vec<String> {
    let one = |picture: &PictureView| {
        let PictureView { size, width, height } = picture;
        message::CliDocumentPicture { size: Argument::Size(*size), width, height }.data()
    };
    let (name, before, after) = (&view.document.name, one(&view.before), one(&view.after));
    let becomes = say(message::CliDocumentBecomes { name, before, after });
    let guessed = view.guessed_colours.then(|| say(message::DocumentShrinkColours));
    std::iter::once(becomes).chain(guessed).collect()
}
