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

## The wallet and its vault

window-already-open = Die Wallet ist bereits entsperrt.
window-vault-gone = Der Tresor liegt nicht mehr in seinem Ordner. Stellen Sie ein Backup wieder her oder legen Sie eine neue Wallet an.
window-still-locking = Die Wallet beendet noch, was sie beim Sperren gerade tat. Versuchen Sie es gleich noch einmal.
window-under-way = Die Wallet ist schon dabei.
window-backup-under-way = Die Wallet schreibt oder liest gerade ein Backup. Warten Sie, bis sie fertig ist, oder brechen Sie das ab.
window-check-mistake = Während der Prüfung ist in der Wallet etwas schiefgegangen. Es wurde nichts übernommen.
# While it sent something to a site.
window-sending-mistake = Beim Senden ist in der Wallet etwas schiefgegangen. Das Aktivitätsprotokoll zeigt, was Sie zum Senden freigegeben hatten.

## What the page asks for and this side let go of, as it does when the wallet locks

window-request-gone = Sie haben diese Anfrage schon beantwortet. Beginnen Sie auf der Website von vorn.
window-file-gone = Die Wallet hat diese Datei nicht mehr geöffnet. Wählen Sie sie noch einmal aus.
window-target-gone = Wählen Sie noch einmal, wo die Datei gespeichert werden soll.
window-secret-gone = Die Wallet hält dieses Geheimnis nicht mehr bereit. Lassen Sie es noch einmal anzeigen.
window-password-gone = Geben Sie Ihr Passwort noch einmal ein.
window-check-gone = Die Wallet hat die Ergebnisse dieser Prüfung nicht mehr. Beginnen Sie eine neue Prüfung.
window-shrink-gone = Die Wallet hat diese kleinere Kopie nicht mehr. Erstellen Sie sie noch einmal.
window-backup-gone = Die Wallet hat dieses Backup nicht mehr geöffnet. Wählen Sie es noch einmal aus.

## The user cancelled something that may have had an effect

window-connect-cancelled = Sie haben abgebrochen. Falls der Dienst den Code schon angenommen hat, verbinden Sie sich noch einmal mit demselben Code, um fortzufahren.
window-sending-cancelled = Sie haben abgebrochen. Die Website hat vielleicht schon einen Teil erhalten. Das Aktivitätsprotokoll zeigt, was Sie zum Senden freigegeben hatten.
window-withdraw-cancelled = Sie haben das Warten abgebrochen. Die Website hat den Antrag vielleicht schon zurückgezogen. Prüfen Sie seinen Status.

## Files that the user chose, dropped or pasted. $file: its name.

window-file-unread = Die Wallet konnte { $file } nicht lesen. { $reason }
window-file-replaced = An der Stelle von { $file } liegt jetzt eine andere Datei. Wählen Sie sie noch einmal aus.
window-file-is-folder = { $file } ist ein Ordner. Wählen Sie eine Datei.
window-file-is-device = { $file } ist ein Gerät oder eine Pipe. Wählen Sie eine Datei.
window-file-utf-sixteen = { $file } ist als UTF-16 gespeichert. Speichern Sie die Datei als UTF-8 und wählen Sie sie dann noch einmal aus.
window-description-too-long = Das ist zu lang für die Beschreibung einer Website.
window-letter-too-long = Der Brief ist zu lang zum Speichern. Kürzen Sie ihn.
window-paste-no-picture = Was Sie eingefügt haben, ist kein Bild.
# $most: how many files can be dropped at once.
window-drop-many = { $most ->
        [one] Die Wallet hat nur die erste Datei übernommen. Legen Sie die anderen danach ab.
       *[other] Die Wallet hat nur die ersten { $most } Dateien übernommen. Legen Sie die anderen danach ab.
    }

## Settings, and programs and services of this computer

window-setting-unsaved = Die Wallet konnte die Einstellung nicht speichern. { $reason }
window-lock-choice = { $minutes ->
        [one] Nach { $minutes } Minute kann sich die Wallet nicht sperren. Wählen Sie eine der Zeiten aus der Liste.
       *[other] Nach { $minutes } Minuten kann sich die Wallet nicht sperren. Wählen Sie eine der Zeiten aus der Liste.
    }
window-no-browser = Die Wallet konnte keinen Browser starten. { $reason } Kopieren Sie stattdessen die Adresse.
window-address-refused = Die Wallet öffnet nur Adressen, die mit http:// oder https:// beginnen.
window-not-copied = Die Wallet konnte das nicht kopieren. Schreiben Sie es stattdessen auf.
window-not-closed = Das System hat das Fenster nicht geschlossen. Versuchen Sie es noch einmal.
window-not-zoomed = Das System hat den Zoom des Fensters nicht geändert. Versuchen Sie es noch einmal.
window-zoom-range = Der Zoom muss zwischen { $least } % und { $most } % liegen.
window-port-range = Ein Port ist eine Zahl von 1 bis 65535.
# $port: a number, without separators.
window-port-used = Ein anderes Programm verwendet Port { $port }. Wählen Sie einen anderen Port, oder beenden Sie dieses Programm und versuchen Sie es noch einmal.
window-port-reserved = Dieser Computer behält sich Port { $port } vor. Wählen Sie einen Port ab 1024.
window-port-failed = Die Wallet kann Port { $port } nicht verwenden. { $reason } Wählen Sie einen anderen Port.

## What the desktop shows of this program

# A notification. It may stand on a locked screen, so it says nothing about the request.
window-notification = Ihre Identitäts-Wallet hat eine Anfrage
# Why the program delays the computer's sleep for a moment. Some desktops list this.
window-sleep-delay = Sperrt vorher die Wallet
