### Identity checks: what a provider read off the user's documents.

## Things to know about a value that came. Days are written as 2027-01-04.

check-note-expired = The document expired on { $day }.
check-note-selfie-held = The selfie is the one in your wallet: the check brought none.
check-note-selfie-given = The selfie is yours: the check brought none.
check-note-metadata-removed = This was taken out of the picture: { $what }.
check-note-lacks = This is still missing: { $fields }. Sites do not take it without.

## Why something that came is not kept.

check-left-out-no-place = the wallet has no place for it
check-left-out-not-read = it is too long, or of another kind than it should be
check-left-out-odd-text = it has characters that do not belong into a name or number
check-left-out-no-country = it is not a country that attributes can name
check-left-out-no-date = it is not a date
check-left-out-impossible-birth = nobody alive can be born on that day
check-left-out-ends-before-it-begins = the document would end before it begins
check-left-out-unknown-document = nobody said what kind of document it is
check-left-out-of-another = the document names somebody else than the first one
check-left-out-bad-picture = it is not a picture that the wallet takes: { $reason }
check-left-out-does-not-fit = it does not fit the attribute: { $reason }

## What became of a value.

check-outcome-added = added
check-outcome-confirmed = verified now
check-outcome-replaced = replaced yours
check-outcome-added-beside = added beside yours
check-outcome-left = left out

### The window

## Verified values

verified-badge = Verified
verified-badge-test = Verified (test)
verified-notice = Verified by { $by } on { $day }. If you change it, it counts as entered by you.
verified-ask-title = Change a verified value?
verified-ask-text = { $title } was verified by { $by } on { $day }. After this change it counts as entered by you.
verified-ask-accept = Change it
# $fields: titles of fields, such as "Selfie".
verified-lacks = { $fields } missing
