### What comes from other programs into the wallet.

# Beside the button in the settings.
import-card-text = Takes in such a file, or the database of the SelfKey wallet: IdentityWalletStorage.sqlite in its folder. You see what would happen before anything does.
# Over a choice between several people. $profile: the profile that they come into.
import-whose = Whose attributes come into “{ $profile }”?
import-whose-why = The SelfKey wallet describes several who fit this profile.
# Somebody without a name.
import-whose-unnamed = Without a name
import-whose-member = Member of a company
# $attributes and $documents: how many.
import-whose-holds = { $attributes ->
    [one] 1 value
   *[other] { $attributes } values
 }, { $documents ->
    [one] 1 document
   *[other] { $documents } documents
 }
# After an import from the SelfKey wallet. $files: "wallets/0x4fA1…, wallets/0x77b0…".
import-keys = Keys were not imported. They are in the SelfKey wallet’s folder: { $files }. Import each as an account, from a keystore file, with the password that it had there.
