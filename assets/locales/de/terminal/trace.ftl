### The file of exchanges with a site, which `--trace FILE` asks for.

# $path: the file, here and below.
trace-exists = Die Datei { $path } gibt es schon. Es wurde nichts gesendet. Nennen Sie mit --trace eine neue Datei.
# $reason: whole sentences.
trace-unwritten = Die Wallet konnte die Aufzeichnung { $path } nicht schreiben. Es wurde nichts gesendet. { $reason }
# The command itself succeeded.
trace-incomplete = Die Aufzeichnung { $path } ist unvollständig. Sie ist lesbar, aber die letzten Nachrichten fehlen. { $reason }
