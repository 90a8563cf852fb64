### Requests by Auth eID, in the settings of the window: whether they are answered, and who may ask.

eid-title = Requests by Auth eID
eid-service = Answer requests of programs on this computer
eid-service-text = A program asks by an email, and you say yes or no here. Only programs on this computer reach this address. While the wallet is locked, requests wait.
# Where programs call, such as 127.0.0.1:8466. The port is a field beside it.
eid-service-port = Port
eid-service-port-hint = Programs ask at 127.0.0.1 and this port. The usual one is 8466.
eid-service-port-wrong = A port is a number from 1 to 65535.
eid-service-at = Programs ask at
eid-service-copy = Copy the address
eid-service-failed = Requests are not answered
eid-root = Root certificate
eid-root-text = Parties use it to check that a signature comes from this wallet. It is not secret.
eid-root-save = Save root certificate…
eid-root-saved = The certificate is in the file { $file }.

## The parties

eid-parties = Who may ask
eid-parties-add = Add…
eid-parties-loading = Reading who may ask
eid-parties-none = Nobody may ask yet. Add a party: it gets a key, and asks with that.
# $since: a day. $form: how signatures are made. $limit: a number.
eid-party-row = Since { $since } · { $form } · at most { $limit } open
eid-party-blocked-badge = Blocked
eid-party-matching-badge = Number matching
eid-form-x509 = Certificates
eid-form-raw = Raw keys of 2019
eid-party-since = May ask since
eid-party-form = Signatures
eid-party-matching = Number
eid-party-matching-on = You have to find the number that its page shows
eid-party-matching-off = Not asked for
eid-party-limit = Open requests
# $limit: a number.
eid-party-limit-most = At most { $limit } at a time
eid-party-blocked = Blocked
# $since: a day.
eid-party-blocked-since = Since { $since }. You see nothing of what it asks, and it cannot tell.
eid-party-id = Id
eid-party-block = Block
eid-party-unblock = Unblock
eid-party-rotate = New key…
eid-party-remove = Remove…

## Adding a party

eid-add-title = Add a party
eid-add-warning = Nothing proves that the email in this wallet is yours: what a party reads is what you say.
eid-add-warning-key = Whoever has the key can ask in the party’s name. Give it to the party alone.
eid-add-name = Name
eid-add-name-hint = What you call it. Every request of it is shown under this name.
eid-add-form = How signatures are made
eid-add-form-x509 = Certificates (recommended)
eid-add-form-raw = Raw keys of 2019
eid-add-form-raw-hint = For old programs alone: nothing but the key says that a signature comes from this wallet.
eid-add-matching = Ask for the number its page shows
eid-add-matching-text = Your yes needs the right number. This helps against requests that somebody else began at an honest page, and not against a party that means ill. Old programs show no number.
eid-add-logo = Logo
eid-add-logo-hint = Every request of it shows this picture. It is yours to choose: a party cannot.
eid-add-logo-choose = Choose a picture…
eid-add-logo-remove = Remove the picture
eid-add-more = More
eid-add-limit = Open requests
eid-add-limit-hint = The most that wait at a time. Leave it empty for 100.
eid-add-limit-wrong = This is a whole number from 1 to 10000.
eid-add-cancel = Cancel
eid-add-accept = Add

## The key of a party, which is shown once

eid-key-title = The key of { $name }
eid-key-text = { $name } asks with this key. The wallet does not show it again: copy it now. If it is lost, make a new one.
eid-key-copy = Copy the key
eid-key-done = Done

## Changing and removing a party

eid-rotate-title = Make a new key for { $name }?
eid-rotate-text = The key that { $name } has stops working at once. It can ask again when it has the new one.
eid-rotate-accept = Make a new key
eid-remove-title = Remove { $name }?
eid-remove-text = Its key stops working at once. What you told it stays in the activity.
eid-remove-accept = Remove
