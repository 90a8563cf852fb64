### When the last backup was made.

backup-none = No backup yet
# $when: a day, or "just now", "2 hours ago", "yesterday".
backup-last = Last backup: { $when }
# $day: a day that is still to come.
backup-last-ahead = Last backup: unknown. Its date, { $day }, has not come yet: a clock was wrong
