### Documents: the list of files in the wallet, adding them, and making copies.

document-list-subtitle = Dateien, die Sie Angaben beifügen können
document-list-loading = Dokumente werden geladen
document-list-add = Hinzufügen
document-list-search = Dokumente durchsuchen
document-list-order = Dokumente sortieren
document-list-drop = Legen Sie Dateien irgendwo in diesem Fenster ab, oder fügen Sie ein Bild aus der Zwischenablage ein.
document-list-none = Noch keine Dokumente
document-list-none-text = Legen Sie hier Bilder oder PDF-Dateien ab, zum Beispiel eine Seite Ihres Reisepasses oder eine Stromrechnung, oder fügen Sie ein Bild aus der Zwischenablage ein. Dateien, die Sie Angaben beifügen, stehen auch hier.
document-list-none-add = Dokument hinzufügen
document-list-not-found = Kein Dokument passt zu „{ $query }“
document-list-not-found-text = Suchen Sie nach dem Namen des Dokuments oder nach der Angabe, die es verwendet.
document-list-clear = Suche zurücksetzen

## A document in the list. $name: of its file. $what: what a file contains beside what it shows, such as "location and
## camera model".

document-pages = { $count ->
        [1] 1 Seite
       *[other] { $count } Seiten
    }
# $when: "5 minutes ago" or a day.
document-added-when = hinzugefügt: { $when }
document-without = ohne: { $what }
document-reveals = verrät: { $what }
document-smaller-copy = Kleinere Kopie
document-shrink = Kleinere Kopie von { $name } erstellen
document-clean = Kopie von { $name } erstellen, ohne: { $what }
document-export = { $name } exportieren
document-remove = { $name } entfernen
# $users: titles of attributes, with commas between them.
document-used = { $name } lässt sich nicht entfernen, solange eine Angabe es verwendet: { $users }
document-exported = { $name } wurde gespeichert. Die Kopie außerhalb der Wallet ist nicht verschlüsselt.
# $copy and $original: names of files.
document-cleaned = Die Kopie „{ $copy }“ wurde erstellt, ohne: { $what }. „{ $original }“ bleibt unverändert.
# Where there was nothing in the document itself, only data before or after it.
document-cleaned-around = Die Kopie „{ $copy }“ wurde ohne die Daten um das Dokument herum erstellt. „{ $original }“ bleibt unverändert.

## Kinds of files

document-type-pdf = PDF
document-type-jpeg = JPEG-Bild
document-type-png = PNG-Bild
document-type-mp3 = MP3-Audio
document-type-mp4 = MP4-Audio
document-type-ogg = Ogg-Audio
document-type-wav = WAV-Audio

## Files that were just added. $name and $what as above.

document-added-list = Gerade hinzugefügte Dateien
# Stands for the name of something that could not be read as a file.
document-added-unnamed = Eine Datei
document-added-working = Wird verschlüsselt
document-added-there = Die Wallet hat diese Datei schon; es wurde nichts hinzugefügt.
document-added-there-as = Die Wallet hat diese Datei schon als „{ $name }“; es wurde nichts hinzugefügt.
document-added-repaired = Die Kopie der Wallet, „{ $name }“, war beschädigt. Diese Datei hat sie ersetzt.
document-added = Hinzugefügt.
document-added-without = Hinzugefügt ohne: { $what }.
document-added-reveals = Hinzugefügt. Verrät noch: { $what }.
document-added-renamed = Gespeichert als „{ $name }“. Dieser Name passt zur Art der Datei, und Sie können ihn unbesorgt weitergeben.
document-added-keep = Diese Daten behalten
document-added-clean = Diese Daten entfernen
document-added-dismiss = Ausblenden

## A smaller copy of a picture

# $size: such as "3.2 MB".
document-shrink-needless = { $name } ist nur { $size } groß; das nimmt jede Website an. Sie brauchen keine kleinere Kopie.
document-shrink-size = Größe
document-shrink-at-most = Höchstens { $size }
document-shrink-original = Original
document-shrink-copy = Kleinere Kopie
document-shrink-text = Prüfen Sie, ob alles noch lesbar ist. Das Original bleibt in der Wallet.
document-shrink-colours = Dieses Bild hat Druckfarben (CMYK) ohne Farbprofil, deshalb stimmen die Farben der Kopie nur ungefähr.
document-shrink-loading = Kleinere Kopie wird erstellt
document-shrink-keep = Kopie speichern
