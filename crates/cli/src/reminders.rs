//! What expires, in words.

use idw_wallet::view::{AttributeView, ExpiryState, ReminderView};
use idw_words::{Argument, message};

use crate::words::{say, words};

/// A sentence, and another one with the sites that have the value.
pub(crate) fn in_words(reminder: &ReminderView) -> String {
    let title = &*labelled(&reminder.title, reminder.label.as_deref());
    let sites = &*reminder.sites.iter().map(|sent| sent.site.as_str()).collect::<Vec<_>>().join(", ");
    let days = u64::from(reminder.days_left.unsigned_abs());
    let expires = match reminder.expiry {
        ExpiryState::Ok => return say(message::ReminderRenewed { title, sites }),
        ExpiryState::Expired => say(message::ReminderExpired { title, days }),
        _ => say(message::ReminderExpires { title, days }),
    };
    if sites.is_empty() { expires } else { format!("{expires} {}", say(message::ReminderSentTo { sites })) }
}

/// `Email`, or `Email (work)`.
pub(crate) fn labelled(title: &str, label: Option<&str>) -> String {
    match label {
        Some(label) => say(message::AttributeLabelled { title, label }),
        None => title.to_owned(),
    }
}

/// The last day of validity, with how near it is where that matters; empty where there is none.
pub(crate) fn last_day(attribute: &AttributeView) -> String {
    let Some(expires) = attribute.expires.as_deref() else {
        return String::new();
    };
    let day = Argument::Day(expires.to_owned());
    match (attribute.expiry, attribute.days_left) {
        (ExpiryState::Expired, _) => say(message::ExpiryDayPast { day }),
        (ExpiryState::Soon90 | ExpiryState::Soon30 | ExpiryState::Soon7, Some(days)) => {
            say(message::ExpiryDayNear { day, days: u64::from(days.unsigned_abs()) })
        }
        _ => words().day(expires),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use idw_wallet::view::LastSent;

    fn reminder(expiry: ExpiryState, days_left: i32, sites: &[&str]) -> String {
        let sent = |site: &&str| LastSent {
            site: (*site).to_owned(),
            at: "2026-11-21T08:05:00Z".to_owned(),
            current: true,
            may_have: false,
        };
        let reminder = ReminderView {
            attribute: "0".repeat(32),
            name: "passport".to_owned(),
            title: "Passport".to_owned(),
            label: Some("old".to_owned()),
            expires: "2027-01-04".to_owned(),
            expiry,
            days_left,
            sites: sites.iter().map(sent).collect(),
        };
        in_words(&reminder)
    }

    #[test]
    fn a_reminder_says_when_and_who_has_it() {
        assert_eq!(reminder(ExpiryState::Soon7, 0, &[]), "Passport (old) expires today.");
        assert_eq!(reminder(ExpiryState::Soon7, 1, &[]), "Passport (old) expires tomorrow.");
        assert_eq!(
            reminder(ExpiryState::Soon90, 80, &["Harbour Exchange", "Example Bank"]),
            "Passport (old) expires in 80 days. You sent it to: Harbour Exchange, Example Bank."
        );
        assert_eq!(reminder(ExpiryState::Expired, -1, &[]), "Passport (old) expired yesterday.");
        assert_eq!(reminder(ExpiryState::Expired, -3, &[]), "Passport (old) expired 3 days ago.");
        assert_eq!(
            reminder(ExpiryState::Ok, 400, &["Example Bank"]),
            "You renewed Passport (old). These sites still have the old one: Example Bank."
        );
    }
}
