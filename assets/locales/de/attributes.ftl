### Values, how they are entered, and the files in them.

attribute-list-person = Was Sie über sich angeben können
attribute-list-company = Was Sie über Ihr Unternehmen angeben können
attribute-list-loading = Angaben werden geladen
attribute-list-add = Hinzufügen
attribute-list-search = Angaben durchsuchen
attribute-list-order = Angaben sortieren
attribute-list-none = Noch keine Angaben
attribute-list-none-text = Fügen Sie hinzu, wonach Websites meistens fragen, zum Beispiel Ihren Namen, Ihre E-Mail-Adresse oder Ihren Reisepass. Alles bleibt auf diesem Computer, bis Sie zustimmen, es zu senden.
attribute-list-none-add = Erste Angabe hinzufügen
attribute-list-not-found = Keine Angabe passt zu „{ $query }“
attribute-list-not-found-text = Versuchen Sie ein anderes Wort oder setzen Sie die Suche zurück.
attribute-list-clear = Suche zurücksetzen
attribute-default-why = Wird gesendet, wenn Sie nichts anderes wählen
attribute-file-count = { $count ->
        [1] 1 Datei
       *[other] { $count } Dateien
    }
attribute-scan = Reisepass einlesen
attribute-default = Standard
attribute-make-default = Als Standard festlegen
attribute-add = Angabe hinzufügen
attribute-add-title = { $title } hinzufügen
attribute-change = Ändern
attribute-change-title = { $title } ändern
attribute-remove = Entfernen
attribute-remove-title = { $title } entfernen
attribute-save = Speichern
attribute-cancel = Abbrechen

## What was done

# $title: an attribute's title, such as "Passport".
attribute-saved = { $title } wurde gespeichert
# $what: "location and camera model".
attribute-saved-file-without = { $file } wurde gespeichert, ohne: { $what }.
attribute-entered = { $count ->
        [1] 1 Angabe wurde hinzugefügt
       *[other] { $count } Angaben wurden hinzugefügt
    }
# $titles: with commas between them.
attribute-entered-text = { $titles }. Öffnen Sie eine Angabe, um sie zu ändern.

## The form

attribute-type = Angabe
attribute-type-choose = Angabe wählen…
attribute-keep-metadata = Orts- und Kameradaten behalten
attribute-keep-metadata-text = Bilder können verraten, wo und wann Sie sie aufgenommen haben. Die Wallet entfernt diese Daten, wenn Sie sie nicht behalten.
attribute-label-hint = Unterscheidet Ihre Angaben, zum Beispiel „Arbeit“ und „Privat“.
# $held: the value that the wallet has.
attribute-label-needed = Sie haben diese Angabe schon: { $held }. Fügen Sie eine Bezeichnung hinzu, um beide zu unterscheiden.
attribute-label-taken = Eine andere Angabe hat schon diese Bezeichnung.

## What there is to know of a value

attribute-from = Herkunft
attribute-created = Erstellt
attribute-changed = Geändert
attribute-label = Bezeichnung
attribute-no-label = keine
attribute-add-label = Bezeichnung hinzufügen
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
file-from-wallet-none = Kein Dokument in dieser Wallet passt. Erlaubt sind: { $kinds }.
file-from-wallet-search = Dokumente durchsuchen
file-remove = { $file } entfernen
# $kinds: "JPEG, PNG"; $size: "50 MB".
file-kinds = { $kinds } bis { $size }
file-too-large = { $file } ist zu groß ({ $size }). Wählen Sie eine Datei mit höchstens { $limit }.

## The code of a passport

scan-title = Code eines Reisepasses oder Ausweises einlesen
scan-text = Tippen Sie die zwei oder drei Zeilen am unteren Rand der Seite ab oder fügen Sie sie ein. Die Wallet erkennt Tippfehler sofort, und Sie können jede Angabe später ändern.
scan-field = Code am unteren Rand der Seite
scan-hint = Die zwei oder drei Zeilen aus Großbuchstaben und <-Zeichen.
scan-hint-typed = Bisher { $count } Zeichen. Der Code eines Reisepasses hat 88, der eines Ausweises 90.
# $document is passport or card; $validity is valid, expired or unknown. $number: the document's number. $day: when it
# expires, empty where that is not known.
scan-read = { $document ->
        [passport] { $validity ->
            [valid] Alle Prüfziffern stimmen. Reisepass { $number }, gültig bis { $day }
            [expired] Alle Prüfziffern stimmen. Reisepass { $number }, abgelaufen am { $day }
           *[unknown] Alle Prüfziffern stimmen. Reisepass { $number }
        }
       *[card] { $validity ->
            [valid] Alle Prüfziffern stimmen. Ausweis { $number }, gültig bis { $day }
            [expired] Alle Prüfziffern stimmen. Ausweis { $number }, abgelaufen am { $day }
           *[unknown] Alle Prüfziffern stimmen. Ausweis { $number }
        }
    }
scan-list = Angaben im Code
scan-enter = { $count ->
        [0] Angaben hinzufügen
        [1] 1 Angabe hinzufügen
       *[other] { $count } Angaben hinzufügen
    }
scan-new = Neu
scan-not-certain = Der Code ist hier nicht eindeutig. Wählen Sie diese Angabe nur aus, wenn sie stimmt.
scan-renews = Ersetzt Ihre Angabe: { $held }
scan-held = Schon in Ihrer Wallet: { $held }
scan-needs-pictures = Diese Angabe braucht auch Bilder. Fügen Sie sie über die Liste der Angaben hinzu.
# Of two days that the code can mean. $title is the attribute.
scan-can-mean = { $title }: Der Code kann { $day } bedeuten. Geben Sie unten das richtige Datum ein.
