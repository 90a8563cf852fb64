### Why something in a file that is imported, or in a backup, is not taken in. Each stands alone beside its name.

## Files

file-reason-empty = Die Datei ist leer.
# $limit: a size.
file-reason-too-large = Die Datei ist größer als { $limit }.
# $found: what it is, such as "a video".
file-reason-kind = Das ist { $found }. Ein Dokument muss eine JPEG-, PNG-, PDF- oder Audiodatei sein.
import-reason-not-base64 = Der Inhalt ist kein gültiges Base64.
import-reason-unreadable = Die Wallet kann den Inhalt nicht lesen.
import-reason-other-content = Der Inhalt passt nicht zu seiner Prüfsumme in der Datei.
import-reason-same-id = Ein anderes Dokument in der Datei hat dieselbe ID.
import-reason-unused = Keine importierte Angabe verwendet es.
import-reason-not-in-database = Der Inhalt dieses Dokuments ist nicht in der Datenbank.

## Values

import-reason-document-absent = Ein Dokument dieser Angabe fehlt in der Datei.
# $reason: a sentence.
import-reason-document-refused = Das zugehörige Dokument „{ $name }“ lässt sich nicht importieren. { $reason }
import-reason-label-taken = Die Wallet hat eine andere Angabe mit dieser Bezeichnung.
import-reason-attribute-unknown = Die Wallet kennt diese Angabe nicht. Fügen Sie zuerst die Website hinzu, die danach fragt.
import-reason-not-of-person = Diese Angabe passt nicht zu einer Person.
import-reason-not-of-company = Diese Angabe passt nicht zu einem Unternehmen.
# $media_type: a media type, such as "image/png". $size: such as "4.1 MB".
import-reason-file-unfit = Die Angabe nimmt diese Datei nicht an. Ihr Typ ist { $media_type }, ihre Größe { $size }.
import-reason-selfkey-which = Die SelfKey-Wallet sagt nicht, um welche Angabe es geht.
import-reason-selfkey-text = Der Wert ist kein Text oder zu lang.
import-reason-selfkey-damaged = Der Wert ist beschädigt.
import-reason-selfkey-empty = Es gibt keinen Wert.
