### What goes wrong with identity checks and Auth eID. Each says what happened, what was kept and what to do.
### $reason is one or more whole sentences.

## Names that the user gives. $most: the longest, in characters.

error-name = Der Name ist leer, länger als { $most } Zeichen oder enthält Steuerzeichen. Es wurde nichts geändert.

## Identity checks

error-check-company = Das Profil „{ $profile }“ ist ein Unternehmen. Eine Identitätsprüfung ist für Personen. Wählen Sie ein anderes Profil.
error-check = { $reason } Es wurde nichts übernommen.
error-check-spent = { $reason } Es wurde nichts übernommen. Beginnen Sie eine neue Prüfung.
error-keep-check-changed = Die Wallet hat sich geändert, seit Sie nachgesehen haben. Es wurde nichts übernommen. Sehen Sie sich die Angaben noch einmal an.
error-keep-check-no-item = Die Prüfung hat keine Angabe „{ $name }“ ergeben. Es wurde nichts übernommen.
error-keep-check-selfie = Die Wallet kann das Bild von Ihnen nicht verwenden. { $reason }

## Providers. $provider and $name: what the user calls one.

error-provider-not-found = In dieser Wallet gibt es keinen Anbieter „{ $name }“ für Identitätsprüfungen.
error-provider-name-taken = Ein anderer Anbieter für Identitätsprüfungen heißt schon „{ $name }“. Es wurde nichts geändert.
# $setting: the name of a field, such as "Redirect URI".
error-provider-setting = { $setting }: { $reason } Es wurde nichts geändert.
error-provider-settings = Diese Einstellungen funktionieren nicht. { $reason } Es wurde nichts geändert.
error-provider-setting-all = Alle Einstellungen
error-provider-setting-url = Das ist keine Webadresse.
error-provider-setting-made = Bei Web IDV legt der Anbieter diese Adresse für jede Prüfung fest. Sie können sie nicht einstellen.
error-provider-setting-listen = Das ist eine https-Seite. Geben Sie auch die Adresse ein, an die sie den Browser weiterleitet.
error-provider-secret = { $reason } Es wurde nichts geändert.
error-provider-not-kept = Die Wallet konnte das Client-Secret von „{ $provider }“ nicht speichern. { $reason } Sie können das Secret stattdessen bei jeder Prüfung eingeben.
error-provider-no-secret = Der Schlüsselbund des Systems hat kein Client-Secret für „{ $provider }“. Geben Sie es noch einmal ein, oder verwenden Sie eine Datei mit dem Secret.
# $path: the file.
error-provider-secret-file = Die Wallet konnte das Client-Secret von „{ $provider }“ nicht aus { $path } lesen. { $reason }
error-provider-secret-file-large = Die Wallet hat das Client-Secret von „{ $provider }“ nicht gelesen. Die Datei { $path } ist zu groß für ein Secret.
error-provider-secret-unread = Die Wallet konnte das Client-Secret von „{ $provider }“ nicht lesen. { $reason } Sie können es auch noch einmal eingeben oder eine Datei mit dem Secret verwenden.

## Why the system keyring does not have a client secret. $backend: its name, such as "Secret Service".

error-secret-unavailable = Die Wallet kann den Schlüsselbund des Systems ({ $backend }) nicht verwenden. Starten Sie den Schlüsselbunddienst Ihres Desktops, und versuchen Sie es dann erneut.
error-secret-locked = Der Schlüsselbund des Systems ({ $backend }) ist gesperrt. Entsperren Sie ihn in den Einstellungen Ihres Desktops, und versuchen Sie es dann erneut.
error-secret-timed-out = { $seconds ->
        [one] Der Schlüsselbund des Systems ({ $backend }) hat innerhalb von { $seconds } Sekunde nicht geantwortet. Wenn er nach seinem eigenen Passwort fragt, geben Sie es ein, und versuchen Sie es erneut.
       *[other] Der Schlüsselbund des Systems ({ $backend }) hat innerhalb von { $seconds } Sekunden nicht geantwortet. Wenn er nach seinem eigenen Passwort fragt, geben Sie es ein, und versuchen Sie es erneut.
    }
