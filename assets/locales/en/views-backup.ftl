### What the wallet says of the things in a backup: what they are called, and why one was left out or changed.

## What something is called where a name is shown

# $name: its own name.
backup-item-named = { $name }
# Something that cannot be read and so has no name. Its kind, such as "Account", stands before it. $id: hexadecimal digits.
backup-item-unreadable = ID { $id }
# An entry of the activity log, by its number.
backup-item-entry = Entry { $number }
# The activity log of the wallet that the backup is of. $created: when the backup was made.
backup-item-log = Backup from { $created }
# $template: what the user applied for. $site: its name.
backup-item-application = { $template } at { $site }
# The same where it is not known what the user applied for.
backup-item-application-unnamed = Application at { $site }

## Why something was changed. Each is said after "Document “scan.png” was corrected." or stands alone below the name.

backup-reason-name-corrected = The name in the backup was not valid, so the wallet changed it.
# $media_type: a media type, such as "image/png".
backup-reason-type-corrected = The file type in the backup was wrong. The correct type is { $media_type }.
backup-reason-label-corrected = The label in the backup was not valid, so the wallet changed it.
backup-reason-unconfirmed = The backup says that this value was verified, but the wallet cannot confirm it.
# $label: the new one.
backup-reason-labelled = Its label is now “{ $label }”.
backup-reason-file-mended = The file in the wallet was damaged. The wallet takes the file from the backup.

## Why something was left out. Each is said after "Document “scan.png” was left out." or stands alone below the name.

# $most: how many there can be.
backup-reason-schemas-full = The wallet cannot hold more than { $most } attribute types from sites.
backup-reason-attribute-unknown = This version of the wallet does not know this attribute.
backup-reason-document-absent = A document of this attribute is missing from the backup.
# $reason: a sentence.
backup-reason-document-left-out = Its document “{ $name }” was left out. { $reason }
backup-reason-label-wrong = The label is not valid.
backup-reason-profile-removed = Its profile was removed before the backup was made.
backup-reason-profile-missing = Its profile is not in the wallet.
backup-reason-profile-number = Another profile has the same number, or the number is not valid.
backup-reason-unreadable = This version of the wallet cannot read it.
backup-reason-key-unreadable = This version of the wallet cannot read its key.
backup-reason-shape = The wallet could not read it back from a backup.
backup-reason-key-wrong = It has the wrong key.
backup-reason-entry-wrong = The entry is not valid.

## The same for accounts, sites and applications

backup-reason-account-elsewhere = Another profile of this wallet has this key.
backup-reason-account-no-key = The backup does not have the key of this account.
backup-reason-account-no-phrase = The backup has no recovery phrase, so the wallet cannot add this account. Create the account again in this wallet.
backup-reason-account-other-phrase = It does not belong to this wallet’s recovery phrase.
# An account with the key that the site knows. $site: its name.
backup-reason-account-of-site = { $site } knows you by this account.
backup-reason-site-description = The description of the site is not valid.
backup-reason-site-account = You use another account at this site.
backup-reason-site-no-phrase = This wallet has no recovery phrase to derive the site’s key from.
# A query is what stands behind the question mark of a web address.
backup-reason-site-query = The site’s address has a query, so the wallet cannot derive a key for the site.
backup-reason-site-key = The site’s key does not belong to this wallet.
backup-reason-site-profile = The site’s key belongs to another profile of this wallet.
# $name: of a site or account of this wallet.
backup-reason-site-key-taken = “{ $name }” in this wallet already has this key.
backup-reason-site-own-key = The wallet did not add the account that you used at this site. You now use the site’s own key.
backup-reason-application-site = The wallet did not add its site.
backup-reason-application-status = Your application has a different status.
backup-reason-application-unsent = It was not sent yet. Apply again from this wallet.
backup-reason-application-file = The wallet did not add a file that this application still has to send.
backup-reason-application-account = The wallet did not add its account.
backup-reason-application-other-account = It was made with an account that you do not use at this site.

## The same for what else is in a wallet

backup-reason-phrase = The backup has another recovery phrase. The wallet keeps yours and adds the backup’s keys as imported keys.
backup-reason-eid-other-wallet = The backup is from another wallet. If this site may send you requests, add it here yourself.
backup-reason-eid-name = Another Auth eID site has this name.
backup-reason-eid-id = Something else in the wallet has the same ID.
# Of the log of the wallet that the backup is of.
backup-reason-log = { $count ->
    [one] The wallet keeps its entry next to your own log.
   *[other] The wallet keeps its { $count } entries next to your own log.
}

## What makes a backup unusable as a whole. Said after a sentence about the backup, of one that exists or would be made.

backup-fault-empty = The backup is empty.
backup-fault-document-missing = The backup lists a document that is not in it.
backup-fault-document-unlisted = The backup has a document that it does not list.
backup-fault-document-other = A document in the backup does not match the list of documents.
backup-fault-document-id = A document in the backup has no valid ID.
backup-fault-documents = The list of documents in the backup is not valid.
# Keys with which the wallet recognizes values that it sent.
backup-fault-digest-keys = The keys that recognize sent values are not valid.
backup-fault-profiles = The profiles in the backup are not valid.
backup-fault-owner = Something in the backup belongs to a profile that is not in the backup.
backup-fault-activity = An entry in the activity log of the backup is not valid.
backup-fault-account-key = An account in the backup has the wrong key.
backup-fault-account-underivable = The wallet cannot derive the key of an account in the backup.
backup-fault-site-underivable = The wallet cannot derive the key of a site in the backup.
backup-fault-phrase = The recovery phrase in the backup is not valid.
backup-fault-phrase-accounts = The accounts in the backup do not belong to its recovery phrase.
backup-fault-phrase-sites = The key of a site in the backup does not belong to its recovery phrase.
backup-fault-same-id = Two items in the backup have the same ID.
# $file: a file within the backup, such as "attributes.json".
backup-fault-file-missing = The file “{ $file }” is missing from the backup.
backup-fault-file-too-large = The file “{ $file }” in the backup is too large.
backup-fault-file-wrong = The file “{ $file }” in the backup is not valid at line { $line }, column { $column }.
# $most: how many there can be.
backup-fault-too-many-files = The backup would have more than { $most } files.
