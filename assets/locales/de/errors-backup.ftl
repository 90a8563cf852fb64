### What goes wrong with a backup file. Each says what happened, what was kept and what to do.

## Writing one. $reason: a whole sentence. $name: of a part of the backup, such as "documents/3f2a".

error-backup-full = Die Wallet konnte die Sicherung nicht schreiben. { $reason } Es blieb keine Datei zurück. Schaffen Sie Platz, oder wählen Sie einen anderen Datenträger.
error-backup-name-too-long = Der Name der Sicherung ist zu lang für diesen Datenträger. Es blieb keine Datei zurück. Wählen Sie einen kürzeren Namen.
error-backup-target = Die Wallet konnte die Sicherung nicht schreiben. { $reason } Es blieb keine Datei zurück. Wählen Sie einen Ordner, in den Sie schreiben dürfen.
error-backup-unconfirmed = Die Sicherung ist vollständig und an ihrem Platz, aber der Datenträger hat sie nicht bestätigt. { $reason } Prüfen Sie den Datenträger, und machen Sie eine weitere Sicherung auf einem anderen.
error-backup-source = Die Wallet konnte „{ $name }“ für die Sicherung nicht lesen. { $reason } Es blieb keine Datei zurück.
error-backup-changed = „{ $name }“ hat sich geändert, während die Wallet die Sicherung schrieb. Es blieb keine Datei zurück. Versuchen Sie es erneut.
error-backup-path = „{ $name }“ kann nicht der Name eines Teils einer Sicherung sein. Ein Name hat höchstens 100 Buchstaben, Ziffern, „.“, „_“, „-“ und einzelne „/“.
error-backup-size = „{ $name }“ ist zu groß für eine Sicherung.
error-backup-twice = Die Sicherung hat zwei Teile mit dem Namen „{ $name }“.
# $most: a number.
error-backup-too-many = Eine Sicherung hat höchstens { $most } Dateien.

## Reading one

error-backup-unread = Die Wallet konnte die Sicherung nicht lesen. { $reason }
error-backup-not-a-file = Dies ist keine Datei. Wählen Sie die Datei der Sicherung, oder speichern Sie das, was Sie haben, zuerst als Datei.
error-backup-text = Auf dem Weg hierher hat etwas die Zeilenenden oder Zeichen der Sicherung verändert, etwa eine Übertragung im Textmodus; daher lässt sie sich nicht öffnen. Übertragen Sie sie noch einmal als Binärdatei, oder suchen Sie eine andere Kopie.
error-backup-none = Diese Datei ist keine Sicherung dieser Wallet.
error-backup-for-keys = Diese age-Datei ist für Schlüssel verschlüsselt, nicht mit einer Passphrase. Sie ist keine Sicherung dieser Wallet.
error-backup-passphrase = Die Passphrase öffnet diese Sicherung nicht. Achten Sie auf Groß- und Kleinschreibung und auf die Leerzeichen zwischen den Wörtern.
error-backup-work = Die Passphrase dieser Datei zu prüfen kostet weit mehr Arbeit als bei jeder Sicherung dieser Wallet. Die Wallet hat sie nicht geöffnet.
# $found and $supported: versions.
error-backup-newer = Eine neuere Version dieser Wallet hat diese Sicherung gemacht. Sie hat die Formatversion { $found }, und diese Version liest bis { $supported }. Aktualisieren Sie die Wallet, und versuchen Sie es erneut.
# $found and $expected: how many bytes.
error-backup-cut-short = Das Ende der Sicherung fehlt. Nur { $found } von { $expected } Bytes sind da. Suchen Sie eine andere Kopie.
error-backup-cut-short-unknown = Das Ende der Sicherung fehlt. Nur { $found } Bytes sind da. Suchen Sie eine andere Kopie.
error-backup-damaged = Die Sicherung ist beschädigt. Suchen Sie eine andere Kopie.
error-backup-unsafe = Die Sicherung enthält „{ $name }“, was keine Sicherung dieser Wallet enthält. Die Wallet hat nicht weiter gelesen.
