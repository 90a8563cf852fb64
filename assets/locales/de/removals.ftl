### A removal that can still be taken back.

# $title: what was removed, such as "Passport".
removal-done = { $title } entfernt
removal-undo = Rückgängig
removal-failed = { $title } ließ sich nicht entfernen
removal-dismiss = Ausblenden
# For screen readers: the place where such messages appear.
removal-region = Entferntes
