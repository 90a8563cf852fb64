### What stands around every failure.

failure-retry = Erneut versuchen
# $code: what programs call this kind of failure, such as "unreachable".
failure-code = Code: { $code }
failure-copy = Code und Meldung kopieren
