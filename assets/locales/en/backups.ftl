### Backups of the whole wallet: making one, checking one, and adding what is in one.

backup-title = Backup

## When the last backup was made

backup-due = Due
backup-none = No backup yet
# $when: a day, or "just now", "2 hours ago", "yesterday".
backup-last = Last backup: { $when }
# $day: a day that is still to come.
backup-last-ahead = Last backup: unknown. Its date, { $day }, is in the future, so a clock was wrong

## What can be done, in the settings

backup-create = Back up
backup-create-text = Saves everything in the wallet, with all profiles and keys, in one encrypted file.
backup-create-open = Back up…
backup-check = Check a backup
backup-check-text = Verifies that a backup opens and is complete. Nothing is changed.
backup-check-open = Check…
backup-merge = Restore from a backup
backup-merge-text = Adds what this wallet does not have. You review the changes first.
backup-merge-open = Restore…

## While it is under way

backup-step-opening = Deriving the key from the passphrase
backup-step-writing = Saving the backup
backup-step-reading = Reading the backup
backup-step-saving = Finishing
backup-step-cancelling = Cancelling
# $step: one of the above. $percent: how much of it is done.
backup-progress = { $step }: { $percent } %
backup-close = Done

## The passphrase

backup-passphrase = Passphrase
# Of a backup that there is already.
backup-passphrase-existing = Backup passphrase
backup-passphrase-repeat = Repeat the passphrase
backup-passphrase-generate = Generate one
backup-passphrase-own = Use my own
backup-passphrase-loading = Generating a passphrase
backup-passphrase-copy = Copy the passphrase
backup-passphrase-text = Write it down with its hyphens and keep it away from the backup. The wallet shows it only once.
backup-passphrase-written = I have written it down
backup-passphrase-wrong = Wrong passphrase
# A failure that is explained below.
backup-unusable = The backup cannot be used

## Making a backup

backup-create-title = Back up the wallet
backup-create-step-password = Step 1 of 2: your password
backup-create-password-text = A backup contains everything in all your profiles, including your keys, so the wallet asks for your password again.
backup-create-continue = Continue
backup-create-step-passphrase = Step 2 of 2: a passphrase for the file
backup-create-passphrase-text = This passphrase opens the file on any computer. Without it, nobody can open the file, not even you.
backup-create-choose = Choose where to save…
# $file: its name.
backup-create-writing = The wallet is saving everything to “{ $file }”.
backup-create-done-title = Backup saved
# $file: its name.
backup-create-done-text = “{ $file }” is complete and saved to disk. You need only its passphrase to open it.

## Checking a backup

# $file: its name.
backup-check-title = Check “{ $file }”
backup-check-how = The wallet reads the whole file and changes nothing.
backup-check-submit = Check
backup-check-done-title = The backup is complete
backup-check-done-text = The passphrase opens it, and all of its data is intact.

## Adding what is in a backup

# $file: its name.
backup-merge-title = Restore from “{ $file }”
backup-merge-how = The wallet adds what is in the backup and not yet here. You review the changes first, and nothing of yours is replaced.
backup-merge-continue = Open
# These three stand one after the other. $when: a time.
backup-merge-created = Backup from { $when }.
backup-merge-would-add = { $count ->
        [0] The wallet already has everything in this backup.
        [1] The wallet will add 1 item.
       *[other] The wallet will add { $count } items.
    }
backup-merge-keeps-yours = Where yours differs, the wallet keeps yours.
backup-merge-unchanged = Nothing has changed yet.
backup-merge-submit = { $count ->
        [1] Add 1 item
       *[other] Add { $count } items
    }
backup-merge-left-out-title = Some items cannot be added
backup-merge-left-out-text = { $count ->
        [1] The wallet cannot add 1 item. The list says why.
       *[other] The wallet cannot add { $count } items. The list says why.
    }
backup-merge-done-title = Restored
backup-merge-done-text = { $count ->
        [1] The wallet added 1 item and replaced nothing of yours.
       *[other] The wallet added { $count } items and replaced nothing of yours.
    }
# For screen readers.
backup-merge-list = What is in the backup
backup-merge-already = { $count ->
        [1] The wallet already has 1 item.
       *[other] The wallet already has { $count } items.
    }
backup-merge-show-already = Show

## What became of an item, in a word or two

backup-outcome-added = New
# Both the backup's and the wallet's are there.
backup-outcome-beside = Both kept
backup-outcome-kept = Yours kept
backup-outcome-left-out = Left out
backup-outcome-already = Already here

## What an item is

backup-kind-phrase = Recovery phrase
backup-kind-profile = Profile
backup-kind-account = Account
backup-kind-document = Document
backup-kind-attribute = Attribute
backup-kind-schema = Type of attribute
backup-kind-site = Site
backup-kind-application = Application
backup-kind-provider = Identity check provider
backup-kind-eid-party = Auth eID site
backup-kind-activity = Activity

## What is in a backup. $number is $count in digits.

backup-created = Created
# $when: a time. $program: such as "idw 0.1.0".
backup-created-by = { $when } by { $program }
backup-size = Size
backup-profiles = { $count ->
        [1] Profile
       *[other] Profiles
    }
backup-holds = Contents
# The counts stand beside each other, with commas between them.
backup-attribute-count = { $count ->
        [1] 1 attribute
       *[other] { $number } attributes
    }
# $size: of all of them, such as "4.1 MB".
backup-document-count = { $count ->
        [1] 1 document ({ $size })
       *[other] { $number } documents ({ $size })
    }
backup-account-count = { $count ->
        [1] 1 account
       *[other] { $number } accounts
    }
backup-site-count = { $count ->
        [1] 1 site
       *[other] { $number } sites
    }
backup-application-count = { $count ->
        [1] 1 application
       *[other] { $number } applications
    }
backup-activity = Activity
backup-entry-count = { $count ->
        [1] 1 entry
       *[other] { $number } entries
    }

## What is wrong with a backup

backup-activity-damaged-title = The activity log is damaged
backup-activity-damaged-text = Some entries were changed or are missing. Everything else is intact.
backup-incomplete-title = Not in the backup
# $documents: their names, with commas between them.
backup-incomplete-text = The vault can no longer read the files of { $documents }. Add the same files again to repair them.
backup-remarks-title = Problems found
# $kind: what it is, such as "Account". $reason: a sentence.
backup-remark-left-out = { $kind } “{ $name }” was left out. { $reason }
backup-remark-corrected = { $kind } “{ $name }” was corrected. { $reason }
backup-remark-kept = { $kind } “{ $name }” was kept. { $reason }
