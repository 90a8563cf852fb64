### The file of exchanges with a site, which `--trace FILE` asks for.

## Why a command was not begun. Each is one sentence without a full stop: a label stands before it, and hints may follow.

trace-exists = there is a file { $path } already; it was left as it is and nothing was sent, name a new file with --trace
trace-unwritten = the trace { $path } could not be written: { $error }; nothing was sent

## The command succeeded anyway.

trace-incomplete = The trace { $path } is not complete: { $error }. It can be read, but the last exchanges are missing.
