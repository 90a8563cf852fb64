### The file of exchanges with a site, which `--trace FILE` asks for.

## Why a command was not begun. Each is one sentence without a full stop: a label stands before it, and hints may follow.

trace-exists = die Datei { $path } gibt es schon; sie blieb unverändert und nichts wurde gesendet, nennen Sie mit --trace eine neue Datei
trace-unwritten = die Aufzeichnung { $path } ließ sich nicht schreiben: { $error }; nichts wurde gesendet

## The command succeeded anyway.

trace-incomplete = Die Aufzeichnung { $path } ist nicht vollständig: { $error }. Sie ist lesbar, aber die letzten Nachrichten fehlen.
