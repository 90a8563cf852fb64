### Errors about accounts, attributes, documents, and their export and import. Each says what happened, what was kept and what
### to do.
###
### $reason: one or more whole sentences that say why. $title: an attribute's title, such as "Passport".

## Accounts. $name: the account's.

error-account-not-found = In dieser Wallet gibt es kein Konto „{ $name }“.
error-account-shape = Diese Version der Wallet kann das Konto „{ $name }“ nicht lesen. Aktualisieren Sie die Wallet und versuchen Sie es erneut.
# $max: the longest name, in characters.
error-account-name = Der Name des Kontos ist leer, zu lang oder enthält Steuerzeichen. Es wurde nichts geändert. Verwenden Sie 1 bis { $max } Zeichen.
error-account-name-address = „{ $name }“ sieht aus wie eine Adresse oder eine DID. Es wurde nichts geändert. Wählen Sie einen anderen Namen.
error-account-name-secret = Das sieht aus wie ein privater Schlüssel oder eine Wiederherstellungsphrase, nicht wie ein Name. Es wurde nichts geändert. Geben Sie einen Namen ein.
error-account-name-taken = Ein Konto oder eine Website mit dem Namen „{ $name }“ gibt es schon. Es wurde nichts geändert. Wählen Sie einen anderen Namen.
error-account-duplicate = Dieser Schlüssel ist schon als „{ $name }“ in der Wallet. Es wurde nichts hinzugefügt.
error-account-other-profile = Dieser Schlüssel gehört schon zu einem anderen Profil in dieser Wallet. Es wurde nichts hinzugefügt.
error-account-not-added = { $reason } Es wurde nichts hinzugefügt.
error-account-main = Das Konto „{ $name }“ lässt sich nicht umbenennen oder entfernen. Die Wallet verwendet es, wenn Sie kein anderes Konto wählen.
error-account-of-site = Das Konto „{ $name }“ gehört zur Website dieses Namens. Es lässt sich nicht für sich allein umbenennen oder entfernen. Die Wallet entfernt es zusammen mit der Website.
error-account-not-exported = Der Schlüssel von „{ $name }“ wurde importiert, und Ihre Wiederherstellungsphrase kann ihn nicht wiederherstellen. Es wurde nichts entfernt. Exportieren Sie zuerst den Schlüssel.
# $sites: their names.
error-account-in-use = Sie verwenden das Konto „{ $name }“ bei { $sites }. Es wurde nichts entfernt. Ohne dieses Konto verwendet die Wallet dort das eigene Konto der Website, und die Website hält Sie für jemand Neuen.
error-account-not-in-phrase = Das Konto „{ $name }“ wurde importiert und ist deshalb nicht in Ihrer Wiederherstellungsphrase enthalten. Exportieren Sie es als Keystore-Datei oder als privaten Schlüssel.

## Attributes and their values

# $name: what was asked for.
error-attribute-unknown = Eine Angabe mit dem Namen „{ $name }“ gibt es nicht.
error-attribute-not-held = Dieses Profil enthält keine Angabe „{ $title }“.
error-attribute-not-held-labelled = Dieses Profil enthält keine Angabe „{ $title }“ mit der Bezeichnung „{ $label }“.
error-attribute-no-value = Dieses Profil enthält keine Angabe mit der ID { $id }. Es wurde nichts geändert.
error-attribute-label = Die Bezeichnung ist leer, zu lang oder enthält Steuerzeichen. Es wurde nichts geändert. Verwenden Sie 1 bis { $max } Zeichen.
error-attribute-label-taken = Eine andere Angabe „{ $title }“ hat schon die Bezeichnung „{ $label }“. Es wurde nichts geändert. Wählen Sie eine andere Bezeichnung.
error-attribute-value-missing = „{ $title }“ braucht einen Wert. Es wurde nichts geändert. Geben Sie einen Wert ein.
# $fields: such as "image (file), issued and expires (optional)".
error-attribute-fields-missing = „{ $title }“ braucht einen Wert. Es wurde nichts geändert. Es gibt diese Felder: { $fields }.
error-attribute-several-fields = „{ $title }“ hat mehrere Felder. Es wurde nichts geändert. Füllen Sie diese Felder einzeln aus: { $fields }.
# $field: what was given.
error-attribute-no-field = „{ $title }“ hat kein Feld „{ $field }“. Es wurde nichts geändert. Es gibt diese Felder: { $fields }.
error-attribute-one-field = „{ $title }“ ist ein einzelner Wert und hat kein Feld „{ $field }“. Es wurde nichts geändert.
error-attribute-not-a-file = Das Feld „{ $field }“ von „{ $title }“ nimmt Text an, keine Datei. Es wurde nichts geändert.
error-attribute-invalid = Das ist kein gültiger Wert für „{ $title }“. { $reason } Es wurde nichts geändert.
# $kind is person or company: what the profile is. $profile: its name.
error-attribute-other-kind = { $kind ->
        [company] „{ $title }“ beschreibt kein Unternehmen, aber das Profil „{ $profile }“ ist für ein Unternehmen. Es wurde nichts geändert.
       *[person] „{ $title }“ beschreibt keine Person, aber das Profil „{ $profile }“ ist für eine Person. Es wurde nichts geändert.
    }
