### What messages about several things use.
###
### Glossary. Whoever reads is „Sie“. A button says its verb last, in the infinitive: „Dokument hinzufügen“.
### account: Konto; activity: Aktivität; apply, application: beantragen, Antrag; attribute, value: Angabe (never Attribut)
### backup: Backup; company: Unternehmen; default: Standard; document: Dokument; identity check: Identitätsprüfung
### keyring: Schlüsselbund; lock, unlock: sperren, entsperren; log: Protokoll; log in, sign up: anmelden, registrieren
### party (Auth eID): Stelle; passphrase: Passphrase; password: Passwort; profile: Profil; provider: Anbieter
### recovery phrase: Wiederherstellungsphrase; request: Anfrage; service: Dienst; sign, signature: signieren, Signatur
### site: Website; snapshot: Momentaufnahme; vault: Tresor; verified: geprüft; wallet: die Wallet
### After „gesendet“ and the like a colon stands before $when, which is „vor 5 Minuten“ or a day: „gesendet: { $when }“.

# A value that has a label, such as "Email (work)".
attribute-labelled = { $title } ({ $label })
# A list of things: $others are all but the last one, with commas between them.
list-and = { $others } und { $last }

## Time

# Stands where "5 minutes ago" could.
time-just-now = gerade eben

## Copying

copy-button = Kopieren
copy-done = Kopiert
copy-done-secret = { $seconds ->
        [1] Kopiert. Die Wallet leert die Zwischenablage in 1 Sekunde.
       *[other] Kopiert. Die Wallet leert die Zwischenablage in { $seconds } Sekunden.
    }

## Sending. Each is a step of its own.

sending-connecting = Verbindung wird hergestellt
# $file: its name.
sending-file = { $file } wird gesendet
sending-files = { $count ->
        [1] 1 Datei wird gesendet
       *[other] { $count } Dateien werden gesendet
    }

## A text that is too long to show at once

text-show-all = Alles anzeigen
text-show-less = Weniger anzeigen
