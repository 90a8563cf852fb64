### What comes from other programs into the wallet.

# Beside the button in the settings.
import-card-text = Übernimmt eine solche Datei oder die Datenbank der SelfKey-Wallet: IdentityWalletStorage.sqlite in deren Ordner. Sie sehen vorher, was geschehen würde.
# Over a choice between several people. $profile: the profile that they come into.
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
