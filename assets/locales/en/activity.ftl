### What happened, what went where, and what sites know.

activity-sent = What was sent
# Beside something that was sent.
activity-sent-optional = optional

## Who knows what

knows-loading = Loading the log
knows-none-title = No site knows anything yet
knows-none-text = When you send something to a site, the site appears here with what it has and whether it is up to date.
knows-list = Sites that know something about you
knows-values = { $count ->
        [1] 1 value
       *[other] { $count } values
    }
knows-files = { $count ->
        [1] 1 file
       *[other] { $count } files
    }
# $when: "3 days ago", or a day.
knows-last-sent = last sent { $when }
knows-removed-site = Removed here
knows-outdated-count = { $count } outdated
knows-may-count = { $count } may have arrived
# $site: its name.
knows-title = What { $site } knows about you
knows-values-of = Values that { $site } has
knows-files-of = Files that { $site } has
knows-not-current = { $count ->
        [1] One value there differs from your wallet.
       *[other] { $count } values there differ from your wallet.
    }
knows-current = Up to date
knows-outdated = Outdated
knows-removed = Removed here
knows-may-have = May have arrived
# $when as above.
knows-sent = sent { $when }
# $digest: the SHA-256 of what was sent, in hexadecimal digits.
knows-digest = SHA-256 { $digest }
knows-sent-times = { $count ->
        [1] once
       *[other] { $count } times in all
    }
knows-versions = { $count ->
        [1] one version
       *[other] { $count } versions
    }
# $name is the account's name; $since a time.
knows-account = Knows you as { $name } since { $since }
knows-nothing = You have not sent anything to this site yet.

## The past of one value

history-title = History
history-loading = Loading the history
history-entered = You entered it
history-imported-file = Imported from the file “{ $from }”
history-imported-backup = Imported from the backup of { $from }
history-imported-check = Imported from an identity check by “{ $from }”
history-verified = Verified by “{ $by }”
history-unconfirmed = Marked as verified by “{ $by }”, which this wallet cannot confirm
history-changed = Last changed. The wallet does not keep earlier values.
# $purpose is log-in, sign-up, apply, sign or identify.
history-sent = { $purpose ->
        [log-in] Sent to { $site } to log in
        [sign-up] Sent to { $site } to sign up
        [apply] Sent to { $site } with an application
        [sign] Sent to { $site } with a signature
       *[identify] Sent to { $site }
    }
history-sent-may-have = May have reached { $site }
history-never-sent = You have never sent this value to anyone.
history-outdated-text = You have changed this value since. To send the new one, sign up or apply there again.
