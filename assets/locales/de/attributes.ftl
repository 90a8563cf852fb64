### Values, how they are entered, and the files in them.

attribute-scan = Reisepass einlesen
attribute-default = Standard
attribute-make-default = Als Standard festlegen
attribute-add = Angabe hinzufügen
attribute-add-title = { $title } hinzufügen
attribute-change = Ändern
attribute-change-title = { $title } ändern
attribute-remove = Entfernen
attribute-save = Speichern
attribute-cancel = Abbrechen

## What there is to know of a value

attribute-from = Herkunft
attribute-created = Erstellt
attribute-changed = Geändert
attribute-label = Bezeichnung
attribute-no-label = keine
attribute-add-label = Hinzufügen
attribute-files = Dateien
# $what: "location and camera model".
attribute-file-without = Gespeichert ohne: { $what }.
attribute-file-tells = Verrät noch: { $what }.

## A date

date-placeholder = JJJJ-MM-TT
date-calendar = { $title } im Kalender wählen
date-calendar-close = Kalender schließen
date-month = Monat
date-year = Jahr
date-not-a-date = Geben Sie das Datum als JJJJ-MM-TT ein, zum Beispiel 1985-04-12.

## A file

file-choose = Datei wählen oder hier ablegen
file-choose-more = Weitere Datei wählen
file-choose-other = Andere wählen
file-drop = Hier ablegen
file-from-wallet = Aus Ihrer Wallet
file-from-wallet-title = Datei für { $title } wählen
file-from-wallet-loading = Dokumente werden geladen
file-from-wallet-none = Kein Dokument in dieser Wallet passt: { $kinds }.
file-from-wallet-search = Dokumente durchsuchen
file-remove = { $file } entfernen
# $kinds: "JPEG, PNG"; $size: "50 MB".
file-kinds = { $kinds } bis { $size }
file-too-large = { $file } ist { $size } groß. Erlaubt sind höchstens { $limit }.

## The code of a passport

scan-title = Code eines Reisepasses oder Ausweises einlesen
scan-text = Tippen Sie die zwei oder drei Zeilen am unteren Rand der Seite ab oder fügen Sie sie ein. Prüfziffern decken Tippfehler sofort auf, und Sie können jede Angabe später ändern.
scan-field = Code am unteren Rand der Seite
scan-hint = Die zwei oder drei Zeilen aus Großbuchstaben und <-Zeichen am unteren Rand der Seite.
scan-hint-typed = Bisher { $count } Zeichen. Der Code eines Reisepasses hat 88, der eines Ausweises 90.
scan-fits = Alle Prüfziffern stimmen.
scan-passport = Reisepass
scan-card = Ausweis
scan-valid = gültig bis { $day }
scan-expired = abgelaufen am { $day }
scan-list = Was der Code sagt
scan-new = Neu
scan-not-certain = Der Code sagt das nicht mit Sicherheit. Übernehmen Sie es, wenn es stimmt.
scan-renews = Erneuert, was Sie haben: { $held }
scan-held = Sie haben: { $held }
scan-needs-pictures = Braucht auch Bilder. Fügen Sie es als Angabe hinzu.
# Of two days that the code can mean. $title is the attribute.
scan-can-mean = { $title }: Der Code kann { $day } bedeuten. Geben Sie unten das richtige Datum ein.
