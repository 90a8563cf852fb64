### What the user sees before something leaves the wallet.

## What to know about one value, or about one thing that is asked for. Days are written as 2027-01-04.

consent-note-expired = It expired on { $day }.
consent-note-expires-soon = { $days ->
        [0] It expires today, on { $day }.
        [1] It expires tomorrow, on { $day }.
       *[other] It expires on { $day }, in { $days } days.
    }
consent-note-issued-in-future = Its date of issue, { $day }, is in the future.
consent-note-not-asked-before = The site did not ask for this last time.
consent-note-has-another = The site has another one, sent on { $day }.
