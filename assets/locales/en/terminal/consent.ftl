### What a command shows before something leaves the wallet, and the user's consent to it.

## Refused before anything is sent

cli-consent-no-terminal = The wallet cannot ask for your consent without a terminal. Nothing was sent. To consent in advance, add --yes.
# $site: its name. What has changed follows, a line each.
cli-consent-not-covered = --yes does not cover what has changed at { $site }. Nothing was sent. To accept the changes too, add --accept-changes.
# $titles: names of attributes, with commas between them.
cli-consent-missing = The wallet does not have everything that { $site } asks for. Missing: { $titles }. Nothing was sent.
# The next two are about one attribute. $why: whole sentences. $name and $command: what is typed.
cli-consent-missing-add = { $title }: { $why } Run `idw attribute set { $name }` to add it.
cli-consent-missing-shrink = { $title }: { $why } Run `{ $command }` to make a picture smaller.

## The question. $purpose is log-in, sign or send.

cli-consent-question = { $purpose ->
        [log-in] Log in?
        [sign] Sign this?
       *[send] Send this?
    }
cli-consent-question-anyway = { $purpose ->
        [log-in] Log in anyway?
        [sign] Sign this anyway?
       *[send] Send this anyway?
    }

## Headings. $purpose is log-in, sign-up, sign, identify or apply.

cli-consent-title = { $purpose ->
        [log-in] Log in to { $site }
        [sign-up] Sign up at { $site }
        [sign] Sign a text for { $site }
        [identify] Tell { $site } who you are
       *[apply] Apply for KYC at { $site }
    }
# $template: what is applied for.
cli-consent-title-template = Apply at { $site } for { $template }
cli-consent-left-out = Optional, not sent

## What stands before a site's address and the like

cli-consent-site = Site
cli-consent-connection = Connection
cli-consent-as = As
cli-consent-terms = Terms
cli-consent-policy = Privacy
cli-connection-tls = TLS with a checked certificate
cli-connection-loopback = Plain HTTP, only within this computer

## Somebody who asks and is not a site. The user gave them a name.

cli-asked-known = Known
# $moment: a time.
cli-asked-since = since { $moment }
cli-asked-number = Number
# Numbers, of which a page shows one.
cli-asked-numbers = The page shows { $first }, { $second } or { $third }. Say which one with --number.
cli-asked-ends = Ends
# Data of an identity document, with commas between: Passport: number X1, issued by Kenya, valid until 5 Mar 2030
cli-asked-document = { $document }: { $details }
cli-asked-document-number = number { $number }
cli-asked-document-country = issued by { $country }
cli-asked-document-expires = valid until { $day }
cli-asked-file = File
cli-asked-file-look = { $file } (add --files FOLDER to save and view it)

## What is sent

cli-sent-identity = Identity
cli-sent-identity-party = an ID that only this party knows, and proof that you agreed
cli-sent-identity-site = your account's public key, and a signature that proves it is yours
cli-sent-nothing = nothing to send
# $label: the user's own name for one of several values.
cli-sent-label = labelled “{ $label }”
# One part of a value: its name and its text.
cli-sent-field = { $field }: { $text }
# Something optional. $name: what is typed.
cli-sent-include = Add --include { $name } to send it
# $place: a host outside of the site. $sees: a list of what it gets.
cli-consent-elsewhere = { $site } also uses { $place }, which receives { $sees }.
cli-consent-identity-only = { $site } does not ask for any attributes in this application. The wallet sends only your identity.

## Choosing between several values

cli-choice-not-asked = { $site } does not ask for “{ $name }”. It asks for: { $names }.
cli-choice-nothing-asked = { $site } does not ask for “{ $name }”. It does not ask for any attributes.
# The question takes a number; an empty answer means 1.
cli-choice-question = Which { $title } should be sent, 1 to { $count }? [1]
cli-choice-unknown = “{ $answer }” is not in the list. Type a number from it.
# Headings of columns.
cli-choice-label = Label
cli-choice-id = ID
cli-choice-expired = expired
# The lines below list what the site asks for, each with its ID.
cli-choice-asked-twice = { $site } asks for “{ $name }” more than once. Nothing was sent. Use the site's ID to say which one you mean.
cli-choice-no-id = (no ID)
cli-choice-ambiguous = “{ $wanted }” matches { $count } values of { $title }. Nothing was sent. Type more of the ID.
# The lines below list the values.
cli-choice-not-found = No value of { $title } that the site accepts matches “{ $wanted }”. Nothing was sent.
# The beginning of an ID, the value in one line, and its label.
cli-choice-value = { $id }  { $value }  ({ $label })
