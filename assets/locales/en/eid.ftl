### Requests by Auth eID, in the settings of the window: whether they are answered, and who may ask.

eid-title = Requests by Auth eID
eid-service = Answer requests from programs on this computer
eid-service-text = A program asks by email address, and you approve or decline here. Only programs on this computer can reach this address. Requests wait while the wallet is locked.
# Where programs call, such as 127.0.0.1:8466. The port is a field beside it.
eid-service-port = Port
eid-service-port-hint = Programs connect to 127.0.0.1 and this port. The default is 8466.
eid-service-port-wrong = Enter a number from 1 to 65535.
eid-service-at = Address for programs
eid-service-copy = Copy the address
eid-service-failed = The wallet cannot answer requests
eid-root = Root certificate
eid-root-text = Parties use it to check that a signature comes from this wallet. You can share it.
eid-root-save = Save root certificate…
eid-root-saved = Saved the certificate as { $file }.

## The parties

eid-parties = Who may ask
eid-parties-add = Add…
eid-parties-loading = Loading parties
eid-parties-none = Nobody may ask yet. When you add a party, you get a key for it to use.
# $since: a day. $form: how signatures are made. $limit: a number.
eid-party-row = Since { $since } · { $form } · at most { $limit } open
eid-party-blocked-badge = Blocked
eid-party-matching-badge = Number matching
eid-form-x509 = Certificates
eid-form-raw = Raw keys (2019)
eid-party-since = May ask since
eid-party-form = Signatures
eid-party-matching = Number
eid-party-matching-on = You choose the number that its page shows
eid-party-matching-off = Not required
eid-party-limit = Open requests
# $limit: a number.
eid-party-limit-most = At most { $limit } at a time
eid-party-blocked = Blocked
# $since: a day.
eid-party-blocked-since = Since { $since }. You do not see its requests, and it does not know that you blocked it.
eid-party-id = Id
eid-party-block = Block
eid-party-unblock = Unblock
eid-party-rotate = New key…
eid-party-remove = Remove…

## Adding a party

eid-add-title = Add a party
eid-add-warning = Nobody has verified the email address in this wallet. Parties see it as you entered it.
eid-add-warning-key = Anyone who has the key can send requests as this party. Give it only to the party.
eid-add-name = Name
eid-add-name-hint = Your name for it. The wallet shows it with every request.
eid-add-form = Signature format
eid-add-form-x509 = Certificates (recommended)
eid-add-form-raw = Raw keys (2019)
eid-add-form-raw-hint = Only for old programs. Only the key shows that a signature comes from this wallet.
eid-add-matching = Require number matching
eid-add-matching-text = You must choose the number that the party’s page shows. This protects you from requests that somebody else started at an honest party, but not from a dishonest one. Old programs do not show a number.
eid-add-logo = Logo
eid-add-logo-hint = The wallet shows this picture with every request. The party cannot change it.
eid-add-logo-choose = Choose a picture…
eid-add-logo-remove = Remove the picture
eid-add-more = More
eid-add-limit = Open requests
eid-add-limit-hint = How many requests can wait at a time. Leave this empty for 100.
eid-add-limit-wrong = Enter a whole number from 1 to 10000.
eid-add-cancel = Cancel
eid-add-accept = Add

## The key of a party, which is shown once

eid-key-title = Key for { $name }
eid-key-text = { $name } needs this key to send requests. Copy it now: you cannot view it again. If you lose it, make a new one.
eid-key-copy = Copy the key
eid-key-done = Done

## Changing and removing a party

eid-rotate-title = Make a new key for { $name }?
eid-rotate-text = The old key stops working at once. { $name } can send requests again when it has the new key.
eid-rotate-accept = Make a new key
eid-remove-title = Remove { $name }?
eid-remove-text = Its key stops working at once. Your activity log still shows what you sent.
eid-remove-accept = Remove

## A party of a service on the internet, and what is different about it

