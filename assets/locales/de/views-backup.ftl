### What the wallet says of the things in a backup: what they are called, and why one was left out or changed.

## What something is called where a name is shown

# $name: its own name.
backup-item-named = { $name }
# Something that cannot be read and so has no name. Its kind, such as "Account", stands before it. $id: hexadecimal digits.
backup-item-unreadable = ID { $id }
# An entry of the activity log, by its number.
backup-item-entry = Eintrag { $number }
# The activity log of the wallet that the backup is of. $created: when the backup was made.
backup-item-log = Backup vom { $created }
# $template: what the user applied for. $site: its name.
backup-item-application = { $template } bei { $site }
# The same where it is not known what the user applied for.
backup-item-application-unnamed = Antrag bei { $site }

## Why something was changed. Each is said after "Document “scan.png” was corrected." or stands alone below the name.

backup-reason-name-corrected = Der Name im Backup war ungültig. Die Wallet hat ihn geändert.
# $media_type: a media type, such as "image/png".
backup-reason-type-corrected = Der Dateityp im Backup war falsch. Richtig ist { $media_type }.
backup-reason-label-corrected = Die Bezeichnung im Backup war ungültig. Die Wallet hat sie geändert.
backup-reason-unconfirmed = Laut Backup wurde diese Angabe geprüft. Die Wallet kann das nicht bestätigen.
# $label: the new one.
backup-reason-labelled = Die Bezeichnung lautet jetzt „{ $label }“.
backup-reason-file-mended = Die Datei in der Wallet war beschädigt. Die Wallet nimmt die Datei aus dem Backup.

## Why something was left out. Each is said after "Document “scan.png” was left out." or stands alone below the name.

# $most: how many there can be.
backup-reason-schemas-full = Die Wallet kann höchstens { $most } Arten von Angaben von Websites aufnehmen.
backup-reason-attribute-unknown = Diese Version der Wallet kennt diese Angabe nicht.
backup-reason-document-absent = Ein Dokument dieser Angabe fehlt im Backup.
# $reason: a sentence.
backup-reason-document-left-out = Das zugehörige Dokument „{ $name }“ wurde ausgelassen. { $reason }
backup-reason-label-wrong = Die Bezeichnung ist ungültig.
backup-reason-profile-removed = Das zugehörige Profil wurde vor dem Backup entfernt.
backup-reason-profile-missing = Das zugehörige Profil ist nicht in der Wallet.
backup-reason-profile-number = Ein anderes Profil hat dieselbe Nummer, oder die Nummer ist ungültig.
backup-reason-unreadable = Diese Version der Wallet kann das nicht lesen.
backup-reason-key-unreadable = Diese Version der Wallet kann den Schlüssel nicht lesen.
backup-reason-shape = Die Wallet könnte das nicht wieder aus einem Backup lesen.
backup-reason-key-wrong = Der Schlüssel ist falsch.
backup-reason-entry-wrong = Der Eintrag ist ungültig.

## The same for accounts, sites and applications

backup-reason-account-elsewhere = Ein anderes Profil dieser Wallet hat diesen Schlüssel.
backup-reason-account-no-key = Der Schlüssel dieses Kontos ist nicht im Backup.
backup-reason-account-no-phrase = Das Backup enthält keine Wiederherstellungsphrase. Deshalb kann die Wallet dieses Konto nicht hinzufügen. Erstellen Sie das Konto in dieser Wallet neu.
backup-reason-account-other-phrase = Es gehört nicht zur Wiederherstellungsphrase dieser Wallet.
# An account with the key that the site knows. $site: its name.
backup-reason-account-of-site = { $site } kennt Sie unter diesem Konto.
backup-reason-site-description = Die Beschreibung der Website ist ungültig.
backup-reason-site-account = Sie verwenden bei dieser Website ein anderes Konto.
backup-reason-site-no-phrase = Diese Wallet hat keine Wiederherstellungsphrase, aus der sie den Schlüssel der Website ableiten könnte.
# A query is what stands behind the question mark of a web address.
backup-reason-site-query = Die Adresse der Website enthält eine Abfrage (?…). Deshalb kann die Wallet keinen Schlüssel für die Website ableiten.
backup-reason-site-key = Der Schlüssel der Website gehört nicht zu dieser Wallet.
backup-reason-site-profile = Der Schlüssel der Website gehört zu einem anderen Profil dieser Wallet.
# $name: of a site or account of this wallet.
backup-reason-site-key-taken = „{ $name }“ in dieser Wallet hat diesen Schlüssel schon.
backup-reason-site-own-key = Die Wallet hat das Konto nicht hinzugefügt, das Sie bei dieser Website verwendet haben. Sie verwenden dort jetzt den eigenen Schlüssel der Website.
backup-reason-application-site = Die Wallet hat die zugehörige Website nicht hinzugefügt.
backup-reason-application-status = Ihr Antrag hat einen anderen Status.
backup-reason-application-unsent = Der Antrag wurde noch nicht gesendet. Stellen Sie ihn von dieser Wallet aus neu.
backup-reason-application-file = Die Wallet hat eine Datei nicht hinzugefügt, die dieser Antrag noch senden muss.
backup-reason-application-account = Die Wallet hat das zugehörige Konto nicht hinzugefügt.
backup-reason-application-other-account = Der Antrag wurde mit einem Konto gestellt, das Sie bei dieser Website nicht verwenden.

