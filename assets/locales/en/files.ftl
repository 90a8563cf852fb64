### Files that the user names.

# No program on this computer can show a file dialog.
files-no-dialog = This computer cannot show file dialogs. Install xdg-desktop-portal with a backend for your desktop (such as xdg-desktop-portal-gtk), or zenity. Until then, type the path here.
files-path = Path
files-path-hint = For example ~/Documents/passport.jpg
files-open = Use this file
files-save = Save here
files-replace = Replace it
files-cancel = Cancel

## A path that was typed

files-not-awaited = The wallet no longer waits for this file. Choose it again.
files-open-folder = This is a folder. Enter the path of a file in it.
files-save-folder = This is a folder. Add the name of a file.
files-no-file = There is no file at this path.
files-no-folder = There is no such folder.
files-there = A file with this name already exists.
files-path-empty = Enter the path of the file.
files-no-home = The wallet found no home folder on this computer. Enter the whole path.

## Titles of file dialogs

files-title-open = Choose a file
files-title-copy = Save a copy
files-title-site = Choose the description of the site
files-title-backup = Choose a backup
files-title-key = Choose a key file
files-title-key-save = Save the key file
files-title-log = Export the activity log
files-title-letter = Save the letter
files-title-root = Save the root certificate
files-title-export = Export attributes and documents
files-title-import = Import attributes and documents

## Kinds of files, in the list of a file dialog

files-kind-documents = Pictures and documents
files-kind-backups = Backups
files-kind-keys = Key files
files-kind-text = Text files
files-kind-import = JSON files or SelfKey wallets
# $format: such as "JSON".
files-kind-format = { $format } files

## A picture from the clipboard

# What it is called until it is a document. Its ending is added then.
files-pasted = pasted picture
