### Why a document cannot be used, and what files are.

## What a file is, with its article, as a part of a sentence.

file-kind-jpeg = a JPEG picture
file-kind-png = a PNG picture
file-kind-pdf = a PDF
file-kind-mp3 = an MP3 recording
file-kind-mp4 = an MP4 recording
file-kind-ogg = an Ogg recording
file-kind-wav = a WAV recording
file-kind-jpeg-damaged = a damaged JPEG picture
file-kind-png-damaged = a damaged PNG picture
file-kind-pdf-prefixed = a PDF with something else before it
file-kind-web-page = a web page
# $name: GIF, WebP, HEIC, AVIF, TIFF, BMP, JPEG XL, JPEG 2000 or Photoshop.
file-kind-picture = { $name ->
        [AVIF] an AVIF picture
       *[other] a { $name } picture
    }
file-kind-raw = a raw picture from a camera
file-kind-video = a video
# $name: ZIP, RAR or 7z.
file-kind-archive = { $name ->
        [RAR] a RAR archive
       *[other] a { $name } archive
    }
file-kind-program = a program
file-kind-text = plain text
# $name: a media type, such as "application/msword".
file-kind-other = a file of the type { $name }
file-kind-unknown = a file of an unknown type

## How to get a file that the wallet takes.

file-remedy-heic = Save it as a JPEG: in Preview on a Mac (File, Export), in Photos on Windows (Save as), or with heif-convert on Linux. To make your iPhone take JPEGs, choose Settings, Camera, Formats, Most Compatible.
file-remedy-picture = Save it as a JPEG or PNG: in Preview on a Mac (File, Export), in Paint on Windows (File, Save as), or in GIMP on Linux (File, Export As).

## What is wrong with a file. $kind, $found and $hidden: what it is, from above.

error-file-empty = The file is empty. Choose another file, or copy it again.
# $limit: a size.
error-file-too-large = The file is larger than { $limit }. Choose a smaller file.
error-file-type = This is { $found }. Choose a JPEG or PNG picture, a PDF or a recording.
error-file-disguised = The file looks like { $kind }, but it also contains { $hidden }. Save or export it again, and choose the new copy.
error-file-cut-short = This is { $kind }, but the end of the file is missing. Copy or download it again.
error-file-damaged = This is { $kind }, but the file is damaged. Copy or download it again, or open it in another program and save it again.
error-file-uncommon = This is { $kind } of a kind that few programs can show. Open it in a picture program, save it as an ordinary JPEG or PNG, and choose that copy.
error-file-for-iphones = This is a PNG picture in Apple’s format for iPhone apps, which few programs can show. Open it in Preview on a Mac, export it as a PNG, and choose that copy.
error-file-encrypted = The PDF is protected with a password. Open it in a PDF viewer, print it to a new PDF, and choose that.
error-file-unknown-protection = The PDF is protected in a way that the wallet cannot read. Print it to a new PDF, and choose that.
error-file-protected = The PDF is protected against changes. Print it to a new PDF, add that, and make the copy of it.
error-file-signed = The PDF is signed. A copy without its hidden data would lose the signature, so sites could no longer check who signed it.
error-file-no-pages = The PDF has no pages.
# $width and $height: in pixels.
error-file-pixels = The picture is too large to open: { $width } × { $height } pixels. Save a smaller copy, and choose that.
error-file-takes-too-long = The file takes too long to open. Save it again in a simpler form, and choose the new copy.
error-file-memory = The file needs too much memory to open. Save a smaller or simpler copy, and choose that.
error-file-too-complex = The structure of the file is too complicated. Save it again in a simpler form, and choose the new copy.
error-file-nothing-to-show = This is { $kind }. It has no picture to show.
error-file-not-a-picture = This is { $kind }. The wallet can only change JPEG and PNG pictures.
# $pages: how many pages the wallet makes at most.
error-file-too-long = The text is too long for a PDF of { $pages } pages.
error-file-not-made = The wallet could not make the PDF.
# $size: of the file that it should become.
error-file-not-legible = The wallet cannot make the picture as small as { $size } and keep it legible.

## Why a file was not opened. $reason: a whole sentence.

error-file-unread = The wallet could not read the document. { $reason }
error-file-worker = The wallet opens documents in a separate, protected process, and that process did not start. { $reason }
error-file-busy = The wallet did not open the document because this computer is too busy. Try again in a while.
error-file-answer = The process that opens documents failed. Try again, or choose another file.
