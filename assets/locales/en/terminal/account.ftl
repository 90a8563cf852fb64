### What `idw account` says. Account names and file names stand for themselves.

## Tables. Headings of columns are in capitals.

cli-account-column-name = NAME
cli-account-column-kind = KIND
cli-account-column-did = DID
cli-account-kind = Kind
cli-account-site = Site
cli-account-kind-named = Named
cli-account-kind-imported = Imported
cli-account-kind-site = One site only

## What was done. $name: the name of the account.

cli-account-created = Created account { $name }.
cli-account-imported = Imported account { $name }.
cli-account-renamed = The account is now called { $name }.
cli-account-removed = Removed account { $name }.

## Importing an account

cli-account-passphrase-needs-keystore = --passphrase-file is for a keystore file. Name the keystore file with --keystore.
cli-account-index-needs-phrase = --index is for a recovery phrase. Give the phrase with --phrase-file or --ask-phrase.
cli-account-passphrase-empty = The passphrase that you gave is empty.
# Questions. The answer is typed behind them.
cli-account-ask-keystore-passphrase = Passphrase of the keystore file:
cli-account-ask-private-key = Private key:
cli-account-ask-phrase = Recovery phrase:

## Exporting an account

cli-account-only-keystore = Only a keystore file has a passphrase. Use --as keystore.
cli-account-ask-new-passphrase = New passphrase for the keystore file:
# $path: the file.
cli-account-exported-keystore = Saved the keystore file of { $name } to { $path }.
cli-account-exported-raw-key = Saved the private key of { $name } to { $path }.
cli-account-exported-phrase = Saved the recovery phrase to { $path }.
cli-account-secret-warning = Anyone who reads this can act as you. Keep it to yourself, and never enter it on a website.
cli-account-not-exported = The wallet does not count it as exported. Only this wallet has the secret.
# NFKC is a Unicode form. ethers is a library that many wallets use.
cli-account-nfkc = Wallets that use ethers change some characters of this passphrase (Unicode NFKC). They cannot open a keystore file with the unchanged passphrase.
cli-account-nfkc-question = Make a file that opens there and here?
cli-account-nfkc-option = Add --passphrase-nfkc to make a file that opens there and here.
