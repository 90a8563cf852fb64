### Backups of the whole wallet: making one, checking one, and adding what is in one.

backup-title = Backup

## When the last backup was made

backup-due = Fällig
backup-none = Noch kein Backup
# $when: a day, or "just now", "2 hours ago", "yesterday".
backup-last = Letztes Backup: { $when }
# $day: a day that is still to come.
backup-last-ahead = Letztes Backup: unbekannt. Sein Datum, { $day }, liegt in der Zukunft: Eine Uhr ging falsch

## What can be done, in the settings

backup-create = Backup erstellen
backup-create-text = Speichert alles in der Wallet, mit allen Profilen und Schlüsseln, in einer verschlüsselten Datei.
backup-create-open = Backup erstellen…
backup-check = Backup prüfen
backup-check-text = Prüft, ob sich ein Backup öffnen lässt und vollständig ist. Nichts wird geändert.
backup-check-open = Prüfen…
backup-merge = Aus einem Backup wiederherstellen
backup-merge-text = Fügt hinzu, was diese Wallet nicht hat. Sie sehen die Änderungen vorher.
backup-merge-open = Wiederherstellen…

## While it is under way

backup-step-opening = Schlüssel wird aus der Passphrase abgeleitet
backup-step-writing = Backup wird gespeichert
backup-step-reading = Backup wird gelesen
backup-step-saving = Wird abgeschlossen
backup-step-cancelling = Wird abgebrochen
# $step: one of the above. $percent: how much of it is done.
backup-progress = { $step }: { $percent } %
backup-close = Fertig

## The passphrase

backup-passphrase = Passphrase
# Of a backup that there is already.
backup-passphrase-existing = Passphrase des Backups
backup-passphrase-repeat = Passphrase wiederholen
backup-passphrase-generate = Passphrase erzeugen
backup-passphrase-own = Eigene verwenden
backup-passphrase-loading = Passphrase wird erzeugt
backup-passphrase-copy = Passphrase kopieren
backup-passphrase-text = Schreiben Sie sie mit den Bindestrichen auf und bewahren Sie sie getrennt vom Backup auf. Die Wallet zeigt sie nur einmal.
backup-passphrase-written = Ich habe sie aufgeschrieben
backup-passphrase-wrong = Falsche Passphrase
# A failure that is explained below.
backup-unusable = Das Backup lässt sich nicht verwenden

## Making a backup

backup-create-title = Backup der Wallet erstellen
backup-create-step-password = Schritt 1 von 2: Ihr Passwort
backup-create-password-text = Ein Backup enthält alles in allen Ihren Profilen, auch Ihre Schlüssel. Deshalb fragt die Wallet noch einmal nach Ihrem Passwort.
backup-create-continue = Weiter
backup-create-step-passphrase = Schritt 2 von 2: eine Passphrase für die Datei
backup-create-passphrase-text = Diese Passphrase öffnet die Datei auf jedem Computer. Ohne sie kann niemand die Datei öffnen, auch Sie nicht.
backup-create-choose = Speicherort wählen…
# $file: its name.
backup-create-writing = Die Wallet speichert alles in „{ $file }“.
backup-create-done-title = Backup gespeichert
# $file: its name.
backup-create-done-text = „{ $file }“ ist vollständig und auf dem Datenträger gespeichert. Zum Öffnen brauchen Sie nur die Passphrase.

## Checking a backup

# $file: its name.
backup-check-title = „{ $file }“ prüfen
backup-check-how = Die Wallet liest die ganze Datei und ändert nichts.
backup-check-submit = Prüfen
backup-check-done-title = Das Backup ist vollständig
backup-check-done-text = Die Passphrase öffnet es, und alle seine Daten sind unbeschädigt.

## Adding what is in a backup

# $file: its name.
backup-merge-title = Aus „{ $file }“ wiederherstellen
backup-merge-how = Die Wallet fügt hinzu, was im Backup ist und hier noch nicht. Sie sehen die Änderungen vorher, und nichts von Ihnen wird ersetzt.
backup-merge-continue = Öffnen
# These three stand one after the other. $when: a time.
backup-merge-created = Backup vom { $when }.
backup-merge-would-add = { $count ->
        [0] Die Wallet hat schon alles aus diesem Backup.
        [1] Die Wallet wird 1 Element hinzufügen.
       *[other] Die Wallet wird { $count } Elemente hinzufügen.
    }