error-attribute-no-document = „{ $title }“ verwendet ein Dokument, das nicht in diesem Profil ist. Es wurde nichts geändert.
# $media_type: what the file is, such as "image/png". $media_types: what the field takes.
error-attribute-file-type = „{ $file }“ ist eine Datei vom Typ { $media_type }. Das Feld „{ $field }“ von „{ $title }“ nimmt nur { $media_types } an. Es wurde nichts geändert.
# $provider: who verified it. $day: when.
error-attribute-verified = { $provider } hat „{ $title }“ am { $day } geprüft. Wenn Sie die Angabe ändern, gilt sie nicht mehr als geprüft. Es wurde nichts geändert.

# A field among those that an attribute has. $path: its name, such as "image" or "address.city".
expected-field = { $path }
expected-field-optional = { $path } (optional)
expected-field-file = { $path } (Datei)
expected-field-file-optional = { $path } (Datei, optional)

## Documents. $name: the file's.

error-document-not-found = In dieser Wallet gibt es kein Dokument mit der ID { $id }.
# $count: two or more.
error-document-ambiguous = Die IDs von { $count } Dokumenten beginnen mit { $id }. Geben Sie mehr von der ID ein.
error-document-empty = „{ $name }“ ist leer. Es wurde nichts hinzugefügt.
# $limit: a size, such as "20 MB".
error-document-too-large = „{ $name }“ ist größer als { $limit }. Es wurde nichts hinzugefügt.
# $found: what it is, such as "a GIF picture".
error-document-type = „{ $name }“ ist { $found }. Die Wallet nimmt JPEG- und PNG-Bilder, PDF-Dateien und Audiodateien an. Es wurde nichts hinzugefügt.
error-document-unfit = Die Wallet hat „{ $name }“ nicht hinzugefügt. { $reason }
error-document-unopened = Die Wallet konnte „{ $name }“ nicht öffnen. { $reason } Es wurde nichts geändert.
# $size and $limit: such as "3.2 MB".
error-document-small-enough = „{ $name }“ ist { $size } groß und liegt damit unter der Grenze von { $limit }. Es wurde nichts geändert.
error-document-not-shrunk = Die Wallet kann „{ $name }“ nicht verkleinern. { $reason } Das Dokument ist unverändert.
error-document-not-cleaned = Die Wallet kann keine Kopie von „{ $name }“ ohne die versteckten Daten erstellen. { $reason } Das Dokument ist unverändert.
error-document-nothing-to-clean = „{ $name }“ enthält keine versteckten Daten. Es gibt nichts zu entfernen.
# $id: of the value.
error-document-not-part-of = Das Dokument gehört nicht zur Angabe mit der ID { $id }. Es wurde nichts gespeichert.
error-document-no-jpeg = Die kleinere Kopie ist ein JPEG-Bild, und „{ $title }“ nimmt dort keine JPEG-Bilder an. Es wurde nichts gespeichert.
# $titles: of attributes.
error-document-in-use = Diese Angaben verwenden das Dokument: { $titles }. Es wurde nichts entfernt. Entfernen oder ersetzen Sie es zuerst dort.
error-document-awaited = Ihr Antrag bei { $site } braucht dieses Dokument noch. Es wurde nichts entfernt. Schließen Sie den Antrag zuerst ab oder brechen Sie ihn ab.
error-document-unread = Die Wallet konnte „{ $name }“ nicht lesen. { $reason } Es wurde nichts hinzugefügt.
error-document-not-stored = Die Wallet konnte „{ $name }“ nicht speichern. { $reason }
error-document-damaged = Die gespeicherte Datei von „{ $name }“ ist beschädigt. Alles andere ist unverändert. Fügen Sie dieselbe Datei noch einmal hinzu, um sie zu reparieren.
error-document-unwritten = Die Wallet konnte die Kopie des Dokuments nicht schreiben. { $reason } Das Dokument in der Wallet ist unverändert.

