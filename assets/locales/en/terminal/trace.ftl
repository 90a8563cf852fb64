### The file of exchanges with a site, which `--trace FILE` asks for.

# $path: the file, here and below.
trace-exists = The file { $path } already exists. Nothing was sent. Name a new file with --trace.
# $reason: whole sentences.
trace-unwritten = The wallet could not write the trace { $path }. Nothing was sent. { $reason }
# The command itself succeeded.
trace-incomplete = The trace { $path } is incomplete. You can read it, but the last exchanges are missing. { $reason }
