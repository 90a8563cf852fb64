### What `idw account` says. Account names and file names stand for themselves.

## Tables. Headings of columns are in capitals.

cli-account-column-name = NAME
cli-account-column-kind = ART
cli-account-column-did = DID
cli-account-kind = Art
cli-account-site = Website
cli-account-kind-named = Benannt
cli-account-kind-imported = Importiert
cli-account-kind-site = Nur eine Website

## What was done. $name: the name of the account.

cli-account-created = Konto { $name } erstellt.
cli-account-imported = Konto { $name } importiert.
cli-account-renamed = Das Konto heißt jetzt { $name }.
cli-account-removed = Konto { $name } entfernt.

## Importing an account

cli-account-passphrase-needs-keystore = --passphrase-file gilt für eine Keystore-Datei. Geben Sie die Keystore-Datei mit --keystore an.
cli-account-index-needs-phrase = --index gilt für eine Wiederherstellungsphrase. Geben Sie die Phrase mit --phrase-file oder --ask-phrase an.
cli-account-passphrase-empty = Die angegebene Passphrase ist leer.
# Questions. The answer is typed behind them.
cli-account-ask-keystore-passphrase = Passphrase der Keystore-Datei:
cli-account-ask-private-key = Privater Schlüssel:
cli-account-ask-phrase = Wiederherstellungsphrase:

## Exporting an account

cli-account-only-keystore = Nur eine Keystore-Datei hat eine Passphrase. Verwenden Sie --as keystore.
cli-account-ask-new-passphrase = Neue Passphrase für die Keystore-Datei:
# $path: the file.
cli-account-exported-keystore = Keystore-Datei von { $name } in { $path } gespeichert.
cli-account-exported-raw-key = Privaten Schlüssel von { $name } in { $path } gespeichert.
cli-account-exported-phrase = Wiederherstellungsphrase in { $path } gespeichert.
cli-account-secret-warning = Wer das liest, kann in Ihrem Namen handeln. Behalten Sie es für sich, und geben Sie es nie auf einer Website ein.
cli-account-not-exported = Die Wallet zählt es nicht als exportiert. Nur diese Wallet hat das Geheimnis.
# NFKC is a Unicode form. ethers is a library that many wallets use.
cli-account-nfkc = Wallets, die ethers verwenden, wandeln manche Zeichen dieser Passphrase um (Unicode NFKC). Eine Keystore-Datei mit der unveränderten Passphrase können sie nicht öffnen.
cli-account-nfkc-question = Eine Datei erstellen, die sich dort und hier öffnen lässt?
cli-account-nfkc-option = Mit --passphrase-nfkc erstellen Sie eine Datei, die sich dort und hier öffnen lässt.
