### Files that the user names.

# No program on this computer can show a file dialog.
files-no-dialog = This computer cannot show file dialogs. Install xdg-desktop-portal with a backend for your desktop (such as xdg-desktop-portal-gtk), or zenity. Until then, type the path here.
files-path = Path
files-path-hint = For example ~/Documents/passport.jpg
files-open = Use this file
files-save = Save here
files-replace = Replace it
files-cancel = Cancel
