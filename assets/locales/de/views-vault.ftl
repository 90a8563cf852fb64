### What the wallet finds out about its vault and about a new password.

## Kinds of records in the vault

stored-profile = Profil
stored-account = Konto
stored-account-key = Schlüssel eines Kontos
stored-next-account = Nummer des nächsten Kontos
stored-recovery-phrase = Wiederherstellungsphrase
stored-attribute = Angabe
stored-schema = Art von Angabe einer Website
stored-document = Dokument
stored-site = Website
stored-application = Antrag
stored-request = Anfrage
stored-provider = Anbieter von Identitätsprüfungen
stored-eid-party = Stelle (Auth eID)
stored-eid-request = Anfrage (Auth eID)
stored-eid-files = PDF-Dateien (Auth eID)
stored-eid-keys = Schlüssel (Auth eID)
stored-eid-service = Dienst (Auth eID)
stored-activity-entry = Eintrag im Aktivitätsprotokoll
stored-activity-end = Ende des Aktivitätsprotokolls
stored-imported-activity-entry = Eintrag im Aktivitätsprotokoll aus einem Backup
stored-imported-activity-end = Ende des Aktivitätsprotokolls aus einem Backup
stored-digest-keys = Schlüssel für das Aktivitätsprotokoll
stored-unsaved = Nicht gespeicherte Eingabe
stored-last-backup = Datum des letzten Backups
stored-data-version = Version der Daten

## A check of the whole vault

# $what: one of the kinds above.
vault-check-unreadable = Diese Version der Wallet kann einen Eintrag nicht lesen. Art: { $what }. ID: { $id }. Aktualisieren Sie die Wallet, um ihn zu lesen, oder entfernen Sie ihn.

## What makes a new password easy to guess. One of these follows its grade.

password-warning-straight-keys = Gerade Tastenreihen sind leicht zu erraten.
password-warning-short-pattern = Kurze Tastaturmuster sind leicht zu erraten.
password-warning-repeated-letter = Wiederholte Buchstaben wie „aaa“ sind leicht zu erraten.
password-warning-repeated-part = Ein wiederholter Teil wie „abcabcabc“ ist kaum schwerer zu erraten als „abc“.
password-warning-top-10 = Das ist eines der zehn häufigsten Passwörter.
password-warning-top-100 = Das ist eines der hundert häufigsten Passwörter.
password-warning-common = Das ist ein sehr häufiges Passwort.
password-warning-similar = Das ähnelt einem häufigen Passwort.
password-warning-sequence = Folgen wie „abc“ oder „6543“ sind leicht zu erraten.
password-warning-recent-year = Jahreszahlen aus der letzten Zeit sind leicht zu erraten.
password-warning-single-word = Ein einzelnes Wort ist leicht zu erraten.
password-warning-date = Ein Datum ist oft leicht zu erraten.
password-warning-single-name = Ein einzelner Name ist leicht zu erraten.
password-warning-common-name = Häufige Namen sind leicht zu erraten.

## What makes it harder to guess. These follow the warning.

password-advice-few-words = Verwenden Sie mehrere Wörter, aber keine bekannte Redewendung.
password-advice-no-symbols = Sonderzeichen, Ziffern und Großbuchstaben sind nicht nötig.
password-advice-another-word = Hängen Sie noch ein oder zwei Wörter an. Am besten sind seltene Wörter.
password-advice-capitals = Großbuchstaben helfen wenig.
password-advice-all-capitals = Nur Großbuchstaben sind fast so leicht zu erraten wie nur Kleinbuchstaben.
password-advice-reversed = Ein rückwärts geschriebenes Wort ist kaum schwerer zu erraten.
password-advice-substitutions = Naheliegende Ersetzungen wie „@“ statt „a“ helfen wenig.
password-advice-longer-pattern = Verwenden Sie ein längeres Tastaturmuster mit mehr Richtungswechseln.
password-advice-no-repeats = Vermeiden Sie wiederholte Wörter und Buchstaben.
password-advice-no-sequences = Vermeiden Sie Folgen.
password-advice-no-recent-years = Vermeiden Sie Jahreszahlen aus der letzten Zeit.
password-advice-no-own-years = Vermeiden Sie Jahreszahlen, die mit Ihnen zu tun haben.
password-advice-no-own-dates = Vermeiden Sie Daten und Jahreszahlen, die mit Ihnen zu tun haben.
