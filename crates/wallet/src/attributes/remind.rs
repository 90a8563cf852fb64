//! What is about to expire, and who should get the new one.

use super::{AttributeError, Viewer};
use crate::{
    Wallet,
    view::{AttributeView, ExpiryState, LastSent, ReminderView},
};

impl Wallet {
    /// What expires within 90 days or has expired, the most urgent first; then what was renewed while sites still
    /// hold the one before.
    ///
    /// # Errors
    /// Where the vault cannot be read.
    pub fn reminders(&self) -> Result<Vec<ReminderView>, AttributeError> {
        let mut reminders: Vec<ReminderView> = Viewer::read(self)?.dated().filter_map(reminder).collect();
        reminders.sort_by_key(|reminder| (reminder.expiry == ExpiryState::Ok, reminder.days_left));
        Ok(reminders)
    }
}

fn reminder(attribute: AttributeView) -> Option<ReminderView> {
    let (expires, days_left) = (attribute.expires.clone()?, attribute.days_left?);
    let renewed = attribute.expiry == ExpiryState::Ok;
    let sites: Vec<LastSent> = attribute.last_sent.iter().filter(|sent| !renewed || !sent.current).cloned().collect();
    if renewed && sites.is_empty() {
        return None;
    }
    Some(ReminderView {
        attribute: attribute.id,
        name: attribute.name,
        title: attribute.title,
        label: attribute.label,
        expires,
        expiry: attribute.expiry,
        days_left,
        sites,
    })
}
