### What `idw serve` says.

cli-serve-no-password = `idw serve` fragt nicht nach dem Passwort. Nennen Sie mit --password-file seine Datei oder mit --password-fd seinen Dateideskriptor.
cli-serve-read-only = Die Wallet kann nicht in den Ordner des Tresors schreiben und deshalb keine Anfragen annehmen. Es wurde nichts gestartet.
# Why follows.
cli-serve-no-signals = Die Wallet kann nicht auf Signale hören.
# $address: such as "127.0.0.1:8466". Why follows.
cli-serve-eid-failed = Die Wallet kann unter { $address } keine Auth-eID-Anfragen annehmen. Es wurde nichts gestartet.
cli-serve-unsupported = `idw serve` braucht Unix-Sockets, und dieses System hat keine.

## It runs

# $vault: a folder.
cli-serve-ready = { $vault } ist geöffnet und bereit für Anfragen.
cli-serve-eid = Stellen können Auth-eID-Anfragen an { $url } senden.
# $host: a service.
cli-serve-service = Stellen können Anfragen über { $host } senden.
# $reason: whole sentences.
cli-serve-stays-locked = Die Wallet bleibt gesperrt. { $reason }
cli-serve-descriptor = Einen Dateideskriptor kann sie nur einmal lesen. Starten Sie `idw serve` neu.