## The same for what else is in a wallet

backup-reason-phrase = Das Backup hat eine andere Wiederherstellungsphrase. Die Wallet behält Ihre und fügt die Schlüssel aus dem Backup als importierte Schlüssel hinzu.
backup-reason-eid-other-wallet = Das Backup stammt von einer anderen Wallet. Wenn diese Stelle Ihnen Anfragen senden darf, fügen Sie sie hier selbst hinzu.
backup-reason-eid-name = Eine andere Stelle (Auth eID) hat diesen Namen.
backup-reason-eid-id = Etwas anderes in der Wallet hat dieselbe ID.
# Of the log of the wallet that the backup is of.
backup-reason-log = { $count ->
    [one] Die Wallet behält den Eintrag neben Ihrem eigenen Protokoll.
   *[other] Die Wallet behält die { $count } Einträge neben Ihrem eigenen Protokoll.
}

## What makes a backup unusable as a whole. Said after a sentence about the backup, of one that exists or would be made.

backup-fault-empty = Das Backup ist leer.
backup-fault-document-missing = Das Backup führt ein Dokument auf, das nicht darin ist.
backup-fault-document-unlisted = Im Backup ist ein Dokument, das es nicht aufführt.
backup-fault-document-other = Ein Dokument im Backup passt nicht zur Liste der Dokumente.
backup-fault-document-id = Ein Dokument im Backup hat keine gültige ID.
backup-fault-documents = Die Liste der Dokumente im Backup ist ungültig.
# Keys with which the wallet recognizes values that it sent.
backup-fault-digest-keys = Die Schlüssel, die gesendete Angaben wiedererkennen, sind ungültig.
backup-fault-profiles = Die Profile im Backup sind ungültig.
backup-fault-owner = Etwas im Backup gehört zu einem Profil, das nicht im Backup ist.
backup-fault-activity = Ein Eintrag im Aktivitätsprotokoll des Backups ist ungültig.
backup-fault-account-key = Ein Konto im Backup hat den falschen Schlüssel.
backup-fault-account-underivable = Die Wallet kann den Schlüssel eines Kontos im Backup nicht ableiten.
backup-fault-site-underivable = Die Wallet kann den Schlüssel einer Website im Backup nicht ableiten.
backup-fault-phrase = Die Wiederherstellungsphrase im Backup ist ungültig.
backup-fault-phrase-accounts = Die Konten im Backup gehören nicht zu seiner Wiederherstellungsphrase.
backup-fault-phrase-sites = Der Schlüssel einer Website im Backup gehört nicht zu seiner Wiederherstellungsphrase.
backup-fault-same-id = Zwei Elemente im Backup haben dieselbe ID.
# $file: a file within the backup, such as "attributes.json".
backup-fault-file-missing = Die Datei „{ $file }“ fehlt im Backup.
backup-fault-file-too-large = Die Datei „{ $file }“ im Backup ist zu groß.
backup-fault-file-wrong = Die Datei „{ $file }“ im Backup ist in Zeile { $line }, Spalte { $column } ungültig.
# $most: how many there can be.
backup-fault-too-many-files = Das Backup hätte mehr als { $most } Dateien.
