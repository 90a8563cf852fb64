### The accounts of a profile and their keys.

account-list-title = Konten
account-list-loading = Konten werden geladen

# The account that the wallet uses where the user names no other.
account-badge-main = Hauptkonto
account-badge-imported = Importiert
# A key that one site alone knows.
account-badge-site = Nur diese Website

# $name: the account's name.
account-copy-address = Adresse von { $name } kopieren
account-name = Name

## One account

account-address = Adresse
account-did = DID
account-public-key = Öffentlicher Schlüssel
account-key = Schlüssel

# Where the key comes from. $site: a name. The first stands before a BIP-32 path, such as "m/44'/60'/0'/0/1".
account-key-of-phrase = Abgeleitet aus Ihrer Wiederherstellungsphrase:
account-key-of-site = Abgeleitet aus Ihrer Wiederherstellungsphrase, nur für { $site }
account-key-of-one-site = Abgeleitet aus Ihrer Wiederherstellungsphrase, nur für eine Website

account-rename = Umbenennen…
account-export = Schlüssel exportieren…
account-remove = Entfernen…

## A new account

account-new = Neues Konto
account-new-text = Mit Ihrer Wiederherstellungsphrase lässt sich dieses Konto wiederherstellen. Websites erhalten schon getrennte Schlüssel. Ein weiteres Konto brauchen Sie nur, wenn mehrere Websites Sie unter derselben Adresse kennen sollen.
account-new-name-hint = Nur Sie sehen ihn.
account-new-submit = Erstellen

## Renaming an account

account-rename-title = „{ $name }“ umbenennen
account-rename-hint = Ihre Websites verwenden dieses Konto unter dem neuen Namen weiter.
account-rename-submit = Umbenennen

## How a key enters or leaves the wallet

account-way-key-file = Schlüsseldatei
account-way-phrase = Wiederherstellungsphrase
account-way-private-key = Privater Schlüssel

## Importing an account from another wallet

account-import = Importieren…
account-import-title = Konto importieren
account-import-ways = Importieren aus
account-import-file-text = Wählen Sie eine Datei im Format Web3 Secret Storage (Version 3), wie sie die meisten Ethereum-Wallets exportieren können, und geben Sie ihr Passwort ein.
account-import-no-file = Keine Datei gewählt
account-import-choose = Wählen…
account-import-choose-other = Andere wählen…
account-import-file-password = Passwort der Datei
account-import-file-password-hint = Lassen Sie das Feld nur leer, wenn die Datei kein Passwort hat.
account-import-phrase-hint = Geben Sie die 12 bis 24 Wörter der anderen Wallet ein, mit oder ohne ihre Nummern. Die Wallet importiert ein Konto und behält die Phrase nicht.
account-import-index = Kontonummer
account-import-index-hint = 0 ist das erste Konto, das andere Wallets anzeigen.
account-import-private-key-hint = 64 hexadezimale Ziffern, mit oder ohne 0x.
account-import-submit = Importieren

## Exporting the key of an account. $name: the account's name.

account-export-title = Schlüssel von „{ $name }“ exportieren
account-export-ways = Exportieren als
account-export-file-text = Die Wallet speichert den Schlüssel in einer Datei im Format Web3 Secret Storage (Version 3), die die meisten Ethereum-Wallets importieren können.
account-export-file-password = Neues Passwort für die Datei
account-export-choose = Speicherort wählen…
account-export-done-title = Schlüsseldatei gespeichert
# $file: the name of the file.
account-export-done-text = Wer { $file } und das Passwort der Datei hat, kann als „{ $name }“ handeln.
# The file's password has characters that other wallets change before they use it. Ethers is a library.
account-export-nfkc-title = Manche Wallets lesen dieses Passwort anders
account-export-nfkc-text = Ethers und Wallets, die es verwenden, wandeln manche Zeichen dieses Passworts um und können die Datei dann nicht öffnen.
account-export-nfkc-accept = Datei erstellen, die sich dort und hier öffnen lässt

## Showing a private key or the recovery phrase

account-reveal-key = Privaten Schlüssel anzeigen
account-reveal-phrase = Wiederherstellungsphrase anzeigen
account-reveal-warning-title = Behalten Sie es für sich
account-reveal-warning-key = Wer diesen Schlüssel liest, kann als „{ $name }“ handeln. Geben Sie ihn nie auf einer Website ein.
account-reveal-warning-phrase = Wer diese Wörter liest, kann jedes daraus abgeleitete Konto verwenden. Geben Sie sie nie auf einer Website ein.
account-reveal-copy-key = Privaten Schlüssel kopieren
account-reveal-left = { $seconds ->
    [one] Wird in 1 Sekunde ausgeblendet.
   *[other] Wird in { $seconds } Sekunden ausgeblendet.
}
account-reveal-hide = Jetzt ausblenden

## Removing an account. $name: the account's name.

account-remove-title = „{ $name }“ entfernen?
account-remove-loading = Es wird geprüft, wo Sie es verwenden
account-remove-erases = Der Schlüssel wird aus dieser Wallet gelöscht
account-remove-exported = Sie haben diesen Schlüssel importiert. Mit Ihrer Wiederherstellungsphrase lässt er sich nicht wiederherstellen. Sie haben ihn schon einmal exportiert.
account-remove-never-exported = Sie haben diesen Schlüssel importiert. Mit Ihrer Wiederherstellungsphrase lässt er sich nicht wiederherstellen. Sie haben ihn noch nie aus dieser Wallet exportiert.
# $number: as the user enters it to import the account.
account-remove-restorable = Die Wallet entfernt das Konto aus der Liste. Um es zurückzubekommen, importieren Sie Ihre Wiederherstellungsphrase mit der Kontonummer { $number }.
account-remove-sites-title = Websites kennen Sie unter diesem Konto
# $sites: their names, with commas between them.
account-remove-sites-text = Sie verwenden es hier: { $sites }. Von nun an verwendet die Wallet bei jeder dieser Websites einen eigenen Schlüssel, und die Websites erkennen Sie nicht mehr.
account-remove-activity = Ihre Aktivität zeigt weiterhin, was Sie mit diesem Konto gesendet haben.
account-remove-elsewhere = Ich habe den Schlüssel anderswo oder brauche ihn nicht mehr
account-remove-accept = Entfernen
