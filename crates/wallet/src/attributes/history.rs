//! What is known of a value's past. The wallet keeps no value that was replaced: this is when it came, when it last changed,
//! and what the activity log says was sent where.

use idw_vault::RecordId;

use super::{AttributeError, list::Viewer};
use crate::{
    Wallet,
    asked::called_of_sent,
    records::AttributeRecord,
    view::{AttributeEvent, AttributeEventView, OriginView},
};

impl Wallet {
    /// What is known of a value's past, the newest first.
    ///
    /// # Errors
    /// Where there is no value with that id, or the vault cannot be read.
    pub fn attribute_history(&self, id: &str) -> Result<Vec<AttributeEventView>, AttributeError> {
        let unknown = || AttributeError::NoValue { id: id.to_owned() };
        let record_id: RecordId = id.parse().map_err(|_| unknown())?;
        let record: AttributeRecord = self.store.get(record_id)?.ok_or_else(unknown)?;
        let origin = Viewer::read(self)?.view(record_id, &record).origin;
        let mut events = of_record(&record, &origin);
        let (types, digests, disclosures) = (self.types()?, self.digests()?, self.disclosures()?);
        let present = digests.of(&record.value);
        for disclosure in disclosures.of_value(id) {
            let Some(arrival) = disclosures.arrival(disclosure) else { continue };
            for sent in disclosure.sent.iter().filter(|sent| sent.value == id) {
                events.push(AttributeEventView {
                    at: disclosure.at.to_string(),
                    what: AttributeEvent::Sent {
                        site: disclosures.name_of(disclosure).to_owned(),
                        purpose: disclosure.purpose,
                        arrival,
                        current: present.is(&sent.digest),
                        asked_as: called_of_sent(&types, sent).asked_as,
                        entry: disclosure.number,
                    },
                });
            }
        }
        // What happened last stands first; of things at one time, what was written last.
        events.reverse();
        events.sort_by_key(|event| std::cmp::Reverse(time(event)));
        Ok(events)
    }
}

/// What the value itself says, the oldest first.
fn of_record(record: &AttributeRecord, origin: &OriginView) -> Vec<AttributeEventView> {
    let event = |at: String, what| AttributeEventView { at, what };
    let (created, changed) = (record.created.to_string(), record.changed.to_string());
    let mut events = vec![match origin {
        OriginView::Entered => event(created.clone(), AttributeEvent::Entered),
        OriginView::Imported { from, at, source, .. } => {
            event(at.clone(), AttributeEvent::Imported { from: from.clone(), source: *source })
        }
        OriginView::Verified(check) => event(check.at.clone(), AttributeEvent::Verified { by: check.by.clone() }),
        OriginView::Unconfirmed { by, at } => event(at.clone(), AttributeEvent::Unconfirmed { by: by.clone() }),
    }];
    if changed != created {
        events.push(event(changed, AttributeEvent::Changed));
    }
    events
}

fn time(event: &AttributeEventView) -> Option<jiff::Timestamp> {
    event.at.parse().ok()
}
