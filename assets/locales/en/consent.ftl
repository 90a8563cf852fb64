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

## What is asked for, or was sent. The wallet's own title stands first.

# $label is what whoever asks calls it.
consent-called-as = { $title } (asked for as “{ $label }”)
# Not in the wallet's catalogue: $title is the short name of a schema that only the site has.
consent-called-by-site = { $title } (defined by the site)
# Where a site asks for two things with the same name. $which is the site's id for it, or its place among them.
consent-called-which = { $title } [{ $which }]

## Why there is nothing to send. $because has no full stop.

consent-missing-not-held = It is not in the wallet yet.
consent-missing-not-accepted = The value in the wallet is not accepted.
consent-missing-not-accepted-because = The value in the wallet is not accepted: { $because }.
consent-missing-not-known = The site asks for its own kind of data, which this wallet does not know.
consent-missing-not-known-because = The site asks for its own kind of data, which this wallet does not know: { $because }.
consent-missing-about-company = It describes a company, and this profile is a person’s.
consent-missing-about-person = It describes a person, and this profile is a company’s.
# $size and $limit are sizes, such as "3.2 MB".
consent-missing-too-large = { $file } has { $size }, and the site takes at most { $limit }.

## What a place outside the site gets to see.

consent-sees-signature = a signature in your name
consent-sees-token = a token that acts as you
consent-sees-values = the attributes
consent-sees-files = the files
consent-sees-questions = questions about KYC templates

## A value that the site has already.

consent-refused = The site already has this value and did not accept it.
# $reason is in the site's words.
consent-refused-because = The site already has this value and did not accept it. It says: “{ $reason }”

## Headings of what is shown

consent-changes-title = What has changed
consent-sent-title = What will be sent