## Export and import

error-import-unread = Die Wallet konnte die Datei nicht lesen. { $reason } Es wurde nichts importiert.
error-import-not-data = Diese Datei ist kein Export einer Wallet. Es wurde nichts importiert. Wählen Sie eine Datei, die eine Wallet exportiert hat.
error-import-encoding = Die Wallet kann den Text dieser Datei nicht lesen. { $reason } Es wurde nichts importiert.
error-import-version = Die Datei hat die Formatversion { $version }, und diese Wallet liest Versionen bis { $newest }. Es wurde nichts importiert. Aktualisieren Sie die Wallet.
error-import-shape = Die Datei ist in Zeile { $line }, Spalte { $column } beschädigt oder ungültig. Es wurde nichts importiert.
# $limit: a number, such as "10,000".
error-import-many-attributes = Die Datei enthält mehr als { $limit } Angaben. Es wurde nichts importiert.
error-import-many-documents = Die Datei enthält mehr als { $limit } Dokumente. Es wurde nichts importiert.
error-import-many-identities = Die Datei enthält mehr als { $limit } Identitäten. Es wurde nichts importiert.
error-import-many-types = Die Datei enthält mehr als { $limit } Arten von Angaben. Es wurde nichts importiert.
error-import-many-keys = Die Datei enthält mehr als { $limit } Schlüssel. Es wurde nichts importiert.
# $limit: a size.
error-import-large-values = Die Werte in der Datei sind zusammen größer als { $limit }. Es wurde nichts importiert.
error-export-unwritten = Die Wallet konnte den Export nicht schreiben. { $reason } Die Wallet selbst ist unverändert.

## The database of the SelfKey wallet

error-selfkey-unopened = Die Wallet konnte die Datei nicht öffnen. { $reason } Es wurde nichts importiert.
error-selfkey-other = Diese Datei ist nicht die Datenbank einer SelfKey-Wallet. Es wurde nichts importiert.
error-selfkey-old = Diese Datenbank hat das Format von 2018, das die Wallet nicht lesen kann. Es wurde nichts importiert. Starten Sie einmal die letzte Version der SelfKey-Wallet, damit sie die Datenbank aktualisiert. Versuchen Sie es dann erneut.
error-selfkey-in-use = Die SelfKey-Wallet läuft gerade oder wurde nicht richtig beendet. Es wurde nichts importiert. Beenden Sie sie, oder starten und beenden Sie sie noch einmal. Versuchen Sie es dann erneut.
error-selfkey-damaged = Die Datenbank der SelfKey-Wallet ist beschädigt. Es wurde nichts importiert.
# $kind is person or company.
error-selfkey-none-fits = { $kind ->
        [company] Dieses Profil ist für ein Unternehmen. Die SelfKey-Wallet enthält kein Unternehmen. Es wurde nichts importiert.
       *[person] Dieses Profil ist für eine Person. Die SelfKey-Wallet enthält keine Person. Es wurde nichts importiert.
    }
error-selfkey-several-fit = Mehrere Identitäten in der SelfKey-Wallet passen zu diesem Profil. Es wurde nichts importiert. Wählen Sie eine davon aus.
error-selfkey-no-identity = In der SelfKey-Wallet hat keine Identität die ID { $id }. Es wurde nichts importiert.
# $kind is person or company: what was chosen.
error-selfkey-other-kind = { $kind ->
        [company] Sie haben ein Unternehmen gewählt, aber dieses Profil ist für eine Person. Es wurde nichts importiert.
       *[person] Sie haben eine Person gewählt, aber dieses Profil ist für ein Unternehmen. Es wurde nichts importiert.
    }
