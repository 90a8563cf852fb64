//! What is not as the user agreed to it, in words.

use idw_wallet::view::{ApplicationChangeView, ChangeView, Earlier, Elsewhere};
use idw_words::{Argument, message};

use crate::{called, words::say};

/// What is different about a site, in the order in which it is told.
pub(crate) fn all_in_words(changes: &[ChangeView]) -> Vec<String> {
    changes.iter().map(in_words).collect()
}

fn in_words(change: &ChangeView) -> String {
    match change {
        ChangeView::NewlyAsked { title, required, than } => {
            let need = if *required { "required" } else { "optional" };
            say(message::ChangeNewlyAsked { title, need, than: earlier(*than) })
        }
        ChangeView::CalledOtherwise { title, was, is, than } => called(title, (was.as_deref(), is.as_deref()), *than),
        ChangeView::RequiredNow { title, than } => say(message::ChangeRequiredNow { title, than: earlier(*than) }),
        ChangeView::OptionalNow { title, than } => say(message::ChangeOptionalNow { title, than: earlier(*than) }),
        ChangeView::NoLongerAsked { title } => say(message::ChangeNoLongerAsked { title }),
        ChangeView::SiteRenamed { was, is } => say(message::ChangeSiteRenamed { was, is }),
        ChangeView::AddressMoved { was, is } => say(message::ChangeAddressMoved { was, is }),
        ChangeView::TermsMoved { was, is } => {
            let (was, is) = (&address(was.as_deref()), &address(is.as_deref()));
            say(message::ChangeTermsMoved { was, is })
        }
        ChangeView::PolicyMoved { was, is } => {
            let (was, is) = (&address(was.as_deref()), &address(is.as_deref()));
            say(message::ChangePolicyMoved { was, is })
        }
        ChangeView::PlaceGetsMore { place, used } => {
            let (sees, used) = (Argument::list(called::sees(place)), used.join(", "));
            say(message::ChangePlaceGetsMore { place: &place.host, sees, used })
        }
        ChangeView::PlaceGone { place } => say(message::ChangePlaceGone { place }),
        ChangeView::OtherSiteThere { given, found, known } => {
            say(message::ChangeOtherSiteThere { given, found, known })
        }
        ChangeView::KeyOfEarlierRule { root, others } => {
            say(message::ChangeKeyOfEarlierRule { recipients: recipients(root, others) })
        }
        ChangeView::FromMergedBackup { day, root, others } => {
            let day = Argument::Day(day.clone());
            say(message::ChangeFromMergedBackup { day, recipients: recipients(root, others) })
        }
        ChangeView::AccountFromBackup { account } => say(message::ChangeAccountFromBackup { account }),
        ChangeView::OtherAccount { was, is } => say(message::ChangeOtherAccount { was, is }),
        ChangeView::OtherTemplate { template } => say(message::ChangeOtherTemplate { template }),
        ChangeView::TemplateRenamed { was, is } => say(message::ChangeTemplateRenamed { was, is }),
        ChangeView::AppliedBefore { day, standing } => {
            say(message::ChangeAppliedBefore { day: Argument::Day(day.clone()), standing })
        }
        ChangeView::NotSentBefore { title } => say(message::ChangeNotSentBefore { title }),
        ChangeView::SentAsOther { was, is } => say(message::ChangeSentAsOther { was, is }),
    }
}

/// What is different about an application.
pub(crate) fn of_application(change: &ApplicationChangeView) -> String {
    match change {
        ApplicationChangeView::OtherAccount { was, was_did, is, is_did } => {
            say(message::ApplicationChangeOtherAccount { was, was_did, is, is_did })
        }
        ApplicationChangeView::FromMergedBackup => say(message::ApplicationChangeFromMergedBackup),
        ApplicationChangeView::RootMoved { was, is } => say(message::ApplicationChangeRootMoved { was, is }),
        ApplicationChangeView::PlaceNotAgreedTo { place } => {
            let sees = Argument::list(called::sees(place));
            say(message::ApplicationChangePlaceNotAgreedTo { place: &place.host, sees })
        }
        ApplicationChangeView::NoRecordOfConsent => say(message::ApplicationChangeNoRecordOfConsent),
        ApplicationChangeView::OtherSite { root } => say(message::ApplicationChangeOtherSite { root }),
        ApplicationChangeView::NewHost { host } => say(message::ApplicationChangeNewHost { host }),
    }
}

