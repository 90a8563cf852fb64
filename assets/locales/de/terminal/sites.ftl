### Sites: adding, listing, showing and removing them, and what they know.

## Which site is meant

# A heading above the sites. $wanted: what was typed.
cli-site-several-title = Mehrere Websites passen zu „{ $wanted }“
cli-site-which = Welche, 1 bis { $count }?
# The lines below list the sites.
cli-site-several = Mehrere Websites passen zu „{ $wanted }“. Es wurde nichts gesendet. Nennen Sie eine davon.
cli-site-column-name = Name
cli-site-column-api = API

## Adding a site

# $site: its name, or the address that was typed.
cli-site-asking = { $site } wird nach der Beschreibung gefragt
cli-site-no-address = Nennen Sie die Adresse der Website oder mit --config eine Beschreibung.
cli-site-is-file = „{ $name }“ ist hier eine Datei und keine Adresse einer Website. Es wurde nichts hinzugefügt.
# $file: as it is typed.
cli-site-is-file-hint = `idw site add --config { $file }` liest die Beschreibung einer Website daraus.
cli-site-key-no-terminal = Die Wallet kann Sie ohne Terminal nicht nach dem früheren Schlüssel fragen. Es wurde nichts hinzugefügt. Um im Voraus zuzustimmen, ergänzen Sie --yes.
cli-site-key-question = Den früheren Schlüssel mit diesen Adressen verwenden?
cli-site-key-declined = Sie haben abgelehnt. Es wurde nichts hinzugefügt.
cli-site-key-title = Wer erhält, was Sie mit dem früheren Schlüssel für { $site } signieren
cli-site-key-everything = alles, was gesendet wird
cli-site-key-same = Der frühere und der jetzige Schlüssel für diese Website sind gleich.
# $path: a file. $limit: a size.
cli-site-too-large = Die Datei { $path } ist größer als { $limit }. Das ist zu groß für die Beschreibung einer Website.
cli-site-added = { $site } wurde hinzugefügt.
cli-site-renewed = { $site } wurde aktualisiert.
cli-site-url = URL
cli-site-api = API
cli-site-elsewhere = Nutzt auch
# $sees: a list of what the host gets.
cli-site-gets = { $host } (erhält { $sees })
cli-site-asks = Fragt nach
cli-site-asks-nothing = keinen Angaben
# $count: how many it asks for. $required: how many of them it insists on.
cli-site-asks-count = { $count ->
        [1] 1 Angabe ({ $required } erforderlich)
       *[other] { $count } Angaben ({ $required } erforderlich)
    }
cli-site-you = Sie sind
cli-site-removed = { $site } wurde entfernt.

## Listing and showing

cli-site-list-none = Noch keine Websites. `idw site add URL` fügt eine hinzu.
cli-site-list-name = Name
cli-site-list-url = URL
cli-site-list-account = Konto
cli-site-list-used = Zuletzt verwendet
cli-site-connection = Verbindung
cli-site-dialect = Dialekt
cli-site-dialect-unknown = noch nicht bekannt
cli-site-account = Konto
cli-site-hosts = Hosts
cli-site-key = Schlüssel
cli-site-key-earlier = von einer früheren Version der Wallet erstellt
cli-site-terms = Nutzungsbedingungen
cli-site-policy = Datenschutz
cli-site-added-on = Hinzugefügt
cli-site-used = Zuletzt verwendet
cli-site-never = nie
cli-site-requirements = Wonach sie bei der Registrierung fragt
cli-site-requirements-name = Name
cli-site-requirements-title = Titel
cli-site-required = erforderlich
cli-site-optional = optional
cli-site-required-unknown = erforderlich, dieser Wallet nicht bekannt
cli-site-optional-unknown = optional, dieser Wallet nicht bekannt

## What a site knows about the user

cli-knows-none = Sie haben noch keiner Website etwas gesendet.
cli-knows-site = Website
cli-knows-attributes = Angaben
cli-knows-files = Dateien
cli-knows-outdated = Veraltet
cli-knows-may-have = Vielleicht dort
cli-knows-last = Zuletzt gesendet
cli-knows-removed = aus der Wallet entfernt
cli-knows-title = Was { $site } über Sie weiß
cli-knows-api = API
cli-knows-former = Frühere Namen
cli-knows-now = Jetzt
cli-knows-not-here = nicht mehr unter Ihren Websites
cli-knows-as = Als
# $account: a name with a DID. $moment: when something was last sent to the site.
cli-knows-account = { $account }, zuletzt am { $moment }
cli-knows-account-may-have = { $account }, vielleicht, zuletzt am { $moment }
cli-knows-nothing-sent = Dieser Website wurde nichts gesendet.
cli-knows-attribute = Angabe
cli-knows-version = Version
cli-knows-sent = Gesendet
cli-knows-for = Zweck
cli-knows-state = Status
cli-knows-digest = SHA-256
cli-knows-may-have-text = „Vielleicht angekommen“ heißt, dass das Senden fehlschlug, nachdem es begonnen hatte.
cli-knows-file = Datei
cli-knows-with = Gehört zu
cli-knows-size = Größe
# How what was sent compares with what the wallet holds.
cli-knows-current = aktuell
cli-knows-out-of-date = veraltet
cli-knows-gone = nicht mehr in der Wallet
cli-knows-may-have-arrived = vielleicht angekommen
# What it was sent for. $purpose is log-in, sign-up, sign, identify or apply.
cli-knows-purpose = { $purpose ->
        [log-in] Anmeldung
        [sign-up] Registrierung
        [sign] Signatur
        [identify] Identifizierung
       *[apply] Antrag
    }
