### Errors of the wallet as a whole: what it stores, its password, backups, files and profiles. Each says what happened, what
### was kept and what to do.
###
### $reason: one or more whole sentences that say why.


## What the wallet stores. $what: a kind of record, such as "Recovery phrase".

error-store-shape = Another version of the wallet wrote a record that this version cannot read. Type of record: { $what }. Nothing was changed. Update the wallet and try again.
# $name: the account's or the site's.
error-store-other-key = The key of “{ $name }” is not the one that the wallet recorded. Nothing was signed or sent. Restore the wallet from a backup.
error-store-missing = A record is missing from the wallet. Type of record: { $what }. Nothing was changed. Restore the wallet from a backup.
error-store-no-randomness = This computer gave no random numbers. Nothing was changed. Try again.
error-vault-not-unreadable = The wallet has no unreadable record with the ID { $id }. Nothing was removed.
# $limit: a size, such as "256 kB".
error-unsaved-too-long = The text that you entered is larger than { $limit }. The wallet did not keep it.

## Creating a wallet

error-create-no-phrase = The wallet could not create a recovery phrase. { $reason } No wallet was created.
error-create-phrase = The wallet cannot use this recovery phrase. { $reason } No wallet was created.

## The password, the system keyring and the activity log

error-password-unlogged = Your new password works. The wallet could not record the change in its activity log. { $reason }
error-keyring-unlogged = The wallet changed the setting of the system keyring, but could not record that in its activity log. { $reason }
error-activity-unwritten = The wallet could not write the exported activity log. { $reason } The log in the wallet is unchanged.

## Making a backup

error-backup-no-passphrase = The passphrase is empty. No backup was made. Enter a passphrase.
error-backup-cancelled = You cancelled this. No backup was made.
error-backup-too-much = The wallet contains more than a backup can hold. { $reason } No backup was made.
# $what: what is wrong, in whole sentences.
error-backup-incoherent = The wallet could not make a backup that it can read again. { $what } No backup was made. The wallet is unchanged.

## Restoring, checking or merging a backup. $what: what is wrong, in whole sentences. $folder: a path.

error-restore-cancelled = You cancelled this. Nothing was changed.
error-restore-content = The wallet opened the backup, but its content is not valid. { $what } Nothing was changed. Use another copy of the backup.
error-restore-too-much = With this backup added, the wallet could no longer be backed up. { $what } Nothing was changed.
error-restore-unopened = The wallet could not check a document in the backup. { $reason } Nothing was changed.
error-restore-vault-exists = { $folder } already contains a wallet. Nothing was changed. Merge the backup into that wallet, or restore it to another folder.
error-restore-not-empty = The folder { $folder } is not empty. Nothing was changed. Restore the backup to a new folder.
error-restore-document = The wallet could not store a document from the backup. { $reason } Nothing was changed.
error-restore-unwritten = The wallet could not write the new vault. { $reason } The backup was not restored.
error-restore-locked = The backup was restored, but the wallet could not unlock it. { $reason }

## Writing a file. $path: where.

error-place-exists = { $path } already exists. The wallet left it as it is. Choose another name.
error-place-folder = { $path } is a folder. Nothing was written. Choose the name of a file.
error-place-link = { $path } is a link. The wallet left it as it is. Choose another name.
error-place-odd = { $path } is not an ordinary file. The wallet left it as it is. Choose another name.
error-place-in-vault = { $path } is inside the wallet’s own folder. Nothing was written. Choose another folder.
error-place-unwritten = The wallet could not write { $path }. { $reason } The wallet itself is unchanged.
error-place-unconfirmed = The wallet wrote { $path }, but the system could not confirm that it is on the disk. { $reason } Write it again.
error-place-unrecorded = The wallet wrote { $path }, but could not record that. { $reason } Write it again.

## Profiles. $name: the profile's.

error-profile-not-found = This wallet has no profile named “{ $name }”.
error-profile-gone = This profile is no longer in the wallet. Nothing was changed.
error-profile-name-taken = A profile named “{ $name }” already exists. Nothing was changed. Choose another name.
# $max: the longest, in characters.
error-profile-name = The profile name is empty, too long, or has control characters. Nothing was changed. Use 1 to { $max } characters.
# $content: such as "2 values and 1 site".
error-profile-not-empty = The profile “{ $name }” still contains { $content }. Nothing was removed.
# One of these things. $number is $count in digits. The main account, which every profile has, does not count.
error-profile-accounts = { $count ->
        [one] { $number } more account
       *[other] { $number } more accounts
    }
error-profile-first = “{ $name }” is the first profile, which you cannot remove. You can rename it.
error-profile-selected = The profile “{ $name }” is in use. Nothing was removed. Switch to another profile first.
error-profile-no-account = The wallet could not create an account for the profile. { $reason } Nothing was changed.
