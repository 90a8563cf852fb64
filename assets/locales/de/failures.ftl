### What stands around every failure.

failure-retry = Erneut versuchen

## The title of a failure, by its kind. The sentence that comes with the failure says the rest.

failure-usage = Nicht möglich
failure-not-found = Nicht gefunden
failure-exists = Schon vorhanden
failure-wrong-password = Falsches Passwort
failure-in-use = Der Tresor wird gerade benutzt
failure-damaged = Der Tresor ist beschädigt
failure-missing = Etwas fehlt
failure-refused = Die Website hat abgelehnt
failure-no-account = Sie haben dort noch kein Konto
failure-unreachable = Die Website ist nicht erreichbar
failure-protocol = Die Website hat unerwartet geantwortet
failure-declined = Abgelehnt
failure-verified = Diese Angabe ist geprüft
failure-stopped = Abgebrochen
failure-locked = Die Wallet ist gesperrt
failure-other = Etwas ist schiefgegangen

## Details

# $code: what programs call this kind of failure, such as "unreachable".
failure-code = Code: { $code }
failure-copy = Code und Meldung kopieren

## What programs outside of the wallet say, in their own words

# $text: such as what a site or the operating system says.
error-verbatim = { $text }
