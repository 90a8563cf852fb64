### Importing attributes and documents from a file.

# Beside the button in the settings.
import-card = Import
import-card-text = Übernimmt eine solche Datei oder die Datenbank der SelfKey-Wallet: IdentityWalletStorage.sqlite in deren Ordner. Sie sehen vorher, was geschehen würde.
import-card-open = Importieren…

# $file: its name.
import-title = { $file } importieren
import-loading = Datei wird gelesen
import-empty = In dieser Datei ist nichts zum Importieren.
import-list = Inhalt der Datei
import-unchanged = Noch wurde nichts geändert.
import-cancel = Abbrechen
import-submit = { $count ->
        [0] Nichts zu importieren
        [1] 1 Element importieren
       *[other] { $count } Elemente importieren
    }
import-done-title = Import abgeschlossen
# $profile: its name.
import-done = { $count ->
        [1] 1 Element wurde in „{ $profile }“ importiert.
       *[other] { $count } Elemente wurden in „{ $profile }“ importiert.
    }
import-close = Fertig

## What happens where the wallet has another value of the same attribute

import-conflict = Wenn Sie eine andere Angabe haben
import-conflict-which = derselben Art mit derselben Bezeichnung
import-conflict-skip = Meine behalten
import-conflict-replace = Die der Datei verwenden
import-conflict-both = Beide behalten

## What becomes of an entry, beside it

import-outcome-added = Neu
import-outcome-there = Schon vorhanden
import-outcome-skipped = Behält Ihre
import-outcome-replaced = Ersetzt Ihre
import-outcome-beside = Zusätzlich zu Ihrer
import-outcome-refused = Nicht importierbar

## The database of the SelfKey wallet

# Over a choice between several people. $profile: the profile that their attributes are added to.
import-whose = Wessen Angaben kommen in „{ $profile }“?
import-whose-why = Die SelfKey-Wallet beschreibt mehrere, die zu diesem Profil passen.
# Somebody without a name.
import-whose-unnamed = Ohne Namen
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
import-keys = Schlüssel wurden nicht importiert. Sie liegen im Ordner der SelfKey-Wallet: { $files }. Importieren Sie jeden als Konto, aus einer Keystore-Datei, mit dem Passwort, das er dort hatte.
