//! Views as scripts get them: with words where the view has data that shells put into words.

use idw_wallet::view::{ConsentView, Elsewhere, SiteView};
use idw_words::Words;
use serde_json::{Value, json};

use crate::{called, words::to_json};

/// What would be sent: why something is missing, and what other places see.
pub(crate) fn consent(words: &Words, view: &ConsentView) -> Value {
    let mut spoken = to_json(view);
    for (item, shown) in view.items.iter().zip(spoken["items"].as_array_mut().into_iter().flatten()) {
        shown["missing"] = json!(item.missing.as_ref().map(|missing| called::missing(words, missing)));
    }
    spoken["elsewhere"] = places(words, &view.elsewhere);
    spoken
}

/// A site: what other places see.
pub(crate) fn site(words: &Words, view: &SiteView) -> Value {
    let mut spoken = to_json(view);
    spoken["recipients"] = places(words, &view.recipients);
    spoken
}

fn places(words: &Words, places: &[Elsewhere]) -> Value {
    places.iter().map(|place| json!({"host": place.host, "endpoints": called::sees(words, place)})).collect()
}
