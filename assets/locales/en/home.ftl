### The first screen of the open wallet.

home-title = Home
home-loading = Loading the wallet
home-identity = Identity
# Where the wallet does not know the user's name.
home-identity-unnamed = Your identity
# $account: the account's name.
home-account = Account “{ $account }”
home-account-copy = Copy the address
home-attributes = Attributes
home-documents = Documents
home-sites = Sites

home-answer-title = Needs your answer
home-answer-all = All applications
home-suggested = Suggested

## The backup that is due. $last: when the last one was made, as a sentence.

home-backup = Back up the wallet
home-backup-create = Back up…
home-backup-only-copy = { $last }. This computer has the only copy.

## A site that was added and not used.

# $site: its name.
home-sign-up = Sign up at { $site }
home-sign-up-text = You added this site but have no account there yet.

## What a new user does first.

home-steps = Three steps to your first login
home-step-done = Done
home-step-attributes = Add your details
home-step-attributes-text = Most sites ask for your name and email address.
home-step-attributes-add = Add attributes
home-step-site = Add a site
home-step-site-text = Enter its address. The wallet sends nothing about you yet.
home-step-site-add = Add a site
home-step-sign-up = Sign up or log in there
home-step-sign-up-text = You see exactly what the wallet will send, and you decide.

home-sites-all = All sites
# For screen readers: the button at a site. $site: its name.
home-log-in-to = Log in to { $site }
home-activity-title = Recent activity
home-activity-all = All activity
