//! The rows of the client in Python, against the wallet instead of a service that keeps nothing: the vault keeps the same rules.
