### The accounts of a profile and their keys.

account-list-title = Accounts
account-list-loading = Loading accounts

# The account that the wallet uses where the user names no other.
account-badge-main = Main
account-badge-imported = Imported
# A key that one site alone knows.
account-badge-site = This site only

# $name: the account's name.
account-copy-address = Copy the address of { $name }
account-name = Name

## One account

account-address = Address
account-did = DID
account-public-key = Public key
account-key = Key

# Where the key comes from. $site: a name. The first stands before a BIP-32 path, such as "m/44'/60'/0'/0/1".
account-key-of-phrase = Derived from your recovery phrase:
account-key-of-site = Derived from your recovery phrase for { $site } only
account-key-of-one-site = Derived from your recovery phrase for one site only

account-rename = Rename…
account-export = Export key…
account-remove = Remove…

## A new account

account-new = New account
account-new-text = Your recovery phrase can restore this account. Sites already get separate keys, so you need another account only if you want several sites to know you by the same address.
account-new-name-hint = Only you see it.
account-new-submit = Create

## Renaming an account

account-rename-title = Rename “{ $name }”
account-rename-hint = Your sites keep using this account under its new name.
account-rename-submit = Rename

## How a key enters or leaves the wallet

account-way-key-file = Key file
account-way-phrase = Recovery phrase
account-way-private-key = Private key

## Importing an account from another wallet

account-import = Import…
account-import-title = Import an account
account-import-ways = Import from
account-import-file-text = Choose a Web3 Secret Storage file (version 3), which most Ethereum wallets can export, and enter its password.
account-import-no-file = No file chosen
account-import-choose = Choose…
account-import-choose-other = Choose another…
account-import-file-password = File password
account-import-file-password-hint = Leave it empty only if the file has no password.
account-import-phrase-hint = Enter the 12 to 24 words of the other wallet, with or without their numbers. The wallet imports one account and does not keep the phrase.
account-import-index = Account number
account-import-index-hint = 0 is the first account that other wallets show.
account-import-private-key-hint = 64 hexadecimal digits, with or without 0x.
account-import-submit = Import

## Exporting the key of an account. $name: the account's name.

account-export-title = Export the key of “{ $name }”
account-export-ways = Export as
account-export-file-text = The wallet saves the key in a Web3 Secret Storage file (version 3), which most Ethereum wallets can import.
account-export-file-password = New password for the file
account-export-choose = Choose where to save…
account-export-done-title = Key file saved
# $file: the name of the file.
account-export-done-text = Anyone who has { $file } and its password can act as “{ $name }”.
# The file's password has characters that other wallets change before they use it. Ethers is a library.
account-export-nfkc-title = Some wallets read this password differently
account-export-nfkc-text = Ethers, and wallets that use it, convert some characters of this password and then cannot open the file.
account-export-nfkc-accept = Make a file that opens both there and here

## Showing a private key or the recovery phrase

account-reveal-key = Show private key
account-reveal-phrase = Show recovery phrase
account-reveal-warning-title = Keep it to yourself
account-reveal-warning-key = Anyone who reads this key can act as “{ $name }”. Never enter it on a website.
account-reveal-warning-phrase = Anyone who reads these words can use every account derived from them. Never enter them on a website.
account-reveal-copy-key = Copy the private key
account-reveal-left = { $seconds ->
    [one] Hides in 1 second.
   *[other] Hides in { $seconds } seconds.
}
account-reveal-hide = Hide now

## Removing an account. $name: the account's name.

account-remove-title = Remove “{ $name }”?
account-remove-loading = Checking where you use it
account-remove-erases = This erases the key from this wallet
account-remove-exported = You imported this key, so your recovery phrase cannot restore it. You have exported it before.
account-remove-never-exported = You imported this key, so your recovery phrase cannot restore it. You have never exported it from this wallet.
# $number: as the user enters it to import the account.
account-remove-restorable = The wallet removes the account from the list. To get it back, import your recovery phrase with account number { $number }.
account-remove-sites-title = Sites know you by this account
# $sites: their names, with commas between them.
account-remove-sites-text = You use it at { $sites }. From now on, the wallet uses a separate key at each of these sites, and they no longer know who you are.
account-remove-activity = Your activity still shows what you sent with this account.
account-remove-elsewhere = I have the key elsewhere or no longer need it
account-remove-accept = Remove
