### What the wallet says of sites, applications, requests and identity checks while it works with them.

## Steps while something is sent. Shown one after the other, without a full stop.

sending-step-dialect = Protokoll der Website wird ermittelt
sending-step-challenge = Website wird um eine Challenge gebeten
sending-step-sign = Challenge wird signiert
sending-step-challenge-again = Website wird um eine neue Challenge gebeten
sending-step-sign-again = Neue Challenge wird signiert
sending-step-log-in = Anmeldung läuft
sending-step-values = Angaben werden gesendet
sending-step-sign-up = Registrierung läuft
sending-step-update = Was die Website verlangt hat, wird gesendet
sending-step-apply = Antrag wird eingereicht
sending-step-ask-arrived = Website wird gefragt, ob der Antrag angekommen ist

## While the vault is checked. $percent: how much was read.

vault-check-reading = Der Tresor wird gelesen: { $percent } %

## What went less well, after something was sent. $site: a name. $host: such as "shop.example".

outcome-log-in-later = Sie sind registriert, aber { $site } kennt Ihr Konto noch nicht. Melden Sie sich später an.
# $reason: whole sentences.
outcome-log-in-failed = Sie sind registriert, aber die Wallet konnte Sie nicht anmelden. { $reason }
outcome-only-identity = Die Wallet hat mit diesem Antrag keine Angaben gesendet, nur Ihre Identität.
# $files: a list of names.
outcome-perhaps-twice = { $site } hat vielleicht eine zweite Kopie von { $files }. Eine frühere Übertragung brach ab, bevor die Website sie bestätigt hatte.
outcome-not-verified = Die Website nimmt nur Personen an, deren Identität geprüft wurde. Sie hat erfahren, dass Ihre nicht geprüft wurde, und sonst nichts.
outcome-clock-behind-minutes = { $minutes ->
        [one] Die Uhr dieses Computers geht gegenüber { $host } um { $minutes } Minute nach. Anmeldungen können fehlschlagen. Prüfen Sie, welche Uhr richtig geht.
       *[other] Die Uhr dieses Computers geht gegenüber { $host } um { $minutes } Minuten nach. Anmeldungen können fehlschlagen. Prüfen Sie, welche Uhr richtig geht.
    }
outcome-clock-ahead-minutes = { $minutes ->
        [one] Die Uhr dieses Computers geht gegenüber { $host } um { $minutes } Minute vor. Anmeldungen können fehlschlagen. Prüfen Sie, welche Uhr richtig geht.
       *[other] Die Uhr dieses Computers geht gegenüber { $host } um { $minutes } Minuten vor. Anmeldungen können fehlschlagen. Prüfen Sie, welche Uhr richtig geht.
    }
outcome-clock-behind-hours = { $hours ->
        [one] Die Uhr dieses Computers geht gegenüber { $host } um { $hours } Stunde nach. Anmeldungen können fehlschlagen. Prüfen Sie, welche Uhr richtig geht.
       *[other] Die Uhr dieses Computers geht gegenüber { $host } um { $hours } Stunden nach. Anmeldungen können fehlschlagen. Prüfen Sie, welche Uhr richtig geht.
    }
outcome-clock-ahead-hours = { $hours ->
        [one] Die Uhr dieses Computers geht gegenüber { $host } um { $hours } Stunde vor. Anmeldungen können fehlschlagen. Prüfen Sie, welche Uhr richtig geht.
       *[other] Die Uhr dieses Computers geht gegenüber { $host } um { $hours } Stunden vor. Anmeldungen können fehlschlagen. Prüfen Sie, welche Uhr richtig geht.
    }

## After a site was added: what it asks for that the wallet does not know. $what: an attribute.

site-note-unknown = Die Wallet kennt diese Angabe noch nicht: { $what }. Sie fragt die Website danach, wenn Sie sich registrieren.
# $reason: whole sentences.
site-note-unknown-because = Die Wallet kennt diese Angabe nicht: { $what }. { $reason } Sie können sie vorerst nicht eingeben. Die Wallet versucht es bei jeder Registrierung erneut.
# $schema: an address.
site-note-what = { $title } ({ $schema })

## Why the wallet does not know something that a site asks for

schema-fault-address = Die Adresse der Definition ist nicht gültig.
schema-fault-of-platform = Eine Website kann eine Angabe der Wallet nicht neu definieren.
schema-fault-not-in-platform = Der Name gehört zur Plattform, aber die Plattform hat keine solche Angabe.
schema-fault-too-many = { $most ->
        [one] Die Website fragt nach mehr als { $most } eigenen Angabe.
       *[other] Die Website fragt nach mehr als { $most } eigenen Angaben.
    }
schema-fault-elsewhere = Die Definition liegt bei { $host }. Die Wallet nimmt Definitionen nur von der Website selbst an.
# $url: an address. $reason: whole sentences.
schema-fault-refers = Die Definition verweist auf { $url }. { $reason }
schema-fault-refers-to-many = { $most ->
        [one] Die Definitionen der Website verweisen auf mehr als { $most } weiteres Dokument.
       *[other] Die Definitionen der Website verweisen auf mehr als { $most } weitere Dokumente.
    }
schema-fault-nested = Die Definition verweist auf Dokumente, die auf zu viele andere verweisen.

## Requests from outside

# $party: a host, such as "shop.example".
request-title-log-in = Bei { $party } anmelden
request-stopped = Das Senden brach vor dem Ende ab. Ihre Antwort ist vielleicht angekommen.

## Identity checks

# A picture. $kind: such as "JPEG". $size: such as "120 kB".
check-field-picture = { $kind }, { $size }
# Why a provider in a backup is left out.
provider-bad-address = Eine der Adressen des Anbieters ist nicht gültig.
