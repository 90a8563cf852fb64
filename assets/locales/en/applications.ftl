### KYC applications: how far each has come, and what it lacks.

application-list-title = Applications
application-list-subtitle = Your KYC applications and their progress
application-list-loading = Loading applications
application-list-search = Search applications
application-list-none = No applications yet
application-list-none-text = Open a site and apply for KYC there. You can then see here what you sent, what the site says and what it still needs.
application-list-none-sites = Go to sites
application-list-not-found = No application matches “{ $query }”
application-list-not-found-text = Search by the site or by what you applied for.
application-list-clear = Clear the search
application-list-answer = Needs your answer
application-list-under-way = In progress
application-list-ended = Ended
# For screen readers, beside the entry of the navigation.
application-answer-count = { $count ->
        [1] one needs your answer
       *[other] { $count } need your answer
    }

# $sites are names of sites. $when: "just now", "5 minutes ago" or a day.
application-unreached = The wallet could not reach { $sites } { $when }. It will try again automatically.

## A row of the list, and a dialog's title

# $name: what is applied for. $site: where.
application-at = { $name } at { $site }
# $status: a sentence without its full stop. $when: "5 minutes ago" or a day.
application-row-sent = { $status } · sent { $when }
application-row-begun = { $status } · started { $when }

## In a word or two

application-badge-answer = Needs your answer
application-badge-draft = Not sent yet
application-badge-unknown = May have arrived
application-badge-refused = Refused
application-badge-withdrawn = Withdrawn
application-badge-approved = Approved
application-badge-rejected = Rejected
application-badge-ended = Ended
application-badge-with-site = Being processed

## How far it is, in a sentence without its full stop

application-status-draft = Sending was interrupted
application-status-unknown = Sent, but it may not have arrived
application-status-refused = The site refused it
application-status-withdrawn = You withdrew it
application-status-submitted = The site received it
application-status-0 = The site has not started on it
application-status-1 = The site is working on it
application-status-2 = Approved
application-status-3 = Rejected
application-status-4 = The site has received it
application-status-5 = The site invited you to continue
application-status-6 = The site is waiting for you
application-status-7 = You declined it at the site
application-status-8 = Withdrawn
application-status-9 = The site needs more information
application-status-10 = The site needs details of the company
application-status-11 = The site needs one more thing from you
application-status-12 = Partly approved
application-status-13 = The site is waiting for a payment in tokens
application-status-14 = A reviewer is looking at it
application-status-15 = The site is checking your details
application-status-16 = The site reopened it
application-status-other = The site gave a status that this wallet does not know

## What was asked for

application-items-title = What it needs
# $done and $all: how many things the site has, and how many there are.
application-items-count = { $done } of { $all } sent
# The site's own words for something, beside the wallet's.
application-item-label = asked for as “{ $label }”
application-item-to-send = Not sent yet
application-item-may-have = May have arrived
application-item-sent = Sent
application-item-not-accepted = Not accepted
application-item-missing = Needed
application-item-not-sent = Not sent
# What the site says about something that it does not accept.
application-item-reason = “{ $reason }”
application-file-waiting = Waiting
application-file-sending = { $percent } %
application-file-sent = Sent
# For screen readers: a file's progress bar.
application-file-progress = Sending { $file }

## One application

# $site: its name.
application-wants-title = { $site } needs more from you
application-wants-text = See what it asks for, then choose what to send.
application-wants-there = Open the site to continue there.
application-changed-title = Something changed since you agreed
application-left = { $count ->
        [1] One file has not arrived yet. The wallet sends only what the site does not have.
       *[other] { $count } files have not arrived yet. The wallet sends only what the site does not have.
    }
application-undecided-title = Did it arrive?
application-undecided-text = Check at { $site } whether the application arrived. If it did, choose “It arrived”. If you send it again, the site may get it twice.
application-details = Details
application-detail-agreed = Agreed to
application-detail-sent = Sent
application-detail-checked = Last checked
application-detail-account = Signed in as
application-detail-did = Your ID there
application-detail-number = Application number
application-done = Done
application-stop = Stop
application-withdraw = Withdraw
application-open = Open at the site
application-continue-anyway = Continue anyway
application-is-there = It arrived
application-send-again = Send again
application-ask = Check now
application-asking = Asking the site
application-cancel-asking = Cancel
application-continue = Continue
application-answer = Answer
application-withdraw-title = Withdraw this application?
application-withdraw-accept = Withdraw
application-withdraw-keep = Keep it
application-withdrawing = Withdrawing
application-withdraw-sent = The wallet asks { $site } to cancel it. The site keeps what it has already received.
application-withdraw-unsent = The wallet stops sending it. { $site } keeps what it has already received.
