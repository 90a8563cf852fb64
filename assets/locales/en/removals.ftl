### A removal that can still be taken back.

# $title: what was removed, such as "Passport".
removal-done = Removed { $title }
removal-undo = Undo
removal-failed = Could not remove { $title }
removal-dismiss = Dismiss
# For screen readers: the place where such messages appear.
removal-region = Removals