error-secret-no-entry = Der Schlüsselbund des Systems hat das Secret nicht.
error-secret-changed = Der Schlüsselbund des Systems ({ $backend }) hat das Secret nicht richtig gespeichert.

## Parties of Auth eID. $name: what the user calls one.

error-eid-not-found = Keine Stelle namens „{ $name }“ darf diese Wallet fragen.
# $fitting: a list of parties with their ids.
error-eid-ambiguous = „{ $name }“ passt auf mehrere Stellen: { $fitting }. Nennen Sie eine mit ihrer ID.
# $host: the service, such as "eid.example".
error-eid-of-service = { $name } ist bei { $host } registriert und hat in dieser Wallet keinen Schlüssel. Es wurde nichts geändert.
error-eid-name-taken = Eine andere Stelle heißt schon „{ $name }“. Es wurde nichts geändert.
error-eid-open-limit = Die Zahl der offenen Anfragen muss zwischen 1 und { $most } liegen. Es wurde nichts geändert.
# $most: a size, such as "2 MB".
error-eid-logo-too-large = Das Bild ist größer als { $most }. Es wurde nichts geändert.
error-eid-logo = Die Wallet konnte das Bild nicht lesen. { $reason } Es wurde nichts geändert.
error-eid-pdf = Die Wallet konnte die PDF-Datei für die Antwort nicht erstellen. { $reason } Es wurde nichts gesendet.
error-eid-changed = Was die Website über Sie erfahren würde, hat sich geändert, seit Sie nachgesehen haben. Es wurde nichts gesendet. Sehen Sie sich die Anfrage noch einmal an.
error-eid-randomness = Dieser Computer hat keine Zufallszahlen geliefert. Es wurde nichts geändert. Versuchen Sie es erneut.
error-eid-keys = Die Wallet konnte einen Schlüssel für Auth eID nicht erzeugen oder lesen.
error-eid-keys-damaged = Die Schlüssel der Wallet für Auth eID sind beschädigt. Stellen Sie die Wallet aus einem Backup wieder her.

## Services of Auth eID. $host: such as "eid.example". $url: an address.

error-eid-service-address = „{ $url }“ ist nicht die Adresse eines Dienstes. { $reason } Es wurde nichts gesendet.
error-eid-service-address-url = Geben Sie eine Adresse wie https://eid.example ein.
error-eid-service-address-path = Lassen Sie alles hinter dem Hostnamen weg.
error-eid-service-code = Der Code muss aus 26 Buchstaben und Ziffern bestehen. Der Buchstabe U kommt nicht vor. Es wurde nichts gesendet.
error-eid-service-name = Der Name des Geräts ist leer, länger als { $most } Zeichen oder enthält Steuerzeichen. Es wurde nichts gesendet.
error-eid-service-connected = Dieses Profil ist schon mit { $host } verbunden. Es wurde nichts gesendet.
error-eid-service-same = { $host } ist derselbe Dienst wie { $url }, und diese Wallet ist mit ihm schon für dieselbe E-Mail-Adresse verbunden. Es wurde nichts geändert.
error-eid-service-not-connected = Dieses Profil ist nicht mit { $url } verbunden.
error-eid-service-disconnected = Dieses Profil ist nicht mehr mit dem Dienst verbunden.
# $said: the service's own words.
error-eid-service-refused = { $host } hat die Anfrage abgelehnt. Der Dienst sagt: „{ $said }“
error-eid-service-refused-silently = { $host } hat die Anfrage abgelehnt und keinen Grund genannt.
# $status: a number of HTTP, such as 503.
error-eid-service-failed = Bei { $host } ist ein Fehler aufgetreten (Status { $status }). Versuchen Sie es später erneut.
error-eid-service-code-refused = { $host } hat den Code nicht angenommen. Er ist falsch, abgelaufen oder schon verwendet. Bitten Sie den Betreiber des Dienstes um einen neuen.
error-eid-service-clock = Die Uhren dieses Computers und von { $host } weichen um mehr als fünf Minuten voneinander ab. Stellen Sie die Uhr dieses Computers.
error-eid-service-clock-behind = { $minutes ->
        [one] Die Uhr dieses Computers geht gegenüber { $host } um { $minutes } Minute nach. Stellen Sie die Uhr dieses Computers.
       *[other] Die Uhr dieses Computers geht gegenüber { $host } um { $minutes } Minuten nach. Stellen Sie die Uhr dieses Computers.
    }
