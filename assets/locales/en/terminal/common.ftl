### What all commands say: how they were called, passwords, questions, files and output.
###
### What begins with -- is an option, what stands in `…` a command: they are the same in every language.

## Labels. A colon follows.

cli-label-error = error
cli-label-warning = warning
# Before a short text for developers, which is always English.
cli-label-cause = cause
# One line about something. $subject is a name or a title, $text is whole sentences.
cli-about = { $subject }: { $text }

## How the command was called

cli-no-command = You did not name a command. Run `idw --help` to see all commands.
cli-no-home = The wallet found no home folder on this computer. Name the vault's folder with --vault.
cli-kdf-unknown = IDW_KDF must be 'tuned' or 'floor'.
# Technical details stand above it.
cli-mistake = Something went wrong inside the wallet. Everything saved before is safe. Please report the lines above.
cli-interrupted = You interrupted the command.
cli-interrupted-hint = Run `idw activity list` to see whether anything was sent.
cli-interrupted-unchanged = You interrupted the command. Nothing was changed.
cli-no-signals = The wallet cannot listen for Ctrl-C.
cli-no-network = The wallet could not set up the network.
cli-trace-elsewhere = Another process holds the vault and talks to the site, so this command has nothing to trace. Nothing was done.
cli-trace-elsewhere-hint = Run `idw serve --trace FILE` to trace that process.

## Passwords and other secrets. The questions end with a colon; the answer stands behind it.

cli-password-question = Password:
cli-password-new-question = New password:
cli-secret-repeat-question = Type it again:
cli-password-wrong = That is the wrong password. Try again.
cli-password-empty = The password cannot be empty. Try again.
cli-passphrase-empty = The passphrase cannot be empty. Try again.
cli-secret-differs = The two entries do not match. Try again.
# Of a password or a passphrase.
cli-password-two-sources = Name a file or a file descriptor, not both.
cli-password-no-terminal = The wallet is locked and cannot ask for the password without a terminal.
cli-password-no-terminal-hint = Use --password-file, --password-fd or IDW_PASSWORD_FILE.
cli-password-new-no-terminal = The wallet needs a new password and cannot ask for it without a terminal. Name a file or a file descriptor.
cli-descriptor-unsupported = On this system the wallet can read only file descriptor 0. Use --password-file.
# $option: how else the secret can be given, such as --passphrase-file.
cli-secret-no-terminal = The wallet cannot ask for a secret without a terminal. Name a file with { $option }.
cli-phrase-words-so-far = { $found ->
        [1] 1 word so far. Type more, or press Enter to finish.
       *[other] { $found } words so far. Type more, or press Enter to finish.
    }
# $number: which word of a recovery phrase.
cli-phrase-word-missing = Word { $number } is still missing. Type more, or press Enter to finish.

## How strong a new password is. $what is passphrase or anything else.

cli-strength-good = { $what ->
        [passphrase] Your passphrase is good.
       *[password] Your password is good.
    }
cli-strength-strong = { $what ->
        [passphrase] Your passphrase is strong.
       *[password] Your password is strong.
    }
# $power: a whole number.
cli-strength-weak = { $what ->
        [passphrase] The new passphrase is weak. An attacker needs about 10^{ $power } guesses to find it.
       *[password] The new password is weak. An attacker needs about 10^{ $power } guesses to find it.
    }
cli-strength-take-weak = { $what ->
        [passphrase] Use this passphrase anyway?
       *[password] Use this password anyway?
    }

## What is read. $source is one of the first three, at the head of a sentence.

cli-source-file = The file { $path }
cli-source-stdin = Standard input
cli-source-descriptor = File descriptor { $number }
# Why follows.
cli-source-unread = { $source } could not be read.
cli-source-empty = { $source } is empty.
# $limit: a size.
cli-source-too-long = { $source } is longer than { $limit }. Check that you named the right file.
cli-source-utf-sixteen = { $source } is saved as UTF-16. Save it as UTF-8 and try again.
cli-source-not-text = { $source } is not UTF-8 text.

## Questions at the terminal

# A question that takes yes or no. The letters are what can be typed; the capital one is what an empty answer means.
cli-yes-or-no = { $question } [y/N]
# Why may follow.
cli-terminal-unread = The wallet could not read from the terminal.
# $limit: a number.
cli-terminal-cut = The terminal cuts off lines after { $limit } bytes, so the wallet did not use what you entered. Save it in a file and name that file.
cli-declined-unsent = You declined. Nothing was sent.
cli-continue-anyway = Continue anyway?

## Output. $reason is whole sentences.

cli-output-gone = The reader of the output closed it early.
# Why follows.
cli-output-unwritten = The wallet could not write the output.
cli-output-lost = The command succeeded, but its result was not shown. { $reason }
cli-output-no-json = The wallet could not write the result as JSON.
# $what: phrase, passphrase, or anything else.
cli-output-unseen = { $what ->
        [phrase] Standard output is closed or discarded, so you would not see the recovery phrase. Nothing was done.
        [passphrase] Standard output is closed or discarded, so you would not see the passphrase. Nothing was done.
       *[secret] Standard output is closed or discarded, so you would not see the secret. Nothing was done.
    }
cli-output-unseen-hint = Run the command at a terminal, or redirect its output to a file or another program.
cli-export-unrecorded = The export was written, but the wallet could not record it. { $reason }
# The parts of a file on one line: its name, type and size.
cli-document-line = { $name } ({ $kind }, { $size })
# An account and its DID.
cli-account-line = { $account } ({ $did })
# $file: its name. $size: a size.
cli-progress-sent = Sent { $file }, { $size }

## A new wallet: `idw init`

cli-init-exists = The folder { $path } already holds a vault. Nothing was changed.
cli-init-exists-hint = To create another wallet, name a new folder with --vault.
cli-init-unseen = Nobody sees the recovery phrase now. Run `idw account export main --as phrase` to see it later.
cli-init-phrase-lost = The wallet could not show the recovery phrase and was not created.
cli-init-failed-hint = The wallet was not created. The recovery phrase above is of no use, so discard it.
cli-init-done = Created your wallet in { $path }.
cli-init-account-title = Your first account
cli-init-account-name = Name
cli-init-account-did = DID
cli-init-phrase-title = Your recovery phrase
cli-init-phrase-write = { $count ->
        [1] Write this word on paper now.
       *[other] Write these { $count } words on paper now, in this order.
    }
cli-init-phrase-restores = They restore every key of this wallet on any computer, for you and for anyone else who reads them.
cli-init-phrase-hide = Keep the paper where only you can find it. Never type the words into a website or a chat.

## Man pages: `idw man`

# Why follows.
cli-man-unwritten = The wallet could not write the man pages to { $folder }.
cli-man-done = { $count ->
        [1] Wrote 1 man page to { $folder }.
       *[other] Wrote { $count } man pages to { $folder }.
    }
