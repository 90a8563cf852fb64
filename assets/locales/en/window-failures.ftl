### What goes wrong in the window itself. Each says what happened, what was kept and what to do.

window-locked = The wallet is locked. Unlock it, then try again.
window-cancelled = You cancelled this. Nothing was changed.
window-check-cancelled = You cancelled this. Nothing was saved.

## Saving a file. $file: its name. $reason: what the system said, as a sentence.

window-file-odd = { $file } is not an ordinary file. The wallet left it as it is. Choose another name.
window-file-in-vault = { $file } would be inside the wallet's own folder. Nothing was saved. Choose another folder.
window-file-unwritten = The wallet could not save { $file }. { $reason } The wallet itself is unchanged.
window-file-unconfirmed = The wallet saved { $file }, but the system could not confirm that it is on the disk. { $reason } Save it again.
window-file-unrecorded = The wallet saved { $file }, but could not record that. { $reason } Save it again.
window-file-exists = { $file } already exists. The wallet left it as it is. Choose another name.
