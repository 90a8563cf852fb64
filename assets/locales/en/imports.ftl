### Importing attributes and documents from a file.

# Beside the button in the settings.
import-card = Import
import-card-text = Import a file that you exported before, or the database of the SelfKey wallet (IdentityWalletStorage.sqlite in its folder). You see a preview first.
import-card-open = Import…

# $file: its name.
import-title = Import { $file }
import-loading = Reading the file
import-empty = There is nothing to import in this file.
import-list = Contents of the file
import-unchanged = Nothing has changed yet.
import-cancel = Cancel
import-submit = { $count ->
        [0] Nothing to import
        [1] Import 1 entry
       *[other] Import { $count } entries
    }
import-done-title = Import complete
# $profile: its name.
import-done = { $count ->
        [1] Imported 1 entry into “{ $profile }”.
       *[other] Imported { $count } entries into “{ $profile }”.
    }
import-close = Done

## What happens where the wallet has another value of the same attribute

import-conflict = If you have a different value
import-conflict-which = for the same attribute with the same label
import-conflict-skip = Keep mine
import-conflict-replace = Use the file’s
import-conflict-both = Keep both

## What becomes of an entry, beside it

import-outcome-added = New
import-outcome-there = Already there
import-outcome-skipped = Keeps yours
import-outcome-replaced = Replaces yours
import-outcome-beside = Added beside yours
import-outcome-refused = Cannot be imported

## The database of the SelfKey wallet

# Over a choice between several people. $profile: the profile that their attributes are added to.
import-whose = Whose attributes do you want to import into “{ $profile }”?
import-whose-why = The SelfKey wallet has several identities that fit this profile.
# Somebody without a name.
import-whose-unnamed = No name
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
import-keys = The keys were not imported. They are in the SelfKey wallet’s folder: { $files }. To import a key, add an account from its keystore file, with the password that it had there.
