### Lines below an error: which command or option helps. Commands stand in `…` and are the same in every language; what is
### in capitals in them stays, too.

## The wallet

cli-hint-init = Run `idw init` to create one, or name another folder with --vault.
cli-hint-serve = Run `idw serve` to open it without a window.

## Lists

cli-hint-account-list = Run `idw account list` to see your accounts.
cli-hint-application-list = Run `idw application list` to see your applications.
cli-hint-attribute-list = Run `idw attribute list` to see what the wallet holds.
cli-hint-attribute-types = Run `idw attribute types` to see all attributes.
cli-hint-document-list = Run `idw document list` to see your documents.
cli-hint-eid-list = Run `idw eid list` to see the connected services.
cli-hint-eid-rp-list = Run `idw eid rp list` to see who may ask you.
cli-hint-profile-list = Run `idw profile list` to see your profiles.
cli-hint-provider-list = Run `idw provider list` to see your providers.
cli-hint-requests-list = Run `idw requests list` to see the requests.
cli-hint-site-list = Run `idw site list` to see your sites, or `idw site add` to add one.

## Sites and applications. $site is a name as it is typed.

cli-hint-sign-up = Run `idw signup { $site }` to sign up there.
cli-hint-apply = Run `idw apply { $site }` to make a new application.
cli-hint-resume = Run `idw application resume { $site }` to continue the application.
cli-hint-resume-where-stopped = Run `idw application resume { $site }` to continue where this stopped.
cli-hint-resume-ask = Run `idw application resume { $site }` to find out whether it arrived.
cli-hint-send-again = Run `idw application resume --send-again { $site }` to send it again.
cli-hint-assume-sent = Run `idw application resume --assume-sent { $site }` to treat it as arrived.
cli-hint-cancel-application = Run `idw application cancel { $site }` to cancel the application.
cli-hint-site-from-file = Run `idw site add --config FILE` to use a description that the site gave you as a file.
cli-hint-site-name = Use --name to give the site another name.

## Attributes, files and profiles

# $name is what is typed, $title what the attribute is called.
cli-hint-attribute-set = Run `idw attribute set { $name }` to add this: { $title }.
cli-hint-change-verified = Add --yes to change it anyway.
cli-hint-replace-file = Add --force to replace it.
cli-hint-remove-contents = Add --force to remove its contents too.
cli-hint-remove-account = Add --force to remove the account anyway.
cli-hint-identity = Use --identity ID to choose one of them.
cli-hint-other-profile = Run `idw profile add` to create a profile of the other kind. Then import with --profile NAME.

## Providers and services

# $provider is a name as it is typed.
cli-hint-provider-secret = Run `idw provider secret { $provider }` to save the secret in the system keyring.
cli-hint-provider-listen = Use --listen to say where the wallet listens, such as --listen 127.0.0.1:8467/verified.
cli-hint-secret-file = Use --client-secret-file with `idw verify` to read the secret from a file.
cli-hint-eid-disconnect = Run `idw eid disconnect URL` to end that connection.
cli-hint-eid-connect-again = Run the same `idw eid connect` command again to continue where this one stopped.

## Backups

# Something changed how the lines of a backup end. $command is for a shell.
cli-hint-line-ends = If you have no other copy of the backup, run `{ $command }` to remove what was added to each line.
