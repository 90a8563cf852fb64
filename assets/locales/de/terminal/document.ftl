### What `idw document` says. $document: a file with its type and size, such as "scan.png (image/png, 12 kB)".

## The list. Headings of columns.

cli-document-none = Noch keine Dokumente. `idw document add FILE` fügt eines hinzu. Mit `idw attribute set` können Sie eine Datei auch einer Angabe hinzufügen.
cli-document-none-found = Keine Dokumente gefunden.
cli-document-column-id = ID
cli-document-column-name = Name
cli-document-column-type = Typ
cli-document-column-size = Größe
cli-document-column-added = Hinzugefügt
cli-document-column-used = Verwendet von

## Adding and removing a document

cli-document-id = ID
cli-document-added = { $document } hinzugefügt.
cli-document-there = Die Wallet hat { $document } schon.
cli-document-repaired = Die Kopie von { $document } in der Wallet war beschädigt. Diese Datei hat sie ersetzt.
# $name: of the file. $what: what it said beside what it shows, such as "location and camera model".
cli-document-without = Aus { $name } entfernt: { $what }
cli-document-reveals = Noch in { $name }: { $what }
# $id: the beginning of an ID.
cli-document-clean-hint = `idw document clean { $id }` erstellt eine Kopie ohne das.
# $value: the ID of a value.
cli-document-clean-hint-for = `idw document clean { $id } --for { $value }` erstellt eine Kopie ohne das.
cli-document-removed = { $document } entfernt.

## Copies

cli-document-exported = { $document } gespeichert in { $path }. Die Kopie ist nicht verschlüsselt.
cli-document-json-stdout = --json und ein Dokument können nicht beide in die Standardausgabe schreiben. Nennen Sie eine Datei.
cli-document-thumbnail = Ein kleines Bild des Dokuments gespeichert in { $path }.
# A picture. $size: such as "187 kB". $width and $height: in pixels.
cli-document-picture = { $size } ({ $width } × { $height } Pixel)
# $name: of the file. $before and $after: the picture and its smaller copy, as above.
cli-document-becomes = { $name }: Aus { $before } wird { $after }.
cli-document-keep-question = Die kleinere Kopie behalten?
cli-document-keep-no-terminal = Ohne Terminal kann die Wallet nicht fragen, ob Sie die kleinere Kopie behalten wollen. Es wurde nichts gespeichert. Um sie zu behalten, fügen Sie --yes hinzu.
cli-document-keep-declined = Sie haben abgelehnt. Es wurde nichts gespeichert.
cli-document-kept = { $document } gespeichert.
