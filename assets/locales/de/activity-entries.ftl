### The entries of the activity log, as lists show them and exports write them.
###
### An entry says what the user or the wallet did. It has no full stop, except before a reason, which is one or more whole sentences.

## The wallet

activity-vault-created = Diese Wallet angelegt
activity-password-changed = Passwort geändert
activity-keyring-enabled = Dem Schlüsselbund des Systems erlaubt, diese Wallet zu entsperren
activity-keyring-disabled = Dem Schlüsselbund des Systems nicht mehr erlaubt, diese Wallet zu entsperren
activity-backup-begun = Backup dieser Wallet begonnen
# $created: when the backup was made, a time.
activity-backup-restored = Diese Wallet aus dem Backup vom { $created } wiederhergestellt
activity-backup-merged = { $added ->
        [0] Backup vom { $created } zusammengeführt, nichts hinzugefügt
        [1] Backup vom { $created } zusammengeführt, 1 Eintrag hinzugefügt
       *[other] Backup vom { $created } zusammengeführt, { $added } Einträge hinzugefügt
    }
# $name: the profile's name.
activity-profile-added = Profil { $name } angelegt
activity-profile-renamed = Profil { $from } in { $to } umbenannt
activity-profile-removed = Profil { $name } entfernt

## Accounts. $name is the account's name.

activity-phrase-exported = Wiederherstellungsphrase exportiert
activity-account-added = Konto { $name } angelegt
activity-account-imported = Konto { $name } importiert
activity-account-exported = Konto { $name } als Schlüsseldatei exportiert
activity-account-exported-unprotected = Ungeschützten Schlüssel des Kontos { $name } exportiert
activity-account-renamed = Konto { $from } in { $to } umbenannt
activity-account-removed = Konto { $name } entfernt
activity-export-begun-phrase = Export der Wiederherstellungsphrase begonnen
activity-export-begun-account = Export des Kontos { $name } als Schlüsseldatei begonnen
activity-export-begun-account-unprotected = Export des ungeschützten Schlüssels des Kontos { $name } begonnen

## Attributes and documents

# $title: the attribute's title.
activity-attribute-set = { $title } eingegeben
activity-attribute-removed = { $title } entfernt
activity-default-chosen = Anderen Standard gewählt: { $title }
activity-relabelled = Bezeichnung geändert: { $title }
# $what: the two counts below, one of them, or both in a list.
activity-data-imported = { $what } aus der Datei „{ $from }“ importiert
activity-data-exported = { $what } exportiert
activity-export-begun-data = Export begonnen: { $what }
activity-count-attributes = { $count ->
        [1] 1 Angabe
       *[other] { $count } Angaben
    }
activity-count-documents = { $count ->
        [1] 1 Dokument
       *[other] { $count } Dokumente
    }
# $name: the document's name.
activity-document-added = Dokument { $name } hinzugefügt
activity-document-removed = Dokument { $name } entfernt
activity-document-exported = Dokument { $name } exportiert
activity-export-begun-document = Export des Dokuments { $name } begonnen

## Identity checks. $name and $provider are the provider's name, $host is its address.

activity-provider-added = Anbieter von Identitätsprüfungen hinzugefügt: { $name } ({ $host })
activity-provider-removed = Anbieter von Identitätsprüfungen entfernt: { $name }
# $what: as above. $replaced: how many of the values took the place of another.
activity-check-kept = { $replaced ->
        [0] { $what } aus einer Identitätsprüfung durch { $provider } übernommen
        [1] { $what } aus einer Identitätsprüfung durch { $provider } übernommen, 1 Angabe ersetzt
       *[other] { $what } aus einer Identitätsprüfung durch { $provider } übernommen, { $replaced } Angaben ersetzt
    }

## Auth eID. $name and $site are the name of whoever asks, $service is the address of a service.

