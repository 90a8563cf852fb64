### Requests by Auth eID, in the settings of the window: whether they are answered, and who may ask.

eid-title = Anfragen über Auth eID
eid-service = Anfragen von Programmen auf diesem Computer beantworten
eid-service-text = Ein Programm fragt über eine E-Mail-Adresse, und Sie stimmen hier zu oder lehnen ab. Nur Programme auf diesem Computer erreichen diese Adresse. Solange die Wallet gesperrt ist, warten Anfragen.
# Where programs call, such as 127.0.0.1:8466. The port is a field beside it.
eid-service-port = Port
eid-service-port-hint = Programme verbinden sich mit 127.0.0.1 und diesem Port. Der Standard ist 8466.
eid-service-port-wrong = Geben Sie eine Zahl von 1 bis 65535 ein.
eid-service-at = Adresse für Programme
eid-service-copy = Adresse kopieren
eid-service-failed = Die Wallet kann keine Anfragen beantworten
eid-root = Stammzertifikat
eid-root-text = Damit prüfen anfragende Stellen, dass eine Signatur aus dieser Wallet stammt. Sie können es weitergeben.
eid-root-save = Stammzertifikat speichern…
eid-root-saved = Zertifikat gespeichert als { $file }.

## The parties

eid-parties = Wer fragen darf
eid-parties-add = Hinzufügen…
eid-parties-loading = Stellen werden geladen
eid-parties-none = Noch darf niemand fragen. Wenn Sie eine Stelle hinzufügen, erhalten Sie einen Schlüssel für sie.
# $since: a day. $form: how signatures are made. $limit: a number.
eid-party-row = Seit dem { $since } · { $form } · höchstens { $limit } offen
eid-party-blocked-badge = Blockiert
eid-party-matching-badge = Zahlenabgleich
eid-form-x509 = Zertifikate
eid-form-raw = Rohe Schlüssel (2019)
eid-party-since = Darf fragen seit
eid-party-form = Signaturen
eid-party-matching = Zahl
eid-party-matching-on = Sie wählen die Zahl, die auf der Seite der Stelle steht
eid-party-matching-off = Nicht verlangt
eid-party-limit = Offene Anfragen
# $limit: a number.
eid-party-limit-most = Höchstens { $limit } zugleich
eid-party-blocked = Blockiert
# $since: a day.
eid-party-blocked-since = Seit dem { $since }. Sie sehen ihre Anfragen nicht, und sie weiß nicht, dass Sie sie blockiert haben.
eid-party-id = ID
eid-party-block = Blockieren
eid-party-unblock = Freigeben
eid-party-rotate = Neuer Schlüssel…
eid-party-remove = Entfernen…

## Adding a party

eid-add-title = Stelle hinzufügen
eid-add-warning = Niemand hat die E-Mail-Adresse in dieser Wallet geprüft. Stellen sehen sie so, wie Sie sie eingegeben haben.
eid-add-warning-key = Wer den Schlüssel hat, kann im Namen dieser Stelle fragen. Geben Sie ihn nur der Stelle.
eid-add-name = Name
eid-add-name-hint = Wie Sie die Stelle nennen. Die Wallet zeigt den Namen bei jeder Anfrage.
eid-add-form = Format der Signaturen
eid-add-form-x509 = Zertifikate (empfohlen)
eid-add-form-raw = Rohe Schlüssel (2019)
eid-add-form-raw-hint = Nur für alte Programme. Allein der Schlüssel zeigt, dass eine Signatur aus dieser Wallet stammt.
eid-add-matching = Zahlenabgleich verlangen
eid-add-matching-text = Sie müssen die Zahl wählen, die auf der Seite der Stelle steht. Das schützt Sie vor Anfragen, die jemand anderes bei einer ehrlichen Stelle begonnen hat, aber nicht vor einer unehrlichen. Alte Programme zeigen keine Zahl.
eid-add-logo = Logo
eid-add-logo-hint = Die Wallet zeigt dieses Bild bei jeder Anfrage. Die Stelle kann es nicht ändern.
eid-add-logo-choose = Bild wählen…
eid-add-logo-remove = Bild entfernen
eid-add-more = Mehr
eid-add-limit = Offene Anfragen
eid-add-limit-hint = Wie viele Anfragen zugleich warten können. Lassen Sie das Feld leer für 100.
eid-add-limit-wrong = Geben Sie eine ganze Zahl von 1 bis 10000 ein.
eid-add-cancel = Abbrechen
eid-add-accept = Hinzufügen

## The key of a party, which is shown once

eid-key-title = Schlüssel für { $name }
eid-key-text = { $name } braucht diesen Schlüssel, um zu fragen. Kopieren Sie ihn jetzt: Sie können ihn nicht wieder anzeigen. Geht er verloren, erstellen Sie einen neuen.
eid-key-copy = Schlüssel kopieren
eid-key-done = Fertig

## Changing and removing a party

eid-rotate-title = Neuen Schlüssel für { $name } erstellen?
eid-rotate-text = Der alte Schlüssel gilt sofort nicht mehr. { $name } kann wieder fragen, sobald der neue dort ist.
eid-rotate-accept = Schlüssel erstellen
eid-remove-title = { $name } entfernen?
eid-remove-text = Der Schlüssel gilt sofort nicht mehr. In Ihrer Aktivität steht weiterhin, was Sie gesendet haben.
eid-remove-accept = Entfernen

## A party of a service on the internet, and what is different about it

