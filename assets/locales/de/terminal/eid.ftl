### What `idw eid` says. $name: what the user calls a party. $host: a service, such as "eid.example".

## The parties

cli-eid-parties-none = Niemand darf Ihnen Anfragen über Auth eID senden.
# Headings of columns.
cli-eid-column-name = Name
cli-eid-column-signatures = Signaturen
cli-eid-column-since = Seit
cli-eid-column-registered = Registriert bei
cli-eid-column-id = ID
# Where a party is registered that the user added.
cli-eid-this-wallet = dieser Wallet
# How many requests of a party can be open.
cli-eid-limit-of-service = So viele, wie { $host } zulässt
# The key stands on the next line.
cli-eid-key = { $name } kann Ihnen mit diesem Schlüssel Anfragen senden. Sie können den Schlüssel nicht wieder anzeigen.
cli-eid-blocked = Sie sehen Anfragen von { $name } nicht mehr.
cli-eid-unblocked = Sie sehen Anfragen von { $name } wieder.
cli-eid-removed = { $name } kann Ihnen keine Anfragen mehr senden.
cli-eid-removed-from-service = { $name } entfernt. Die Stelle erscheint wieder, wenn sie über { $host } noch einmal fragt.

## The root certificate

# Why follows.
cli-eid-root-unwritten = Die Wallet konnte das Zertifikat nicht nach { $path } schreiben.

## Services on the internet

cli-eid-services-none = Diese Wallet ist mit keinem Dienst verbunden.
# $email: the address that others ask by. $profile: the name of a profile.
cli-eid-connected = Mit { $host } verbunden. Anfragen an { $email } kommen in das Profil { $profile }.
cli-eid-connected-receive = `idw serve` und das Fenster empfangen sie, solange sie laufen.
cli-eid-connected-warning = Der Betreiber des Dienstes bestimmt, wer als Absender gilt, und kann jede Antwort sehen.
cli-eid-disconnected = Von { $host } getrennt.
# Labels of rows.
cli-eid-label-address = Adresse
cli-eid-label-state = Status
cli-eid-label-email = E-Mail
cli-eid-label-profile = Profil
cli-eid-label-since = Seit
cli-eid-label-device = Gerät
cli-eid-label-id = ID
# $why: whole sentences.
cli-eid-state-ended = Beendet. { $why }
# $since: a day and a time.
cli-eid-device-this = { $device }, seit dem { $since } (dieses Gerät)
cli-eid-device-new = { $device }, seit dem { $since }. Es ist neuer als dieses Gerät. Wenn es nicht Ihres ist, sagen Sie es dem Betreiber des Dienstes.
