### What is wrong with the activity log. Numbers are those of entries.

activity-fault-missing = Eintrag { $number } fehlt oder kommt mehrmals vor.
activity-fault-order = Eintrag { $number } folgt nicht aus Eintrag { $before }.
activity-fault-end = Das Protokoll müsste mit Eintrag { $expected } enden, es endet aber mit Eintrag { $found }.
# $id: hexadecimal digits.
activity-fault-unreadable = Diese Version der Wallet kann den Eintrag mit der ID { $id } nicht lesen.
# A log that was added with a backup. $created: when the backup was made.
activity-fault-imported = Das Protokoll aus dem Backup vom { $created } ist beschädigt.
