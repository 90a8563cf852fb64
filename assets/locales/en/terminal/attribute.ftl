### What `idw attribute` says. Commands, options and short names of attributes are the same in every language.

## Tables. Headings of columns are in capitals.

cli-attribute-column-name = NAME
cli-attribute-column-label = LABEL
cli-attribute-column-value = VALUE
cli-attribute-column-from = FROM
cli-attribute-column-expires = EXPIRES
cli-attribute-column-title = TITLE
# Whom or what an attribute describes.
cli-attribute-column-describes = DESCRIBES
cli-attribute-column-field = FIELD
# What can be entered in a field.
cli-attribute-column-takes = TAKES
cli-attribute-column-result = RESULT
cli-attribute-column-reason = REASON
cli-attribute-column-id = ID
cli-attribute-column-kind = KIND
cli-attribute-column-contents = CONTENTS
cli-attribute-column-zone = IN THE ZONE
cli-attribute-column-wallet = IN THE WALLET

## Lists

cli-attribute-none = No attributes yet. `idw attribute types` lists all attributes. `idw attribute set` adds one.
cli-attribute-none-found = No attributes found.
# $title: such as "Email (work)". $summary: what the value says.
cli-attribute-line = { $title }: { $summary }
# A value that is incomplete. $summary: what it says. $parts: the names of what is missing.
cli-attribute-incomplete = { $summary } · Missing: { $parts }

## One value. Labels of rows.

cli-attribute-value = Value
cli-attribute-expires = Expires
cli-attribute-sent-to = Sent to
cli-attribute-from = From
cli-attribute-missing = Missing
cli-attribute-changed = Changed
cli-attribute-schema = Schema
cli-attribute-sent-nobody = Nobody
# To whom a value was sent. $site: its name. $day: when.
cli-attribute-sent = { $site } ({ $day })
cli-attribute-sent-older = { $site } ({ $day }, earlier value)
cli-attribute-sent-may = { $site } ({ $day }, may have arrived)
cli-attribute-sent-older-may = { $site } ({ $day }, earlier value, may have arrived)

## What was done. $value: such as "Email (work): ada@mail.example".

cli-attribute-saved = Saved { $value }
cli-attribute-removed = Removed { $value }
cli-attribute-default = New default: { $value }
cli-attribute-relabelled = Changed the label: { $value }
# $sites: their names.
cli-attribute-still-at = The earlier value is still at { $sites }.

## Questions and errors

# $name: what was typed.
cli-attribute-unknown = There is no attribute “{ $name }”. `idw attribute types` lists all attributes.
cli-attribute-no-label = You have no { $name } with this label.
cli-attribute-several = You have several values of { $name }. Choose one with --label.
# A yes-or-no question. $title: the attribute. $by: who verified it.
cli-attribute-change-verified = { $by } verified { $title } on { $day }. If you change it, it counts as entered by you. Change it?
# A question for a field. $title: the field. $takes: what can be entered.
cli-attribute-ask = { $title } ({ $takes }):
cli-attribute-ask-optional = { $title } ({ $takes }, optional):
cli-attribute-required = This field is required.
cli-attribute-ended = You ended the input. Nothing was changed.

## What a field takes

cli-attribute-field-required = Required
cli-attribute-field-repeats = Repeats
cli-attribute-field-required-repeats = Required, repeats
cli-attribute-takes-text = Text
cli-attribute-takes-email = Email address
cli-attribute-takes-date = Date as YYYY-MM-DD
cli-attribute-takes-integer = Whole number
cli-attribute-takes-number = Number
# The words true and false are typed as they stand here.
cli-attribute-takes-flag = true or false
cli-attribute-takes-json = JSON
# $options: what can be chosen.
cli-attribute-takes-open = { $options } or another value
# $count: how many there are. $examples: some of them.
cli-attribute-takes-choice = One of { $count } values, such as { $examples }
# $types: such as "jpeg, png". $size: the largest.
cli-attribute-takes-file = File ({ $types }, up to { $size })

## Export and import

# $attributes and $documents: how many. $path: the file.
cli-attribute-exported = Saved { $attributes } and { $documents } to { $path }. The file is not encrypted.
# Where imported values come from.
cli-attribute-standard-input = standard input
cli-attribute-identity-only-selfkey = --identity is only for the SelfKey wallet. Leave it out.
cli-attribute-nothing-imported = The wallet could not import anything from the file. Nothing was changed.
cli-attribute-dry-run = Preview only. Run the command without --dry-run to save.

## What becomes of an item of a file or backup, in a table. The second of two is said in a preview.

cli-outcome-added = Added
cli-outcome-new = New
cli-outcome-there = Already there
cli-outcome-skipped = Skipped
cli-outcome-replaced = Replaced yours
cli-outcome-replaces = Replaces yours
cli-outcome-beside = Added beside yours
cli-outcome-goes-beside = Goes beside yours
cli-outcome-kept = Yours kept
cli-outcome-left-out = Left out
cli-outcome-refused = Not imported

## The machine-readable zone of a passport or identity card. $number: the document’s number.

cli-attribute-mrz-passport = Passport { $number }
cli-attribute-mrz-card = Identity card { $number }
# $reason: a sentence.
# $key: what was typed.
cli-attribute-mrz-no-choice = The zone leaves no choice called “{ $key }”. Nothing was saved.
cli-attribute-mrz-preview = Preview only. Add --apply to save.
# $keys: short names, in parentheses.
cli-attribute-mrz-left = The zone is not clear about these: { $keys }. Add --apply --also NAME to save one.
cli-attribute-mrz-saved = Saved
cli-attribute-mrz-new = New
cli-attribute-mrz-updated = Updated
cli-attribute-mrz-differs = Differs
cli-attribute-mrz-choice = Your choice
cli-attribute-mrz-unchanged = Unchanged
cli-attribute-mrz-pictures = Also needs pictures
