### Errors of identity checks with a provider (Web KYC, Web IDV).
###
### $doing: a sentence that says what the wallet was doing. $said: what the provider says, in its own words.

## What the wallet was doing. The sentence follows another one that says what went wrong.

error-webkyc-doing-verification-url = The wallet was asking where the check begins.
error-webkyc-doing-token = The wallet was asking for access to the result.
error-webkyc-doing-details = The wallet was fetching the result.

## The provider's settings

error-webkyc-setting-state = The redirect URI already has a parameter named “state”. Nothing was sent. Correct the settings of the provider.
error-webkyc-setting-client-id = The client ID is empty, too long, or has control characters. Nothing was sent. Correct the settings of the provider.
error-webkyc-setting-colon = The client ID contains a colon. Nothing was sent. Correct the settings of the provider.
error-webkyc-address-too-long = The address is too long.
error-webkyc-address-malformed = This is not a valid address.
error-webkyc-address-insecure = The address must begin with https://, or with http:// and 127.0.0.1, [::1] or localhost.
error-webkyc-address-elsewhere = The wallet can receive the browser only on this computer. Use 127.0.0.1, [::1] or localhost.
error-webkyc-address-port = The address needs a fixed port from 1 to 65535.
error-webkyc-address-credentials = The address contains a user name or a password.
error-webkyc-address-fragment = The address contains a part after #.
error-webkyc-address-query = The address contains a part after ? that is not allowed.
error-webkyc-secret-empty = The client secret is empty.
error-webkyc-secret-too-long = The client secret is too long.
error-webkyc-secret-control = The client secret contains a line break or another control character.

## The browser. $address: on this computer, such as 127.0.0.1:8467.

error-webkyc-port-in-use = Another application on this computer uses { $address }. The wallet needs it to receive the browser. Close the other application and try again.
# $reason: one or more whole sentences.
error-webkyc-no-port = The wallet cannot receive the browser at { $address }. { $reason }
error-webkyc-random = This computer gave no random numbers. Nothing was sent. Try again.
error-webkyc-timed-out = The browser did not return from the identity check in time. Start the check again.
error-webkyc-gave-up = You cancelled the identity check, or it did not succeed.

## The provider

error-webkyc-refused = The provider refused the identity check.
# $status: a number, such as 403.
error-webkyc-status = The provider answered with an error (status { $status }). { $doing }
error-webkyc-says = The provider says: “{ $said }”.
# $code: the provider's own word for it, such as access_denied.
error-webkyc-says-code = The provider says: “{ $said }” ({ $code }).
error-webkyc-too-old = The provider no longer has the result.
# $status: the provider's word for the result, such as FAILED.
error-webkyc-not-passed = The identity check did not succeed. The provider gives the status “{ $status }”.
error-webkyc-code = The browser brought back a code that is not valid.
# $what: one of the sentences below.
error-webkyc-not-understood = The wallet cannot use the provider’s answer. { $what }
error-webkyc-not-json = The answer is not valid JSON.
error-webkyc-not-an-object = The answer is not a JSON object.
error-webkyc-bad-status = The status of the check is not text.
error-webkyc-no-status = The answer does not say whether the check succeeded.
error-webkyc-no-token = The answer contains no token.
error-webkyc-bad-token = The token is empty, too long, or has characters that are not allowed.
error-webkyc-no-address = The answer contains no address for the browser.
# $fault: a sentence about the answer.
error-webkyc-not-read = The wallet did not read the provider’s answer. { $fault } { $doing }
