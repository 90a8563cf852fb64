### Logging in, signing up, applying for KYC, and applications that were made.

## What a command is doing

cli-doing-look = Checking what { $site } asks for
# $purpose is log-in, sign-up, sign, identify or apply; also below.
cli-doing = { $purpose ->
        [log-in] Logging in to { $site }
        [sign-up] Signing up at { $site }
        [sign] Signing a text for { $site }
        [identify] Telling { $site } who you are
       *[apply] Applying at { $site }
    }
cli-doing-cancel = Cancelling the application to { $site }
cli-doing-resume = Continuing the application to { $site }
cli-doing-ask-wanted = Asking { $site } what it still needs

## What was done

cli-done = { $purpose ->
        [log-in] Logged in to { $site }.
        [sign-up] Signed up at { $site }.
        [sign] Signed a text for { $site }.
        [identify] Told { $site } who you are.
       *[apply] Applied at { $site }.
    }
cli-done-as = As
cli-done-sent = Sent
cli-done-application = Application
cli-done-see = View at
cli-done-message = Site says
cli-done-continue = Continue at
# What was sent, with the files of it: Passport (front.jpg, back.jpg)
cli-done-with-files = { $title } ({ $files })

## Logging in

cli-login-opened = Opened the page in your browser.
cli-login-sign-up = Sign up now?
cli-login-no-page = The site did not name a page to open.
# $host: where the page is. $url: its address.
cli-login-elsewhere = The page is at { $host }, which does not belong to { $site }: { $url }
cli-login-open-anyway = Open it anyway?
# Why follows.
cli-login-no-browser = The wallet could not start a browser.
# $scheme: the beginning of an address, such as "file".
cli-login-not-web = The wallet did not open the page. Its address begins with “{ $scheme }:”, so it is not a web page.
cli-login-no-address = The wallet did not open the page. Its address is not valid.

## Choosing what to apply for

cli-apply-question = What do you want to apply for, 1 to { $count }?
cli-apply-id = ID
cli-apply-name = Name
cli-apply-description = Description
# The lines below list them.
cli-apply-several = { $site } offers { $count } applications. Name one with --template.

## Following an application up

cli-application-cancelled = Cancelled the application to { $site }.
# $status: how far the application is, in a word or two.
cli-application-arrived = { $site } already has the application. Nothing was sent. Status: { $status }
# The words in brackets are what can be typed: they are the same in every language.
cli-application-arrived-or-not = Send it again, or treat it as arrived? [send/arrived]
cli-application-resume-hint = Run `idw application resume SITE` to continue the application. Nothing is sent twice.
# $id: of an application. $owner and $site: names of sites.
cli-application-of-other-site = The application { $id } was made to { $owner }, not to { $site }.
cli-application-none-there = You have no application to { $site }. Run `idw apply` to make one.
# A heading above what has changed.
cli-application-changed-title = Changed since you agreed to the application to { $site }
# The lines below say what has changed.
cli-application-changed = Something has changed since you agreed to the application to { $site }. Nothing was sent. To accept the changes, add --accept-changes.
# A line while an application is being watched.
cli-application-watched = { $site }: { $status }
cli-application-list-none = No applications yet. Run `idw apply SITE` to make one.
cli-application-list-id = ID
cli-application-list-site = Site
cli-application-list-for = For
cli-application-list-status = Status
cli-application-list-started = Started
cli-application-status = Status
cli-application-as = As
cli-application-id = ID
cli-application-site-id = ID at the site
cli-application-see = View at
cli-application-message = Site says
cli-application-sent = Sent
cli-application-started = Started
cli-application-submitted = Submitted
cli-application-checked = Last checked
cli-application-wanted = The site asks for
cli-application-not-accepted = not accepted
cli-application-not-sent = not sent yet
# $site: a name as it is typed.
cli-application-update = Run `idw application update { $site }` to send it.
