### Errors between this program and the one that holds the vault. Both run on this computer.

# $path: the file or folder that is in the way.
error-link-nobody = No wallet is open for this vault. Open the wallet, then try again.
error-link-not-folder = { $path } should be a folder, but something else is in its place. Nothing was sent. Remove it if nobody needs it.
error-link-not-socket = { $path } should be a socket of the wallet, but something else is in its place. Nothing was sent. Remove it if nobody needs it.
error-link-other-owner = { $path } belongs to another user of this computer. Nothing was sent. Remove it if nobody needs it.
error-link-open-folder = Other users of this computer can enter { $path }. Nothing was sent. Set its permissions to 0700, or remove it if nobody needs it.
error-link-other-user = The program that holds the vault runs as another user. Nothing was sent.
# $theirs and $ours: versions, whole numbers.
error-link-version = The other program speaks version { $theirs } of the wallet’s private connection, and this one version { $ours }. Close the older program and start its newer version.
error-link-impostor = Another program answers at { $path } in place of the wallet. Nothing was sent. Close that program, then open the wallet.
error-link-too-large = This is too large to send to the program that holds the vault. Nothing was sent.
error-link-timeout = The program that holds the vault took too long to answer. Try again. If that does not help, close that program.
error-link-broken = The connection to the program that holds the vault was lost. Try again.
error-link-path-too-long = The path { $path } is too long for a socket. Move the vault to a shorter path.
error-link-unsupported = Programs cannot reach an open wallet on this system. Close the wallet and try again.
# $reason: what the system said, as a sentence.
error-link-system = The wallet could not use its private connection. { $reason }
error-link-answer = The wallet did not understand the program that holds the vault. It may have done what it was asked. Both may be of different versions.

## Why the program that holds the vault refused

error-link-never-unlocked = The open wallet has not been unlocked since it started. Unlock it there, then try again.
error-link-other-key = The open wallet holds another vault. Nothing was sent.
error-link-paused = { $seconds ->
        [one] Too many programs tried to reach the open wallet with a wrong key. Try again in { $seconds } second.
       *[other] Too many programs tried to reach the open wallet with a wrong key. Try again in { $seconds } seconds.
    }
error-link-busy = Too many programs are connected to the open wallet. Try again in a moment.

## Requests that waited in memory

# $reason: whole sentences.
error-holder-waiting = The wallet could not save the requests that came while it was locked. { $reason }
