### Documents: the list of files in the wallet, adding them, and making copies.

document-list-subtitle = Files you can attach to attributes
document-list-loading = Loading documents
document-list-add = Add
document-list-search = Search documents
document-list-order = Sort documents
document-list-drop = Drop files anywhere in this window, or paste a picture.
document-list-none = No documents yet
document-list-none-text = Drop pictures or PDF files here, such as a passport page or a utility bill, or paste a picture. Files that you attach to attributes also appear here.
document-list-none-add = Add a document
document-list-not-found = No document matches “{ $query }”
document-list-not-found-text = Search by a document’s name, or by the attribute that uses it.
document-list-clear = Clear the search

## A document in the list. $name: of its file. $what: what a file contains beside what it shows, such as "location and
## camera model".

document-pages = { $count ->
        [1] 1 page
       *[other] { $count } pages
    }
# $when: "5 minutes ago" or a day.
document-added-when = added { $when }
document-without = without { $what }
document-reveals = reveals { $what }
document-smaller-copy = Smaller copy
document-shrink = Make a smaller copy of { $name }
document-clean = Make a copy of { $name } without { $what }
document-export = Export { $name }
document-remove = Remove { $name }
# $users: titles of attributes, with commas between them.
document-used = You cannot remove { $name } while an attribute uses it: { $users }
document-exported = { $name } was saved. The copy outside the wallet is not encrypted.
# $copy and $original: names of files.
document-cleaned = Made the copy “{ $copy }” without { $what }. “{ $original }” is unchanged.
# Where there was nothing in the document itself, only data before or after it.
document-cleaned-around = Made the copy “{ $copy }” without the data around the document. “{ $original }” is unchanged.

## Kinds of files

document-type-pdf = PDF
document-type-jpeg = JPEG picture
document-type-png = PNG picture
document-type-mp3 = MP3 audio
document-type-mp4 = MP4 audio
document-type-ogg = Ogg audio
document-type-wav = WAV audio

## Files that were just added. $name and $what as above.

document-added-list = Files you just added
# Stands for the name of something that could not be read as a file.
document-added-unnamed = A file
document-added-working = Encrypting
document-added-there = The wallet already has this file, so nothing was added.
document-added-there-as = The wallet already has this file as “{ $name }”, so nothing was added.
document-added-repaired = The wallet’s copy, “{ $name }”, was damaged. This file replaced it.
document-added = Added.
document-added-without = Added without { $what }.
document-added-reveals = Added. It still reveals { $what }.
document-added-renamed = Saved as “{ $name }”. This name matches the kind of file and is safe to share.
document-added-keep = Keep this data
document-added-clean = Remove this data
document-added-dismiss = Dismiss

## A smaller copy of a picture

# $size: such as "3.2 MB".
document-shrink-needless = { $name } has only { $size }, which every site accepts. You do not need a smaller copy.
document-shrink-size = Size
document-shrink-at-most = At most { $size }
document-shrink-original = Original
document-shrink-copy = Smaller copy
document-shrink-text = Check that everything is still readable. The original stays in the wallet.
document-shrink-colours = This picture uses printing colours (CMYK) without a colour profile, so the colours of the copy are approximate.
document-shrink-loading = Making a smaller copy
document-shrink-keep = Save the copy
