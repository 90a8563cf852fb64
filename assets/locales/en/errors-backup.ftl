### What goes wrong with a backup file. Each says what happened, what was kept and what to do.

## Writing one. $reason: a whole sentence. $name: of a part of the backup, such as "documents/3f2a".

error-backup-full = The wallet could not write the backup. { $reason } No file was left behind. Free some space, or choose another disk.
error-backup-name-too-long = The name of the backup is too long for this disk. No file was left behind. Choose a shorter name.
error-backup-target = The wallet could not write the backup. { $reason } No file was left behind. Choose a folder that you can write to.
error-backup-unconfirmed = The backup is complete and in its place, but the disk did not confirm it. { $reason } Check the disk, and make another backup on a different one.
error-backup-source = The wallet could not read “{ $name }” for the backup. { $reason } No file was left behind.
error-backup-changed = “{ $name }” changed while the wallet wrote the backup. No file was left behind. Try again.
error-backup-path = “{ $name }” cannot be the name of a part of a backup. A name has at most 100 letters, digits, “.”, “_”, “-” and single “/”.
error-backup-size = “{ $name }” is too large for a backup.
error-backup-twice = The backup has two parts with the name “{ $name }”.
# $most: a number.
error-backup-too-many = A backup has at most { $most } files.

## Reading one

error-backup-unread = The wallet could not read the backup. { $reason }
error-backup-not-a-file = This is not a file. Choose the file of the backup, or save what you have as a file first.
error-backup-text = Something changed the line ends or characters of the backup on its way here, such as a transfer in text mode, so it cannot be opened. Transfer it again as a binary file, or look for another copy.
error-backup-none = This file is not a backup from this wallet.
error-backup-for-keys = This age file is encrypted for keys, not with a passphrase. It is not a backup from this wallet.
error-backup-passphrase = The passphrase does not open this backup. Check upper and lower case letters, and the spaces between words.
error-backup-work = Checking the passphrase of this file takes far more work than for any backup from this wallet. The wallet did not open it.
# $found and $supported: versions.
error-backup-newer = A newer version of this wallet made this backup. It has the format version { $found }, and this version reads up to { $supported }. Update the wallet, then try again.
# $found and $expected: how many bytes.
error-backup-cut-short = The end of the backup is missing. Only { $found } of { $expected } bytes are there. Look for another copy.
error-backup-cut-short-unknown = The end of the backup is missing. Only { $found } bytes are there. Look for another copy.
error-backup-damaged = The backup is damaged. Look for another copy.
error-backup-unsafe = The backup contains “{ $name }”, which no backup from this wallet contains. The wallet did not read any further.
