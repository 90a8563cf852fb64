### Errors that happen between the wallet and a site (Login with SelfKey).
###
### $host: such as "shop.example". $said: what the site says, in its own words. $doing: a sentence that says what the wallet was doing.

## What the wallet was doing. The sentence follows another one that says what went wrong.

error-lws-doing-description = Die Wallet wollte gerade die Beschreibung der Website laden.
error-lws-doing-challenge = Die Wallet wollte gerade um eine Challenge zum Signieren bitten.
error-lws-doing-response = Die Wallet wollte gerade die signierte Challenge senden.
error-lws-doing-file = Die Wallet wollte gerade eine Datei senden.
error-lws-doing-sign-up = Die Wallet wollte Sie gerade registrieren.
error-lws-doing-user-token = Die Wallet wollte gerade um Ihr Benutzer-Token bitten.
error-lws-doing-log-in = Die Wallet wollte Sie gerade anmelden.
error-lws-doing-templates = Die Wallet wollte gerade fragen, was Sie beantragen können.
error-lws-doing-template = Die Wallet wollte gerade fragen, was ein KYC-Antrag braucht.
error-lws-doing-apply = Die Wallet wollte gerade einen KYC-Antrag senden.
error-lws-doing-schema = Die Wallet wollte gerade die Definition einer Angabe laden.
error-lws-doing-applications = Die Wallet wollte gerade nach Ihren KYC-Anträgen fragen.
error-lws-doing-application = Die Wallet wollte gerade nach dem Status eines KYC-Antrags fragen.
error-lws-doing-update = Die Wallet wollte gerade einen KYC-Antrag ergänzen.
error-lws-doing-cancel = Die Wallet wollte gerade einen KYC-Antrag zurückziehen.

## What a site refused, the object of "The site refused ...".

error-lws-refused-description = die Anfrage nach ihrer Beschreibung
error-lws-refused-challenge = die Bitte um eine Challenge
error-lws-refused-response = die signierte Challenge
error-lws-refused-file = eine Datei
error-lws-refused-sign-up = die Registrierung
error-lws-refused-user-token = die Bitte um Ihr Benutzer-Token
error-lws-refused-log-in = die Anmeldung
error-lws-refused-templates = die Frage, was Sie beantragen können
error-lws-refused-template = die Frage, was ein KYC-Antrag braucht
error-lws-refused-apply = den KYC-Antrag
error-lws-refused-schema = die Anfrage nach der Definition einer Angabe
error-lws-refused-applications = die Frage nach Ihren KYC-Anträgen
error-lws-refused-application = die Frage nach dem Status eines KYC-Antrags
error-lws-refused-update = die Ergänzung eines KYC-Antrags
error-lws-refused-cancel = die Bitte, einen KYC-Antrag zurückzuziehen

## The site says no

# $what: one of the above. $status: a number, such as 403. $code: the site's own code, such as token_invalid.
error-lws-refused = Die Website hat { $what } abgelehnt (Status { $status }).
error-lws-refused-code = Die Website hat { $what } abgelehnt (Status { $status }, { $code }).
# $file: its name.
error-lws-about-file = Es war die Datei „{ $file }“.
error-lws-says = Die Website sagt: „{ $said }“.
# $field: the attribute or the file that the site means, as the site calls it.
error-lws-says-of = Die Website sagt zu { $field }: „{ $said }“.
# $count: how long to wait.
error-lws-wait-seconds = { $count ->
        [one] Die Website bittet Sie, es in 1 Sekunde erneut zu versuchen.
       *[other] Die Website bittet Sie, es in { $count } Sekunden erneut zu versuchen.
    }
error-lws-wait-minutes = { $count ->
        [one] Die Website bittet Sie, es in 1 Minute erneut zu versuchen.
       *[other] Die Website bittet Sie, es in { $count } Minuten erneut zu versuchen.
    }
error-lws-wait-hours = { $count ->
        [one] Die Website bittet Sie, es in 1 Stunde erneut zu versuchen.
       *[other] Die Website bittet Sie, es in { $count } Stunden erneut zu versuchen.
    }
error-lws-no-such-user = Sie haben bei dieser Website noch kein Konto. Registrieren Sie sich zuerst.
error-lws-not-offered = Die Website unterstützt das nicht. { $doing }
# $file: its name. $limit: a size.
error-lws-too-large-file = Das Dokument „{ $file }“ ist für die Website zu groß. Senden Sie ein kleineres.
error-lws-too-large-file-limit = Das Dokument „{ $file }“ ist für die Website zu groß. Senden Sie eines mit höchstens { $limit }.
error-lws-too-large-files = Die Dokumente sind für die Website zu groß. Senden Sie kleinere.
error-lws-too-large-files-limit = Die Dokumente sind für die Website zu groß. Senden Sie Dokumente mit jeweils höchstens { $limit }.
error-lws-too-large-request = Die Anfrage ist für die Website zu groß, obwohl sie kein Dokument enthielt. { $doing }

