### What `idw provider` says. $name: what the user calls a provider of identity checks.

## The list

cli-provider-none = Noch keine Anbieter. `idw provider add` fügt einen hinzu.
# Headings of columns.
cli-provider-column-name = Name
cli-provider-column-dialect = Dialekt
cli-provider-column-api = API

## Adding and changing a provider

# A question.
cli-provider-ask-secret = Client-Secret von { $name }:
cli-provider-added = { $name } hinzugefügt.
cli-provider-added-test = { $name } hinzugefügt, ein Testanbieter.
# $file: a path.
cli-provider-secret-in-file = Die Wallet kann hier den Schlüsselbund des Systems nicht verwenden. Sie liest das Client-Secret bei jeder Prüfung aus { $file }.
cli-provider-no-secret = Die Wallet hat noch kein Client-Secret für { $name }.
cli-provider-web-idv = Ein Ergebnis von Web IDV sagt nicht, zu welcher Prüfung es gehört. Prüfen Sie den Namen, bevor Sie die Angaben behalten.
cli-provider-secret-saved = Client-Secret von { $name } im Schlüsselbund des Systems gespeichert.
cli-provider-removed = { $name } entfernt. Angaben aus seinen Prüfungen bleiben in der Wallet.

## One provider, and its checks

cli-provider-label-id = ID
cli-provider-label-checks = Prüfungen
# $document: such as "Passport" or "Passport, number ending in 67". $moment: when.
cli-provider-check = { $document }, geprüft am { $moment }
# $values: names of attributes, with commas between them.
cli-provider-check-values = Angaben, die seit der Prüfung unverändert sind: { $values }
cli-provider-check-counts = Websites können sehen, dass diese Prüfung Sie bestätigt hat.
cli-provider-check-own = Nur Sie können sehen, dass diese Prüfung Sie bestätigt hat.
