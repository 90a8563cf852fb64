### What `idw vault`, `idw profile`, `idw keyring`, `idw password` and `idw activity` say.

## Tables. Headings of columns are in capitals.

cli-vault-column-id = ID
cli-vault-column-what = WAS
cli-vault-column-name = NAME
cli-vault-column-since = SEIT
cli-vault-column-size = GRÖSSE
cli-vault-column-kind = ART
cli-vault-column-attributes = ANGABEN
cli-vault-column-documents = DOKUMENTE
cli-vault-column-accounts = KONTEN
cli-vault-column-sites = WEBSITES
cli-vault-column-when = WANN

## The vault

# $before and $after: sizes.
cli-vault-compacted = Die Datenbank war { $before } groß und ist jetzt { $after } groß.
# $what: a label, such as "Attribute". $id: its ID.
cli-vault-unreadable-removed = Entfernt: { $what } (ID { $id })
cli-vault-all-readable = Diese Version der Wallet kann alles im Tresor lesen.
cli-vault-unreadable-remedy = Aktualisieren Sie die Wallet, um das zu lesen. `idw vault unreadable --remove ID` entfernt es endgültig.
# Said as a warning before a list.
cli-vault-unreadable-left-out = Diese Version der Wallet kann etwas im Tresor nicht lesen: { $what } (ID { $id }). Hier fehlt es deshalb. `idw vault unreadable` zeigt mehr.
# $name: of a folder. $size: of what is in it.
cli-vault-quarantine-removed = { $name } ({ $size }) entfernt.
cli-vault-quarantine-none = Keine Reparatur hat etwas beiseitegelegt.
# $records, $documents and $snapshots: such as "12 records".
cli-vault-intact = Der Tresor ist vollständig. Die Wallet hat gelesen: { $records }, { $documents } und { $snapshots }.
# $number: $count in digits.
cli-vault-record-count = { $count ->
    [one] 1 Datensatz
   *[other] { $number } Datensätze
}
cli-vault-snapshot-count = { $count ->
    [one] 1 Momentaufnahme
   *[other] { $number } Momentaufnahmen
}
cli-vault-damaged = Ein Teil des Tresors ist beschädigt. Alles andere können Sie verwenden.
cli-vault-part-unreadable = Diese Version der Wallet kann einen Teil des Tresors nicht lesen. Alles andere können Sie verwenden.
cli-vault-folder = Ordner
cli-vault-records = Datensätze
cli-vault-database = Datenbank
cli-vault-documents = Dokumente
cli-vault-snapshots = Momentaufnahmen
# $count: a number. $size: of all of them.
cli-vault-count-size = { $count } ({ $size })
# Above a list of folders.
cli-vault-kept-aside = Von Reparaturen beiseitegelegt ({ $size }):

## Profiles. $name: the profile’s.

# $option: the name as it is typed.
cli-profile-created = Profil { $name } erstellt. Sie verwenden es mit --profile { $option }.
cli-profile-renamed = Das Profil heißt jetzt { $name }.
cli-profile-removed = Profil { $name } entfernt.

## The system keyring. $backend: which one, such as "Secret Service".

cli-keyring-enabled = Der Schlüsselbund des Systems ({ $backend }) entsperrt jetzt den Tresor.
cli-keyring-enabled-note = Wer Ihre Desktop-Sitzung benutzt, kann ihn auch öffnen. Ihr Passwort funktioniert weiterhin.
cli-keyring-disabled = Der Schlüsselbund des Systems ({ $backend }) entsperrt den Tresor nicht mehr.
# $problem: what the keyring said.
cli-keyring-secret-left = Die Wallet konnte ihr Geheimnis nicht aus dem Schlüsselbund entfernen. Das Geheimnis öffnet nichts mehr. { $problem }
cli-keyring-name = Schlüsselbund
cli-keyring-unlocks = Entsperrt den Tresor
cli-keyring-available = Verfügbar

## The password

cli-password-changed = Das neue Passwort ist gesetzt.

## The activity log

cli-activity-none = Noch keine Aktivität.
cli-activity-failed = Fehlgeschlagen
# $path: the file.
cli-activity-exported = { $count ->
    [one] 1 Eintrag in { $path } gespeichert. Die Datei ist nicht verschlüsselt.
   *[other] { $number } Einträge in { $path } gespeichert. Die Datei ist nicht verschlüsselt.
}
cli-activity-csv-with-json = --json und --format csv können nicht beide auf die Standardausgabe schreiben. Geben Sie mit --output eine Datei an.
cli-activity-intact = { $count ->
    [one] Das Aktivitätsprotokoll ist vollständig. Es hat 1 Eintrag.
   *[other] Das Aktivitätsprotokoll ist vollständig. Es hat { $number } Einträge, und jeder folgt aus dem vorherigen.
}
cli-activity-altered = Etwas anderes als diese Wallet hat das Aktivitätsprotokoll geändert.
