### Requests that came from outside, and a wallet that another program holds.

requests-title = Requests
requests-subtitle = What pages and programs have asked of this wallet
requests-loading = Reading requests
requests-none = No requests
requests-none-text = When a page or a program asks you to log in, to sign a text or to say who you are, its request appears here and waits for your answer. Nothing is sent before that.
requests-open = Needs your answer
requests-over = Earlier requests
# Where nothing waits, above the earlier ones.
requests-none-open = No request is waiting.
# For screen readers, beside the entry of the navigation.
requests-open-count = { $count ->
        [1] one waits
       *[other] { $count } wait
    }

## Who asks for what. $party is a host, such as "shop.example".

request-asks-log-in = { $party } asks you to log in
request-asks-sign-up = { $party } asks you to sign up
request-asks-sign = { $party } asks you to sign a text
request-asks-identify = { $party } asks who you are
request-asks-apply = { $party } asks you to apply for KYC
request-others = { $count ->
        [1] Another request waits too.
       *[other] { $count } other requests wait too.
    }
request-look = Look
request-not-now = Not now
request-decline = Decline
# Above what would be sent in answer to a link.
request-by-link = A link asked for this; the wallet cannot tell which page or program opened it.

# On the screen that asks for the password. It does not say who asks for what.
request-waits-locked = A request is waiting. Unlock to see it.

## Which profile answers

# $profile: its name.
request-profile-other = The profile “{ $profile }” answers, as it has the email by which you are asked.
request-profile-switch = To add it, work in the profile “{ $profile }”.
request-profile-title = Which profile answers?
# $party: who asks.
request-profile-text = Several of your profiles have the email by which { $party } asks.
request-profile-cancel = Not now

## A request that is over while it is being looked at

request-over-title = This request has ended
request-over-ended = Its time is over. Nothing was sent.
request-over-withdrawn = Whoever asked took it back. Nothing was sent.
request-over-elsewhere = It was answered in another place, and the first answer stands.
request-over-close = Close

## Declining

request-block = Decline and block
# $party: who asks.
request-block-hint = Nothing more of { $party } is shown. You can undo that in the settings.

## A row of the list. $when is "in 8 minutes", "5 minutes ago" or a day.

request-ends = Came { $came }, ends { $when }
request-came = Came { $came }
# On the home screen.
request-ends-when = Ends { $when }
time-ahead-seconds = in less than a minute

## What has become of a request.

request-status-waiting = Waits for your answer
request-status-approved = Approved, not delivered yet
request-status-declined = Declined
request-status-withdrawn = Taken back by whoever asked
request-status-answering = Your answer is being sent
request-status-answered = Answered
request-status-failed = Your answer was not delivered
request-status-unknown = Your answer may have arrived
request-status-ended = Its time was over

## `idw serve` holds the vault.

served-title = “idw serve” holds this wallet
served-text = It answers requests without a window, and only one program can have the wallet at a time. You can stop it and go on here.
served-stop = Stop it and continue
served-password = Password
served-stopping = Stopping it
served-retry = Look again

### What somebody asks who is no site

asked-party = Who asks
# $since: a day.
asked-since = May ask since { $since }
# Below the name of whoever asks. $service: a host.
asked-service = registered at { $service }, whose operator answers for the name
asked-title = What
asked-text = Text
asked-email = By email
asked-verified = Verified
# Above what is asked for, where none of it will be sent.
asked-wants = What is asked for
asked-no-values = None of your values is sent. { $party } hears that you said yes.
asked-document = Document
# $document: such as "Passport".
asked-document-of = { $document } of { $country }
asked-document-number = Number { $number }
asked-document-expires = Valid until { $day }
asked-files = Made for it
asked-files-look = Look at it
asked-files-loading = Making what would be sent
# $file: such as "kyc.pdf".
asked-files-page = First page of { $file }
asked-files-none = { $file } cannot be shown here.
asked-numbers = Which number does the page show?
asked-numbers-text = Do not approve if you see no page with one of these numbers. A wrong number declines.
asked-ends = Time left
# Numbers as text: "4 min 05 s".
time-left = { $minutes } min { $seconds } s
time-left-seconds = { $seconds } s
# For screen readers, when a minute is over.
time-left-said = { $minutes ->
        [1] One minute left
       *[other] { $minutes } minutes left
    }
time-left-said-ten = 10 seconds left
time-left-none = Its time is over
asked-verified-told = { $party } will hear that your identity was checked.
asked-verified-not = { $party } will hear that your identity was not checked.
asked-verified-refused = { $party } takes only somebody whose identity was checked. It will hear that yours was not, and nothing else.

# A link that the user opened, in a browser or an email, is not taken. The reason follows.
link-refused = The wallet can’t open this link
