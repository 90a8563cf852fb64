### Errors about keys, recovery phrases, key files and signatures.

## Addresses, keys and signatures as text

error-keys-address-shape = Eine Adresse besteht aus 0x und 40 hexadezimalen Ziffern.
error-keys-address-checksum = Die Adresse enthält einen Tippfehler. Ihre Groß- und Kleinbuchstaben passen nicht zu ihren Ziffern. Prüfen Sie jedes Zeichen.
error-keys-did-method = Das ist keine ID der Form did:eth:0x….
error-keys-did-address = Die Adresse in der ID muss aus 0x und 40 hexadezimalen Ziffern in Kleinbuchstaben bestehen.
error-keys-private-shape = Ein privater Schlüssel hat 64 hexadezimale Ziffern, mit oder ohne 0x davor.
error-keys-private-range = Das ist kein gültiger privater Schlüssel. Die Zahl ist null oder zu groß.
error-keys-public-shape = Ein öffentlicher Schlüssel hat 66, 128 oder 130 hexadezimale Ziffern, mit oder ohne 0x davor.
error-keys-public-curve = Das ist kein gültiger öffentlicher Schlüssel. Er ist kein Punkt auf der Kurve secp256k1.
error-keys-signature-shape = Eine Signatur besteht aus 0x und 130 hexadezimalen Ziffern.
# $byte: a number, such as 35.
error-keys-signature-last = Das letzte Byte der Signatur ist { $byte }. Es muss 27 oder 28 sein.
error-keys-signature-range = Das ist keine gültige Signatur. Ihre Zahlen liegen außerhalb des Bereichs von secp256k1.
error-keys-signature-none = Kein Schlüssel kann diese Signatur für diesen Text erstellt haben.

## Account numbers

# $index: the number that the user entered.
error-keys-index-too-large = Die Kontonummer { $index } ist zu groß. Die größte ist 2147483647.
error-keys-index-invalid = Zu dieser Kontonummer gibt es keinen gültigen Schlüssel. Verwenden Sie eine andere.

## Addresses of sites that get a key

error-keys-site-not-a-url = Die Adresse der Website muss vollständig sein, zum Beispiel https://rp.example/login.
error-keys-site-too-long = Die Adresse der Website ist länger als 2048 Byte.
error-keys-site-scheme = Die Adresse der Website muss mit https:// oder http:// beginnen.
error-keys-site-query = Die Adresse der Website enthält ein Fragezeichen. Entfernen Sie es und alles, was danach kommt.
error-keys-site-password = Die Adresse der Website enthält ein Passwort. Entfernen Sie es.

## Key files (keystores)

# $limit: a size.
error-keys-file-too-long = Diese Datei ist größer als { $limit }. So groß ist keine Schlüsseldatei. Wählen Sie eine andere Datei.
error-keys-file-shape = Das ist keine Schlüsseldatei, oder die Datei ist beschädigt. Wählen Sie eine Schlüsseldatei, die eine andere Wallet exportiert hat.
# $reason: a whole sentence.
error-keys-file-text = Die Wallet kann diese Schlüsseldatei nicht lesen. { $reason }
error-keys-file-version = Diese Schlüsseldatei hat eine andere Formatversion als 3, und nur diese liest die Wallet. Die meisten Wallets, die diese Datei lesen, können sie als Version 3 neu exportieren.
error-keys-file-presale = Diese Datei stammt aus dem Vorverkauf von Ethereum im Jahr 2014, und die Wallet kann sie nicht lesen. Importieren Sie sie in eine Wallet, die sie liest, zum Beispiel geth. Wählen Sie dann die Schlüsseldatei, die geth schreibt.
error-keys-file-unsupported = Diese Schlüsseldatei verwendet eine Verschlüsselung, die die Wallet nicht unterstützt. Exportieren Sie den Schlüssel noch einmal aus der anderen Wallet.
error-keys-file-too-costly = Diese Schlüsseldatei zu öffnen, braucht weit mehr Speicher oder Zeit als üblich. Die Wallet hat es nicht versucht. Exportieren Sie den Schlüssel noch einmal aus der anderen Wallet.
# $needed: a size.
error-keys-file-memory = Auf diesem Computer ist nicht genug Arbeitsspeicher frei, um die Schlüsseldatei zu öffnen. Nötig sind { $needed }. Schließen Sie andere Anwendungen und versuchen Sie es erneut.
error-keys-file-passphrase = Die Passphrase öffnet diese Schlüsseldatei nicht. Prüfen Sie sie und versuchen Sie es erneut. Wenn sie stimmt, ist die Datei beschädigt.
error-keys-file-no-key = Die Passphrase stimmt, aber die Schlüsseldatei enthält keinen gültigen Schlüssel.
# Both are addresses.
error-keys-file-other-key = Die Passphrase stimmt, aber die Schlüsseldatei enthält einen anderen Schlüssel, als sie angibt. Sie nennt { $named } und enthält den Schlüssel von { $found }.

error-keys-file-unmade-passphrase = Die Passphrase ist leer. Es wurde keine Schlüsseldatei erstellt. Geben Sie eine Passphrase ein.
# $needed: a size.
error-keys-file-unmade-memory = Auf diesem Computer ist nicht genug Arbeitsspeicher frei, um die Schlüsseldatei zu erstellen. Nötig sind { $needed }. Schließen Sie andere Anwendungen und versuchen Sie es erneut.
error-keys-file-unmade-random = Dieser Computer hat keine Zufallszahlen geliefert. Es wurde keine Schlüsseldatei erstellt. Versuchen Sie es erneut.

## Recovery phrases. $position: the place of a word, counted from 1.

error-keys-phrase-count = { $found ->
        [one] Sie haben 1 Wort eingegeben. Eine Wiederherstellungsphrase hat 12, 15, 18, 21 oder 24 Wörter.
       *[other] Sie haben { $found } Wörter eingegeben. Eine Wiederherstellungsphrase hat 12, 15, 18, 21 oder 24 Wörter.
    }
# $reason: the sentence above.
error-keys-phrase-count-unknown = { $reason } Wort { $position } steht nicht in der englischen Wortliste.
# $number: the number in front of a word.
error-keys-phrase-number-missing = Die Wörter sind nummeriert, aber die Nummer { $number } fehlt. Korrigieren Sie die Nummern, oder lassen Sie sie weg.
error-keys-phrase-number-repeated = Die Wörter sind nummeriert, aber zwei haben die Nummer { $number }. Korrigieren Sie die Nummern, oder lassen Sie sie weg.
error-keys-phrase-number-alone = Die Wörter sind nummeriert, aber auf die Nummer { $number } folgt kein Wort. Korrigieren Sie die Nummern, oder lassen Sie sie weg.
# $words: two or more.
error-keys-phrase-number-several = Die Wörter sind nummeriert, aber auf die Nummer { $number } folgen { $words } Wörter. Korrigieren Sie die Nummern, oder lassen Sie sie weg.
error-keys-phrase-word = Wort { $position } steht nicht in der englischen Wortliste. Prüfen Sie die Schreibweise.
error-keys-phrase-checksum = Das ist keine gültige Wiederherstellungsphrase. Ein Wort ist falsch, oder zwei Wörter sind vertauscht. Prüfen Sie jedes Wort.
error-keys-phrase-random = Dieser Computer hat keine Zufallszahlen geliefert. Versuchen Sie es erneut.
