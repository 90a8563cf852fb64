### What `idw backup` says.

## Tables. Headings of columns are in capitals.

cli-backup-column-kind = KIND
cli-backup-column-name = NAME
cli-backup-column-profile = PROFILE
cli-backup-column-result = RESULT
cli-backup-column-reason = REASON

## What is in a backup. Labels of rows.

cli-backup-accounts = Accounts
cli-backup-attributes = Attributes
cli-backup-documents = Documents
cli-backup-sites = Sites
cli-backup-applications = Applications
# $count: a number. $size: of all of them.
cli-backup-count-size = { $count } ({ $size })
# $entries: such as "64 entries".
cli-backup-activity-damaged = { $entries }, damaged

## Making a backup

cli-backup-needs-file = The wallet cannot write a backup to standard output. Name a file.
cli-backup-checking-password = Checking the password
# $name: a document.
cli-backup-document-lost = The vault can no longer read document “{ $name }”, so it is not in the backup. To repair it, add the same file with `idw document add FILE`.
# $attributes, $documents and $accounts: such as "3 accounts". $size: of the backup.
cli-backup-saved = Saved a backup of { $attributes }, { $documents } and { $accounts } ({ $size }) to { $path }.
cli-backup-passphrase = Passphrase of the backup
cli-backup-passphrase-unseen = The wallet could not show the passphrase, so it did not make a backup.
cli-backup-passphrase-useless = The passphrase above opens nothing. You can forget it.
# A question. $file: the name of the backup.
cli-backup-ask-passphrase = Passphrase of { $file }:
cli-backup-ask-new-passphrase = Passphrase for the backup. Only this passphrase opens it:
# Two options, one of which can be used.
cli-backup-passphrase-options = --passphrase-file or --passphrase-fd

## Checking, restoring and merging a backup

cli-backup-opening = Opening the backup
cli-backup-intact = The backup is complete, and the passphrase opens it.
# $dir: a folder.
cli-backup-vault-exists = There is already a vault in { $dir }. Nothing was changed.
cli-backup-vault-exists-hint = Add --merge to merge the backup into it. Name another folder with --vault to restore there.
cli-backup-new-password = The restored wallet needs a password.
# $dir: the folder.
cli-backup-restored = Restored { $attributes }, { $documents } and { $accounts } to { $dir }.

## Whether it is time for a backup

cli-backup-due = It is time for a backup. Run `idw backup create FILE`.
