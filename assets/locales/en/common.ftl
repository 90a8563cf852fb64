### What messages about several things use.

# A value that has a label, such as "Email (work)".
attribute-labelled = { $title } ({ $label })
