//! Views as scripts get them: with words where the view has data that shells put into words.

use idw_wallet::view::{ConsentView, Elsewhere, SiteView};
use serde_json::{Value, json};

use crate::{called, words::to_json};

/// What would be sent: why something is missing, and what other places see.
pub(crate) fn consent(view: &ConsentView) -> Value {
    let mut spoken = to_json(view);
    for (item, shown) in view.items.iter().zip(spoken["items"].as_array_mut().into_iter().flatten()) {
        shown["missing"] = json!(item.missing.as_ref().map(called::missing));
    }
    spoken["elsewhere"] = places(&view.elsewhere);
    spoken
}

/// A site: what other places see.
pub(crate) fn site(view: &SiteView) -> Value {
    let mut spoken = to_json(view);
    spoken["recipients"] = places(&view.recipients);
    spoken
}

fn places(places: &[Elsewhere]) -> Value {
    places.iter().map(|place| json!({"host": place.host, "endpoints": called::sees(place)})).collect()
}
