### Identity checks.

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
