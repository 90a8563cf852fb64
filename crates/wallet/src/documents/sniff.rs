//! What a file is: its bytes say so, its name is not asked.

use idw_documents::MediaType;

/// The media type of a file that begins with `head`, if it is of a kind that attributes can hold.
pub(crate) fn media_type(head: &[u8]) -> Option<&'static str> {
    idw_documents::sniff(head).map(MediaType::as_str)
}

/// What to call a file that [`media_type`] does not take.
pub(crate) fn describe(head: &[u8]) -> String {
    idw_documents::describe(head)
}

/// What can be done about a file that [`media_type`] does not take.
pub(super) fn remedy(head: &[u8]) -> Option<&'static str> {
    idw_documents::remedy(head)
}
