### Entering and choosing the vault's password.

password-current = Aktuelles Passwort
password-differs = Die Passwörter stimmen nicht überein.
# $reason: why the system keyring did not open the vault, a sentence.
password-still-works = { $reason } Ihr Passwort funktioniert weiterhin.
