### The activity log: what happened, searched, filtered, written out and checked.

log-title = Activity
log-subtitle = What left this wallet, to whom and when
log-loading = Reading the log
log-what = What to show
log-tab-log = What happened
log-tab-sites = Who knows what
log-export-csv = CSV
log-export-csv-title = For spreadsheets
log-export-json = JSON
log-export-json-title = For programs
log-verify = Verify
log-exported = { $entries ->
        [1] One entry was written. The file says to whom you sent what, without the values.
       *[other] { $entries } entries were written. The file says to whom you sent what, without the values.
    }
log-intact-title = The log is intact
log-intact = { $entries ->
        [1] It has one entry.
       *[other] It has { $entries } entries. Each follows from the one before, and none is missing.
    }
log-broken-title = The log was tampered with or damaged
log-none = Nothing has happened yet
log-none-text = Log in, sign up or apply at a site: each time is listed here, with exactly what was sent.
log-not-found = Nothing matches
log-not-found-text = Change the search or the filters.
log-clear = Clear filters
log-list = Activity, newest first
log-found = { $count ->
        [0] No entries
        [1] One entry
       *[other] { $count } entries
    }
log-search = Search activity
log-filters = Filters
log-kind = Kind
log-kind-all = All kinds
log-kind-sent = What was sent
log-kind-logins = Logins
log-kind-sign-ups = Sign-ups
log-kind-applications = Applications
log-kind-failed = What failed
log-kind-sites = Sites added and removed
log-kind-wallet = Changes to this wallet
log-site = Site
log-site-all = All sites
log-from = From
log-to = To
log-date-wrong = Enter a day as YYYY-MM-DD.
log-dates-wrong = The first day is after the last.