# $service: a host. $form: how signatures are made.
eid-party-row-service = Registriert bei { $service } · { $form }
eid-party-service = Registriert bei
# $service: a host.
eid-party-service-text = { $service }; der Betreiber bürgt für den Namen
eid-remove-service-text = Die Stelle erscheint wieder, wenn sie wieder fragt. Um ihre Anfragen zu beenden, blockieren Sie sie stattdessen. In Ihrer Aktivität steht weiterhin, was Sie gesendet haben.

## Services on the internet through which others ask

eid-services-title = Auth-eID-Dienste im Internet
eid-services-connect = Verbinden…
eid-services-loading = Dienste werden geladen
eid-services-none = Ein Dienst leitet Anfragen von Websites weiter, die Ihre E-Mail-Adresse kennen. Der Betreiber gibt Ihnen einen Code für Ihre Wallet.
eid-services-list = Verbundene Dienste
# $email: such as "ada@mail.example". $profile: the name of the profile that answers.
eid-services-row = { $email } · Profil { $profile }
eid-services-row-pending = Profil { $profile }
eid-services-connected = Verbunden
eid-services-connecting = Wird verbunden
eid-services-not-reachable = Nicht erreichbar
eid-services-waits = Wartet auf das Entsperren
eid-services-ended = Beendet
eid-services-pending = Nicht abgeschlossen
# $since: a day and a time. $why: whole sentences.
eid-services-not-reachable-text = Nicht erreichbar seit dem { $since }. { $why } Die Wallet versucht es von selbst noch einmal.
eid-services-waits-text = Neue Anfragen erscheinen, wenn Sie die Wallet mit Ihrem Passwort entsperrt haben.
# $since: a day.
eid-services-ended-text = Am { $since } wurde dieses Gerät beim Dienst entfernt, vom Betreiber oder von einem Ihrer anderen Geräte. Verbinden Sie sich mit einem neuen Code noch einmal.
eid-services-pending-text = Der Dienst hat nicht geantwortet, als Sie Ihren Code gesendet haben. Verbinden Sie sich mit demselben Code noch einmal, um fortzufahren.
# $devices: such as "Ada’s phone, since 3 Nov 2026".
eid-services-others = Antwortet auch: { $devices }
# $since: a day.
eid-services-device = { $device }, seit dem { $since }
eid-services-new = { $count ->
        [one] Ein weiteres Gerät kann jetzt für { $email } antworten
       *[other] { $count } weitere Geräte können jetzt für { $email } antworten
    }
eid-services-new-text = { $devices }. Wenn Sie das nicht kennen, sagen Sie es sofort dem Betreiber des Dienstes: Es kann Anfragen an Ihrer Stelle zustimmen.
eid-services-known = Kenne ich
eid-services-again = Neu verbinden…
eid-services-disconnect = Trennen…
eid-services-remove = Entfernen…

## Connecting to a service

eid-connect-title = Mit einem Dienst verbinden
# $profile: the name of the profile that answers.
eid-connect-text = Anfragen des Dienstes kommen in das Profil { $profile }. Der Betreiber bestimmt, wer als Absender gilt, und kann jede Antwort sehen: Verbinden Sie sich nur mit Diensten, denen Sie vertrauen.
eid-connect-address = Adresse
eid-connect-address-hint = Zum Beispiel eid.example. Nehmen Sie http:// nur für einen Dienst auf diesem Computer.
eid-connect-code = Code
eid-connect-code-hint = 26 Buchstaben und Ziffern vom Betreiber des Dienstes. Sie können den Code nur einmal verwenden.
eid-connect-code-wrong = Geben Sie 26 Buchstaben und Ziffern ein. Der Buchstabe U kommt nicht vor.
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
eid-connect-done-text = Wenn eine Website über diesen Dienst { $email } fragt, sehen Sie es in Ihren Anfragen.
eid-connect-done-proof = Der Betreiber hat Ihren Code mit dieser E-Mail-Adresse verknüpft. Die Wallet kann nicht wissen, ob er geprüft hat, dass sie Ihre ist.
eid-connect-done = Fertig
eid-connect-failed-refused = Der Dienst hat abgelehnt
eid-connect-failed-unreachable = Der Dienst ist nicht erreichbar
eid-connect-failed-protocol = Das sieht nicht nach einem Auth-eID-Dienst aus
eid-connect-failed-exists = Sie sind schon verbunden
eid-connect-failed-stopped = Abgebrochen

## Ending a connection

eid-disconnect-title = Von { $host } trennen?
eid-disconnect-text = Die Wallet entfernt die Anfragen des Dienstes und empfängt keine neuen. Sie behält die Stellen des Dienstes und Ihre Schlüssel für sie und verwendet sie wieder, wenn Sie sich mit einem neuen Code erneut verbinden.
eid-disconnect-accept = Trennen
eid-forget-title = { $host } entfernen?
eid-forget-text = Die Wallet entfernt die Verbindung aus dieser Liste. Sie behält Ihre Schlüssel für die Stellen des Dienstes und verwendet sie wieder, wenn Sie sich erneut verbinden.
eid-forget-accept = Entfernen
eid-disconnect-untold = { $host } weiß nicht, dass Sie sich getrennt haben
# $why: whole sentences.
eid-disconnect-untold-text = Die Wallet konnte es dem Dienst nicht mitteilen. { $why } Bitten Sie den Betreiber, dieses Gerät zu entfernen.
