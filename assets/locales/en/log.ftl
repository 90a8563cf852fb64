### The activity log: what happened, searched, filtered, written out and checked.

log-title = Activity
log-subtitle = What left this wallet, to whom and when
log-loading = Loading the log
log-what = View
log-tab-log = What happened
log-tab-sites = Who knows what
log-export-csv = CSV
log-export-csv-title = For spreadsheets
log-export-json = JSON
log-export-json-title = For programs
log-verify = Verify
log-exported = { $entries ->
        [1] Exported one entry. The file shows what you sent to whom, without the values.
       *[other] Exported { $entries } entries. The file shows what you sent to whom, without the values.
    }
log-intact-title = The log is intact
log-intact = { $entries ->
        [1] It has one entry.
       *[other] It has { $entries } entries, and none is missing or changed.
    }
log-broken-title = The log was tampered with or damaged
log-none = Nothing has happened yet
log-none-text = Log in, sign up or apply at a site. Each time, an entry here shows exactly what you sent.
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
log-kind-sent = Data sent
log-kind-logins = Logins
log-kind-sign-ups = Sign-ups
log-kind-applications = Applications
log-kind-failed = Failures
log-kind-sites = Sites added and removed
log-kind-wallet = Changes to this wallet
log-site = Site
log-site-all = All sites
log-from = From
log-to = To
log-date-wrong = Enter a date as YYYY-MM-DD.
log-dates-wrong = The start date is after the end date.
