### Sites: adding, listing, showing and removing them, and what they know.

## Which site is meant

# A heading above the sites. $wanted: what was typed.
cli-site-several-title = Several sites match “{ $wanted }”
cli-site-which = Which one, 1 to { $count }?
# The lines below list the sites.
cli-site-several = Several sites match “{ $wanted }”. Nothing was sent. Name one of them.
cli-site-column-name = Name
cli-site-column-api = API

## Adding a site

# $site: its name, or the address that was typed.
cli-site-asking = Asking { $site } for its description
cli-site-no-address = Name the address of the site, or a description with --config.
cli-site-is-file = “{ $name }” is a file here, not the address of a site. Nothing was added.
# $file: as it is typed.
cli-site-is-file-hint = Run `idw site add --config { $file }` to read a site's description from it.
cli-site-key-no-terminal = The wallet cannot ask you about the earlier key without a terminal. Nothing was added. To agree in advance, add --yes.
cli-site-key-question = Use the earlier key with these addresses?
cli-site-key-declined = You declined. Nothing was added.
cli-site-key-title = Who gets what you sign with the earlier key for { $site }
cli-site-key-everything = everything that is sent
cli-site-key-same = The earlier key and the present key for this site are the same.
# $path: a file. $limit: a size.
cli-site-too-large = The file { $path } is larger than { $limit }. That is too large for the description of a site.
cli-site-added = Added { $site }.
cli-site-renewed = Updated { $site }.
cli-site-url = URL
cli-site-api = API
cli-site-elsewhere = Also uses
# $sees: a list of what the host gets.
cli-site-gets = { $host }, which receives { $sees }
cli-site-asks = Asks for
cli-site-asks-nothing = no attributes
# $count: how many it asks for. $required: how many of them it insists on.
cli-site-asks-count = { $count ->
        [1] 1 attribute ({ $required } required)
       *[other] { $count } attributes ({ $required } required)
    }
cli-site-you = You are
cli-site-removed = Removed { $site }.

## Listing and showing

cli-site-list-none = No sites yet. Run `idw site add URL` to add one.
cli-site-list-name = Name
cli-site-list-url = URL
cli-site-list-account = Account
cli-site-list-used = Last used
cli-site-connection = Connection
cli-site-dialect = Dialect
cli-site-dialect-unknown = not known yet
cli-site-account = Account
cli-site-hosts = Hosts
cli-site-key = Key
cli-site-key-earlier = made by an earlier version of the wallet
cli-site-terms = Terms
cli-site-policy = Privacy
cli-site-added-on = Added
cli-site-used = Last used
cli-site-never = never
cli-site-requirements = What it asks for at sign-up
cli-site-requirements-name = Name
cli-site-requirements-title = Title
cli-site-required = required
cli-site-optional = optional
cli-site-required-unknown = required, unknown to this wallet
cli-site-optional-unknown = optional, unknown to this wallet

## What a site knows about the user

cli-knows-none = You have not sent anything to any site yet.
cli-knows-site = Site
cli-knows-attributes = Attributes
cli-knows-files = Files
cli-knows-outdated = Outdated
cli-knows-may-have = May have
cli-knows-last = Last sent
cli-knows-removed = removed from the wallet
cli-knows-title = What { $site } knows about you
cli-knows-api = API
cli-knows-former = Former names
cli-knows-now = Now
cli-knows-not-here = no longer among your sites
cli-knows-as = As
# $account: a name with a DID. $moment: when something was last sent to the site.
cli-knows-account = { $account }, last on { $moment }
cli-knows-account-may-have = { $account }, perhaps, last on { $moment }
cli-knows-nothing-sent = Nothing was sent to this site.
cli-knows-attribute = Attribute
cli-knows-version = Version
cli-knows-sent = Sent
cli-knows-for = For
cli-knows-state = Status
cli-knows-digest = SHA-256
cli-knows-may-have-text = “May have arrived” means that sending failed after it had begun.
cli-knows-file = File
cli-knows-with = Part of
cli-knows-size = Size
# How what was sent compares with what the wallet holds.
cli-knows-current = current
cli-knows-out-of-date = outdated
cli-knows-gone = no longer in the wallet
cli-knows-may-have-arrived = may have arrived
# What it was sent for. $purpose is log-in, sign-up, sign, identify or apply.
cli-knows-purpose = { $purpose ->
        [log-in] login
        [sign-up] sign-up
        [sign] signature
        [identify] identification
       *[apply] application
    }
