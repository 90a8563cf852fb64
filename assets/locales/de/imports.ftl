### Importing attributes and documents from a file.

# Beside the button in the settings.
import-card = Import
import-card-text = Importieren Sie eine Datei, die Sie früher exportiert haben, oder die Datenbank der SelfKey-Wallet (IdentityWalletStorage.sqlite in deren Ordner). Sie sehen zuerst eine Vorschau.
import-card-open = Importieren…

# $file: its name.
import-title = { $file } importieren
import-loading = Datei wird gelesen
import-empty = In dieser Datei ist nichts zu importieren.
import-list = Inhalt der Datei
import-unchanged = Noch ist nichts geändert.
import-cancel = Abbrechen
import-submit = { $count ->
        [0] Nichts zu importieren
        [1] 1 Eintrag importieren
       *[other] { $count } Einträge importieren
    }
import-done-title = Import abgeschlossen
# $profile: its name.
import-done = { $count ->
        [1] 1 Eintrag wurde in „{ $profile }“ importiert.
       *[other] { $count } Einträge wurden in „{ $profile }“ importiert.
    }
import-close = Fertig

## What happens where the wallet has another value of the same attribute

import-conflict = Wenn Sie einen anderen Wert haben
import-conflict-which = für dieselbe Angabe mit derselben Bezeichnung
import-conflict-skip = Meinen behalten
import-conflict-replace = Den der Datei nehmen
import-conflict-both = Beide behalten

## What becomes of an entry, beside it

import-outcome-added = Neu
import-outcome-there = Schon vorhanden
import-outcome-skipped = Ihrer bleibt
import-outcome-replaced = Ersetzt Ihren
import-outcome-beside = Kommt neben Ihren
import-outcome-refused = Lässt sich nicht importieren

## The database of the SelfKey wallet

# Over a choice between several people. $profile: the profile that their attributes are added to.
import-whose = Wessen Angaben möchten Sie in „{ $profile }“ importieren?
import-whose-why = Die SelfKey-Wallet hat mehrere Identitäten, die zu diesem Profil passen.
# Somebody without a name.
import-whose-unnamed = Kein Name
import-whose-member = Mitglied eines Unternehmens
# $attributes and $documents: how many.
import-whose-holds = { $attributes ->
    [one] 1 Angabe
   *[other] { $attributes } Angaben
 }, { $documents ->
    [one] 1 Dokument
   *[other] { $documents } Dokumente
 }
# After an import from the SelfKey wallet. $files: "wallets/0x4fA1…, wallets/0x77b0…".
import-keys = Die Schlüssel wurden nicht importiert. Sie liegen im Ordner der SelfKey-Wallet: { $files }. Um einen Schlüssel zu importieren, fügen Sie ein Konto aus seiner Keystore-Datei hinzu, mit dem Passwort, das er dort hatte.
