### Documents: the list of files in the wallet, adding them, and making copies.

document-list-subtitle = Dateien, die Sie an Angaben anhängen können
document-list-loading = Dokumente werden geladen
document-list-add = Hinzufügen
document-list-search = Dokumente durchsuchen
document-list-order = Dokumente sortieren
document-list-drop = Ziehen Sie Dateien irgendwo in dieses Fenster, oder fügen Sie ein Bild ein.
document-list-none = Noch keine Dokumente
document-list-none-text = Ziehen Sie Bilder oder PDF-Dateien hierher, zum Beispiel eine Seite des Reisepasses oder eine Stromrechnung, oder fügen Sie ein Bild ein. Auch Dateien, die Sie an Angaben anhängen, erscheinen hier.
document-list-none-add = Dokument hinzufügen
document-list-not-found = Kein Dokument passt zu „{ $query }“
document-list-not-found-text = Suchen Sie nach dem Namen eines Dokuments oder nach der Angabe, die es verwendet.
document-list-clear = Suche leeren

## A document in the list. $name: of its file. $what: what a file contains beside what it shows, such as "location and
## camera model".

document-pages = { $count ->
        [1] 1 Seite
       *[other] { $count } Seiten
    }
# $when: "5 minutes ago" or a day.
document-added-when = hinzugefügt: { $when }
document-without = ohne { $what }
document-reveals = verrät { $what }
document-smaller-copy = Kleinere Kopie
document-shrink = Kleinere Kopie von { $name } erstellen
document-clean = Kopie von { $name } ohne { $what } erstellen
document-export = { $name } exportieren
document-remove = { $name } entfernen
# $users: titles of attributes, with commas between them.
document-used = Sie können { $name } nicht entfernen, solange eine Angabe es verwendet: { $users }
document-exported = { $name } wurde gespeichert. Die Kopie außerhalb der Wallet ist nicht verschlüsselt.
# $copy and $original: names of files.
document-cleaned = Die Kopie „{ $copy }“ wurde ohne { $what } erstellt. „{ $original }“ ist unverändert.
# Where there was nothing in the document itself, only data before or after it.
document-cleaned-around = Die Kopie „{ $copy }“ wurde ohne die Daten um das Dokument herum erstellt. „{ $original }“ ist unverändert.

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
document-added-there = Die Wallet hat diese Datei schon. Es wurde nichts hinzugefügt.
document-added-there-as = Die Wallet hat diese Datei schon als „{ $name }“. Es wurde nichts hinzugefügt.
document-added-repaired = Die Kopie der Wallet, „{ $name }“, war beschädigt. Diese Datei hat sie ersetzt.
document-added = Hinzugefügt.
document-added-without = Ohne { $what } hinzugefügt.
document-added-reveals = Hinzugefügt. Die Datei verrät noch { $what }.
document-added-renamed = Als „{ $name }“ gespeichert. Dieser Name passt zur Art der Datei und kann bedenkenlos weitergegeben werden.
document-added-keep = Diese Daten behalten
document-added-clean = Diese Daten entfernen
document-added-dismiss = Ausblenden

## A smaller copy of a picture

# $size: such as "3.2 MB".
document-shrink-needless = { $name } hat nur { $size }, was jede Website annimmt. Sie brauchen keine kleinere Kopie.
document-shrink-size = Größe
document-shrink-at-most = Höchstens { $size }
document-shrink-original = Original
document-shrink-copy = Kleinere Kopie
document-shrink-text = Prüfen Sie, ob alles noch lesbar ist. Das Original bleibt in der Wallet.
document-shrink-colours = Dieses Bild verwendet Druckfarben (CMYK) ohne Farbprofil. Die Farben der Kopie stimmen deshalb nur ungefähr.
document-shrink-loading = Kleinere Kopie wird erstellt
document-shrink-keep = Kopie speichern
