### Entering and choosing the vault's password, and the passwords of files.

password-field = Passwort
# Where the password of a file could be meant as well.
password-wallet = Passwort der Wallet
password-current = Aktuelles Passwort
password-new = Neues Passwort
password-repeat = Passwort wiederholen
password-differs = Die Passwörter stimmen nicht überein.
# $reason: why the system keyring did not open the vault, a sentence.
password-still-works = { $reason } Ihr Passwort funktioniert weiterhin.

## Changing it

password-change-title = Passwort ändern
password-change-submit = Passwort ändern

## How well a new password resists guessing. Advice in whole sentences may follow each of the grades.

password-hint = Verwenden Sie vier oder fünf Wörter, die nichts miteinander zu tun haben.
password-grade-0 = Sehr leicht zu erraten.
password-grade-1 = Sehr schwach.
password-grade-2 = Schwach.
password-grade-3 = Gut.
password-grade-4 = Stark.

# Beside the box that the user ticks to use a weak one.
password-weak-vault = Dieses schwache Passwort trotzdem verwenden. Wer den Ordner des Tresors kopiert, könnte es erraten.
password-weak-file = Dieses schwache Passwort trotzdem verwenden. Wer die Datei bekommt, könnte es erraten.
password-weak-passphrase = Diese schwache Passphrase trotzdem verwenden. Wer die Datei bekommt, könnte sie erraten.
