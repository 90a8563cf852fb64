### Errors of the wallet as a whole: what it stores, its password, backups, files and profiles. Each says what happened, what
### was kept and what to do.
###
### $reason: one or more whole sentences that say why.


## What the wallet stores. $what: a kind of record, such as "Recovery phrase".

error-store-shape = Eine andere Version der Wallet hat einen Eintrag geschrieben, den diese Version nicht lesen kann. Art des Eintrags: { $what }. Es wurde nichts geändert. Aktualisieren Sie die Wallet und versuchen Sie es erneut.
# $name: the account's or the site's.
error-store-other-key = Der Schlüssel von „{ $name }“ ist nicht der, den die Wallet gespeichert hat. Es wurde nichts signiert oder gesendet. Stellen Sie die Wallet aus einem Backup wieder her.
error-store-missing = In der Wallet fehlt ein Eintrag. Art des Eintrags: { $what }. Es wurde nichts geändert. Stellen Sie die Wallet aus einem Backup wieder her.
error-store-no-randomness = Dieser Computer hat keine Zufallszahlen geliefert. Es wurde nichts geändert. Versuchen Sie es erneut.
error-vault-not-unreadable = Die Wallet enthält keinen unlesbaren Eintrag mit der ID { $id }. Es wurde nichts entfernt.
# $limit: a size, such as "256 kB".
error-unsaved-too-long = Der eingegebene Text ist größer als { $limit }. Die Wallet hat ihn nicht aufbewahrt.

## Creating a wallet

error-create-no-phrase = Die Wallet konnte keine Wiederherstellungsphrase erzeugen. { $reason } Es wurde keine Wallet erstellt.
error-create-phrase = Die Wallet kann diese Wiederherstellungsphrase nicht verwenden. { $reason } Es wurde keine Wallet erstellt.

## The password, the system keyring and the activity log

error-password-unlogged = Ihr neues Passwort gilt. Die Wallet konnte die Änderung nicht in ihrem Aktivitätsprotokoll vermerken. { $reason }
error-keyring-unlogged = Die Wallet hat die Einstellung des Schlüsselbunds geändert, konnte das aber nicht in ihrem Aktivitätsprotokoll vermerken. { $reason }
error-activity-unwritten = Die Wallet konnte das exportierte Aktivitätsprotokoll nicht schreiben. { $reason } Das Protokoll in der Wallet ist unverändert.

## Making a backup

error-backup-no-passphrase = Die Passphrase ist leer. Es wurde kein Backup erstellt. Geben Sie eine Passphrase ein.
error-backup-cancelled = Sie haben abgebrochen. Es wurde kein Backup erstellt.
error-backup-too-much = Die Wallet enthält mehr, als in ein Backup passt. { $reason } Es wurde kein Backup erstellt.
# $what: what is wrong, in whole sentences.
error-backup-incoherent = Die Wallet konnte kein Backup erstellen, das sie wieder lesen kann. { $what } Es wurde kein Backup erstellt. Die Wallet ist unverändert.

## Restoring, checking or merging a backup. $what: what is wrong, in whole sentences. $folder: a path.

error-restore-cancelled = Sie haben abgebrochen. Es wurde nichts geändert.
error-restore-content = Die Wallet hat das Backup geöffnet, aber sein Inhalt ist ungültig. { $what } Es wurde nichts geändert. Verwenden Sie eine andere Kopie des Backups.
error-restore-too-much = Mit diesem Backup zusammen ließe sich die Wallet nicht mehr sichern. { $what } Es wurde nichts geändert.
error-restore-unopened = Die Wallet konnte ein Dokument im Backup nicht prüfen. { $reason } Es wurde nichts geändert.
error-restore-vault-exists = In { $folder } gibt es schon eine Wallet. Es wurde nichts geändert. Führen Sie das Backup mit dieser Wallet zusammen, oder stellen Sie es in einem anderen Ordner wieder her.
error-restore-not-empty = Der Ordner { $folder } ist nicht leer. Es wurde nichts geändert. Stellen Sie das Backup in einem neuen Ordner wieder her.
error-restore-document = Die Wallet konnte ein Dokument aus dem Backup nicht speichern. { $reason } Es wurde nichts geändert.
error-restore-unwritten = Die Wallet konnte den neuen Tresor nicht schreiben. { $reason } Das Backup wurde nicht wiederhergestellt.
error-restore-locked = Das Backup wurde wiederhergestellt, aber die Wallet konnte es nicht entsperren. { $reason }

## Writing a file. $path: where.

error-place-exists = { $path } gibt es schon. Die Wallet hat die Datei nicht verändert. Wählen Sie einen anderen Namen.
error-place-folder = { $path } ist ein Ordner. Es wurde nichts geschrieben. Wählen Sie den Namen einer Datei.
error-place-link = { $path } ist ein Link. Die Wallet hat ihn nicht verändert. Wählen Sie einen anderen Namen.
error-place-odd = { $path } ist keine gewöhnliche Datei. Die Wallet hat sie nicht verändert. Wählen Sie einen anderen Namen.
error-place-in-vault = { $path } liegt im eigenen Ordner der Wallet. Es wurde nichts geschrieben. Wählen Sie einen anderen Ordner.
error-place-unwritten = Die Wallet konnte { $path } nicht schreiben. { $reason } Die Wallet selbst ist unverändert.
error-place-unconfirmed = Die Wallet hat { $path } geschrieben, aber das System konnte nicht bestätigen, dass die Datei auf dem Datenträger ist. { $reason } Schreiben Sie die Datei noch einmal.
error-place-unrecorded = Die Wallet hat { $path } geschrieben, konnte das aber nicht vermerken. { $reason } Schreiben Sie die Datei noch einmal.

## Profiles. $name: the profile's.

error-profile-not-found = In dieser Wallet gibt es kein Profil „{ $name }“.
error-profile-gone = Dieses Profil ist nicht mehr in der Wallet. Es wurde nichts geändert.
error-profile-name-taken = Ein Profil „{ $name }“ gibt es schon. Es wurde nichts geändert. Wählen Sie einen anderen Namen.
# $max: the longest, in characters.
error-profile-name = Der Name des Profils ist leer, zu lang oder enthält Steuerzeichen. Es wurde nichts geändert. Verwenden Sie 1 bis { $max } Zeichen.
# $content: such as "2 values and 1 site".
error-profile-not-empty = Das Profil „{ $name }“ enthält noch { $content }. Es wurde nichts entfernt.
# One of these things. $number is $count in digits. The main account, which every profile has, does not count.
error-profile-accounts = { $count ->
        [one] { $number } weiteres Konto
       *[other] { $number } weitere Konten
    }
error-profile-first = „{ $name }“ ist das erste Profil und lässt sich nicht entfernen. Sie können es umbenennen.
error-profile-selected = Das Profil „{ $name }“ wird gerade verwendet. Es wurde nichts entfernt. Wechseln Sie zuerst zu einem anderen Profil.
error-profile-no-account = Die Wallet konnte für das Profil kein Konto erstellen. { $reason } Es wurde nichts geändert.
