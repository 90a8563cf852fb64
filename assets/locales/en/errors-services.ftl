### What goes wrong with identity checks and Auth eID. Each says what happened, what was kept and what to do.
### $reason is one or more whole sentences.

## Names that the user gives. $most: the longest, in characters.

error-name = The name is empty, longer than { $most } characters, or has control characters. Nothing was changed.

## Identity checks

error-check-company = The profile “{ $profile }” is a company. An identity check is for a person. Choose another profile.
error-check = { $reason } Nothing was kept.
error-check-spent = { $reason } Nothing was kept. Start a new check.
error-keep-check-changed = The wallet has changed since you looked. Nothing was kept. Look at the values again.
error-keep-check-no-item = The check brought no value called “{ $name }”. Nothing was kept.
error-keep-check-selfie = The wallet cannot use the picture of you. { $reason }

## Providers. $provider and $name: what the user calls one.

error-provider-not-found = There is no identity-check provider “{ $name }” in this wallet.
error-provider-name-taken = Another identity-check provider is already called “{ $name }”. Nothing was changed.
# $setting: the name of a field, such as "Redirect URI".
error-provider-setting = { $setting }: { $reason } Nothing was changed.
error-provider-settings = These settings do not work. { $reason } Nothing was changed.
error-provider-setting-all = All settings
error-provider-setting-url = This is not a web address.
error-provider-setting-made = With Web IDV, the provider makes this address for each check. You cannot set it.
error-provider-setting-listen = This is an https page. Also enter the address that it sends the browser to.
error-provider-secret = { $reason } Nothing was changed.
error-provider-not-kept = The wallet could not save the client secret of “{ $provider }”. { $reason } You can enter the secret at each check instead.
error-provider-no-secret = The system keyring has no client secret for “{ $provider }”. Enter it again, or use a file with the secret.
# $path: the file.
error-provider-secret-file = The wallet could not read the client secret of “{ $provider }” from { $path }. { $reason }
error-provider-secret-file-large = The wallet did not read the client secret of “{ $provider }”. The file { $path } is too large for a secret.
error-provider-secret-unread = The wallet could not read the client secret of “{ $provider }”. { $reason } You can also enter it again, or use a file with the secret.

## Why the system keyring does not have a client secret. $backend: its name, such as "Secret Service".

error-secret-unavailable = The wallet cannot use the system keyring ({ $backend }). Start the keyring service of your desktop, then try again.
error-secret-locked = The system keyring ({ $backend }) is locked. Unlock it in your desktop’s settings, then try again.
error-secret-timed-out = { $seconds ->
        [one] The system keyring ({ $backend }) did not answer within { $seconds } second. If it asks for its own password, enter it and try again.
       *[other] The system keyring ({ $backend }) did not answer within { $seconds } seconds. If it asks for its own password, enter it and try again.
    }
error-secret-no-entry = The system keyring does not have the secret.
error-secret-changed = The system keyring ({ $backend }) did not save the secret correctly.

## Parties of Auth eID. $name: what the user calls one.

error-eid-not-found = No party called “{ $name }” may ask this wallet.
# $fitting: a list of parties with their ids.
error-eid-ambiguous = “{ $name }” matches several parties: { $fitting }. Name one by its id.
# $host: the service, such as "eid.example".
error-eid-of-service = { $name } is registered at { $host } and has no key in this wallet. Nothing was changed.
error-eid-name-taken = Another party is already called “{ $name }”. Nothing was changed.
error-eid-open-limit = The number of open requests must be from 1 to { $most }. Nothing was changed.
# $most: a size, such as "2 MB".
error-eid-logo-too-large = The picture is larger than { $most }. Nothing was changed.
error-eid-logo = The wallet could not read the picture. { $reason } Nothing was changed.
error-eid-pdf = The wallet could not make the PDF for the answer. { $reason } Nothing was sent.
error-eid-changed = What the site would learn about you has changed since you looked. Nothing was sent. Look at the request again.
error-eid-randomness = This computer gave no random numbers. Nothing was changed. Try again.
error-eid-keys = The wallet could not make or read a key for Auth eID.
error-eid-keys-damaged = The wallet’s keys for Auth eID are damaged. Restore the wallet from a backup.

## Services of Auth eID. $host: such as "eid.example". $url: an address.

