### Requests by Auth eID, in the settings of the window: whether they are answered, and who may ask.

eid-title = Anfragen über Auth eID
eid-service = Anfragen von Programmen auf diesem Computer beantworten
eid-service-text = Ein Programm fragt über eine E-Mail-Adresse, und Sie sagen hier Ja oder Nein. Nur Programme auf diesem Computer erreichen diese Adresse. Solange die Wallet gesperrt ist, warten Anfragen.
# Where programs call, such as 127.0.0.1:8466. The port is a field beside it.
eid-service-port = Port
eid-service-port-hint = Programme fragen unter 127.0.0.1 und diesem Port. Üblich ist 8466.
eid-service-port-wrong = Ein Port ist eine Zahl von 1 bis 65535.
eid-service-at = Programme fragen unter
eid-service-copy = Adresse kopieren
eid-service-failed = Anfragen werden nicht beantwortet
eid-root = Stammzertifikat
eid-root-text = Damit prüfen anfragende Stellen, dass eine Signatur aus dieser Wallet stammt. Es ist nicht geheim.
eid-root-save = Stammzertifikat speichern…
eid-root-saved = Das Zertifikat ist in der Datei { $file }.

## The parties

eid-parties = Wer fragen darf
eid-parties-add = Hinzufügen…
eid-parties-loading = Wer fragen darf, wird geladen
eid-parties-none = Noch darf niemand fragen. Fügen Sie eine Stelle hinzu: Die Stelle erhält einen Schlüssel und fragt damit.
# $since: a day. $form: how signatures are made. $limit: a number.
eid-party-row = Seit dem { $since } · { $form } · höchstens { $limit } offen
eid-party-blocked-badge = Blockiert
eid-party-matching-badge = Zahlenabgleich
eid-form-x509 = Zertifikate
eid-form-raw = Rohe Schlüssel von 2019
eid-party-since = Darf fragen seit
eid-party-form = Signaturen
eid-party-matching = Zahl
eid-party-matching-on = Sie müssen die Zahl finden, die auf der Seite der Stelle steht
eid-party-matching-off = Nicht verlangt
eid-party-limit = Offene Anfragen
# $limit: a number.
eid-party-limit-most = Höchstens { $limit } zugleich
eid-party-blocked = Blockiert
# $since: a day.
eid-party-blocked-since = Seit dem { $since }. Sie sehen nichts von dem, was die Stelle fragt, und sie merkt es nicht.
eid-party-id = ID
eid-party-block = Blockieren
eid-party-unblock = Freigeben
eid-party-rotate = Neuer Schlüssel…
eid-party-remove = Entfernen…

## Adding a party

eid-add-title = Stelle hinzufügen
eid-add-warning = Nichts beweist, dass die E-Mail-Adresse in dieser Wallet Ihre ist: Eine Stelle liest, was Sie angeben.
eid-add-warning-key = Wer den Schlüssel hat, kann im Namen der Stelle fragen. Geben Sie ihn nur der Stelle.
eid-add-name = Name
eid-add-name-hint = Wie Sie die Stelle nennen. Alle ihre Anfragen stehen unter diesem Namen.
eid-add-form = Wie Signaturen entstehen
eid-add-form-x509 = Zertifikate (empfohlen)
eid-add-form-raw = Rohe Schlüssel von 2019
eid-add-form-raw-hint = Nur für alte Programme: Allein der Schlüssel sagt, dass eine Signatur aus dieser Wallet stammt.
eid-add-matching = Nach der Zahl auf der Seite fragen
eid-add-matching-text = Ihr Ja braucht die richtige Zahl. Das hilft gegen Anfragen, die jemand anderes auf einer ehrlichen Seite begonnen hat, aber nicht gegen eine Stelle mit bösen Absichten. Alte Programme zeigen keine Zahl.
eid-add-logo = Logo
eid-add-logo-hint = Alle ihre Anfragen zeigen dieses Bild. Nur Sie können es wählen, nicht die Stelle.
eid-add-logo-choose = Bild wählen…
eid-add-logo-remove = Bild entfernen
eid-add-more = Mehr
eid-add-limit = Offene Anfragen
eid-add-limit-hint = So viele warten höchstens zugleich. Lassen Sie das Feld leer für 100.
eid-add-limit-wrong = Geben Sie eine ganze Zahl von 1 bis 10000 ein.
eid-add-cancel = Abbrechen
eid-add-accept = Hinzufügen

## The key of a party, which is shown once

eid-key-title = Der Schlüssel von { $name }
eid-key-text = { $name } fragt mit diesem Schlüssel. Die Wallet zeigt ihn nicht wieder an: Kopieren Sie ihn jetzt. Geht er verloren, erstellen Sie einen neuen.
eid-key-copy = Schlüssel kopieren
eid-key-done = Fertig

## Changing and removing a party

eid-rotate-title = Neuen Schlüssel für { $name } erstellen?
eid-rotate-text = Der Schlüssel, den { $name } hat, gilt sofort nicht mehr. Mit dem neuen geht das Fragen wieder.
eid-rotate-accept = Schlüssel erstellen
eid-remove-title = { $name } entfernen?
eid-remove-text = Der Schlüssel gilt sofort nicht mehr. Was Sie der Stelle mitgeteilt haben, bleibt in der Aktivität.
eid-remove-accept = Entfernen

## A party of a service on the internet, and what is different about it

# $service: a host. $form: how signatures are made.
eid-party-row-service = Registriert bei { $service } · { $form }
eid-party-service = Registriert bei
# $service: a host.
eid-party-service-text = { $service }; der Betreiber bürgt für den Namen
eid-remove-service-text = Die Wallet vergisst die Stelle, bis sie wieder fragt. Um nichts mehr von ihr zu sehen, blockieren Sie sie. Was Sie ihr mitgeteilt haben, bleibt in der Aktivität.

