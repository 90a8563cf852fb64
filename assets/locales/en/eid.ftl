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

## A party of a service on the internet, and what is different about it

# $service: a host. $form: how signatures are made.
eid-party-row-service = Registered at { $service } · { $form }
eid-party-service = Registered at
# $service: a host.
eid-party-service-text = { $service }, whose operator answers for the name
eid-remove-service-text = The wallet forgets it until it asks again. To see nothing more of it, block it. What you told it stays in the activity.

## Services on the internet through which others ask

eid-services-title = Auth eID services on the internet
eid-services-connect = Connect…
eid-services-loading = Reading your services
eid-services-none = A service passes on what sites elsewhere ask you by email. Whoever runs it gives you a code for your wallet.
eid-services-list = Services that you are connected to
# $email: such as "ada@mail.example". $profile: the name of the profile that answers.
eid-services-row = { $email } · profile { $profile }
eid-services-row-pending = Profile { $profile }
eid-services-connected = Connected
eid-services-connecting = Connecting
eid-services-not-reachable = Not reachable
eid-services-waits = Waits for the unlock
eid-services-ended = Ended
eid-services-pending = Not finished
# $since: a day and a time. $why: such as "eid.example took too long to answer".
eid-services-not-reachable-text = Since { $since }: { $why }. The wallet tries again by itself.
eid-services-waits-text = What is asked meanwhile comes when the wallet is unlocked with its password.
# $since: a day.
eid-services-ended-text = Since { $since } the service does not know this device: whoever runs it has removed it, or you. Connect again with a new code.
eid-services-pending-text = No answer came to your code. Connect again with the same code to go on.
# $devices: such as "Ada’s phone, since 3 Nov 2026".
eid-services-others = Also answers: { $devices }
# $since: a day.
eid-services-device = { $device }, since { $since }
eid-services-new = { $count ->
        [one] Another device answers for { $email } now
       *[other] { $count } other devices answer for { $email } now
    }
eid-services-new-text = { $devices }. If you do not know it, tell whoever runs the service at once: it can say yes in your place.
eid-services-known = I know it
eid-services-again = Connect again…
eid-services-disconnect = Disconnect…
eid-services-remove = Remove…

## Connecting to a service

eid-connect-title = Connect to a service
# $profile: the name of the profile that answers.
eid-connect-text = What the service asks comes to the profile { $profile }. Whoever runs the service says who asks, and sees each answer on its way: connect to those that you trust.
eid-connect-address = Address
eid-connect-address-hint = Such as eid.example. With http:// only a service on this computer.
eid-connect-code = Code
eid-connect-code-hint = 26 letters and digits from whoever runs the service. It is good once.
eid-connect-code-wrong = A code has 26 letters and digits, without U.
eid-connect-device = Name of this device
eid-connect-device-hint = Whoever runs the service and your other devices with the same email see it.
eid-connect-device-usual = Identity Wallet
# $system: such as "Linux".
eid-connect-device-on = Identity Wallet on { $system }
eid-connect-cancel = Cancel
eid-connect-accept = Connect
# $host: such as "eid.example".
eid-connect-working = Connecting to { $host }
eid-connect-cancelling = Cancelling
eid-connect-done-title = You are connected to { $host }
eid-connect-done-text = What sites ask { $email } by this service comes to your requests.
eid-connect-done-proof = Whoever gave you the code bound it to this email. Nothing proves that they checked that it is yours.
eid-connect-done = Done
eid-connect-failed-refused = The service refused
eid-connect-failed-unreachable = No connection to the service
eid-connect-failed-protocol = This does not look like a service of Auth eID
eid-connect-failed-exists = You are connected already
eid-connect-failed-stopped = Cancelled

## Ending a connection

eid-disconnect-title = Disconnect from { $host }?
eid-disconnect-text = What the service has asked leaves your requests, and nothing more comes from it. Its parties and your keys for them stay, and are the same if you connect to the service again, which needs a new code.
eid-disconnect-accept = Disconnect
eid-forget-title = Remove { $host }?
eid-forget-text = The connection leaves this list. Your keys for the parties of the service stay, and are the same if you connect to it again.
eid-forget-accept = Remove
eid-disconnect-untold = { $host } does not know that you left
# $why: such as "eid.example took too long to answer".
eid-disconnect-untold-text = It could not be told: { $why }. Ask whoever runs it to remove this device.
