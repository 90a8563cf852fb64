### What the owner of a vault must know once it is unlocked. Each message is a notice of its own: one or two sentences.

# The panel that shows them in the window.
notices-title = Your vault needs attention
notices-dismiss = Dismiss

## The vault was damaged: why, what was recovered, what is missing.

notice-repaired-header-missing = The vault was repaired because both copies of its header were missing.
notice-repaired-header-unreadable = The vault was repaired because neither copy of its header could be read.
notice-repaired-header-changed = The vault was repaired because its header was changed outside this wallet.
notice-repaired-header-old = The vault was repaired because its header had been replaced with an older one.
notice-repaired-database-missing = The vault was repaired because its database was missing.
notice-repaired-database-unreadable = The vault was repaired because its database could not be read.
notice-repaired-list-missing = The vault was repaired because the list of its records was missing.
notice-repaired-list-changed = The vault was repaired because the list of its records was changed outside this wallet.
notice-repaired-records-changed = The vault was repaired because its records were changed outside this wallet.
notice-repaired-records-old = The vault was repaired because its records had been replaced with older ones.
notice-repaired-other = The vault was damaged, and was repaired.
notice-records-recovered = { $count ->
        [0] No records were recovered.
        [one] { $count } record was recovered.
       *[other] { $count } records were recovered.
    }
# Follows notice-records-recovered.
notice-records-from-snapshot = { $count ->
        [one] { $count } of them came from a snapshot.
       *[other] { $count } of them came from a snapshot.
    }
notice-nothing-missing = Nothing is missing.
notice-changes-missing = { $count ->
        [one] Your last change may be missing.
       *[other] Some of your last { $count } changes may be missing.
    }
notice-changes-after-snapshot-missing = Changes that you made after the snapshot, if any, are missing.
notice-records-lost = { $count ->
        [one] { $count } record could not be recovered.
       *[other] { $count } records could not be recovered.
    }
notice-records-outdated = { $count ->
        [one] { $count } record was recovered in an older version.
       *[other] { $count } records were recovered in an older version.
    }
notice-records-maybe-deleted = { $count ->
        [one] { $count } of the recovered records may be one that you had deleted.
       *[other] { $count } of the recovered records may be ones that you had deleted.
    }
notice-documents-missing = { $count ->
        [one] The file of { $count } document is missing.
       *[other] The files of { $count } documents are missing.
    }
# Follows notice-documents-missing.
notice-rest-complete = Everything else is there.
notice-damaged-kept = The damaged files are kept in { $folder }. Delete that folder once you are sure that nothing is missing.

## A file that the vault can do without, or has two of.

notice-file-missing = The file { $file } was missing from the vault’s folder.
notice-file-damaged = The file { $file } in the vault’s folder was damaged.
notice-file-unreadable = The file { $file } in the vault’s folder could not be read: { $error }.
# One of these two follows the three above.
notice-file-rewritten = { $file } was written again. Nothing is lost.
notice-file-not-rewritten = { $file } could not be written again, and the vault works without it. Nothing is lost.

## Something in the vault’s folder that the wallet did not put there.

-left-alone = The wallet did not put it there, and did not follow or change it. Delete it, or restore the vault’s own file or folder.
notice-odd-symbolic-link = { $path } is a symbolic link. { -left-alone }
notice-odd-hard-link = { $path } is a hard link: the file has another name too. { -left-alone }
notice-odd-not-a-file = { $path } is not a file. { -left-alone }
notice-odd-not-a-folder = { $path } is not a folder. { -left-alone }
notice-read-only = The vault is open for reading only, because its folder cannot be written to. Nothing is added to its activity log. To change something, copy the whole folder to a disk that can be written to, and open the copy.
notice-folder-unreadable = The wallet could not check the vault’s folder for files that do not belong there. { $reason }
