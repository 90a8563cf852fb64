### Files that the user names.

# No program on this computer can show a file dialog.
files-no-dialog = Dieser Computer kann keine Dateidialoge zeigen. Installieren Sie xdg-desktop-portal mit einem Backend für Ihren Desktop (etwa xdg-desktop-portal-gtk) oder zenity. Bis dahin tippen Sie hier den Pfad.
files-path = Pfad
files-path-hint = Zum Beispiel ~/Dokumente/reisepass.jpg
files-open = Diese Datei verwenden
files-save = Hier speichern
files-replace = Ersetzen
files-cancel = Abbrechen
