### The vault on this computer: looking for it, and what stands in its way.

vault-loading = Tresor wird gesucht
# Before its path.
vault-folder = Ordner des Tresors:

vault-unusable-title = Die Wallet lässt sich nicht öffnen
vault-unusable-damaged = Die Wallet hat nichts geändert oder entfernt. Kopieren Sie den Ordner des Tresors, bevor Sie etwas anderes versuchen.
