### What `idw document` says. $document: a file with its type and size, such as "scan.png (image/png, 12 kB)".

## The list. Headings of columns.

cli-document-none = No documents yet. Run `idw document add FILE` to add one. You can also add a file to an attribute with `idw attribute set`.
cli-document-none-found = No documents found.
cli-document-column-id = ID
cli-document-column-name = Name
cli-document-column-type = Type
cli-document-column-size = Size
cli-document-column-added = Added
cli-document-column-used = Used by

## Adding and removing a document

cli-document-id = ID
cli-document-added = Added { $document }.
cli-document-there = The wallet already has { $document }.
cli-document-repaired = The wallet’s copy of { $document } was damaged. This file replaced it.
# $name: of the file. $what: what it said beside what it shows, such as "location and camera model".
cli-document-without = Removed from { $name }: { $what }
cli-document-reveals = Still in { $name }: { $what }
# $id: the beginning of an ID.
cli-document-clean-hint = Run `idw document clean { $id }` to make a copy without it.
# $value: the ID of a value.
cli-document-clean-hint-for = Run `idw document clean { $id } --for { $value }` to make a copy without it.
cli-document-removed = Removed { $document }.

## Copies

cli-document-exported = Saved { $document } to { $path }. The copy is not encrypted.
cli-document-json-stdout = --json and a document cannot both write to standard output. Name a file.
cli-document-thumbnail = Saved a small picture of the document to { $path }.
# A picture. $size: such as "187 kB". $width and $height: in pixels.
cli-document-picture = { $size } ({ $width } × { $height } pixels)
# $name: of the file. $before and $after: the picture and its smaller copy, as above.
cli-document-becomes = { $name }: { $before } becomes { $after }.
cli-document-keep-question = Keep the smaller copy?
cli-document-keep-no-terminal = The wallet cannot ask whether to keep the smaller copy without a terminal. Nothing was saved. To keep it, add --yes.
cli-document-keep-declined = You declined. Nothing was saved.
cli-document-kept = Saved { $document }.