activity-party-added = Anfragen von { $name } über Auth eID erlaubt
activity-party-key-changed = Schlüssel von { $name } für Auth eID geändert
activity-party-blocked = Anfragen von { $name } blockiert
activity-party-unblocked = Anfragen von { $name } wieder erlaubt
activity-party-removed = { $name } aus Auth eID entfernt
activity-party-renamed = { $from } heißt jetzt { $to }
activity-declined-log-in = Anmeldung bei { $site } abgelehnt
activity-declined-sign = Anfrage von { $site } abgelehnt, einen Text zu signieren
activity-declined-identify = Anfrage von { $site } nach Ihrer Identität abgelehnt
activity-declined-log-in-and-blocked = Anmeldung bei { $site } abgelehnt und weitere Anfragen blockiert
activity-declined-sign-and-blocked = Anfrage von { $site } abgelehnt, einen Text zu signieren, und weitere Anfragen blockiert
activity-declined-identify-and-blocked = Anfrage von { $site } nach Ihrer Identität abgelehnt und weitere Anfragen blockiert
activity-unseen-log-in = Anfrage von { $site } zur Anmeldung nicht angezeigt
activity-unseen-sign = Anfrage von { $site } nicht angezeigt, einen Text zu signieren
activity-unseen-identify = Anfrage von { $site } nach Ihrer Identität nicht angezeigt
# $email: the user's address at the service.
activity-service-connected = Diese Wallet mit { $service } verbunden, für { $email }
activity-service-disconnected = Verbindung mit { $service } getrennt
# $reason: one or more whole sentences.
activity-service-ended = { $service } hat die Verbindung beendet. { $reason }
activity-service-fault = Die Wallet hat eine Anfrage von { $service } nicht angezeigt. { $reason }
# $name: the device's name.
activity-device-added = { $service } hat ein weiteres Gerät für Ihre E-Mail-Adresse: „{ $name }“

## Sites. $site is the site's name.

activity-site-added = Website { $site } hinzugefügt ({ $url })
activity-site-renewed = Beschreibung von { $site } aktualisiert
activity-site-removed = Website { $site } entfernt
# $hosts: the addresses where the application goes on. $account: the account that it goes on with.
activity-application-redirected = Zugestimmt, den KYC-Antrag bei { $site } unter { $hosts } als { $account } fortzusetzen
# $application: the site's number for it.
activity-application-cancelled = KYC-Antrag { $application } bei { $site } zurückgezogen
activity-application-dropped = KYC-Antrag bei { $site } vor dem Senden verworfen

# $count: how many attributes the user agreed to send.
activity-approved-log-in = { $count ->
        [0] Der Anmeldung bei { $site } zugestimmt
        [1] Der Anmeldung bei { $site } mit 1 Angabe zugestimmt
       *[other] Der Anmeldung bei { $site } mit { $count } Angaben zugestimmt
    }
activity-approved-sign-up = { $count ->
        [0] Der Registrierung bei { $site } zugestimmt
        [1] Der Registrierung bei { $site } mit 1 Angabe zugestimmt
       *[other] Der Registrierung bei { $site } mit { $count } Angaben zugestimmt
    }
activity-approved-apply = { $count ->
        [0] Dem KYC-Antrag bei { $site } zugestimmt
        [1] Dem KYC-Antrag bei { $site } mit 1 Angabe zugestimmt
       *[other] Dem KYC-Antrag bei { $site } mit { $count } Angaben zugestimmt
    }
activity-approved-sign = { $count ->
        [0] Zugestimmt, für { $site } einen Text zu signieren
        [1] Zugestimmt, für { $site } einen Text zu signieren und 1 Angabe zu senden
       *[other] Zugestimmt, für { $site } einen Text zu signieren und { $count } Angaben zu senden
    }
activity-approved-identify = { $count ->
        [0] Zugestimmt, { $site } die eigene Identität zu bestätigen
        [1] Zugestimmt, { $site } die eigene Identität zu bestätigen und 1 Angabe zu senden
       *[other] Zugestimmt, { $site } die eigene Identität zu bestätigen und { $count } Angaben zu senden
    }

activity-logged-in = Bei { $site } angemeldet
activity-signed-up = Bei { $site } registriert
activity-applied = KYC bei { $site } beantragt
activity-signed = Für { $site } einen Text signiert
activity-identified = { $site } die eigene Identität bestätigt

# $reason: one or more whole sentences.
activity-not-logged-in = Die Anmeldung bei { $site } ist fehlgeschlagen. { $reason }
activity-not-signed-up = Die Registrierung bei { $site } ist fehlgeschlagen. { $reason }
activity-not-applied = Der KYC-Antrag bei { $site } ist fehlgeschlagen. { $reason }
activity-not-signed = Das Signieren eines Textes für { $site } ist fehlgeschlagen. { $reason }
activity-not-identified = Die Bestätigung Ihrer Identität für { $site } ist fehlgeschlagen. { $reason }
activity-outcome-unknown = Es ist nicht bekannt, ob { $site } erhalten hat, was Sie gesendet haben. { $reason }

# Why a service ended the connection.
activity-reason-device-unknown = Der Dienst kennt dieses Gerät nicht mehr.
# A reason as the log has it: from an earlier version of the wallet, or in the words of a service.
activity-reason-text = { $text }
