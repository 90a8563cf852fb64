### What `idw vault`, `idw profile`, `idw keyring`, `idw password` and `idw activity` say.

## Tables. Headings of columns are in capitals.

cli-vault-column-id = ID
cli-vault-column-what = WHAT
cli-vault-column-name = NAME
cli-vault-column-since = SINCE
cli-vault-column-size = SIZE
cli-vault-column-kind = KIND
cli-vault-column-attributes = ATTRIBUTES
cli-vault-column-documents = DOCUMENTS
cli-vault-column-accounts = ACCOUNTS
cli-vault-column-sites = SITES
cli-vault-column-when = WHEN

## The vault

# $before and $after: sizes.
cli-vault-compacted = The database was { $before } and is now { $after }.
# $what: a label, such as "Attribute". $id: its ID.
cli-vault-unreadable-removed = Removed: { $what } (ID { $id })
cli-vault-all-readable = This version of the wallet can read everything in the vault.
cli-vault-unreadable-remedy = Update the wallet to read this. `idw vault unreadable --remove ID` removes it for good.
# Said as a warning before a list.
cli-vault-unreadable-left-out = This version of the wallet cannot read something in the vault: { $what } (ID { $id }). It is left out here. `idw vault unreadable` shows more.
# $name: of a folder. $size: of what is in it.
cli-vault-quarantine-removed = Removed { $name } ({ $size }).
cli-vault-quarantine-none = No repair has set anything aside.
# $records, $documents and $snapshots: such as "12 records".
cli-vault-intact = The vault is complete. The wallet read { $records }, { $documents } and { $snapshots }.
# $number: $count in digits.
cli-vault-record-count = { $count ->
    [one] 1 record
   *[other] { $number } records
}
cli-vault-snapshot-count = { $count ->
    [one] 1 snapshot
   *[other] { $number } snapshots
}
cli-vault-damaged = Part of the vault is damaged. You can use everything else.
cli-vault-part-unreadable = This version of the wallet cannot read part of the vault. You can use everything else.
cli-vault-folder = Folder
cli-vault-records = Records
cli-vault-database = Database
cli-vault-documents = Documents
cli-vault-snapshots = Snapshots
# $count: a number. $size: of all of them.
cli-vault-count-size = { $count } ({ $size })
# Above a list of folders.
cli-vault-kept-aside = Set aside by repairs ({ $size }):

## Profiles. $name: the profile’s.

# $option: the name as it is typed.
cli-profile-created = Created profile { $name }. Use it with --profile { $option }.
cli-profile-renamed = The profile is now called { $name }.
cli-profile-removed = Removed profile { $name }.

## The system keyring. $backend: which one, such as "Secret Service".

cli-keyring-enabled = The system keyring ({ $backend }) now unlocks the vault.
cli-keyring-enabled-note = Anyone who uses your desktop session can open it too. Your password still works.
cli-keyring-disabled = The system keyring ({ $backend }) no longer unlocks the vault.
# $problem: what the keyring said.
cli-keyring-secret-left = The wallet could not remove its secret from the keyring. The secret no longer opens anything. { $problem }
cli-keyring-name = Keyring
cli-keyring-unlocks = Unlocks the vault
cli-keyring-available = Available

## The password

cli-password-changed = The new password is set.

## The activity log

cli-activity-none = No activity yet.
cli-activity-failed = Failed
# $path: the file.
cli-activity-exported = { $count ->
    [one] Saved 1 entry to { $path }. The file is not encrypted.
   *[other] Saved { $number } entries to { $path }. The file is not encrypted.
}
cli-activity-csv-with-json = --json and --format csv cannot both write to standard output. Name a file with --output.
cli-activity-intact = { $count ->
    [one] The activity log is complete. It has 1 entry.
   *[other] The activity log is complete. It has { $number } entries, and each follows from the one before.
}
cli-activity-altered = Something other than this wallet changed the activity log.