backup-merge-keeps-yours = Wo Ihres abweicht, behält die Wallet Ihres.
backup-merge-unchanged = Noch hat sich nichts geändert.
backup-merge-submit = { $count ->
        [1] 1 Element hinzufügen
       *[other] { $count } Elemente hinzufügen
    }
backup-merge-left-out-title = Manches lässt sich nicht hinzufügen
backup-merge-left-out-text = { $count ->
        [1] Die Wallet kann 1 Element nicht hinzufügen. Den Grund nennt die Liste.
       *[other] Die Wallet kann { $count } Elemente nicht hinzufügen. Die Gründe nennt die Liste.
    }
backup-merge-done-title = Wiederhergestellt
backup-merge-done-text = { $count ->
        [1] Die Wallet hat 1 Element hinzugefügt und nichts von Ihnen ersetzt.
       *[other] Die Wallet hat { $count } Elemente hinzugefügt und nichts von Ihnen ersetzt.
    }
# For screen readers.
backup-merge-list = Was im Backup ist
backup-merge-already = { $count ->
        [1] 1 Element hat die Wallet schon.
       *[other] { $count } Elemente hat die Wallet schon.
    }
backup-merge-show-already = Anzeigen

## What became of an item, in a word or two

backup-outcome-added = Neu
# Both the backup's and the wallet's are there.
backup-outcome-beside = Beides behalten
backup-outcome-kept = Ihres behalten
backup-outcome-left-out = Ausgelassen
backup-outcome-already = Schon da

## What an item is

backup-kind-phrase = Wiederherstellungsphrase
backup-kind-profile = Profil
backup-kind-account = Konto
backup-kind-document = Dokument
backup-kind-attribute = Angabe
backup-kind-schema = Art von Angabe
backup-kind-site = Website
backup-kind-application = Antrag
backup-kind-provider = Anbieter von Identitätsprüfungen
backup-kind-eid-party = Stelle (Auth eID)
backup-kind-activity = Aktivität

## What is in a backup. $number is $count in digits.

backup-created = Erstellt
# $when: a time. $program: such as "idw 0.1.0".
backup-created-by = { $when } mit { $program }
backup-size = Größe
backup-profiles = { $count ->
        [1] Profil
       *[other] Profile
    }
backup-holds = Inhalt
# The counts stand beside each other, with commas between them.
backup-attribute-count = { $count ->
        [1] 1 Angabe
       *[other] { $number } Angaben
    }
# $size: of all of them, such as "4.1 MB".
backup-document-count = { $count ->
        [1] 1 Dokument ({ $size })
       *[other] { $number } Dokumente ({ $size })
    }
backup-account-count = { $count ->
        [1] 1 Konto
       *[other] { $number } Konten
    }
backup-site-count = { $count ->
        [1] 1 Website
       *[other] { $number } Websites
    }
backup-application-count = { $count ->
        [1] 1 Antrag
       *[other] { $number } Anträge
    }
backup-activity = Aktivität
backup-entry-count = { $count ->
        [1] 1 Eintrag
       *[other] { $number } Einträge
    }

## What is wrong with a backup

backup-activity-damaged-title = Das Aktivitätsprotokoll ist beschädigt
backup-activity-damaged-text = Manche Einträge wurden geändert oder fehlen. Alles andere ist unbeschädigt.
backup-incomplete-title = Nicht im Backup
# $documents: their names, with commas between them.
backup-incomplete-text = Der Tresor kann die Dateien dieser Dokumente nicht mehr lesen: { $documents }. Fügen Sie dieselben Dateien noch einmal hinzu, um sie zu reparieren.
backup-remarks-title = Gefundene Probleme
# $kind: what it is, such as "Account". $reason: a sentence.
backup-remark-left-out = { $kind } „{ $name }“ wurde ausgelassen. { $reason }
backup-remark-corrected = { $kind } „{ $name }“ wurde korrigiert. { $reason }
backup-remark-kept = { $kind } „{ $name }“ wurde behalten. { $reason }