# $service: a host. $form: how signatures are made.
eid-party-row-service = Registered at { $service } · { $form }
eid-party-service = Registered at
# $service: a host.
eid-party-service-text = { $service }, whose operator vouches for the name
eid-remove-service-text = It comes back if it asks again. To stop its requests, block it instead. Your activity log still shows what you sent.

## Services on the internet through which others ask

eid-services-title = Auth eID services on the internet
eid-services-connect = Connect…
eid-services-loading = Loading services
eid-services-none = A service forwards requests from sites on the internet that know your email address. Its operator gives you a code for your wallet.
eid-services-list = Connected services
# $email: such as "ada@mail.example". $profile: the name of the profile that answers.
eid-services-row = { $email } · profile { $profile }
eid-services-row-pending = Profile { $profile }
eid-services-connected = Connected
eid-services-connecting = Connecting
eid-services-not-reachable = Not reachable
eid-services-waits = Waiting for you to unlock
eid-services-ended = Ended
eid-services-pending = Not finished
# $since: a day and a time. $why: whole sentences.
eid-services-not-reachable-text = Not reachable since { $since }. { $why } The wallet tries again automatically.
eid-services-waits-text = New requests appear after you unlock the wallet with your password.
# $since: a day.
eid-services-ended-text = On { $since }, the operator or another of your devices removed this device from the service. Connect again with a new code.
eid-services-pending-text = The service did not answer when you sent your code. Connect again with the same code to continue.
# $devices: such as "Ada’s phone, since 3 Nov 2026".
eid-services-others = Also answers: { $devices }
# $since: a day.
eid-services-device = { $device }, since { $since }
eid-services-new = { $count ->
        [one] Another device can now answer for { $email }
       *[other] { $count } other devices can now answer for { $email }
    }
eid-services-new-text = { $devices }. If you do not recognise it, tell the operator of the service at once: it can approve requests for you.
eid-services-known = I recognise it
eid-services-again = Connect again…
eid-services-disconnect = Disconnect…
eid-services-remove = Remove…

## Connecting to a service

eid-connect-title = Connect to a service
# $profile: the name of the profile that answers.
eid-connect-text = Requests from the service go to the profile { $profile }. Its operator identifies who asks and can see every answer, so connect only to services that you trust.
eid-connect-address = Address
eid-connect-address-hint = Such as eid.example. Use http:// only for a service on this computer.
eid-connect-code = Code
eid-connect-code-hint = 26 letters and digits from the operator of the service. You can use the code only once.
eid-connect-code-wrong = Enter 26 letters and digits. The letter U is not used.
eid-connect-device = Name of this device
eid-connect-device-hint = The operator of the service and your other devices with the same email address see it.
eid-connect-device-usual = Identity Wallet
# $system: such as "Linux".
eid-connect-device-on = Identity Wallet on { $system }
eid-connect-cancel = Cancel
eid-connect-accept = Connect
# $host: such as "eid.example".
eid-connect-working = Connecting to { $host }
eid-connect-cancelling = Cancelling
eid-connect-done-title = You are connected to { $host }
eid-connect-done-text = When a site asks { $email } through this service, you see it in your requests.
eid-connect-done-proof = The operator linked your code to this email address. The wallet cannot tell whether the operator checked that it is yours.
eid-connect-done = Done
eid-connect-failed-refused = The service refused
eid-connect-failed-unreachable = Could not reach the service
eid-connect-failed-protocol = This does not look like an Auth eID service
eid-connect-failed-exists = You are already connected
eid-connect-failed-stopped = Cancelled

## Ending a connection

eid-disconnect-title = Disconnect from { $host }?
eid-disconnect-text = The wallet removes the service’s requests and receives no new ones. It keeps the service’s parties and your keys for them, and uses them again if you reconnect with a new code.
eid-disconnect-accept = Disconnect
eid-forget-title = Remove { $host }?
eid-forget-text = The wallet removes the connection from this list. It keeps your keys for the service’s parties and uses them again if you reconnect.
eid-forget-accept = Remove
eid-disconnect-untold = { $host } does not know that you disconnected
# $why: whole sentences.
eid-disconnect-untold-text = The wallet could not tell the service. { $why } Ask its operator to remove this device.
