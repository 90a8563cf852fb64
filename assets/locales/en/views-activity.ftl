### What is wrong with the activity log. Numbers are those of entries.

activity-fault-missing = Entry { $number } is missing or appears more than once.
activity-fault-order = Entry { $number } does not follow from entry { $before }.
activity-fault-end = The log should end with entry { $expected }, but it ends with entry { $found }.
# $id: hexadecimal digits.
activity-fault-unreadable = This version of the wallet cannot read the entry with the ID { $id }.
# A log that was added with a backup. $created: when the backup was made.
activity-fault-imported = The log that came with the backup from { $created } is damaged.
