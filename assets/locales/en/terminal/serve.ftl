### What `idw serve` says.

cli-serve-no-password = `idw serve` does not ask for the password. Name its file with --password-file, or its file descriptor with --password-fd.
cli-serve-read-only = The wallet cannot write to the vault’s folder, so it could not accept requests. Nothing was started.
# Why follows.
cli-serve-no-signals = The wallet cannot listen for signals.
# $address: such as "127.0.0.1:8466". Why follows.
cli-serve-eid-failed = The wallet cannot accept Auth eID requests at { $address }. Nothing was started.
cli-serve-unsupported = `idw serve` needs Unix sockets, and this system does not have them.

## It runs

# $vault: a folder.
cli-serve-ready = Holding { $vault }, ready for requests.
cli-serve-eid = Parties can send Auth eID requests to { $url }.
# $host: a service.
cli-serve-service = Parties can send requests through { $host }.
# $reason: whole sentences.
cli-serve-stays-locked = The wallet stays locked. { $reason }
cli-serve-descriptor = It can read a file descriptor only once. Start `idw serve` again.
