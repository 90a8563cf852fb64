### The settings of the window: their sections, and what each of them offers.

settings-title = Einstellungen
# For screen readers: the list of sections.
settings-sections = Bereiche der Einstellungen
settings-security = Sicherheit
settings-profiles = Konten und Profile
settings-checks = Identitätsprüfungen
settings-eid = Auth eID
settings-data = Import und Export
settings-backup = Backup
settings-vault = Tresor
settings-appearance = Darstellung
settings-about = Info

## Security

settings-password = Passwort
settings-password-text = Entsperrt den Tresor.
settings-password-change = Ändern…
settings-password-changed = Das Passwort wurde geändert.

settings-keyring = Schlüsselbund des Systems
settings-keyring-text = Der Schlüsselbund dieses Computers entsperrt den Tresor, solange Sie am Computer angemeldet sind. Ihr Passwort funktioniert weiterhin.
settings-keyring-loading = Schlüsselbund wird abgefragt
settings-keyring-on = Ein
settings-keyring-off = Aus
# $keyring: what it is called, such as "Secret Service".
settings-keyring-unreachable = { $keyring } (nicht erreichbar)
settings-keyring-turn-on = Einschalten…
settings-keyring-turn-off = Ausschalten
settings-keyring-ask-title = Mit dem Schlüsselbund des Systems entsperren?
settings-keyring-ask-text = Die Wallet speichert ein Geheimnis an diesem Ort: { $keyring }. Wer an diesem Computer als Sie angemeldet ist, kann die Wallet dann ohne das Passwort öffnen.
settings-keyring-ask-accept = Einschalten
# Stands for $keyring where its name is not known.
settings-keyring-unnamed = Schlüsselbund des Systems

settings-backup-loading = Datum des letzten Backups wird geladen

## Auth eID

settings-eid-loading = Wer fragen darf, wird geladen

## Import and export. $profile: the name of the profile.

settings-export = Export
settings-export-text = Speichert alle Angaben und Dokumente des Profils „{ $profile }“ in einer JSON-Datei, die andere Programme lesen können.
settings-export-open = Exportieren…
settings-export-ask-title = Ohne Verschlüsselung exportieren?
settings-export-ask-text = Wer die Datei bekommt, kann alles in „{ $profile }“ lesen: Namen, Nummern und die Bilder Ihrer Dokumente. Ihre Schlüssel sind nicht in der Datei.
settings-export-ask-accept = Exportieren
settings-export-done = Exportiert: { $attributes ->
        [1] 1 Angabe
       *[other] { $attributes } Angaben
    } und { $documents ->
        [1] 1 Dokument
       *[other] { $documents } Dokumente
    }. Die Datei ist nicht verschlüsselt: Bewahren Sie sie dort auf, wo nur Sie sie lesen können.

## The vault on the disk. Sizes are texts, such as "3.2 MB".

settings-vault-loading = Größen werden berechnet
settings-vault-folder = Ordner
settings-vault-records = Datensätze
settings-vault-records-size = { $count ->
        [1] 1 Datensatz, { $size }
       *[other] { $count } Datensätze, { $size }
    }
settings-vault-documents = Dokumente
# Copies of the records from which a damaged vault is repaired.
settings-vault-snapshots = Momentaufnahmen
settings-vault-snapshots-size = { $count ->
        [0] Noch keine
        [1] 1 Momentaufnahme für Reparaturen, { $size }
       *[other] { $count } Momentaufnahmen für Reparaturen, { $size }
    }
settings-vault-check = Tresor prüfen
settings-vault-check-text = Liest alle Datensätze, Dokumente und Momentaufnahmen und meldet jeden Schaden. Nichts wird geändert.
settings-vault-check-start = Prüfen
settings-vault-checking = Tresor wird gelesen
settings-vault-intact = Kein Schaden gefunden
settings-vault-intact-text = Gelesen wurden { $records ->
        [1] 1 Datensatz
       *[other] { $records } Datensätze
    }, { $documents ->
        [1] 1 Dokument
       *[other] { $documents } Dokumente
    } und { $snapshots ->
        [1] 1 Momentaufnahme
       *[other] { $snapshots } Momentaufnahmen
    }.
settings-vault-damaged = Der Tresor ist beschädigt
settings-vault-damaged-advice = Sperren und entsperren Sie die Wallet. Sie repariert dann, was sie kann, und zeigt Ihnen das Ergebnis.
settings-vault-unreadable = Ein Teil des Tresors war nicht lesbar
settings-vault-compact = Tresor verkleinern
settings-vault-compact-text = Löscht endgültig, was Sie entfernt oder ersetzt haben, und gibt den Platz frei. Die Wallet tut das auch von selbst.
settings-vault-compact-start = Verkleinern
settings-vault-compacted = Die Datenbank war vorher { $before } groß, jetzt sind es { $after }.

## Damaged data that a repair has kept. $size: such as "3.2 MB".

# $when: a day and an hour.
settings-quarantine = Reparatur vom { $when }
settings-quarantine-why = { $size } beschädigte Daten. Die Wallet behält sie, weil sie enthalten können, was sich nicht wiederherstellen ließ.
settings-quarantine-size = { $size } beschädigte Daten.
settings-quarantine-remove = Entfernen…
settings-quarantine-ask-title = Diese beschädigten Daten entfernen?
settings-quarantine-ask-text = Die Wallet überschreibt { $size } Daten; das lässt sich nicht rückgängig machen. Wenn in der Wallet etwas fehlt, behalten Sie die Daten: Fachleute können es vielleicht noch wiederherstellen. Der Rest der Wallet bleibt, wie er ist.
settings-quarantine-ask-accept = Entfernen

## About

settings-about-loading = Version wird geladen
