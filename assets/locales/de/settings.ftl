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

settings-password-text = Öffnet den Tresor. Eine Änderung dauert eine Sekunde.
settings-password-changed = Das Passwort wurde geändert.

settings-keyring-loading = Schlüsselbund wird abgefragt
settings-backup-loading = Datum des letzten Backups wird geladen

## Auth eID

settings-eid-loading = Wer fragen darf, wird geladen
