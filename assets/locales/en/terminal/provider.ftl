### What `idw provider` says. $name: what the user calls a provider of identity checks.

## The list

cli-provider-none = No providers yet. Run `idw provider add` to add one.
# Headings of columns.
cli-provider-column-name = Name
cli-provider-column-dialect = Dialect
cli-provider-column-api = API

## Adding and changing a provider

# A question.
cli-provider-ask-secret = Client secret of { $name }:
cli-provider-added = Added { $name }.
cli-provider-added-test = Added { $name }, a test provider.
# $file: a path.
cli-provider-secret-in-file = The wallet cannot use the system keyring here. It reads the client secret from { $file } at each check.
cli-provider-no-secret = The wallet has no client secret for { $name } yet.
cli-provider-web-idv = Results of Web IDV do not say which check they belong to. Check the name before you keep the values.
cli-provider-secret-saved = Saved the client secret of { $name } in the system keyring.
cli-provider-removed = Removed { $name }. Values from its checks stay in the wallet.

## One provider, and its checks

cli-provider-label-id = ID
cli-provider-label-checks = Checks
# $document: such as "Passport" or "Passport, number ending in 67". $moment: when.
cli-provider-check = { $document }, checked on { $moment }
# $values: names of attributes, with commas between them.
cli-provider-check-values = Values unchanged since the check: { $values }
cli-provider-check-counts = Sites can see that this check verified you.
cli-provider-check-own = Only you can see that this check verified you.
