### What the wallet says of sites, applications, requests and identity checks while it works with them.

## Steps while something is sent. Shown one after the other, without a full stop.

sending-step-dialect = Finding out which protocol the site uses
sending-step-challenge = Asking the site for a challenge
sending-step-sign = Signing the challenge
sending-step-challenge-again = Asking the site for a new challenge
sending-step-sign-again = Signing the new challenge
sending-step-log-in = Logging in
sending-step-values = Sending the attributes
sending-step-sign-up = Signing up
sending-step-update = Sending what the site asked for
sending-step-apply = Submitting the application
sending-step-ask-arrived = Asking the site whether the application arrived

## While the vault is checked. $percent: how much was read.

vault-check-reading = Reading the vault: { $percent } %

## What went less well, after something was sent. $site: a name. $host: such as "shop.example".

outcome-log-in-later = You are signed up, but { $site } does not know your account yet. Log in later.
# $reason: whole sentences.
outcome-log-in-failed = You are signed up, but the wallet could not log you in. { $reason }
outcome-only-identity = The wallet sent no attributes with this application, only your identity.
# $files: a list of names.
outcome-perhaps-twice = { $site } may have a second copy of { $files }. An earlier upload stopped before the site confirmed it.
outcome-not-verified = The site accepts only people whose identity was checked. It learned that yours was not, and nothing else.
outcome-clock-behind-minutes = { $minutes ->
        [one] This computer’s clock is { $minutes } minute behind the clock of { $host }. Logins may fail. Check which clock is right.
       *[other] This computer’s clock is { $minutes } minutes behind the clock of { $host }. Logins may fail. Check which clock is right.
    }
outcome-clock-ahead-minutes = { $minutes ->
        [one] This computer’s clock is { $minutes } minute ahead of the clock of { $host }. Logins may fail. Check which clock is right.
       *[other] This computer’s clock is { $minutes } minutes ahead of the clock of { $host }. Logins may fail. Check which clock is right.
    }
outcome-clock-behind-hours = { $hours ->
        [one] This computer’s clock is { $hours } hour behind the clock of { $host }. Logins may fail. Check which clock is right.
       *[other] This computer’s clock is { $hours } hours behind the clock of { $host }. Logins may fail. Check which clock is right.
    }
outcome-clock-ahead-hours = { $hours ->
        [one] This computer’s clock is { $hours } hour ahead of the clock of { $host }. Logins may fail. Check which clock is right.
       *[other] This computer’s clock is { $hours } hours ahead of the clock of { $host }. Logins may fail. Check which clock is right.
    }

## After a site was added: what it asks for that the wallet does not know. $what: an attribute.

site-note-unknown = The wallet does not know { $what } yet. It will ask the site about it when you sign up.
# $reason: whole sentences.
site-note-unknown-because = The wallet does not know { $what }. { $reason } You cannot enter it for now. The wallet tries again each time you sign up.
# $schema: an address.
site-note-what = { $title } ({ $schema })

## Why the wallet does not know something that a site asks for

schema-fault-address = The address of its definition is not valid.
schema-fault-of-platform = A site cannot redefine one of the wallet’s own attributes.
schema-fault-not-in-platform = It has a name of the platform, but the platform has no such attribute.
schema-fault-too-many = { $most ->
        [one] The site asks for more than { $most } attribute of its own.
       *[other] The site asks for more than { $most } attributes of its own.
    }
schema-fault-elsewhere = Its definition is at { $host }. The wallet takes definitions only from the site itself.
# $url: an address. $reason: whole sentences.
schema-fault-refers = Its definition refers to { $url }. { $reason }
schema-fault-refers-to-many = { $most ->
        [one] The site’s definitions refer to more than { $most } other document.
       *[other] The site’s definitions refer to more than { $most } other documents.
    }
schema-fault-nested = Its definition refers to documents that refer to too many others.

## Requests from outside

# $party: a host, such as "shop.example".
request-title-log-in = Log in to { $party }
request-stopped = Sending stopped before the end. Your answer may have arrived.

## Identity checks

# A picture. $kind: such as "JPEG". $size: such as "120 kB".
check-field-picture = { $kind }, { $size }
# Why a provider in a backup is left out.
provider-bad-address = One of the provider’s addresses is not valid.
