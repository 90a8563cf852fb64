### Why a document cannot be used, and what files are.

## What a file is, with its article, as a part of a sentence.

file-kind-jpeg = ein JPEG-Bild
file-kind-png = ein PNG-Bild
file-kind-pdf = ein PDF
file-kind-mp3 = eine MP3-Aufnahme
file-kind-mp4 = eine MP4-Aufnahme
file-kind-ogg = eine Ogg-Aufnahme
file-kind-wav = eine WAV-Aufnahme
file-kind-jpeg-damaged = ein beschädigtes JPEG-Bild
file-kind-png-damaged = ein beschädigtes PNG-Bild
file-kind-pdf-prefixed = ein PDF, vor dem noch etwas anderes steht
file-kind-web-page = eine Webseite
# $name: GIF, WebP, HEIC, AVIF, TIFF, BMP, JPEG XL, JPEG 2000 or Photoshop.
file-kind-picture = ein { $name }-Bild
file-kind-raw = ein Rohbild einer Kamera
file-kind-video = ein Video
# $name: ZIP, RAR or 7z.
file-kind-archive = ein { $name }-Archiv
file-kind-program = ein Programm
file-kind-text = reiner Text
# $name: a media type, such as "application/msword".
file-kind-other = eine Datei vom Typ { $name }
file-kind-unknown = eine Datei von unbekanntem Typ

## How to get a file that the wallet takes.

file-remedy-heic = Speichern Sie es als JPEG: auf einem Mac in „Vorschau“ (Ablage, Exportieren), unter Windows in „Fotos“ (Speichern unter) oder unter Linux mit heif-convert. Damit Ihr iPhone JPEGs aufnimmt, wählen Sie Einstellungen, Kamera, Formate, Maximale Kompatibilität.
file-remedy-picture = Speichern Sie es als JPEG oder PNG: auf einem Mac in „Vorschau“ (Ablage, Exportieren), unter Windows in „Paint“ (Datei, Speichern unter) oder unter Linux in GIMP (Datei, Exportieren als).

## What is wrong with a file. $kind, $found and $hidden: what it is, from above.

error-file-empty = Die Datei ist leer. Wählen Sie eine andere Datei, oder kopieren Sie sie erneut.
# $limit: a size.
error-file-too-large = Die Datei ist größer als { $limit }. Wählen Sie eine kleinere Datei.
error-file-type = Dies ist { $found }. Wählen Sie ein JPEG- oder PNG-Bild, ein PDF oder eine Aufnahme.
error-file-disguised = Die Datei sieht aus, als wäre sie { $kind }, enthält aber auch { $hidden }. Speichern oder exportieren Sie sie erneut, und wählen Sie die neue Kopie.
error-file-cut-short = Dies ist { $kind }, aber das Ende der Datei fehlt. Kopieren oder laden Sie sie erneut.
error-file-damaged = Dies ist { $kind }, aber die Datei ist beschädigt. Kopieren oder laden Sie sie erneut, oder öffnen Sie sie in einem anderen Programm, und speichern Sie sie neu.
error-file-uncommon = Dies ist { $kind } einer Art, die nur wenige Programme anzeigen. Öffnen Sie es in einem Bildprogramm, speichern Sie es als gewöhnliches JPEG oder PNG, und wählen Sie diese Kopie.
error-file-for-iphones = Dies ist ein PNG-Bild in Apples Format für iPhone-Apps, das nur wenige Programme anzeigen. Öffnen Sie es auf einem Mac in „Vorschau“, exportieren Sie es als PNG, und wählen Sie diese Kopie.
error-file-encrypted = Das PDF ist mit einem Passwort geschützt. Öffnen Sie es in einem PDF-Programm, drucken Sie es in ein neues PDF, und wählen Sie dieses.
error-file-unknown-protection = Das PDF ist auf eine Weise geschützt, die die Wallet nicht lesen kann. Drucken Sie es in ein neues PDF, und wählen Sie dieses.
error-file-protected = Das PDF ist gegen Änderungen geschützt. Drucken Sie es in ein neues PDF, fügen Sie dieses hinzu, und machen Sie davon die Kopie.
error-file-signed = Das PDF ist signiert. Eine Kopie ohne die verborgenen Daten würde die Signatur verlieren; Websites könnten dann nicht mehr prüfen, wer es signiert hat.
error-file-no-pages = Das PDF hat keine Seiten.
# $width and $height: in pixels.
error-file-pixels = Das Bild ist zu groß zum Öffnen: { $width } × { $height } Pixel. Speichern Sie eine kleinere Kopie, und wählen Sie diese.
error-file-takes-too-long = Das Öffnen der Datei dauert zu lange. Speichern Sie sie in einfacherer Form neu, und wählen Sie die neue Kopie.
error-file-memory = Das Öffnen der Datei braucht zu viel Arbeitsspeicher. Speichern Sie eine kleinere oder einfachere Kopie, und wählen Sie diese.
error-file-too-complex = Die Datei ist zu kompliziert aufgebaut. Speichern Sie sie in einfacherer Form neu, und wählen Sie die neue Kopie.
error-file-nothing-to-show = Dies ist { $kind }. Es gibt dazu kein Bild.
error-file-not-a-picture = Dies ist { $kind }. Die Wallet kann nur JPEG- und PNG-Bilder ändern.
# $pages: how many pages the wallet makes at most.
error-file-too-long = Der Text ist zu lang für ein PDF von { $pages } Seiten.
error-file-not-made = Die Wallet konnte das PDF nicht erstellen.
# $size: of the file that it should become.
error-file-not-legible = Die Wallet kann das Bild nicht auf { $size } verkleinern und dabei lesbar halten.

## Why a file was not opened. $reason: a whole sentence.

error-file-unread = Die Wallet konnte das Dokument nicht lesen. { $reason }
error-file-worker = Die Wallet öffnet Dokumente in einem eigenen, geschützten Prozess, und dieser ist nicht gestartet. { $reason }
error-file-busy = Die Wallet hat das Dokument nicht geöffnet, weil dieser Computer zu beschäftigt ist. Versuchen Sie es später erneut.
error-file-answer = Der Prozess, der Dokumente öffnet, ist fehlgeschlagen. Versuchen Sie es erneut, oder wählen Sie eine andere Datei.
