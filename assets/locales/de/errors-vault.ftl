### What goes wrong with the encrypted vault. Each says what happened, what was kept and what to do.
### $reason is one or more whole sentences.

## What is damaged in a vault. Each is the reason in one of the messages below, or a line of its own in a check of the vault.

vault-damage-header-missing = Beide Kopien der Kopfdaten fehlen.
vault-damage-header-truncated = Beide Kopien der Kopfdaten sind beschädigt. Die neuere ist abgeschnitten.
vault-damage-header-too-long = Beide Kopien der Kopfdaten sind beschädigt. Die neuere ist zu lang.
vault-damage-header-magic = Keine der beiden Kopien der Kopfdaten gehört zu einem Tresor.
vault-damage-header-checksum = Beide Kopien der Kopfdaten sind beschädigt. Die Prüfsumme der neueren ist falsch.
vault-damage-header-malformed = Beide Kopien der Kopfdaten sind beschädigt. Die Felder der neueren passen nicht zusammen.
# $version: a number.
vault-damage-header-newer = Die Kopfdaten haben die Formatversion { $version }, die diese Wallet nicht kennt.
vault-damage-header-forged = Ein anderes Programm hat die Kopfdaten geändert.
vault-damage-header-copy = Eine Kopie der Kopfdaten fehlt, ist beschädigt oder älter. Die Wallet schreibt sie beim nächsten Entsperren neu.
# $write: the number of a write.
vault-damage-snapshot = Die Momentaufnahme von Schreibvorgang { $write } ist nicht lesbar. Die nächste Momentaufnahme ersetzt sie.
# $found and $expected: numbers.
vault-damage-header-old = Die Kopfdaten sind ältere: Nummer { $found } statt { $expected }.
vault-damage-slot = Das Passwort ist richtig, aber der Schlüssel, den es schützt, ist beschädigt.
vault-damage-database-missing = Die Datenbank fehlt.
vault-damage-database-unreadable = Die Datenbank ist nicht lesbar.
vault-damage-list-missing = Die Liste der Datensätze fehlt.
vault-damage-list-forged = Ein anderes Programm hat die Liste der Datensätze geändert.
vault-damage-stray = Die Datenbank enthält einen Eintrag, den die Wallet nicht geschrieben hat.
# $expected: how many records there should be; $found: how many there are.
vault-damage-records = Datensätze wurden entfernt, ersetzt oder zurückgelegt. Der Tresor sollte { $expected } haben und hat { $found }.
# $found and $expected: numbers of writes.
vault-damage-old = Die Datensätze sind älter als die zuletzt gespeicherten: Schreibvorgang { $found } statt { $expected }.
vault-damage-record = Ein anderes Programm hat einen Datensatz geändert.
# $id: of a document.
vault-damage-document-missing = Die Datei des Dokuments { $id } fehlt.
vault-damage-document-forged = Ein anderes Programm hat die Datei des Dokuments { $id } geändert.

## Which program has the vault open: a name within a sentence.

# $pid: its process number.
error-vault-program = { $program } (Prozess { $pid })
error-vault-process = Prozess { $pid }

## Creating a vault. $folder: its path.

error-vault-exists = { $folder } enthält bereits einen Tresor. Nichts wurde geändert. Öffnen Sie diesen Tresor, oder wählen Sie einen anderen Ordner.
error-vault-not-empty = Der Ordner { $folder } ist nicht leer. Nichts wurde geändert. Wählen Sie einen leeren oder einen neuen Ordner.
error-vault-create-password = Das Passwort ist leer. Es wurde kein Tresor angelegt. Wählen Sie ein Passwort.
# $program: one of the names above.
error-vault-create-in-use = { $program } verwendet den Ordner. Es wurde kein Tresor angelegt. Schließen Sie dieses Programm, und versuchen Sie es erneut.
error-vault-create-in-use-unknown = Ein anderes Programm verwendet den Ordner. Es wurde kein Tresor angelegt. Schließen Sie dieses Programm, und versuchen Sie es erneut.
# $needed and $available: sizes.
error-vault-create-full = Der Datenträger ist voll. Ein Tresor braucht { $needed }, frei sind { $available }. Es wurde kein Tresor angelegt. Schaffen Sie Platz, und versuchen Sie es erneut.
error-vault-not-created = { $reason } Es wurde kein Tresor angelegt.

## Opening and unlocking it

