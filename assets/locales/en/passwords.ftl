### Entering and choosing the vault's password.

password-current = Current password
password-differs = The passwords don’t match.
# $reason: why the system keyring did not open the vault, a sentence.
password-still-works = { $reason } You can still use your password.
