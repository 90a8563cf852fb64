### What every dialog of the window has in common.

dialog-close = Close
dialog-cancel = Cancel
dialog-dismiss = Dismiss
dialog-lock = Lock the wallet (Ctrl+L)

## A dialog that is closed while it holds what the user entered

dialog-discard-title = Discard what you entered?
dialog-discard-keep = Keep editing
dialog-discard = Discard

## The window is closed while a dialog holds what the user entered

dialog-close-window-title = Close the window?
dialog-close-window-text = What you entered is not saved.
dialog-close-window = Discard and close
