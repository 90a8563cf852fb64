### An account of the wallet: what is shown of it.

account-address = Address
account-did = DID
account-public-key = Public key
account-key = Key
