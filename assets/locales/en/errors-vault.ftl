### What goes wrong with the encrypted vault. Each says what happened, what was kept and what to do.
### $reason is one or more whole sentences.

## What is damaged in a vault. Each is the reason in one of the messages below, or a line of its own in a check of the vault.

vault-damage-header-missing = Both copies of the header are missing.
vault-damage-header-truncated = Both copies of the header are damaged. The newer one is cut short.
vault-damage-header-too-long = Both copies of the header are damaged. The newer one is too long.
vault-damage-header-magic = Neither copy of the header is the header of a vault.
vault-damage-header-checksum = Both copies of the header are damaged. The checksum of the newer one is wrong.
vault-damage-header-malformed = Both copies of the header are damaged. The fields of the newer one do not fit together.
# $version: a number.
vault-damage-header-newer = The header has the format version { $version }, which this wallet does not know.
vault-damage-header-forged = Another program changed the header.
vault-damage-header-copy = A copy of the header is missing, damaged or older. The wallet writes it again when you unlock it next.
# $write: the number of a write.
vault-damage-snapshot = The snapshot of write { $write } cannot be read. The next snapshot replaces it.
# $found and $expected: numbers.
vault-damage-header-old = The header is an older one: number { $found } instead of { $expected }.
vault-damage-slot = The password is correct, but the key that it protects is damaged.
vault-damage-database-missing = The database is missing.
vault-damage-database-unreadable = The database cannot be read.
vault-damage-list-missing = The list of the records is missing.
vault-damage-list-forged = Another program changed the list of the records.
vault-damage-stray = The database contains an entry that the wallet did not write.
# $expected: how many records there should be; $found: how many there are.
vault-damage-records = Records were removed, replaced or put back. The vault should have { $expected } and has { $found }.
# $found and $expected: numbers of writes.
vault-damage-old = The records are older than the last ones that the wallet saved: write { $found } instead of { $expected }.
vault-damage-record = Another program changed a record.
# $id: of a document.
vault-damage-document-missing = The file of the document { $id } is missing.
vault-damage-document-forged = Another program changed the file of the document { $id }.

## Which program has the vault open: a name within a sentence.

# $pid: its process number.
error-vault-program = { $program } (process { $pid })
error-vault-process = process { $pid }

## Creating a vault. $folder: its path.

error-vault-exists = { $folder } already contains a vault. Nothing was changed. Open that vault, or choose another folder.
error-vault-not-empty = The folder { $folder } is not empty. Nothing was changed. Choose an empty or a new folder.
error-vault-create-password = The password is empty. No vault was created. Choose a password.
# $program: one of the names above.
error-vault-create-in-use = { $program } is using the folder. No vault was created. Close that program, then try again.
error-vault-create-in-use-unknown = Another program is using the folder. No vault was created. Close that program, then try again.
# $needed and $available: sizes.
error-vault-create-full = The disk is full. A vault needs { $needed }, and { $available } is free. No vault was created. Free some space, then try again.
error-vault-not-created = { $reason } No vault was created.

## Opening and unlocking it

error-vault-not-found = There is no vault in { $folder }. Create one, or choose another folder.
error-vault-in-use = The vault is already open in { $program }. Close that program, then try again.
error-vault-in-use-unknown = The vault is already open in another program. Close that program, then try again.
error-vault-damaged = The vault is damaged. { $reason } The wallet left its files as they are. Copy the vault’s folder before you try anything else.
# $found and $supported: numbers of versions.
error-vault-newer = A newer version of this wallet wrote this vault. It has the format version { $found }, and this version reads up to { $supported }. Nothing was changed. Update the wallet.
error-vault-not-opened = The wallet could not open the vault. { $reason } Nothing was changed.
error-vault-wrong-password = The password is wrong. Try again.
error-vault-no-password = This vault has no password. Unlock it the way that you set up.
# $memory: a size; $passes and $lanes: numbers.
error-vault-kdf = The vault’s header asks for { $memory } of memory, { $passes } passes and { $lanes } lanes to check the password. The wallet never writes such values, so another program changed the header. Nothing was changed. Restore a copy of the header.
error-vault-memory = This computer does not have enough free memory to check the password. It needs { $memory }. Nothing was changed. Close other programs, then try again.
error-vault-unlock-full = The disk is full. The wallet needs { $needed } to unlock the vault, and { $available } is free. Nothing was changed. Free some space, then try again.
error-vault-disk = The wallet could not read the vault. { $reason } Nothing was changed. Try again. If this happens again, the disk may be failing. Copy the vault’s folder to another disk and open the copy, or restore a backup.
error-vault-not-unlocked = The wallet could not unlock the vault. { $reason } What it saved before is kept.

## The password and the system keyring. $backend: the keyring’s name, such as "Secret Service".

