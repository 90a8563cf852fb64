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

/// The same for a packet in a document, whose times are those of the document.
pub(crate) fn search_document(packet: &[u8], findings: &mut Findings) {
    // Whatever names a program gives to the namespaces.
    let telling: [(&[&str], MetadataKind, &str); 5] = [
        (
            &[":gpslatitude", ":gpslongitude", "photoshop:city", "photoshop:state", ":location>", ":locationcreated"],
            MetadataKind::Location,
            words::LOCATION,
        ),
        (&["tiff:model", "tiff:make", "aux:lens"], MetadataKind::Camera, words::CAMERA_MODEL),
        (&["aux:serialnumber", "exifex:bodyserialnumber"], MetadataKind::Camera, words::SERIAL_NUMBER),
        (&["dc:creator", "pdf:author", "photoshop:authorsposition"], MetadataKind::Other, words::NAME),
        (&["xmp:creatortool", "pdf:producer"], MetadataKind::Other, words::SOFTWARE),
    ];
    for (names, kind, what) in telling {
        if names.iter().any(|name| contains(packet, name.as_bytes())) {
            findings.add(kind, what);
        }
    }
    findings.add(MetadataKind::Other, words::XMP);
}