## The site cannot be reached, or fails: what follows from it.

error-lws-cut-short = Die Website hat nicht alle Dokumente erhalten. Vielleicht nimmt sie keine Dokumente dieser Größe an. Senden Sie kleinere, oder versuchen Sie es später erneut.
error-lws-application-unknown = Vielleicht hat die Website Ihren Antrag erhalten. Senden Sie ihn erst wieder, wenn Sie wissen, dass er nicht angekommen ist.
error-lws-sign-up-unknown = Vielleicht hat die Website Ihre Registrierung erhalten. Melden Sie sich an, um das herauszufinden.
error-lws-nothing-lost = Es ging nichts verloren.
error-lws-try-later = Es ging nichts verloren. Versuchen Sie es später erneut.

## The site's answer is not what it should be

# $addresses: one or several, such as "https://shop.example/a and https://shop.example/b".
error-lws-no-description = Die Wallet hat unter { $addresses } keine Beschreibung einer Website gefunden. Prüfen Sie die Adresse.
# $fault: one or more of the sentences below.
error-lws-protocol = { $host } hat eine Antwort gesendet, die die Wallet nicht verwenden kann. { $fault } { $doing }
error-lws-empty = Die Antwort ist leer.
error-lws-web-page = Die Antwort ist eine Webseite.
error-lws-damaged = Die Antwort ist beschädigtes JSON.
error-lws-not-json = Die Antwort ist kein JSON.
# $name: of a part of the answer, such as jwt.
error-lws-part-missing = „{ $name }“ fehlt in der Antwort oder ist von der falschen Art.
# $status: a number.
error-lws-redirect = Die Antwort leitet zu einer anderen Adresse weiter (Status { $status }). Die Wallet folgt ihr nicht.
error-lws-status = Die Wallet kennt den Status { $status } der Antwort nicht.
error-lws-bad-redirect = Die Adresse, die der Browser öffnen soll, ist nicht sicher. Die Wallet hat sie nicht geöffnet.
# $most: a number.
error-lws-too-many = Die Liste in der Antwort hat mehr als { $most } Einträge. Mehr nimmt die Wallet nicht an.
error-lws-token-malformed = Das Token der Website ist kein JSON Web Token.
error-lws-token-too-long = Das Token der Website ist zu lang.
error-lws-token-no-nonce = Die Challenge der Website enthält nichts zum Signieren.
error-lws-token-time = Das Token der Website enthält eine ungültige Zeit.
error-lws-token-expired = Das Token der Website ist schon abgelaufen. Wenn das noch einmal geschieht, prüfen Sie die Uhr dieses Computers.
error-lws-token-early = Das Token der Website ist noch nicht gültig. Wenn das noch einmal geschieht, prüfen Sie die Uhr dieses Computers.
error-lws-token-foreign = Das Token der Website gilt für eine andere Identität als Ihre.
error-lws-nonce-length = Die Challenge zum Signieren ist nicht 16 bis 512 Zeichen lang. Die Wallet hat nichts signiert.
error-lws-nonce-alphabet = Die Challenge zum Signieren enthält Zeichen, die keine Challenge hat. Sie könnte eine Nachricht an jemand anderen sein. Die Wallet hat nichts signiert.

## The site's description of itself

error-lws-description-not-json = Die Beschreibung der Website ist kein JSON-Objekt.
error-lws-description-no-root = Die Beschreibung der Website sagt nicht, wo die Website Anfragen empfängt (rootEndpoint).
# $reason: a whole sentence about an address.
error-lws-description-url = Die Wallet kann die Beschreibung der Website nicht verwenden. { $reason }
error-lws-description-endpoints = „endpoints“ in der Beschreibung der Website ist kein Objekt.
error-lws-description-attributes = „attributes“ in der Beschreibung der Website ist keine Liste.
# $position: its place in the list, counted from 1.
error-lws-description-attribute = Die Angabe { $position } in der Beschreibung der Website nennt kein Schema.
error-lws-description-too-many = Die Beschreibung der Website verlangt mehr Angaben, als die Wallet annimmt.

## On this computer

error-lws-signer-locked = Die Wallet ist gesperrt. Es wurde nichts gesendet. Entsperren Sie sie und versuchen Sie es erneut.
error-lws-signer-unavailable = Das Konto kann nicht signieren. Es wurde nichts gesendet.
error-lws-signer-bad = Das Konto hat eine Signatur erstellt, die Websites nicht annehmen. Es wurde nichts gesendet.
# $schema: the address of the attribute's schema. $name: of a document.
error-lws-payload-place = Der Wert von { $schema } hat keinen Platz für eine seiner Dateien.
error-lws-payload-file = Eine Datei von { $schema } fehlt.
error-lws-payload-media-type = Das Dokument „{ $name }“ hat keinen gültigen Medientyp.