error-eid-service-address = “{ $url }” is not the address of a service. { $reason } Nothing was sent.
error-eid-service-address-url = Enter an address such as https://eid.example.
error-eid-service-address-path = Leave out everything after the host.
error-eid-service-code = The code must have 26 letters and digits. The letter U is not used. Nothing was sent.
error-eid-service-name = The name of the device is empty, longer than { $most } characters, or has control characters. Nothing was sent.
error-eid-service-connected = This profile is already connected to { $host }. Nothing was sent.
error-eid-service-same = { $host } is the same service as { $url }, and this wallet is already connected to it for the same email address. Nothing was changed.
error-eid-service-not-connected = This profile is not connected to { $url }.
error-eid-service-disconnected = This profile is no longer connected to the service.
# $said: the service's own words.
error-eid-service-refused = { $host } refused the request. It says: “{ $said }”
error-eid-service-refused-silently = { $host } refused the request and did not say why.
# $status: a number of HTTP, such as 503.
error-eid-service-failed = { $host } failed with status { $status }. Try again later.
error-eid-service-code-refused = { $host } did not accept the code. It is wrong, expired or already used. Ask the operator of the service for a new one.
error-eid-service-clock = The clocks of this computer and { $host } differ by more than five minutes. Set this computer’s clock.
error-eid-service-clock-behind = { $minutes ->
        [one] This computer’s clock is { $minutes } minute behind the clock of { $host }. Set this computer’s clock.
       *[other] This computer’s clock is { $minutes } minutes behind the clock of { $host }. Set this computer’s clock.
    }
error-eid-service-clock-ahead = { $minutes ->
        [one] This computer’s clock is { $minutes } minute ahead of the clock of { $host }. Set this computer’s clock.
       *[other] This computer’s clock is { $minutes } minutes ahead of the clock of { $host }. Set this computer’s clock.
    }
error-eid-service-token = The session with { $host } has ended.
error-eid-service-device = { $host } does not know this device, or has removed it. Connect again with a new code.
error-eid-service-over-approved = Another of your devices approved this request first. Your answer here does not count.
error-eid-service-over-answered = Another of your devices answered this request first. Your answer here does not count.
error-eid-service-over-declined = Another of your devices declined this request first. Your answer here does not count.
error-eid-service-over-withdrawn = The sender withdrew this request. Your answer does not count.
error-eid-service-over-ended = This request has expired. Your answer does not count.
error-eid-service-over-decided = This request was already decided. Your answer does not count.
error-eid-service-not-understood = The wallet did not understand { $host }. { $reason }
# $limit: a size, such as "4 MB".
error-eid-service-too-long = The answer of { $host } is longer than { $limit }. The wallet did not read it.
error-eid-service-compressed = { $host } compressed its answer. The wallet did not read it.

## What is wrong with the answer of a service

error-eid-fault-redirect = The service sent the wallet to another address, and the wallet does not follow.
error-eid-fault-refusal = The service refused and gave no reason.
error-eid-fault-form = The answer does not have the right form.
error-eid-fault-token = The session’s token is not valid.
error-eid-fault-nonce = The nonce is not valid.
error-eid-fault-list = The list of requests is not valid.
error-eid-fault-cursor = The position in the list is too long.
error-eid-fault-clock = The service’s clock is more than an hour off.
error-eid-fault-verdict = What the service says of your answer does not match your answer.
error-eid-fault-service-id = The id of the service is not valid.
error-eid-fault-email = The email address is not valid.
error-eid-fault-device-id = The id of this device is not valid.
error-eid-fault-root = The root certificate is not valid.

## Why the wallet does not show something that a service listed

# $most: how many requests the wallet looks at.
error-eid-list-many = { $most ->
        [one] The service lists more than { $most } request at a time. The wallet looks only at the first.
       *[other] The service lists more than { $most } requests at a time. The wallet looks only at the first { $most }.
    }
error-eid-list-unreadable = The wallet could not read a request.
# $why: the rule that it breaks, in English.
error-eid-list-invalid = A request is not valid ({ $why }).
error-eid-list-email = A request is for another email address.
error-eid-list-twice = A request is listed twice.
error-eid-list-often = Too many requests came within an hour.
error-eid-list-party-id = The id of a party is not valid.
error-eid-list-party-name = The name of a party is empty, too long, or has control characters.