error-vault-password-not-changed = { $reason } The password was not changed.
error-vault-password-empty = The new password is empty. The password was not changed. Choose a password.
error-vault-password-full = The disk is full. The password was not changed. Free some space, then try again.
error-vault-password-unsaved = The wallet could not save the new password. { $reason } Nothing else was changed. Try the old password first, then the new one.
error-vault-keyring-not-changed = { $reason } The system keyring was not changed. Your password works as before.
error-vault-keyring-full = The disk is full. The system keyring was not changed. Free some space, then try again.
error-vault-keyring-not-enabled = The system keyring is not set up for this vault. Unlock the wallet with your password.
error-vault-keyring-unavailable = The wallet cannot use the system keyring ({ $backend }). Nothing was changed. Use your password. To use the keyring again, start the keyring service of your desktop.
error-vault-keyring-locked = The system keyring ({ $backend }) is locked. Nothing was changed. Unlock it in your desktop’s settings, or use your password.
error-vault-keyring-timed-out = { $seconds ->
        [one] The system keyring ({ $backend }) did not answer within { $seconds } second. Nothing was changed. If it asks for its own password, enter it and try again, or use the wallet’s password.
       *[other] The system keyring ({ $backend }) did not answer within { $seconds } seconds. Nothing was changed. If it asks for its own password, enter it and try again, or use the wallet’s password.
    }
error-vault-keyring-no-entry = The system keyring ({ $backend }) no longer has an entry for this vault. Unlock the wallet with your password, then let the keyring unlock it again in the settings.
error-vault-keyring-changed = The vault’s entry in the system keyring ({ $backend }) was changed and no longer works. Unlock the wallet with your password, then let the keyring unlock it again in the settings.

## Reading and saving. $id: of a document.

error-vault-no-document = There is no document { $id }. Look at the list of your documents.
error-vault-unreadable = The wallet cannot read this. { $reason } Nothing was changed. The rest of the vault is not affected.
error-vault-not-read = The wallet could not read this. { $reason } Nothing was changed.
# $size and $most: sizes.
error-vault-record-large = A record has { $size }, and a record can have at most { $most }. Nothing was saved. Everything that was saved before is kept.
error-vault-not-saved-no-document = There is no document { $id }. Nothing was saved. Look at the list of your documents.
error-vault-foreign-document = A document was prepared for another vault. Nothing was saved. Add the document to this vault again.
error-vault-full = The disk is full. Nothing was saved. Everything that was saved before is kept. Free some space, then try again.
error-vault-read-only = The vault’s folder cannot be written to, so the vault is open for reading only. Nothing was saved. To change something, copy the whole folder to a disk that can be written to, and open the copy.
error-vault-exhausted = The keys of this vault have encrypted as many records as they safely can. Nothing was saved. Compact the vault, then try again.
error-vault-save-damaged = The vault is damaged. { $reason } Nothing was saved, and everything that was saved before is unchanged. Lock the wallet and copy the vault’s folder.
error-vault-uncertain = The wallet does not know whether it saved this. { $reason } Everything that was saved before is kept. Lock the wallet, unlock it and look.
error-vault-broken = An earlier write failed, so nothing was saved. Everything that was saved before is kept. Lock the wallet, then unlock it.
error-vault-not-saved = { $reason } Nothing was saved. Everything that was saved before is kept.

## Taking care of it

# $name: of a folder.
error-vault-no-quarantine = No repair has kept a folder “{ $name }”. Nothing was removed. Look at the list again.
error-vault-quarantine-odd = { $reason } Nothing was removed.
error-vault-quarantine = The wallet could not remove all of the damaged files. { $reason } The vault itself is unchanged. Try again to remove the rest.
error-vault-compact-full = The disk is full. The wallet needs { $needed } to compact the vault, and { $available } is free. Everything is kept. Free some space, then try again.
error-vault-compact-damaged = The vault is damaged, so the wallet did not compact it. { $reason } Nothing was changed. Check the vault.
error-vault-compact-broken = An earlier write failed, so the wallet did not compact the vault. Everything that was saved before is kept. Lock the wallet, then unlock it.
error-vault-not-compacted = The wallet could not compact the vault. { $reason } Everything is kept.

## Adding a document

# $most: a size.
error-vault-document-large = The file is larger than { $most }. Nothing was added. Choose a smaller file.
error-vault-document-source = The wallet could not read the file. { $reason } Nothing was added.
error-vault-document-full = The disk is full. Nothing was added. Everything that was saved before is kept. Free some space, then try again.
error-vault-document-read-only = The vault’s folder cannot be written to, so the vault is open for reading only. Nothing was added. To change something, copy the whole folder to a disk that can be written to, and open the copy.
error-vault-document-not-added = { $reason } Nothing was added. Everything that was saved before is kept.
