### Sites: the list, adding one, and the page of each.

site-list-title = Websites
site-list-subtitle = Wo Sie sich mit dieser Wallet anmelden können
site-list-loading = Websites werden geladen
site-list-add = Hinzufügen
site-list-search = Websites durchsuchen
site-list-none = Noch keine Websites
site-list-none-text = Fügen Sie eine Website über ihre Adresse hinzu. Die Wallet zeigt Ihnen, was die Website verlangt, bevor sie etwas sendet.
site-list-none-add = Website hinzufügen
site-list-not-found = Keine Website passt zu „{ $query }“
site-list-not-found-text = Suchen Sie nach Name oder Adresse der Website.
site-list-clear = Suche zurücksetzen
# For screen readers, after typing in the search.
site-list-found = { $count ->
        [1] Eine Website gefunden
       *[other] { $count } Websites gefunden
    }
# $when: "5 minutes ago" or a day.
site-last-used = zuletzt verwendet: { $when }
site-badge-answer = Wartet auf Ihre Antwort
site-badge-connected = Verbunden

## Adding a site

site-add-title = Website hinzufügen
site-add-how = Wie Sie die Website hinzufügen
site-add-by-address = Adresse
site-add-by-file = Datei
site-add-by-paste = Einfügen
site-add-address = Adresse der Website
site-add-address-hint = Die Wallet fragt die Website, was sie verlangt. Über Sie sendet sie nichts.
site-add-file = Konfigurationsdatei
site-add-file-choose = Datei wählen…
site-add-file-other = Andere wählen…
site-add-file-hint = Die JSON-Datei, die Sie von der Website haben. Die Wallet kontaktiert niemanden.
# $name and $size: of the file.
site-add-file-chosen = { $name } ({ $size })
site-add-text = Konfiguration
site-add-text-hint = Fügen Sie den JSON-Text ein, den Sie von der Website haben. Die Wallet kontaktiert niemanden.
site-add-name = Name
site-add-name-hint = Lassen Sie das Feld leer, um den Namen der Website zu verwenden.
# $host: what the user typed, without a path.
site-add-asking = { $host } wird abgefragt
site-add-cancelling = Wird abgebrochen
site-add-cancel = Abbrechen
site-add-accept = Website hinzufügen
site-add-stopped = Abgebrochen. Es wurde nichts hinzugefügt.
site-added-title = { $site } wurde hinzugefügt
site-added-renewed = Sie haben { $site } schon. Die Wallet hat die Beschreibung aktualisiert.
site-added-changes = Was sich geändert hat
site-added-notes = Was diese Wallet nicht unterstützt
site-added-open = Website öffnen

## The page of a site

site-back = Websites
site-loading = Website wird geladen
site-gone = Diese Website ist nicht mehr in der Wallet.
site-answer = Antworten
site-log-in = Anmelden
site-sign-up = Registrieren
site-apply = KYC beantragen
# $site: its name.
site-remove = { $site } entfernen
site-asks-title = Wonach sie fragt
site-asks-nothing = Beim Registrieren fragt sie nach keinen Daten.
site-asks-optional = Optional
site-asks-unknown = Dieser Wallet nicht bekannt
site-details-title = Details
site-details-more = Adresse und Schlüssel
site-detail-connection = Verbindung
site-detail-hosts = Hosts
site-detail-elsewhere = Auch an
# $what: a list of what somebody else gets.
site-detail-gets = erhält { $what }
site-detail-account = Angemeldet als
site-detail-own-key = Ein Schlüssel nur für diese Website
site-detail-address = Ihre Adresse dort
site-detail-did = Ihre ID dort
site-detail-copy-address = Adresse kopieren
site-detail-copy-did = ID kopieren
site-detail-key = Schlüssel
site-detail-key-earlier = Von einer früheren Version erstellt
site-detail-key-use = Früheren Schlüssel nutzen…
site-detail-last-used = Zuletzt verwendet
site-detail-never = Nie
# $day: a day.
site-detail-added = Hinzugefügt am { $day }
site-detail-terms = Nutzungsbedingungen
site-detail-policy = Datenschutzerklärung
site-applications-title = Anträge
site-knows-title = Was sie über Sie weiß
site-knows-loading = Protokoll wird geladen
site-knows-delete = Löschung meiner Daten verlangen…
site-activity-title = Letzte Aktivität
site-activity-none = Sie haben dieser Website noch nichts gesendet.
site-activity-all = Alle Aktivitäten
site-key-title = Den früheren Schlüssel bei { $site } verwenden?
site-key-accept = Früheren Schlüssel nutzen
site-key-text = Eine frühere Version dieser Wallet hat für diese Website einen anderen Schlüssel erstellt. Verwenden Sie ihn nur, wenn Sie mit jener Version hier ein Konto hatten, denn andere Websites kennen vielleicht denselben Schlüssel.
site-key-who = Diese Adressen erhalten, was Sie damit signieren:
# $root: an address.
site-key-all = { $root } erhält alles.
# $host: an address. $what: a list.
site-key-some = { $host } erhält { $what }.

## How the connection is protected

site-connection-tls = Sichere Verbindung
site-connection-tls-title = TLS mit geprüftem Zertifikat
site-connection-local = Dieser Computer
site-connection-local-title = Einfaches HTTP, das diesen Computer nicht verlässt

## What can be applied for

# $site: its name.
site-templates-title = KYC bei { $site } beantragen
site-templates-loading = Website wird gefragt, was Sie beantragen können
site-templates-label = Anträge
site-templates-cancel = Abbrechen
site-templates-none = Nichts zu beantragen
site-templates-none-text = Diese Website bietet keine KYC-Anträge an.
