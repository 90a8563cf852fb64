### What stands around every failure.

failure-retry = Try again

## The title of a failure, by its kind. The sentence that comes with the failure says the rest.

failure-usage = Not possible
failure-not-found = Not found
failure-exists = Already exists
failure-wrong-password = Wrong password
failure-in-use = The vault is in use
failure-damaged = The vault is damaged
failure-missing = Something is missing
failure-refused = The site refused
failure-no-account = You have no account there yet
failure-unreachable = Could not reach the site
failure-protocol = The site sent an unexpected answer
failure-declined = Declined
failure-verified = This value is verified
failure-stopped = Stopped
failure-locked = The wallet is locked
failure-other = Something went wrong

## Details

# $code: what programs call this kind of failure, such as "unreachable".
failure-code = Code: { $code }
failure-copy = Copy the code and the message

## What programs outside of the wallet say, in their own words

# $text: such as what a site or the operating system says.
error-verbatim = { $text }
