### Lists of what the wallet holds.

## Attributes

list-attribute-count = { $count ->
        [1] 1 value, encrypted on this computer
       *[other] { $number } values, encrypted on this computer
    }
# What the list is called for screen readers.
list-attributes = Attributes
# What a row is called for screen readers. $summary is what the value says.
list-attribute-row = { $title }: { $summary }
list-attribute-row-labelled = { $title }, { $label }: { $summary }
# The heading above attributes that only some sites ask for.
list-attribute-group-other = Requested by sites
# Beside a value that has changed since it was sent.
list-attribute-outdated = { $count ->
        [1] Outdated at 1 site
       *[other] Outdated at { $count } sites
    }
list-attribute-outdated-why = You changed it after you sent it

## Documents

list-document-count = { $count ->
        [1] 1 file, { $size }, encrypted with its own key
       *[other] { $number } files, { $size }, each encrypted with its own key
    }
# What the list is called for screen readers.
list-documents = Documents

## All lists

list-order-usual = Default order
list-order-newest = Newest first
list-order-name = By name
list-order-changed = Last changed
list-order-expiry = Expiring first
list-order-size = Largest first

# What a row is called for screen readers while it is being read.
list-row-loading = Loading this row
