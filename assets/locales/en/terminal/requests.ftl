### Requests that came from outside: `idw requests` and `idw open`.

cli-requests-none = No requests.
cli-requests-id = ID
cli-requests-title = Request
cli-requests-status = Status
cli-requests-ends = Ends
cli-requests-not-found = No request has the ID “{ $id }”.
# Nothing runs that could take requests.
cli-requests-nobody-holds = Nothing holds this vault, so no request can come in to watch.
cli-requests-serve-hint = Run `idw serve` to hold the vault and take requests.
# A number by which scripts agree to exactly what was shown.
cli-requests-digest = Digest
cli-requests-incomplete = Something is missing, so you cannot approve this request yet.
cli-requests-declined = Declined: { $title }
cli-requests-other-values = You can choose other values than the proposed ones only while the window or `idw serve` is running. Nothing was saved.
cli-requests-stored = Saved your answer, not delivered yet. The wallet sends it when the window or `idw serve` starts before the request ends.
# A digest was given with --expect.
cli-requests-other-digest = What would be sent does not match the digest. Nothing was sent.
cli-requests-other-digest-hint = Run `idw requests show` to see what would be sent now.
# $party: who asks.
cli-requests-new-values = Some of these values are new to { $party }, and --yes does not cover that. Nothing was sent.
cli-requests-new-values-hint = To consent, add --expect with the digest from `idw requests show`, or --accept-changes.
# Numbers, of which a page shows one.
cli-requests-number = Which number does the page of { $party } show: { $first }, { $second } or { $third }?
# $path: a file. Why follows.
cli-requests-file-unwritten = The wallet could not write the file { $path }.
# $title: of a request.
cli-open-taken = “{ $title }” is waiting for your answer. Run `idw requests list` to see it.
