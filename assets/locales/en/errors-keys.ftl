### Errors about keys, recovery phrases, key files and signatures.

## Addresses, keys and signatures as text

error-keys-address-shape = An address is 0x followed by 40 hexadecimal digits.
error-keys-address-checksum = The address has a typing error. Its upper and lower case letters do not match its digits. Check each character.
error-keys-did-method = This is not an identifier of the form did:eth:0x….
error-keys-did-address = The address in the identifier must be 0x followed by 40 lower-case hexadecimal digits.
error-keys-private-shape = A private key has 64 hexadecimal digits, with or without 0x in front.
error-keys-private-range = This is not a valid private key. The number is zero or too large.
error-keys-public-shape = A public key has 66, 128 or 130 hexadecimal digits, with or without 0x in front.
error-keys-public-curve = This is not a valid public key. It is not a point on the curve secp256k1.
error-keys-signature-shape = A signature is 0x followed by 130 hexadecimal digits.
# $byte: a number, such as 35.
error-keys-signature-last = The last byte of the signature is { $byte }. It must be 27 or 28.
error-keys-signature-range = This is not a valid signature. Its numbers are outside the range of secp256k1.
error-keys-signature-none = No key can have made this signature for this text.

## Account numbers

# $index: the number that the user entered.
error-keys-index-too-large = The account number { $index } is too large. The largest is 2147483647.
error-keys-index-invalid = This account number has no valid key. Use another one.

## Addresses of sites that get a key

error-keys-site-not-a-url = The site’s address must be a full address, such as https://rp.example/login.
error-keys-site-too-long = The site’s address is longer than 2048 bytes.
error-keys-site-scheme = The site’s address must begin with https:// or http://.
error-keys-site-query = The site’s address contains a question mark. Remove it and everything after it.
error-keys-site-password = The site’s address contains a password. Remove it.

## Key files (keystores)

# $limit: a size.
error-keys-file-too-long = This file is larger than { $limit }. No key file is that large. Choose another file.
error-keys-file-shape = This is not a key file, or the file is damaged. Choose a key file that another wallet exported.
# $reason: a whole sentence.
error-keys-file-text = The wallet cannot read this key file. { $reason }
error-keys-file-version = This key file has a format version other than 3, the only one that the wallet reads. Most wallets that read this file can export it again as version 3.
error-keys-file-presale = This file is from the Ethereum presale of 2014, and the wallet cannot read it. Import it into a wallet that reads it, such as geth. Then choose the key file that geth writes.
error-keys-file-unsupported = This key file uses a kind of encryption that the wallet does not support. Export the key again from the other wallet.
error-keys-file-too-costly = Opening this key file takes far more memory or time than usual. The wallet did not try it. Export the key again from the other wallet.
# $needed: a size.
error-keys-file-memory = This computer does not have enough free memory to open the key file. It needs { $needed }. Close other applications and try again.
error-keys-file-passphrase = The passphrase does not open this key file. Check it and try again. If it is correct, the file is damaged.
error-keys-file-no-key = The passphrase is correct, but the key file contains no valid key.
# Both are addresses.
error-keys-file-other-key = The passphrase is correct, but the key file contains another key than it says. It names { $named } and contains the key of { $found }.

error-keys-file-unmade-passphrase = The passphrase is empty. No key file was created. Enter a passphrase.
# $needed: a size.
error-keys-file-unmade-memory = This computer does not have enough free memory to create the key file. It needs { $needed }. Close other applications and try again.
error-keys-file-unmade-random = This computer gave no random numbers. No key file was created. Try again.

## Recovery phrases. $position: the place of a word, counted from 1.

error-keys-phrase-count = { $found ->
        [one] You entered 1 word. A recovery phrase has 12, 15, 18, 21 or 24 words.
       *[other] You entered { $found } words. A recovery phrase has 12, 15, 18, 21 or 24 words.
    }
# $reason: the sentence above.
error-keys-phrase-count-unknown = { $reason } Word { $position } is not in the English word list.
# $number: the number in front of a word.
error-keys-phrase-number-missing = The words are numbered, but number { $number } is missing. Correct the numbers, or leave them out.
error-keys-phrase-number-repeated = The words are numbered, but two of them have the number { $number }. Correct the numbers, or leave them out.
error-keys-phrase-number-alone = The words are numbered, but no word follows the number { $number }. Correct the numbers, or leave them out.
# $words: two or more.
error-keys-phrase-number-several = The words are numbered, but { $words } words follow the number { $number }. Correct the numbers, or leave them out.
error-keys-phrase-word = Word { $position } is not in the English word list. Check its spelling.
error-keys-phrase-checksum = This is not a valid recovery phrase. A word is wrong, or two words are in the wrong order. Check each word.
error-keys-phrase-random = This computer gave no random numbers. Try again.
