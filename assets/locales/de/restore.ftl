### A new vault from a backup, before there is a wallet on this computer.

restore-title = Wallet wiederherstellen
restore-subtitle = Legen Sie auf diesem Computer einen neuen Tresor aus einem Backup an.
restore-text = Sie brauchen das Backup und seine Passphrase. Die Wallet prüft die ganze Datei, bevor sie etwas anlegt.
restore-choose = Backup wählen…
restore-choose-other = Anderes wählen…
restore-password = Neues Passwort der Wallet
restore-submit = Wiederherstellen
restore-create = Stattdessen neue Wallet erstellen
# $file: the backup's name.
restore-from = Die Wallet wird aus „{ $file }“ wiederhergestellt.

restore-done-title = Willkommen zurück
restore-done-subtitle = Das hat die Wallet wiederhergestellt.
restore-complete-title = Ihre Wallet ist wiederhergestellt
restore-complete-text = Der Tresor ist vollständig. Er lässt sich mit dem neuen Passwort öffnen, das Sie gewählt haben.
restore-open = Meine Wallet öffnen
