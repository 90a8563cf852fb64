### The screens before there is a wallet, and just after it was made.

create-title = Create your wallet
create-subtitle = Your identity, documents and keys are encrypted and stay on this computer.
create-password-text = Nobody can reset this password. Keep it somewhere safe.
create-submit = Create wallet
create-under-way = Creating the wallet
create-restore = Restore from a backup
create-bring = Import from another wallet
create-bring-text = First choose a password for the new wallet. You import your account or your data in the last step.
create-bring-not = Start with an empty wallet

bring-title = Bring what you have
bring-text = Your wallet is ready. Import what you have in another wallet, or do it later in the settings.
bring-key = Import an account…
bring-key-hint = A key file (keystore), a recovery phrase or a private key.
# $count: how many accounts were imported in this step.
bring-keys =
    { $count ->
        [one] { $count } account is imported.
       *[other] { $count } accounts are imported.
    }
bring-data = Import attributes and documents…
bring-data-hint = An export of this wallet, or the data file of the SelfKey wallet.
bring-has-data = Your attributes and documents are imported.
bring-done = Open my wallet
bring-skip = Skip
