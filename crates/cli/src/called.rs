//! What is asked for and what was sent, in words: what it is called, why it is missing, and who sees it.

use idw_wallet::view::{CalledView, Elsewhere, MissingView, RefusedValues, SightView, TooLargeFile};
use idw_words::{Argument, message};

use crate::words::{say, words};

/// The wallet's own title, and beside it what whoever asks calls it.
pub(crate) fn in_words(called: &CalledView) -> String {
    let mut text = called.title.clone();
    if let Some(which) = &called.which {
        text = say(message::ConsentCalledWhich { title: &text, which });
    }
    if called.from_site {
        text = say(message::ConsentCalledBySite { title: &text });
    }
    match &called.asked_as {
        Some(label) => say(message::ConsentCalledAs { title: &text, label }),
        None => text,
    }
}

/// Why there is nothing to send.
pub(crate) fn missing(missing: &MissingView) -> String {
    match missing {
        MissingView::NotHeld => say(message::ConsentMissingNotHeld),
        MissingView::NotAccepted { because: None } => say(message::ConsentMissingNotAccepted),
        MissingView::NotAccepted { because: Some(because) } => {
            say(message::ConsentMissingNotAcceptedBecause { because })
        }
        MissingView::NotKnown { because: None } => say(message::ConsentMissingNotKnown),
        MissingView::NotKnown { because: Some(because) } => say(message::ConsentMissingNotKnownBecause { because }),
        MissingView::AboutCompany => say(message::ConsentMissingAboutCompany),
        MissingView::AboutPerson => say(message::ConsentMissingAboutPerson),
        MissingView::TooLarge { file: TooLargeFile { name, size, limit, .. } } => {
            let (mut shown, mut most) = (words().size(*size), words().size(*limit));
            if shown == most {
                // Rounded they would look the same.
                let bytes = |count: u64| say(message::FormatBytes { count, number: Argument::Amount(count) });
                (shown, most) = (bytes(*size), bytes(*limit));
            }
            say(message::ConsentMissingTooLarge { file: name, size: shown, limit: most })
        }
    }
}

/// What to tell before a value is sent again that the site has and did not accept.
pub(crate) fn refused(refused: &RefusedValues) -> String {
    match &refused.reason {
        Some(reason) => say(message::ConsentRefusedBecause { reason }),
        None => say(message::ConsentRefused),
    }
}

/// What a place gets to see, one by one.
pub(crate) fn sees(place: &Elsewhere) -> Vec<String> {
    let one = |sight: &SightView| match sight {
        SightView::Signature => say(message::ConsentSeesSignature),
        SightView::Token => say(message::ConsentSeesToken),
        SightView::Values => say(message::ConsentSeesValues),
        SightView::Files => say(message::ConsentSeesFiles),
    };
    match place.sees.as_slice() {
        [] => vec![say(message::ConsentSeesQuestions)],
        sees => sees.iter().map(one).collect(),
    }
}

#[cfg(test)]
mod tests {
    use idw_words::Message as _;

    use super::*;

    #[test]
    fn the_wallets_title_stands_before_the_sites_words() {
        let check = |called: &CalledView, expected: &str| assert_eq!(in_words(called), expected);
        let passport = CalledView { title: "Passport".to_owned(), ..CalledView::default() };
        let asked_as = || Some("First name".to_owned());
        check(&passport, "Passport");
        check(&CalledView { asked_as: asked_as(), ..passport.clone() }, "Passport (asked for as “First name”)");
        check(&CalledView { which: Some("2".to_owned()), ..passport }, "Passport [2]");
        let card = CalledView { title: "card".to_owned(), from_site: true, ..CalledView::default() };
        check(
            &CalledView { asked_as: asked_as(), which: Some("a1".to_owned()), ..card.clone() },
            "card [a1] (defined by the site) (asked for as “First name”)",
        );
        check(&card, "card (defined by the site)");
    }

    #[test]
    fn what_is_missing_says_why() {
        let check = |missing_for: &MissingView, expected: &str| assert_eq!(missing(missing_for), expected);
        let because = || Some(message::ErrorValueEmpty { part: message::ValueWhole.data() }.data());
        check(&MissingView::NotHeld, "It is not in the wallet yet.");
        check(&MissingView::NotAccepted { because: None }, "The value in the wallet is not accepted.");
        check(
            &MissingView::NotAccepted { because: because() },
            "The value in the wallet is not accepted. The value must not be empty.",
        );
        check(
            &MissingView::NotKnown { because: None },
            "The site asks for its own kind of data, which this wallet does not know.",
        );
        check(
            &MissingView::NotKnown { because: because() },
            "The site asks for its own kind of data, which this wallet does not know. The value must not be empty.",
        );
        check(&MissingView::AboutCompany, "It describes a company, and this profile is a person’s.");
        check(&MissingView::AboutPerson, "It describes a person, and this profile is a company’s.");
        let file = |size, limit| TooLargeFile {
            attribute: String::new(),
            document: String::new(),
            name: "page.jpg".to_owned(),
            size,
            limit,
        };
        check(
            &MissingView::TooLarge { file: file(1200, 1100) },
            "page.jpg has 1,200 bytes, and the site takes at most 1,100 bytes.",
        );
        check(
            &MissingView::TooLarge { file: file(2_000_001, 2_000_000) },
            "page.jpg has 2,000,001 bytes, and the site takes at most 2,000,000 bytes.",
        );
    }

    #[test]
    fn a_place_gets_what_it_sees() {
        let place = |sees: &[SightView]| Elsewhere { host: "k.example".to_owned(), sees: sees.to_vec() };
        assert_eq!(sees(&place(&[])), ["questions about KYC templates"]);
        let all = [SightView::Signature, SightView::Token, SightView::Values, SightView::Files];
        assert_eq!(
            sees(&place(&all)),
            ["a signature in your name", "a token that acts as you", "the attributes", "the files"]
        );
    }

    #[test]
    fn a_refusal_quotes_the_site() {
        let values = |reason: Option<&str>| RefusedValues { values: Vec::new(), reason: reason.map(str::to_owned) };
        assert_eq!(refused(&values(None)), "The site already has this value and did not accept it.");
        assert_eq!(
            refused(&values(Some("Blurred"))),
            "The site already has this value and did not accept it. It says: “Blurred”"
        );
    }
}
