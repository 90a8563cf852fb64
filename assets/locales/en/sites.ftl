### Sites: the list, adding one, and the page of each.

site-list-title = Sites
site-list-subtitle = Where you can log in with this wallet
site-list-loading = Loading sites
site-list-add = Add
site-list-search = Search sites
site-list-none = No sites yet
site-list-none-text = Add a site by its address. The wallet shows you what the site requires before it sends anything.
site-list-none-add = Add a site
site-list-not-found = No site matches “{ $query }”
site-list-not-found-text = Search by the site's name or address.
site-list-clear = Clear the search
# For screen readers, after typing in the search.
site-list-found = { $count ->
        [1] One site found
       *[other] { $count } sites found
    }
# $when: "5 minutes ago" or a day.
site-last-used = last used { $when }
site-badge-answer = Needs your answer
site-badge-connected = Connected

## Adding a site

site-add-title = Add a site
site-add-how = How to add the site
site-add-by-address = Address
site-add-by-file = File
site-add-by-paste = Paste
site-add-address = Address of the site
site-add-address-hint = The wallet asks the site what it requires. It sends nothing about you.
site-add-file = Configuration file
site-add-file-choose = Choose a file…
site-add-file-other = Choose another…
site-add-file-hint = The JSON file that the site gave you. The wallet contacts nobody.
# $name and $size: of the file.
site-add-file-chosen = { $name } ({ $size })
site-add-text = Configuration
site-add-text-hint = Paste the JSON text that the site gave you. The wallet contacts nobody.
site-add-name = Name
site-add-name-hint = Leave this empty to use the site’s name.
# $host: what the user typed, without a path.
site-add-asking = Asking { $host }
site-add-cancelling = Cancelling
site-add-cancel = Cancel
site-add-accept = Add site
site-add-stopped = Cancelled. Nothing was added.
site-added-title = { $site } was added
site-added-renewed = You already have { $site }. The wallet updated its description.
site-added-changes = What changed
site-added-notes = Not supported by this wallet
site-added-open = Open the site

## The page of a site

site-back = Sites
site-loading = Loading the site
site-gone = This site is no longer in the wallet.
site-answer = Answer
site-log-in = Log in
site-sign-up = Sign up
site-apply = Apply for KYC
# $site: its name.
site-remove = Remove { $site }
site-asks-title = What it asks for
site-asks-nothing = It does not ask for any data at sign-up.
site-asks-optional = Optional
site-asks-unknown = Unknown to this wallet
site-details-title = Details
site-details-more = Address and key
site-detail-connection = Connection
site-detail-hosts = Hosts
site-detail-elsewhere = Also sent to
# $what: a list of what somebody else gets.
site-detail-gets = receives { $what }
site-detail-account = Signed in as
site-detail-own-key = A key for this site only
site-detail-address = Your address there
site-detail-did = Your ID there
site-detail-copy-address = Copy the address
site-detail-copy-did = Copy the ID
site-detail-key = Key
site-detail-key-earlier = Made by an earlier version
site-detail-key-use = Use an earlier key…
site-detail-last-used = Last used
site-detail-never = Never
# $day: a day.
site-detail-added = Added { $day }
site-detail-terms = Terms
site-detail-policy = Privacy policy
site-applications-title = Applications
site-knows-title = What it knows about you
site-knows-loading = Loading the log
site-knows-delete = Ask to delete my data…
site-activity-title = Recent activity
site-activity-none = You have not sent anything to this site yet.
site-activity-all = All activity
site-key-title = Use the earlier key at { $site }?
site-key-accept = Use the earlier key
site-key-text = An earlier version of this wallet made a different key for this site. Use it only if you had an account here with that version, because other sites may know the same key.
site-key-who = These addresses receive what you sign with it:
# $root: an address.
site-key-all = { $root } receives everything.
# $host: an address. $what: a list.
site-key-some = { $host } receives { $what }.

## How the connection is protected

site-connection-tls = Secure connection
site-connection-tls-title = TLS with a checked certificate
site-connection-local = This computer
site-connection-local-title = Plain HTTP that does not leave this computer

## What can be applied for

# $site: its name.
site-templates-title = Apply for KYC at { $site }
site-templates-loading = Asking the site what you can apply for
site-templates-label = Applications
site-templates-cancel = Cancel
site-templates-none = Nothing to apply for
site-templates-none-text = This site does not offer any KYC applications.
