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

## Why there is nothing to send. $because: whole sentences.

consent-missing-not-held = It is not in the wallet yet.
consent-missing-not-accepted = The value in the wallet is not accepted.
consent-missing-not-accepted-because = The value in the wallet is not accepted. { $because }
consent-missing-not-known = The site asks for its own kind of data, which this wallet does not know.
consent-missing-not-known-because = The site asks for its own kind of data, which this wallet does not know. { $because }
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
consent-who = Who asks
consent-as = Signed in as
consent-for = Purpose
consent-elsewhere = Also sent to
# A place outside the site. $sees is what it gets, such as "the attributes, the files".
consent-place-gets = { $place } receives { $sees }
consent-id = Your ID at this site
consent-id-address = Address
consent-id-did = DID
consent-site-key = A key for this site only
consent-shared-account = Sites where you use this account can recognise you.
consent-terms = Terms
consent-policy = Privacy policy
consent-loading = Preparing what to send
# Where a login sends no value.
consent-proof-only = The wallet sends nothing about you, only proof that you have the key that the site knows.
consent-nothing-asked = The site does not ask for any attributes in this application.

## One thing that is asked for. $title is its name, such as "Passport".

consent-item-asked-as = asked for as “{ $label }”
consent-item-by-site = Defined by the site
consent-item-optional = Optional
consent-item-new = Not asked before
consent-item-choose = Which { $title } to send
consent-item-send = Send { $title }
consent-item-files = Files of { $title }
consent-item-add = Add
consent-item-change = Change
consent-item-add-title = Add { $title }
consent-item-change-title = Change { $title }
# $day: when the site was sent the same value.
consent-item-already-sent = You already sent this to the site on { $day }.
consent-item-again = Send it again anyway?
consent-item-again-switch = Send this { $title } again
consent-item-too-large = { $file } ({ $size }) is too large. This site accepts at most { $limit }.
consent-item-shrink = Make a smaller copy

## What the wallet lacks, filled in at once

consent-fill-title = Fill in what is missing
consent-fill-text = The wallet saves your answers, so you enter them only once. It sends nothing until you agree.
consent-fill-save = Save and continue
consent-fill-scan = Fill in from a passport or identity card
# $fields: names of fields, with commas between them.
consent-fill-more = Optional: { $fields }
consent-fill-saved = Saved in your wallet: { $titles }
consent-fill-needed = { $title } is required.
consent-fill-choose-file = Choose a file.

## What is agreed to. $site: its name. $purpose is log-in, sign-up, apply, sign or identify.

consent-ask = { $purpose ->
        [log-in] Log in to { $site }?
        [sign-up] Sign up at { $site }?
        [apply] Send a KYC application to { $site }?
        [sign] Sign a text for { $site }?
       *[identify] Tell { $site } who you are?
    }
consent-agree = { $purpose ->
        [log-in] Log in
        [sign-up] Sign up
        [apply] Apply for KYC
        [sign] Sign
       *[identify] Send
    }
# $count: how many attributes are sent.
consent-agree-sending = { $purpose ->
        [log-in] Log in and send { $count }
        [sign-up] Sign up and send { $count }
        [apply] Apply for KYC and send { $count }
        [sign] Sign and send { $count }
       *[identify] Send { $count }
    }
consent-result = { $purpose ->
        [log-in] You are logged in
        [sign-up] You are signed up
        [apply] Application sent
        [sign] Signed
       *[identify] Sent
    }

## The answer

consent-decline = Decline
consent-scroll-first = Scroll down to see everything first
consent-scroll-on = Show more
consent-missing-list = Missing: { $titles }
consent-refused-list = Not accepted before: { $titles }
# $titles are the first of them.
consent-and-more = { $titles } and { $count } more
consent-update-title = Send { $site } what it asks for?
consent-stop = Stop
consent-retry = Try again
consent-sign-up-instead = Sign up instead

## What came of it

consent-result-accepted = { $site } accepted it.
consent-result-elsewhere-title = This address belongs to another site
consent-result-elsewhere-text = { $site } wants to send your browser elsewhere. Open it only if you expected that.
consent-result-continue = Continue at
consent-result-see = View it at
consent-result-application = Application
consent-result-sent = Sent
consent-result-open = Open in browser
consent-result-done = Done
