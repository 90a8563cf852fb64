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

## The wallet and its vault

window-already-open = The wallet is already unlocked.
window-vault-gone = The vault is no longer in its folder. Restore a backup, or create a new wallet.
window-still-locking = The wallet is still finishing what it was doing when you locked it. Try again in a moment.
window-under-way = The wallet is already doing this.
window-backup-under-way = The wallet is already writing or reading a backup. Wait until it has finished, or cancel it.
window-check-mistake = Something went wrong inside the wallet during the check. Nothing was kept.
# While it sent something to a site.
window-sending-mistake = Something went wrong inside the wallet while it was sending. The activity log shows what you agreed to send.

## What the page asks for and this side let go of, as it does when the wallet locks

window-request-gone = You already answered this request. Start again from the site.
window-file-gone = The wallet no longer has this file open. Choose it again.
window-target-gone = Choose again where to save the file.
window-secret-gone = The wallet no longer has this secret ready. Show it again.
window-password-gone = Enter your password again.
window-check-gone = The wallet no longer has the results of this check. Start a new check.
window-shrink-gone = The wallet no longer has this smaller copy. Make it again.
window-backup-gone = The wallet no longer has this backup open. Choose it again.

## The user cancelled something that may have had an effect

window-connect-cancelled = You cancelled this. If the service has already accepted the code, connect again with the same code to continue.
window-sending-cancelled = You stopped this. The site may have received part of it. The activity log shows what you agreed to send.
window-withdraw-cancelled = You stopped waiting. The site may have withdrawn the application. Check its status.

## Files that the user chose, dropped or pasted. $file: its name.

window-file-unread = The wallet could not read { $file }. { $reason }
window-file-replaced = Another file has taken the place of { $file }. Choose it again.
window-file-is-folder = { $file } is a folder. Choose a file.
window-file-is-device = { $file } is a device or a pipe. Choose a file.
window-file-utf-sixteen = { $file } is saved as UTF-16. Save it as UTF-8, then choose it again.
window-description-too-long = This is too long for the description of a site.
window-letter-too-long = The letter is too long to save. Shorten it.
window-paste-no-picture = What you pasted is not a picture.
# $most: how many files can be dropped at once.
window-drop-many = { $most ->
        [one] The wallet took only the first file. Drop the others next.
       *[other] The wallet took only the first { $most } files. Drop the others next.
    }

## Settings, and programs and services of this computer

window-setting-unsaved = The wallet could not save the setting. { $reason }
window-lock-choice = { $minutes ->
        [one] The wallet cannot lock after { $minutes } minute. Choose one of the times in the list.
       *[other] The wallet cannot lock after { $minutes } minutes. Choose one of the times in the list.
    }
window-no-browser = The wallet could not start a browser. { $reason } Copy the address instead.
window-address-refused = The wallet opens only addresses that begin with http:// or https://.
window-not-copied = The wallet could not copy this. Write it down instead.
window-not-closed = The system did not close the window. Try again.
window-not-zoomed = The system did not zoom the window. Try again.
window-zoom-range = The zoom must be from { $least }% to { $most }%.
window-port-range = A port is a number from 1 to 65535.
# $port: a number, without separators.
window-port-used = Another program uses port { $port }. Choose another port, or close that program and try again.
window-port-reserved = This computer reserves port { $port }. Choose a port from 1024 up.
window-port-failed = The wallet cannot use port { $port }. { $reason } Choose another port.

## What the desktop shows of this program

# A notification. It may stand on a locked screen, so it says nothing about the request.
window-notification = Your identity wallet has a request
# Why the program delays the computer's sleep for a moment. Some desktops list this.
window-sleep-delay = Locks the wallet first
