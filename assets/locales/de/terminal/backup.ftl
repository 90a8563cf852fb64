### What `idw backup` says.

## Tables. Headings of columns are in capitals.

cli-backup-column-kind = ART
cli-backup-column-name = NAME
cli-backup-column-profile = PROFIL
cli-backup-column-result = ERGEBNIS
cli-backup-column-reason = GRUND

## What is in a backup. Labels of rows.

cli-backup-accounts = Konten
cli-backup-attributes = Angaben
cli-backup-documents = Dokumente
cli-backup-sites = Websites
cli-backup-applications = Anträge
# $count: a number. $size: of all of them.
cli-backup-count-size = { $count } ({ $size })
# $entries: such as "64 entries".
cli-backup-activity-damaged = { $entries }, beschädigt

## Making a backup

cli-backup-needs-file = Die Wallet kann ein Backup nicht auf die Standardausgabe schreiben. Geben Sie eine Datei an.
cli-backup-checking-password = Passwort wird geprüft
# $name: a document.
cli-backup-document-lost = Der Tresor kann das Dokument „{ $name }“ nicht mehr lesen. Deshalb ist es nicht im Backup. Fügen Sie dieselbe Datei mit `idw document add FILE` hinzu, um es zu reparieren.
# $attributes, $documents and $accounts: such as "3 accounts". $size: of the backup.
cli-backup-saved = Backup von { $attributes }, { $documents } und { $accounts } ({ $size }) in { $path } gespeichert.
cli-backup-passphrase = Passphrase des Backups
cli-backup-passphrase-unseen = Die Wallet konnte die Passphrase nicht anzeigen. Deshalb hat sie kein Backup erstellt.
cli-backup-passphrase-useless = Die Passphrase oben öffnet nichts. Sie können sie vergessen.
# A question. $file: the name of the backup.
cli-backup-ask-passphrase = Passphrase von { $file }:
cli-backup-ask-new-passphrase = Passphrase für das Backup. Nur sie öffnet es:
# Two options, one of which can be used.
cli-backup-passphrase-options = --passphrase-file oder --passphrase-fd

## Checking, restoring and merging a backup

cli-backup-opening = Backup wird geöffnet
cli-backup-intact = Das Backup ist vollständig, und die Passphrase öffnet es.
# $dir: a folder.
cli-backup-vault-exists = In { $dir } gibt es schon einen Tresor. Nichts wurde geändert.
cli-backup-vault-exists-hint = Mit --merge führen Sie das Backup mit ihm zusammen. Mit --vault nennen Sie einen anderen Ordner zum Wiederherstellen.
cli-backup-new-password = Die wiederhergestellte Wallet braucht ein Passwort.
# $dir: the folder.
cli-backup-restored = { $attributes }, { $documents } und { $accounts } in { $dir } wiederhergestellt.

## Whether it is time for a backup

cli-backup-due = Es ist Zeit für ein Backup. Führen Sie `idw backup create FILE` aus.