error-vault-not-found = In { $folder } gibt es keinen Tresor. Legen Sie einen an, oder wählen Sie einen anderen Ordner.
error-vault-in-use = Der Tresor ist bereits in { $program } geöffnet. Schließen Sie dieses Programm, und versuchen Sie es erneut.
error-vault-in-use-unknown = Der Tresor ist bereits in einem anderen Programm geöffnet. Schließen Sie dieses Programm, und versuchen Sie es erneut.
error-vault-damaged = Der Tresor ist beschädigt. { $reason } Die Wallet hat seine Dateien unverändert gelassen. Kopieren Sie den Ordner des Tresors, bevor Sie etwas anderes versuchen.
# $found and $supported: numbers of versions.
error-vault-newer = Eine neuere Version dieser Wallet hat diesen Tresor geschrieben. Er hat die Formatversion { $found }, und diese Version liest bis { $supported }. Nichts wurde geändert. Aktualisieren Sie die Wallet.
error-vault-not-opened = Die Wallet konnte den Tresor nicht öffnen. { $reason } Nichts wurde geändert.
error-vault-wrong-password = Das Passwort ist falsch. Versuchen Sie es erneut.
error-vault-no-password = Dieser Tresor hat kein Passwort. Entsperren Sie ihn so, wie Sie es eingerichtet haben.
# $memory: a size; $passes and $lanes: numbers.
error-vault-kdf = Die Kopfdaten des Tresors verlangen { $memory } Arbeitsspeicher, { $passes } Durchgänge und { $lanes } Stränge, um das Passwort zu prüfen. Solche Werte schreibt die Wallet nie; ein anderes Programm hat die Kopfdaten also geändert. Nichts wurde geändert. Stellen Sie eine Kopie der Kopfdaten wieder her.
error-vault-memory = Dieser Computer hat nicht genug freien Arbeitsspeicher, um das Passwort zu prüfen. Nötig sind { $memory }. Nichts wurde geändert. Schließen Sie andere Programme, und versuchen Sie es erneut.
error-vault-unlock-full = Der Datenträger ist voll. Um den Tresor zu entsperren, braucht die Wallet { $needed }, frei sind { $available }. Nichts wurde geändert. Schaffen Sie Platz, und versuchen Sie es erneut.
error-vault-disk = Die Wallet konnte den Tresor nicht lesen. { $reason } Nichts wurde geändert. Versuchen Sie es erneut. Wenn es wieder geschieht, ist vielleicht der Datenträger defekt. Kopieren Sie den Ordner des Tresors auf einen anderen Datenträger, und öffnen Sie die Kopie, oder stellen Sie eine Sicherung wieder her.
error-vault-not-unlocked = Die Wallet konnte den Tresor nicht entsperren. { $reason } Was vorher gespeichert war, ist noch da.

## The password and the system keyring. $backend: the keyring’s name, such as "Secret Service".

error-vault-password-not-changed = { $reason } Das Passwort wurde nicht geändert.
error-vault-password-empty = Das neue Passwort ist leer. Das Passwort wurde nicht geändert. Wählen Sie ein Passwort.
error-vault-password-full = Der Datenträger ist voll. Das Passwort wurde nicht geändert. Schaffen Sie Platz, und versuchen Sie es erneut.
error-vault-password-unsaved = Die Wallet konnte das neue Passwort nicht speichern. { $reason } Sonst wurde nichts geändert. Versuchen Sie zuerst das alte Passwort, dann das neue.
error-vault-keyring-not-changed = { $reason } Der Schlüsselbund des Systems wurde nicht geändert. Ihr Passwort funktioniert wie zuvor.
error-vault-keyring-full = Der Datenträger ist voll. Der Schlüsselbund des Systems wurde nicht geändert. Schaffen Sie Platz, und versuchen Sie es erneut.
error-vault-keyring-not-enabled = Der Schlüsselbund des Systems ist für diesen Tresor nicht eingerichtet. Entsperren Sie die Wallet mit Ihrem Passwort.
error-vault-keyring-unavailable = Die Wallet kann den Schlüsselbund des Systems ({ $backend }) nicht verwenden. Nichts wurde geändert. Verwenden Sie Ihr Passwort. Um den Schlüsselbund wieder zu verwenden, starten Sie den Schlüsselbund-Dienst Ihres Desktops.
error-vault-keyring-locked = Der Schlüsselbund des Systems ({ $backend }) ist gesperrt. Nichts wurde geändert. Entsperren Sie ihn in den Einstellungen Ihres Desktops, oder verwenden Sie Ihr Passwort.
error-vault-keyring-timed-out = { $seconds ->
        [one] Der Schlüsselbund des Systems ({ $backend }) hat innerhalb von { $seconds } Sekunde nicht geantwortet. Nichts wurde geändert. Wenn er nach seinem eigenen Passwort fragt, geben Sie es ein, und versuchen Sie es erneut, oder verwenden Sie das Passwort der Wallet.
       *[other] Der Schlüsselbund des Systems ({ $backend }) hat innerhalb von { $seconds } Sekunden nicht geantwortet. Nichts wurde geändert. Wenn er nach seinem eigenen Passwort fragt, geben Sie es ein, und versuchen Sie es erneut, oder verwenden Sie das Passwort der Wallet.
    }
error-vault-keyring-no-entry = Der Schlüsselbund des Systems ({ $backend }) hat keinen Eintrag mehr für diesen Tresor. Entsperren Sie die Wallet mit Ihrem Passwort, und richten Sie den Schlüsselbund in den Einstellungen neu ein.
error-vault-keyring-changed = Der Eintrag des Tresors im Schlüsselbund des Systems ({ $backend }) wurde geändert und funktioniert nicht mehr. Entsperren Sie die Wallet mit Ihrem Passwort, und richten Sie den Schlüsselbund in den Einstellungen neu ein.

