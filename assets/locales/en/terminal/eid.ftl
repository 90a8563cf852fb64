### What `idw eid` says. $name: what the user calls a party. $host: a service, such as "eid.example".

## The parties

cli-eid-parties-none = Nobody may send you requests by Auth eID.
# Headings of columns.
cli-eid-column-name = Name
cli-eid-column-signatures = Signatures
cli-eid-column-since = Since
cli-eid-column-registered = Registered at
cli-eid-column-id = ID
# Where a party is registered that the user added.
cli-eid-this-wallet = this wallet
# How many requests of a party can be open.
cli-eid-limit-of-service = As many as { $host } allows
# The key stands on the next line.
cli-eid-key = { $name } can send you requests with this key. You cannot view the key again.
cli-eid-blocked = You no longer see what { $name } asks.
cli-eid-unblocked = You see again what { $name } asks.
cli-eid-removed = { $name } can no longer send you requests.
cli-eid-removed-from-service = Removed { $name }. It comes back if it asks again through { $host }.

## The root certificate

# Why follows.
cli-eid-root-unwritten = The wallet could not write the certificate to { $path }.

## Services on the internet

cli-eid-services-none = This wallet is not connected to any service.
# $email: the address that others ask by. $profile: the name of a profile.
cli-eid-connected = Connected to { $host }. Requests to { $email } come to the profile { $profile }.
cli-eid-connected-receive = `idw serve` and the window receive them while they run.
cli-eid-connected-warning = The operator of the service identifies who asks and can see every answer.
cli-eid-disconnected = Disconnected from { $host }.
# Labels of rows.
cli-eid-label-address = Address
cli-eid-label-state = Status
cli-eid-label-email = Email
cli-eid-label-profile = Profile
cli-eid-label-since = Since
cli-eid-label-device = Device
cli-eid-label-id = ID
# $why: whole sentences.
cli-eid-state-ended = Ended. { $why }
# $since: a day and a time.
cli-eid-device-this = { $device }, since { $since } (this device)
cli-eid-device-new = { $device }, since { $since }. It is newer than this device. If it is not yours, tell the operator of the service.
