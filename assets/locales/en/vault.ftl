### The vault on this computer: looking for it, and what stands in its way.

vault-loading = Looking for the vault
# Before its path.
vault-folder = Vault folder:

vault-unusable-title = The wallet cannot be opened
vault-unusable-damaged = The wallet has not changed or removed anything. Copy the vault’s folder before you try anything else.
