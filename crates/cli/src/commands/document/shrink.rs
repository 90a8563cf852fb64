//! `idw document shrink`: a smaller copy of a picture, kept beside the original.

use clap::Args;
use idw_wallet::view::{PictureView, ShrinkView};

use crate::{
    app::App,
    args::Size,
    fault::{Failure, Fault},
    page::size,
    prompt, values,
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
    if !args.yes {
        if !prompt::possible() {
            return Err(Failure::usage(format!("{}; --yes keeps it", before_and_after(offer.view()))));
        }
        if !prompt::yes(&format!("{}. Keep the smaller copy?", before_and_after(offer.view())))? {
            return Err(Failure::new(Fault::Declined, "nothing was stored"));
        }
    }
    let told = before_and_after(offer.view());
    let kept = wallet.keep_shrunk(offer, args.value.as_deref())?;
    app.out.confirm(&kept, Some(&kept.document.id), |page| {
        page.line(&told);
        page.line(&format!("Kept {}", values::document(&kept.document)));
        page.block(&[("Id", kept.document.id.clone())]);
    })
}

/// `page.jpg: 187 KB (1250 by 880 pixels) becomes 58 KB (994 by 700 pixels)`.
fn before_and_after(view: &ShrinkView) -> String {
    let one =
        |picture: &PictureView| format!("{} ({} by {} pixels)", size(picture.size), picture.width, picture.height);
    let guessed = if view.guessed_colours {
        "; its printing colours (CMYK) were turned into those of a screen by guess, so look at them"
    } else {
        ""
    };
    format!("{}: {} becomes {}{guessed}", view.document.name, one(&view.before), one(&view.after))
}
