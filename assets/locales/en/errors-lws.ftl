### Errors that happen between the wallet and a site (Login with SelfKey).
###
### $host: such as "shop.example". $said: what the site says, in its own words. $doing: a sentence that says what the wallet was doing.

## What the wallet was doing. The sentence follows another one that says what went wrong.

error-lws-doing-description = The wallet was loading the site’s description.
error-lws-doing-challenge = The wallet was asking for a challenge to sign.
error-lws-doing-response = The wallet was sending the signed challenge.
error-lws-doing-file = The wallet was sending a file.
error-lws-doing-sign-up = The wallet was signing you up.
error-lws-doing-user-token = The wallet was asking for your user token.
error-lws-doing-log-in = The wallet was logging you in.
error-lws-doing-templates = The wallet was asking what you can apply for.
error-lws-doing-template = The wallet was asking what a KYC application needs.
error-lws-doing-apply = The wallet was sending a KYC application.
error-lws-doing-schema = The wallet was loading the definition of an attribute.
error-lws-doing-applications = The wallet was asking for your KYC applications.
error-lws-doing-application = The wallet was asking for the status of a KYC application.
error-lws-doing-update = The wallet was adding to a KYC application.
error-lws-doing-cancel = The wallet was cancelling a KYC application.

## What a site refused, the object of "The site refused ...".

error-lws-refused-description = the request for its description
error-lws-refused-challenge = the request for a challenge
error-lws-refused-response = the signed challenge
error-lws-refused-file = a file
error-lws-refused-sign-up = the sign-up
error-lws-refused-user-token = the request for your user token
error-lws-refused-log-in = the login
error-lws-refused-templates = the request for its KYC applications
error-lws-refused-template = the request for what a KYC application needs
error-lws-refused-apply = the KYC application
error-lws-refused-schema = the request for the definition of an attribute
error-lws-refused-applications = the request for your KYC applications
error-lws-refused-application = the request for the status of a KYC application
error-lws-refused-update = the addition to a KYC application
error-lws-refused-cancel = the request to cancel a KYC application

## The site says no

# $what: one of the above. $status: a number, such as 403. $code: the site's own code, such as token_invalid.
error-lws-refused = The site refused { $what } (status { $status }).
error-lws-refused-code = The site refused { $what } (status { $status }, { $code }).
# $file: its name.
error-lws-about-file = It was the file “{ $file }”.
error-lws-says = The site says: “{ $said }”.
# $field: the attribute or the file that the site means, as the site calls it.
error-lws-says-of = The site says about { $field }: “{ $said }”.
# $count: how long to wait.
error-lws-wait-seconds = { $count ->
        [one] The site asks you to try again in 1 second.
       *[other] The site asks you to try again in { $count } seconds.
    }
error-lws-wait-minutes = { $count ->
        [one] The site asks you to try again in 1 minute.
       *[other] The site asks you to try again in { $count } minutes.
    }
error-lws-wait-hours = { $count ->
        [one] The site asks you to try again in 1 hour.
       *[other] The site asks you to try again in { $count } hours.
    }
error-lws-no-such-user = You have no account at this site yet. Sign up first.
error-lws-not-offered = The site does not support this. { $doing }
# $file: its name. $limit: a size.
error-lws-too-large-file = The document “{ $file }” is too large for the site. Send a smaller one.
error-lws-too-large-file-limit = The document “{ $file }” is too large for the site. Send one of at most { $limit }.
error-lws-too-large-files = The documents are too large for the site. Send smaller ones.
error-lws-too-large-files-limit = The documents are too large for the site. Send documents of at most { $limit } each.
error-lws-too-large-request = The request is too large for the site, although it contained no document. { $doing }

## The site cannot be reached, or fails: what follows from it.

error-lws-cut-short = The site did not receive all documents. It may not take documents of this size. Send smaller ones, or try again later.
error-lws-application-unknown = The site may have received your application. Do not send it again before you know that it has not.
error-lws-sign-up-unknown = The site may have received your sign-up. Log in to find out.
error-lws-nothing-lost = Nothing was lost.
error-lws-try-later = Nothing was lost. Try again later.

## The site's answer is not what it should be

# $addresses: one or several, such as "https://shop.example/a and https://shop.example/b".
error-lws-no-description = The wallet found no description of a site at { $addresses }. Check the address.
# $fault: one or more of the sentences below.
error-lws-protocol = { $host } sent an answer that the wallet cannot use. { $fault } { $doing }
error-lws-empty = The answer is empty.
error-lws-web-page = The answer is a web page.
error-lws-damaged = The answer is damaged JSON.
error-lws-not-json = The answer is not JSON.
# $name: of a part of the answer, such as jwt.
error-lws-part-missing = “{ $name }” is missing from the answer or has the wrong type.
# $status: a number.
error-lws-redirect = The answer redirects to another address (status { $status }). The wallet does not follow it.
error-lws-status = The wallet does not know the answer’s status { $status }.
error-lws-bad-redirect = The address that the browser should open is not safe. The wallet did not open it.
# $most: a number.
error-lws-too-many = The list in the answer has more than { $most } entries. The wallet does not take more.
error-lws-token-malformed = The site’s token is not a JSON Web Token.
error-lws-token-too-long = The site’s token is too long.
error-lws-token-no-nonce = The site’s challenge contains nothing to sign.
error-lws-token-time = The site’s token contains a time that is not valid.
error-lws-token-expired = The site’s token has already expired. If this happens again, check the clock of this computer.
error-lws-token-early = The site’s token is not valid yet. If this happens again, check the clock of this computer.
error-lws-token-foreign = The site’s token is for another identity than yours.
error-lws-nonce-length = The challenge to sign is not 16 to 512 characters long. The wallet signed nothing.
error-lws-nonce-alphabet = The challenge to sign contains characters that no challenge has. It could be a message for somebody else. The wallet signed nothing.

## The site's description of itself

error-lws-description-not-json = The site’s description is not a JSON object.
error-lws-description-no-root = The site’s description does not say where the site receives requests (rootEndpoint).
# $reason: a whole sentence about an address.
error-lws-description-url = The wallet cannot use the site’s description. { $reason }
error-lws-description-endpoints = “endpoints” in the site’s description is not an object.
error-lws-description-attributes = “attributes” in the site’s description is not a list.
# $position: its place in the list, counted from 1.
error-lws-description-attribute = Attribute { $position } in the site’s description names no schema.
error-lws-description-too-many = The site’s description asks for more attributes than the wallet takes.

## On this computer

error-lws-signer-locked = The wallet is locked. Nothing was sent. Unlock it and try again.
error-lws-signer-unavailable = The account cannot sign. Nothing was sent.
error-lws-signer-bad = The account made a signature that sites do not accept. Nothing was sent.
# $schema: the address of the attribute's schema. $name: of a document.
error-lws-payload-place = The value of { $schema } has no place for one of its files.
error-lws-payload-file = A file of { $schema } is missing.
error-lws-payload-media-type = The document “{ $name }” has no valid media type.