error-eid-service-clock-ahead = { $minutes ->
        [one] Die Uhr dieses Computers geht gegenüber { $host } um { $minutes } Minute vor. Stellen Sie die Uhr dieses Computers.
       *[other] Die Uhr dieses Computers geht gegenüber { $host } um { $minutes } Minuten vor. Stellen Sie die Uhr dieses Computers.
    }
error-eid-service-token = Die Sitzung bei { $host } ist beendet.
error-eid-service-device = { $host } kennt dieses Gerät nicht oder hat es entfernt. Verbinden Sie sich mit einem neuen Code noch einmal.
error-eid-service-over-approved = Ein anderes Ihrer Geräte hat dieser Anfrage zuerst zugestimmt. Ihre Antwort hier zählt nicht.
error-eid-service-over-answered = Ein anderes Ihrer Geräte hat diese Anfrage zuerst beantwortet. Ihre Antwort hier zählt nicht.
error-eid-service-over-declined = Ein anderes Ihrer Geräte hat diese Anfrage zuerst abgelehnt. Ihre Antwort hier zählt nicht.
error-eid-service-over-withdrawn = Der Absender hat diese Anfrage zurückgezogen. Ihre Antwort zählt nicht.
error-eid-service-over-ended = Diese Anfrage ist abgelaufen. Ihre Antwort zählt nicht.
error-eid-service-over-decided = Über diese Anfrage wurde schon entschieden. Ihre Antwort zählt nicht.
error-eid-service-not-understood = Die Wallet hat { $host } nicht verstanden. { $reason }
# $limit: a size, such as "4 MB".
error-eid-service-too-long = Die Antwort von { $host } ist länger als { $limit }. Die Wallet hat sie nicht gelesen.
error-eid-service-compressed = { $host } hat die Antwort komprimiert. Die Wallet hat sie nicht gelesen.

## What is wrong with the answer of a service

error-eid-fault-redirect = Der Dienst leitet an eine andere Adresse weiter, und die Wallet folgt dem nicht.
error-eid-fault-refusal = Der Dienst hat abgelehnt und keinen Grund genannt.
error-eid-fault-form = Die Antwort hat nicht die richtige Form.
error-eid-fault-token = Das Token der Sitzung ist nicht gültig.
error-eid-fault-nonce = Die Nonce ist nicht gültig.
error-eid-fault-list = Die Liste der Anfragen ist nicht gültig.
error-eid-fault-cursor = Die Position in der Liste ist zu lang.
error-eid-fault-clock = Die Uhr des Dienstes geht um mehr als eine Stunde falsch.
error-eid-fault-verdict = Was der Dienst über Ihre Antwort sagt, passt nicht zu Ihrer Antwort.
error-eid-fault-service-id = Die ID des Dienstes ist nicht gültig.
error-eid-fault-email = Die E-Mail-Adresse ist nicht gültig.
error-eid-fault-device-id = Die ID dieses Geräts ist nicht gültig.
error-eid-fault-root = Das Stammzertifikat ist nicht gültig.

## Why the wallet does not show something that a service listed

# $most: how many requests the wallet looks at.
error-eid-list-many = { $most ->
        [one] Der Dienst führt mehr als { $most } Anfrage zugleich auf. Die Wallet sieht sich nur die erste an.
       *[other] Der Dienst führt mehr als { $most } Anfragen zugleich auf. Die Wallet sieht sich nur die ersten { $most } an.
    }
error-eid-list-unreadable = Die Wallet konnte eine Anfrage nicht lesen.
# $why: the rule that it breaks, in English.
error-eid-list-invalid = Eine Anfrage ist nicht gültig ({ $why }).
error-eid-list-email = Eine Anfrage ist für eine andere E-Mail-Adresse.
error-eid-list-twice = Eine Anfrage ist zweimal aufgeführt.
error-eid-list-often = Innerhalb einer Stunde kamen zu viele Anfragen.
error-eid-list-party-id = Die ID einer Stelle ist nicht gültig.
error-eid-list-party-name = Der Name einer Stelle ist leer, zu lang oder enthält Steuerzeichen.
