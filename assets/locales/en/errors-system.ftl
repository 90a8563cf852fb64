### What the operating system says when a file cannot be read or written. Each stands in another message as its reason.

error-system-not-found = The file or folder does not exist.
error-system-permission = You do not have permission to do this.
error-system-exists = A file or folder with this name already exists.
error-system-full = The disk is full.
error-system-quota = Your share of the disk is used up.
error-system-too-large = The file is too large for this disk.
error-system-read-only = The disk is read-only.
error-system-folder = This is a folder, not a file.
error-system-not-a-folder = A part of the path is not a folder.
error-system-name = The file name is too long for this disk, or has characters that the disk does not accept.
error-system-memory = This computer does not have enough free memory.
# $text: the system's own words, in its language, such as "Input/output error".
error-system = The system reported: { $text }.
