### The settings of the window: their sections, and what each of them offers.

settings-title = Settings
# For screen readers: the list of sections.
settings-sections = Sections of the settings
settings-security = Security
settings-profiles = Accounts and profiles
settings-checks = Identity checks
settings-eid = Auth eID
settings-data = Import and export
settings-backup = Backup
settings-vault = Vault
settings-appearance = Appearance
settings-about = About

## Security

settings-password = Password
settings-password-text = Unlocks the vault.
settings-password-change = Change…
settings-password-changed = Password changed.

settings-keyring = System keyring
settings-keyring-text = Lets this computer’s keyring unlock the vault while you are logged in. Your password always works too.
settings-keyring-loading = Checking the keyring
settings-keyring-on = On
settings-keyring-off = Off
# $keyring: what it is called, such as "Secret Service".
settings-keyring-unreachable = { $keyring } (not reachable)
settings-keyring-turn-on = Turn on…
settings-keyring-turn-off = Turn off
settings-keyring-ask-title = Unlock with the system keyring?
settings-keyring-ask-text = The wallet stores a secret in { $keyring }. Anyone who is logged in to this computer as you can then open the wallet without the password.
settings-keyring-ask-accept = Turn on
# Stands for $keyring where its name is not known.
settings-keyring-unnamed = the system keyring

settings-backup-loading = Loading the date of your last backup

## Auth eID

settings-eid-loading = Loading who may ask

## Import and export. $profile: the name of the profile.

settings-export = Export
settings-export-text = Saves all attributes and documents of the profile “{ $profile }” as one JSON file that other programs can read.
settings-export-open = Export…
settings-export-ask-title = Export without encryption?
settings-export-ask-text = Anyone who gets the file can read everything in “{ $profile }”: names, numbers, and the pictures of your documents. Your keys are not in the file.
settings-export-ask-accept = Export
settings-export-done = Exported { $attributes ->
        [1] 1 value
       *[other] { $attributes } values
    } and { $documents ->
        [1] 1 document
       *[other] { $documents } documents
    }. The file is not encrypted, so keep it where only you can read it.

## The vault on the disk. Sizes are texts, such as "3.2 MB".

settings-vault-loading = Calculating sizes
settings-vault-folder = Folder
settings-vault-records = Records
settings-vault-records-size = { $count ->
        [1] 1 record, { $size }
       *[other] { $count } records, { $size }
    }
settings-vault-documents = Documents
# Copies of the records from which a damaged vault is repaired.
settings-vault-snapshots = Snapshots
settings-vault-snapshots-size = { $count ->
        [0] None yet
        [1] 1 snapshot for repairs, { $size }
       *[other] { $count } snapshots for repairs, { $size }
    }
settings-vault-check = Check the vault
settings-vault-check-text = Reads every record, document and snapshot, and reports any damage. Nothing is changed.
settings-vault-check-start = Check
settings-vault-checking = Reading the vault
settings-vault-intact = No damage found
settings-vault-intact-text = Checked { $records ->
        [1] 1 record
       *[other] { $records } records
    }, { $documents ->
        [1] 1 document
       *[other] { $documents } documents
    } and { $snapshots ->
        [1] 1 snapshot
       *[other] { $snapshots } snapshots
    }.
settings-vault-damaged = The vault is damaged
settings-vault-damaged-advice = Lock and unlock the wallet. It then repairs what it can and shows you the result.
settings-vault-unreadable = Part of the vault could not be read
settings-vault-compact = Compact the vault
settings-vault-compact-text = Permanently erases what you removed or replaced, and frees its space. The wallet also does this automatically.
settings-vault-compact-start = Compact
settings-vault-compacted = The database took { $before } before and takes { $after } now.

## Damaged data that a repair has kept. $size: such as "3.2 MB".

# $when: a day and an hour.
settings-quarantine = Repair of { $when }
settings-quarantine-why = { $size } of damaged data. The wallet keeps it because it may contain what the repair could not recover.
settings-quarantine-size = { $size } of damaged data.
settings-quarantine-remove = Remove…
settings-quarantine-ask-title = Remove this damaged data?
settings-quarantine-ask-text = The wallet overwrites { $size } of data, which cannot be undone. If something is missing from the wallet, keep it: an expert may still be able to recover it. The rest of the wallet is not affected.
settings-quarantine-ask-accept = Remove

## About

settings-about-loading = Loading the version
