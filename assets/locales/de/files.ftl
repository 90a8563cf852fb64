### Files that the user names.

# No program on this computer can show a file dialog.
files-no-dialog = Dieser Computer kann keine Dateidialoge zeigen. Installieren Sie xdg-desktop-portal mit einem Backend für Ihren Desktop (etwa xdg-desktop-portal-gtk) oder zenity. Bis dahin tippen Sie hier den Pfad.
files-path = Pfad
files-path-hint = Zum Beispiel ~/Dokumente/reisepass.jpg
files-open = Diese Datei verwenden
files-save = Hier speichern
files-replace = Ersetzen
files-cancel = Abbrechen

## A path that was typed

files-not-awaited = Die Wallet wartet nicht mehr auf diese Datei. Wählen Sie sie noch einmal aus.
files-open-folder = Das ist ein Ordner. Geben Sie den Pfad einer Datei darin ein.
files-save-folder = Das ist ein Ordner. Fügen Sie den Namen einer Datei hinzu.
files-no-file = Unter diesem Pfad gibt es keine Datei.
files-no-folder = Diesen Ordner gibt es nicht.
files-there = Eine Datei mit diesem Namen gibt es schon.
files-path-empty = Geben Sie den Pfad der Datei ein.
files-no-home = Die Wallet hat auf diesem Computer keinen persönlichen Ordner gefunden. Geben Sie den ganzen Pfad ein.

## Titles of file dialogs

files-title-open = Datei auswählen
files-title-copy = Kopie speichern
files-title-site = Beschreibung der Website auswählen
files-title-backup = Backup auswählen
files-title-key = Schlüsseldatei auswählen
files-title-key-save = Schlüsseldatei speichern
files-title-log = Aktivitätsprotokoll exportieren
files-title-letter = Brief speichern
files-title-root = Stammzertifikat speichern
files-title-export = Angaben und Dokumente exportieren
files-title-import = Angaben und Dokumente importieren

## Kinds of files, in the list of a file dialog

files-kind-documents = Bilder und Dokumente
files-kind-backups = Backups
files-kind-keys = Schlüsseldateien
files-kind-text = Textdateien
files-kind-import = JSON-Dateien oder SelfKey-Wallets
# $format: such as "JSON".
files-kind-format = { $format }-Dateien

## A picture from the clipboard

# What it is called until it is a document. Its ending is added then.
files-pasted = eingefügtes Bild
