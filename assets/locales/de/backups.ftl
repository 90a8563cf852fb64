### When the last backup was made.

backup-none = Noch kein Backup
# $when: a day, or "just now", "2 hours ago", "yesterday".
backup-last = Letztes Backup: { $when }
# $day: a day that is still to come.
backup-last-ahead = Letztes Backup: unbekannt. Sein Datum, { $day }, liegt in der Zukunft: Eine Uhr ging falsch
