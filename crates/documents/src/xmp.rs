//! XMP packets (ISO 16684-1), only searched for what they tell.

use crate::foreign::contains;
use crate::metadata::{Findings, MetadataKind, words};

/// Notes what an XMP packet tells. It goes as a whole, so a word search is enough: nothing depends on its structure.
pub(crate) fn search(packet: &[u8], findings: &mut Findings) {
    let telling: [(&[&str], MetadataKind, &str); 5] = [
        (&["exif:gps", "photoshop:city", "iptc4xmpcore:location"], MetadataKind::Location, words::LOCATION),
        (&["tiff:model", "tiff:make", "aux:lens"], MetadataKind::Camera, words::CAMERA_MODEL),
        (&["aux:serialnumber", "exifex:bodyserialnumber"], MetadataKind::Camera, words::SERIAL_NUMBER),
        (
            &["exif:datetimeoriginal", "xmp:createdate", "photoshop:datecreated"],
            MetadataKind::Time,
            words::TIME_OF_TAKING,
        ),
        (&["dc:creator"], MetadataKind::Other, words::NAME),
    ];
    for (names, kind, what) in telling {
        if names.iter().any(|name| contains(packet, name.as_bytes())) {
            findings.add(kind, what);
        }
    }
    findings.add(MetadataKind::Other, words::XMP);
}

/// The same for a packet in a document, in which only these say more than the document information does.
pub(crate) fn search_document(packet: &[u8], findings: &mut Findings) {
    if ["exif:gps", "photoshop:city", "iptc4xmpcore:location"].iter().any(|name| contains(packet, name.as_bytes())) {
        findings.add(MetadataKind::Location, words::LOCATION);
    }
    if contains(packet, b"dc:creator") {
        findings.add(MetadataKind::Other, words::NAME);
    }
    findings.add(MetadataKind::Other, words::XMP);
}
