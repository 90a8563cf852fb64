### The settings of the window: their sections, and what each of them offers.

settings-title = Settings
# For screen readers: the list of sections.
settings-sections = Sections of the settings
settings-security = Security
settings-profiles = Accounts and profiles
settings-checks = Identity checks
settings-eid = Auth eID
settings-data = Import and export
settings-backup = Backup
settings-vault = Vault
settings-appearance = Appearance
settings-about = About

## Security

settings-password-text = Opens the vault. Changing it takes a second.
settings-password-changed = The password was changed.

settings-keyring-loading = Asking the keyring
settings-backup-loading = Reading when the last backup was made

## Auth eID

settings-eid-loading = Reading who may ask