## Services on the internet through which others ask

eid-services-title = Auth-eID-Dienste im Internet
eid-services-connect = Verbinden…
eid-services-loading = Dienste werden geladen
eid-services-none = Ein Dienst leitet weiter, was andere Websites Sie über Ihre E-Mail-Adresse fragen. Wer ihn betreibt, gibt Ihnen einen Code für Ihre Wallet.
eid-services-list = Dienste, mit denen Sie verbunden sind
# $email: such as "ada@mail.example". $profile: the name of the profile that answers.
eid-services-row = { $email } · Profil { $profile }
eid-services-row-pending = Profil { $profile }
eid-services-connected = Verbunden
eid-services-connecting = Wird verbunden
eid-services-not-reachable = Nicht erreichbar
eid-services-waits = Wartet auf das Entsperren
eid-services-ended = Beendet
eid-services-pending = Nicht abgeschlossen
# $since: a day and a time. $why: such as "eid.example took too long to answer".
eid-services-not-reachable-text = Seit dem { $since }: { $why }. Die Wallet versucht es von selbst noch einmal.
eid-services-waits-text = Was inzwischen gefragt wird, kommt, wenn die Wallet mit ihrem Passwort entsperrt wird.
# $since: a day.
eid-services-ended-text = Seit dem { $since } kennt der Dienst dieses Gerät nicht: Der Betreiber hat es entfernt, oder Sie selbst. Verbinden Sie sich mit einem neuen Code noch einmal.
eid-services-pending-text = Auf Ihren Code kam keine Antwort. Verbinden Sie sich mit demselben Code noch einmal, um fortzufahren.
# $devices: such as "Ada’s phone, since 3 Nov 2026".
eid-services-others = Antwortet auch: { $devices }
# $since: a day.
eid-services-device = { $device }, seit dem { $since }
eid-services-new = { $count ->
        [one] Ein weiteres Gerät antwortet jetzt für { $email }
       *[other] { $count } weitere Geräte antworten jetzt für { $email }
    }
eid-services-new-text = { $devices }. Wenn Sie das nicht kennen, sagen Sie es sofort dem Betreiber des Dienstes: Es kann an Ihrer Stelle Ja sagen.
eid-services-known = Kenne ich
eid-services-again = Neu verbinden…
eid-services-disconnect = Trennen…
eid-services-remove = Entfernen…

## Connecting to a service

eid-connect-title = Mit einem Dienst verbinden
# $profile: the name of the profile that answers.
eid-connect-text = Was der Dienst fragt, kommt in das Profil { $profile }. Der Betreiber sagt, wer fragt, und sieht jede Antwort unterwegs: Verbinden Sie sich nur mit Diensten, denen Sie vertrauen.
eid-connect-address = Adresse
eid-connect-address-hint = Zum Beispiel eid.example. Mit http:// nur ein Dienst auf diesem Computer.
eid-connect-code = Code
eid-connect-code-hint = 26 Buchstaben und Ziffern vom Betreiber des Dienstes. Er gilt einmal.
eid-connect-code-wrong = Ein Code hat 26 Buchstaben und Ziffern, ohne U.
eid-connect-device = Name dieses Geräts
eid-connect-device-hint = Der Betreiber des Dienstes und Ihre anderen Geräte mit derselben E-Mail-Adresse sehen ihn.
eid-connect-device-usual = Identity Wallet
# $system: such as "Linux".
eid-connect-device-on = Identity Wallet auf { $system }
eid-connect-cancel = Abbrechen
eid-connect-accept = Verbinden
# $host: such as "eid.example".
eid-connect-working = Verbindung zu { $host } wird hergestellt
eid-connect-cancelling = Wird abgebrochen
eid-connect-done-title = Sie sind mit { $host } verbunden
eid-connect-done-text = Was Websites { $email } über diesen Dienst fragen, kommt zu Ihren Anfragen.
eid-connect-done-proof = Wer Ihnen den Code gab, hat ihn an diese E-Mail-Adresse gebunden. Nichts beweist, dass dabei geprüft wurde, ob sie Ihre ist.
eid-connect-done = Fertig
eid-connect-failed-refused = Der Dienst hat abgelehnt
eid-connect-failed-unreachable = Keine Verbindung zum Dienst
eid-connect-failed-protocol = Das sieht nicht nach einem Auth-eID-Dienst aus
eid-connect-failed-exists = Sie sind schon verbunden
eid-connect-failed-stopped = Abgebrochen

## Ending a connection

eid-disconnect-title = Von { $host } trennen?
eid-disconnect-text = Was der Dienst gefragt hat, verschwindet aus Ihren Anfragen, und nichts weiter kommt von ihm. Seine Stellen und Ihre Schlüssel für sie bleiben. Sie sind dieselben, wenn Sie sich wieder mit dem Dienst verbinden; dafür brauchen Sie einen neuen Code.
eid-disconnect-accept = Trennen
eid-forget-title = { $host } entfernen?
eid-forget-text = Die Verbindung verschwindet aus dieser Liste. Ihre Schlüssel für die Stellen des Dienstes bleiben und sind dieselben, wenn Sie sich wieder mit ihm verbinden.
eid-forget-accept = Entfernen
eid-disconnect-untold = { $host } weiß nicht, dass Sie sich getrennt haben
# $why: such as "eid.example took too long to answer".
eid-disconnect-untold-text = Der Dienst ließ sich nicht informieren: { $why }. Bitten Sie den Betreiber, dieses Gerät zu entfernen.
