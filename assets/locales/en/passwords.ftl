### Entering and choosing the vault's password, and the passwords of files.

password-field = Password
# Where the password of a file could be meant as well.
password-wallet = Wallet password
password-current = Current password
password-new = New password
password-repeat = Repeat the password
password-differs = The passwords don’t match.
# $reason: why the system keyring did not open the vault, a sentence.
password-still-works = { $reason } You can still use your password.

## Changing it

password-change-title = Change the password
password-change-submit = Change password

## How well a new password resists guessing. Advice in whole sentences may follow each of the grades.

password-hint = Use four or five unrelated words.
password-grade-0 = Very easy to guess.
password-grade-1 = Very weak.
password-grade-2 = Weak.
password-grade-3 = Good.
password-grade-4 = Strong.

# Beside the box that the user ticks to use a weak one.
password-weak-vault = Use this weak password anyway. Anyone who copies the vault’s folder could guess it.
password-weak-file = Use this weak password anyway. Anyone who gets the file could guess it.
password-weak-passphrase = Use this weak passphrase anyway. Anyone who gets the file could guess it.
