### What messages about several things use.

# A value that has a label, such as "Email (work)".
attribute-labelled = { $title } ({ $label })
# A list of things: $others are all but the last one, with commas between them.
list-and = { $others } and { $last }

## A text that is too long to show at once

text-show-all = Show all
text-show-less = Show less
