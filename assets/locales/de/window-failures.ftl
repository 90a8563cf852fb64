### What goes wrong in the window itself. Each says what happened, what was kept and what to do.

window-locked = Die Wallet ist gesperrt. Entsperren Sie sie und versuchen Sie es dann erneut.
window-cancelled = Sie haben abgebrochen. Es wurde nichts geändert.
window-check-cancelled = Sie haben abgebrochen. Es wurde nichts gespeichert.

## Saving a file. $file: its name. $reason: what the system said, as a sentence.

window-file-odd = { $file } ist keine gewöhnliche Datei. Die Wallet hat sie nicht verändert. Wählen Sie einen anderen Namen.
window-file-in-vault = { $file } läge im eigenen Ordner der Wallet. Es wurde nichts gespeichert. Wählen Sie einen anderen Ordner.
window-file-unwritten = Die Wallet konnte { $file } nicht speichern. { $reason } Die Wallet selbst ist unverändert.
window-file-unconfirmed = Die Wallet hat { $file } gespeichert, aber das System konnte nicht bestätigen, dass die Datei auf dem Datenträger ist. { $reason } Speichern Sie sie noch einmal.
window-file-unrecorded = Die Wallet hat { $file } gespeichert, konnte das aber nicht vermerken. { $reason } Speichern Sie die Datei noch einmal.
window-file-exists = { $file } gibt es schon. Die Wallet hat die Datei nicht verändert. Wählen Sie einen anderen Namen.