## Reading and saving. $id: of a document.

error-vault-no-document = Es gibt kein Dokument { $id }. Sehen Sie in der Liste Ihrer Dokumente nach.
error-vault-unreadable = Die Wallet kann dies nicht lesen. { $reason } Nichts wurde geändert. Der Rest des Tresors ist nicht betroffen.
error-vault-not-read = Die Wallet konnte dies nicht lesen. { $reason } Nichts wurde geändert.
# $size and $most: sizes.
error-vault-record-large = Ein Datensatz hat { $size }, möglich sind höchstens { $most }. Nichts wurde gespeichert. Alles vorher Gespeicherte ist noch da.
error-vault-not-saved-no-document = Es gibt kein Dokument { $id }. Nichts wurde gespeichert. Sehen Sie in der Liste Ihrer Dokumente nach.
error-vault-foreign-document = Ein Dokument wurde für einen anderen Tresor vorbereitet. Nichts wurde gespeichert. Fügen Sie das Dokument diesem Tresor erneut hinzu.
error-vault-full = Der Datenträger ist voll. Nichts wurde gespeichert. Alles vorher Gespeicherte ist noch da. Schaffen Sie Platz, und versuchen Sie es erneut.
error-vault-read-only = In den Ordner des Tresors kann nicht geschrieben werden; der Tresor ist daher nur zum Lesen geöffnet. Nichts wurde gespeichert. Um etwas zu ändern, kopieren Sie den ganzen Ordner auf einen beschreibbaren Datenträger, und öffnen Sie die Kopie.
error-vault-exhausted = Die Schlüssel dieses Tresors haben so viele Datensätze verschlüsselt, wie sie sicher können. Nichts wurde gespeichert. Komprimieren Sie den Tresor, und versuchen Sie es erneut.
error-vault-save-damaged = Der Tresor ist beschädigt. { $reason } Nichts wurde gespeichert, und alles vorher Gespeicherte ist unverändert. Sperren Sie die Wallet, und kopieren Sie den Ordner des Tresors.
error-vault-uncertain = Die Wallet weiß nicht, ob sie dies gespeichert hat. { $reason } Alles vorher Gespeicherte ist noch da. Sperren Sie die Wallet, entsperren Sie sie, und sehen Sie nach.
error-vault-broken = Ein früherer Schreibvorgang ist fehlgeschlagen; daher wurde nichts gespeichert. Alles vorher Gespeicherte ist noch da. Sperren Sie die Wallet, und entsperren Sie sie wieder.
error-vault-not-saved = { $reason } Nichts wurde gespeichert. Alles vorher Gespeicherte ist noch da.

## Taking care of it

# $name: of a folder.
error-vault-no-quarantine = Keine Reparatur hat einen Ordner „{ $name }“ aufbewahrt. Nichts wurde entfernt. Sehen Sie noch einmal in der Liste nach.
error-vault-quarantine-odd = { $reason } Nichts wurde entfernt.
error-vault-quarantine = Die Wallet konnte nicht alle beschädigten Dateien entfernen. { $reason } Der Tresor selbst ist unverändert. Versuchen Sie es erneut, um den Rest zu entfernen.
error-vault-compact-full = Der Datenträger ist voll. Um den Tresor zu komprimieren, braucht die Wallet { $needed }, frei sind { $available }. Alles ist noch da. Schaffen Sie Platz, und versuchen Sie es erneut.
error-vault-compact-damaged = Der Tresor ist beschädigt; daher hat die Wallet ihn nicht komprimiert. { $reason } Nichts wurde geändert. Prüfen Sie den Tresor.
error-vault-compact-broken = Ein früherer Schreibvorgang ist fehlgeschlagen; daher hat die Wallet den Tresor nicht komprimiert. Alles vorher Gespeicherte ist noch da. Sperren Sie die Wallet, und entsperren Sie sie wieder.
error-vault-not-compacted = Die Wallet konnte den Tresor nicht komprimieren. { $reason } Alles ist noch da.

## Adding a document

# $most: a size.
error-vault-document-large = Die Datei ist größer als { $most }. Nichts wurde hinzugefügt. Wählen Sie eine kleinere Datei.
error-vault-document-source = Die Wallet konnte die Datei nicht lesen. { $reason } Nichts wurde hinzugefügt.
error-vault-document-full = Der Datenträger ist voll. Nichts wurde hinzugefügt. Alles vorher Gespeicherte ist noch da. Schaffen Sie Platz, und versuchen Sie es erneut.
error-vault-document-read-only = In den Ordner des Tresors kann nicht geschrieben werden; der Tresor ist daher nur zum Lesen geöffnet. Nichts wurde hinzugefügt. Um etwas zu ändern, kopieren Sie den ganzen Ordner auf einen beschreibbaren Datenträger, und öffnen Sie die Kopie.
error-vault-document-not-added = { $reason } Nichts wurde hinzugefügt. Alles vorher Gespeicherte ist noch da.