/// The name by which the catalogue chooses a sentence.
fn earlier(than: Earlier) -> &'static str {
    match than {
        Earlier::LastTime => "last-time",
        Earlier::Before => "before",
    }
}

/// The site's own words for something, before and now. Without any there is no change.
fn called(title: &str, labels: (Option<&str>, Option<&str>), than: Earlier) -> String {
    let than = earlier(than);
    match labels {
        (Some(was), Some(is)) => say(message::ChangeCalledOtherwise { title, was, is, than }),
        (Some(was), None) => say(message::ChangeCalledNoLonger { title, was, than }),
        (None, is) => say(message::ChangeCalledFirst { title, is: is.unwrap_or_default(), than }),
    }
}

fn address(url: Option<&str>) -> String {
    url.map_or_else(|| say(message::ChangeNoAddress), str::to_owned)
}

/// Who gets something, the root first; a sentence each.
fn recipients(root: &str, others: &[Elsewhere]) -> String {
    let other =
        |one: &Elsewhere| say(message::ChangePlaceGets { place: &one.host, sees: Argument::list(called::sees(one)) });
    let first = say(message::ChangeRootGetsAll { root });
    std::iter::once(first).chain(others.iter().map(other)).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use idw_wallet::view::SightView;

    fn text(text: &str) -> String {
        text.to_owned()
    }

    fn place(host: &str, sees: &[SightView]) -> Elsewhere {
        Elsewhere { host: text(host), sees: sees.to_vec() }
    }

    fn check(change: &ChangeView, expected: &str) {
        assert_eq!(in_words(change), expected);
    }

    #[test]
    fn what_is_asked_for_is_said_with_what_it_is_compared_with() {
        let asked = |required, than| ChangeView::NewlyAsked { title: text("Email"), required, than };
        check(&asked(true, Earlier::LastTime), "It asks for Email (required), which it did not ask for last time.");
        check(&asked(false, Earlier::Before), "It asks for Email (optional), which it did not ask for before.");
        let called = |was: Option<&str>, is: Option<&str>| ChangeView::CalledOtherwise {
            title: text("Passport"),
            was: was.map(text),
            is: is.map(text),
            than: Earlier::LastTime,
        };
        check(&called(Some("Pass"), Some("Name")), "It called Passport “Pass” last time; it calls it “Name” now.");
        check(&called(None, Some("Name")), "It did not name Passport last time; it calls it “Name” now.");
        check(&called(Some("Pass"), None), "It called Passport “Pass” last time; it does not name it now.");
        check(
            &ChangeView::RequiredNow { title: text("Email"), than: Earlier::LastTime },
            "Email was optional last time; it is required now.",
        );
    }

    #[test]
    fn places_are_said_with_all_that_they_get() {
        let sees = [SightView::Token, SightView::Values, SightView::Files];
        check(
            &ChangeView::PlaceGetsMore { place: place("k.example", &sees), used: vec![text("shop.example/lws")] },
            "k.example now gets a token that acts as you, the attributes and the files; before, the site used \
             shop.example/lws.",
        );
        check(
            &ChangeView::FromMergedBackup {
                day: text("2026-11-21"),
                root: text("https://shop.example/lws"),
                others: vec![place("k.example", &[SightView::Files])],
            },
            "This site came with the merged backup of 21 Nov 2026, and you have agreed to nothing here yet. \
             https://shop.example/lws gets everything that is sent. k.example gets the files.",
        );
        check(
            &ChangeView::TermsMoved { was: None, is: Some(text("https://shop.example/terms")) },
            "The address of its terms was none; it is https://shop.example/terms now.",
        );
    }

    #[test]
    fn what_is_different_about_an_application_is_said() {
        let moved = ApplicationChangeView::PlaceNotAgreedTo {
            place: place("k.example", &[SightView::Values, SightView::Files]),
        };
        assert_eq!(
            of_application(&moved),
            "k.example would get the attributes and the files, which you have not agreed to."
        );
        let (was, is) = (text("Ada"), text("Work"));
        let other = ApplicationChangeView::OtherAccount { was, was_did: text("did:a"), is, is_did: text("did:b") };
        assert_eq!(of_application(&other), "You would act as Work (did:b); you applied as Ada (did:a).");
    }
}
