### An account of the wallet: what is shown of it.

account-address = Adresse
account-did = DID
account-public-key = Öffentlicher Schlüssel
account-key = Schlüssel
