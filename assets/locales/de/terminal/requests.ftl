### Requests that came from outside: `idw requests` and `idw open`.

cli-requests-none = Keine Anfragen.
cli-requests-id = ID
cli-requests-title = Anfrage
cli-requests-status = Status
cli-requests-ends = Endet
cli-requests-not-found = Keine Anfrage hat die ID „{ $id }“.
# Nothing runs that could take requests.
cli-requests-nobody-holds = Nichts hält diesen Tresor geöffnet. Es kann keine Anfrage eingehen, die sich beobachten ließe.
cli-requests-serve-hint = `idw serve` hält den Tresor geöffnet und nimmt Anfragen an.
# A number by which scripts agree to exactly what was shown.
cli-requests-digest = Prüfwert
cli-requests-incomplete = Es fehlt etwas. Sie können dieser Anfrage noch nicht zustimmen.
cli-requests-declined = Abgelehnt: { $title }
cli-requests-other-values = Andere Werte als die vorgeschlagenen können Sie nur wählen, solange das Fenster oder `idw serve` läuft. Es wurde nichts gespeichert.
cli-requests-stored = Ihre Antwort ist gespeichert, aber noch nicht zugestellt. Die Wallet sendet sie, wenn das Fenster oder `idw serve` startet, bevor die Anfrage endet.
# A digest was given with --expect.
cli-requests-other-digest = Was gesendet würde, passt nicht zum Prüfwert. Es wurde nichts gesendet.
cli-requests-other-digest-hint = `idw requests show` zeigt, was jetzt gesendet würde.
# $party: who asks.
cli-requests-new-values = Einige dieser Werte hatte { $party } noch nie, und --yes gilt dafür nicht. Es wurde nichts gesendet.
cli-requests-new-values-hint = Um zuzustimmen, ergänzen Sie --expect mit dem Prüfwert aus `idw requests show`, oder --accept-changes.
# Numbers, of which a page shows one.
cli-requests-number = Welche Zahl zeigt die Seite von { $party }: { $first }, { $second } oder { $third }?
# $path: a file. Why follows.
cli-requests-file-unwritten = Die Wallet konnte die Datei { $path } nicht schreiben.
# $title: of a request.
cli-open-taken = „{ $title }“ wartet auf Ihre Antwort. `idw requests list` zeigt die Anfrage.
