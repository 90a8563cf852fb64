### Requests that came from outside, and a wallet that another program holds.

requests-title = Requests
requests-subtitle = What pages and programs have asked this wallet for
requests-loading = Loading requests
requests-none = No requests
requests-none-text = When a page or program asks you to log in, sign a text or identify yourself, its request appears here. The wallet sends nothing until you answer.
requests-open = Needs your answer
requests-over = Earlier requests
# Where nothing waits, above the earlier ones.
requests-none-open = No requests are waiting.
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
        [1] Another request is waiting.
       *[other] { $count } other requests are waiting.
    }
request-look = View
request-not-now = Not now
request-decline = Decline
# Above what would be sent in answer to a link.
request-by-link = This request came from a link. The wallet cannot tell which page or program opened it.

# On the screen that asks for the password. It does not say who asks for what.
request-waits-locked = A request is waiting. Unlock to see it.

## Which profile answers

# $profile: its name.
request-profile-other = The profile “{ $profile }” answers because it has the email address in the request.
request-profile-switch = To add it, switch to the profile “{ $profile }”.
request-profile-title = Which profile should answer?
# $party: who asks.
request-profile-text = Several of your profiles have the email address that { $party } uses.
request-profile-cancel = Not now

## A request that is over while it is being looked at

request-over-title = This request has ended
request-over-ended = It has expired. The wallet sent nothing.
request-over-withdrawn = The sender withdrew it. The wallet sent nothing.
request-over-elsewhere = You already answered it elsewhere. The first answer counts.
request-over-close = Close

## Declining

request-block = Decline and block
# $party: who asks.
request-block-hint = You will not see requests from { $party } any more. You can undo this in the settings.

## A row of the list. $when is "in 8 minutes", "5 minutes ago" or a day.

request-ends = Received { $came }, expires { $when }
request-came = Received { $came }
# On the home screen.
request-ends-when = Expires { $when }
time-ahead-seconds = in less than a minute

## What has become of a request.

request-status-waiting = Waiting for your answer
request-status-approved = Approved, not delivered yet
request-status-declined = Declined
request-status-withdrawn = Withdrawn by the sender
request-status-answering = Sending your answer
request-status-answered = Answered
request-status-failed = Your answer was not delivered
request-status-unknown = Your answer may have arrived
request-status-ended = Expired

## `idw serve` holds the vault.

served-title = “idw serve” holds this wallet
served-text = It answers requests without a window. Only one program can use the wallet at a time. To continue here, stop it.
served-stop = Stop it and continue
served-password = Password
served-stopping = Stopping
served-retry = Try again

### What somebody asks who is no site

asked-party = Who asks
# $since: a day.
asked-since = Allowed to ask since { $since }
# Below the name of whoever asks. $service: a host.
asked-service = registered at { $service }, whose operator vouches for the name
asked-title = Request
asked-text = Text
asked-email = By email
asked-verified = Verified
# Above what is asked for, where none of it will be sent.
asked-wants = Requested data
asked-no-values = The wallet sends none of your values. { $party } learns only that you approved.
asked-document = Document
# $document: such as "Passport".
asked-document-of = { $document } of { $country }
asked-document-number = Number { $number }
asked-document-expires = Valid until { $day }
asked-files = Files to send
asked-files-look = Preview
asked-files-loading = Making the files
# $file: such as "kyc.pdf".
asked-files-page = First page of { $file }
asked-files-none = The wallet cannot show { $file }.
asked-numbers = Which number does the page show?
asked-numbers-text = If you do not see a page with one of these numbers, do not approve. A wrong number declines the request.
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
time-left-none = Expired
asked-verified-told = { $party } will learn that your identity was checked.
asked-verified-not = { $party } will learn that your identity was not checked.
asked-verified-refused = { $party } only accepts people whose identity was checked. It will learn that yours was not, and nothing else.

# The wallet refuses a link that the user opened in a browser or an email. The reason follows.
link-refused = The wallet can’t open this link

## What the program that holds the vault says to other programs

holder-never-unlocked = The wallet has not been unlocked since it started. It accepts nothing yet.
holder-mistake = Something went wrong inside the wallet. Everything saved before is safe.
holder-locked = The wallet is locked. Unlock it where it runs, then try again.
holder-changed = The data has changed since you looked at it. Nothing was sent. Look at the request again.
holder-not-understood = The wallet did not understand the other program. Both may be of different versions. Nothing was done.
