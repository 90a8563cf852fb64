### What every dialog of the window has in common.

dialog-close = Schließen
dialog-cancel = Abbrechen
dialog-dismiss = Ausblenden
dialog-lock = Wallet sperren (Strg+L)

## A dialog that is closed while it holds what the user entered

dialog-discard-title = Eingaben verwerfen?
dialog-discard-keep = Weiter bearbeiten
dialog-discard = Verwerfen

## The window is closed while a dialog holds what the user entered

dialog-close-window-title = Fenster schließen?
dialog-close-window-text = Ihre Eingaben sind nicht gespeichert.
dialog-close-window = Verwerfen und schließen
