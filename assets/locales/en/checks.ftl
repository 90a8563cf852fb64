### Identity checks: what a provider read off the user's documents.

## Things to know about a value that came. Days are written as 2027-01-04.

check-note-expired = The document expired on { $day }.
check-note-selfie-held = The check did not include a selfie. This is the one from your wallet.
check-note-selfie-given = The check did not include a selfie. This is the one you added.
check-note-metadata-removed = Removed from the picture: { $what }.
check-note-lacks = Still missing: { $fields }. Sites do not accept it without.

## Why something that came is not kept: whole sentences.

check-left-out-no-place = The wallet has no place for it.
check-left-out-not-read = It is too long or has the wrong type.
check-left-out-odd-text = It has characters that do not belong in a name or number.
check-left-out-no-country = It is not a country that the wallet knows.
check-left-out-no-date = It is not a date.
check-left-out-impossible-birth = Nobody alive can have been born on this day.
check-left-out-ends-before-it-begins = The document would expire before it becomes valid.
check-left-out-unknown-document = Neither the provider nor you said which document it is.
check-left-out-of-another = This document names another person than the first one.
check-left-out-bad-picture = The wallet cannot use this picture. { $reason }
check-left-out-does-not-fit = It does not fit the attribute. { $reason }

## What became of a value.

check-outcome-added = added
check-outcome-confirmed = verified now
check-outcome-replaced = replaced yours
check-outcome-added-beside = added beside yours
check-outcome-left = left out

### The window

## Verified values

verified-badge = Verified
verified-badge-test = Verified (test)
verified-notice = Verified by { $by } on { $day }. If you change it, it counts as entered by you.
# $name: of a provider on this computer. It stands where the name of another would.
verified-by-test = the test provider { $name }
verified-ask-title = Change a verified value?
verified-ask-text = { $by } verified { $title } on { $day }. After this change, it counts as entered by you.
verified-ask-accept = Change it
# $value: the value in one line, in a list to choose from.
verified-choice = { $value } (verified)
# $fields: titles of fields, such as "Selfie".
verified-lacks = { $fields } missing
verified-lacks-title = { $fields } is missing
verified-lacks-text = Sites do not accept this without it.
verified-lacks-add = Add it
verified-document = Document
# $document: such as "Passport". $end: the last characters of its number.
verified-document-number = { $document }, number ending in { $end }

## Kinds of documents

check-document-passport = Passport
check-document-national-id = Identity card
check-document-drivers-license = Driving licence

## Providers, in the settings

providers-title = Identity-check providers
providers-add = Add…
providers-loading = Loading providers
providers-none = A provider checks your identity in your browser. You can keep what it reads from your documents as verified values. You need your own account with a provider.
provider-badge-test = Test provider
provider-badge-trusted = Trusted
provider-dialect-web-kyc = Web KYC
provider-dialect-web-idv = Web IDV
# $host: where the provider is. $dialect: what it speaks.
provider-row = { $host } · { $dialect }
provider-dialect = Dialect
provider-client-id = Client id
provider-authorize = Authorize address
provider-api = API address
provider-redirect = Redirect URI
provider-listen = Listens at
provider-listen-field = Address to listen at
provider-secret = Client secret
provider-secret-kept = In the system keyring
provider-secret-file = In the file { $file }
provider-secret-missing = Not saved; the wallet asks you for it at each check
provider-secret-unavailable = Unknown. { $reason }
provider-secret-loading = Checking the system keyring
provider-added = Added
provider-checks-trusted = Sites can see that it verified you
provider-checks-own = Only you see that it verified you
provider-test-text = This provider runs on this computer. The wallet labels everything it verifies as a test.
provider-remove = Remove…
provider-replace-secret = Replace the secret…
provider-set-secret = Save a secret…

## Adding a provider

provider-form-title = Add an identity-check provider
provider-form-name = Name
provider-form-name-hint = Your name for it. It appears beside every value the provider verified.
provider-form-secret-hint = The secret of your account with the provider. Do not share it. The wallet saves it in the system keyring. Leave this empty to enter it at each check.
provider-form-usual = Leave this empty to use the default.
provider-form-redirect-hint = Exactly as you registered it with the provider: an address on this computer, or an https page that redirects to one.
provider-form-listen-hint = Where that page redirects the browser, such as 127.0.0.1:8467/verified.
provider-form-web-idv = Web IDV is less secure: its results do not say which check they belong to. Use a redirect URI that nobody can guess. The wallet accepts a result only while a check is in progress. Check the name before you keep the values.
provider-form-trust = Trust this provider’s checks
provider-form-trust-text = When others ask whether you are verified, the wallet counts this provider’s checks. Otherwise, only you see them.
provider-form-cancel = Cancel
provider-form-add = Add

## Changing and removing a provider

provider-secret-title = Client secret of { $name }
provider-secret-text = The wallet saves it in the system keyring and replaces the old one. You cannot view it again.
provider-secret-save = Save
provider-remove-title = Remove { $name }?
provider-remove-text = The wallet deletes the provider’s settings and its client secret in the system keyring. Values from its checks stay in the wallet and stay verified.
provider-remove-accept = Remove
provider-left-behind = Provider removed
provider-left-behind-text = Its client secret may still be in the system keyring. { $reason }

## Verify my identity

verify-open = Verify my identity
verify-title = Verify my identity
verify-steps = Steps
verify-step-provider = Provider
verify-step-browser = Browser
verify-step-fetch = Results
verify-step-review = Review
verify-step-done = Done
verify-cancel = Cancel
verify-close = Done
verify-retry = Start again

verify-choose = Who should check you?
verify-choose-text = The provider’s page opens in your browser. Have your document ready and follow the steps there. The page then sends you back here, and you decide what to keep.
verify-none = No provider yet
verify-none-text = A provider that you have an account with checks your identity. Add it first.
verify-add-provider = Add a provider
verify-secret-hint = The wallet has not saved a secret for this provider. It uses this one for this check only.
verify-start = Open the browser

verify-failed = The check did not succeed
verify-beginning = Contacting the provider
verify-browser = Continue in your browser
verify-browser-text = { $provider } checks your identity there. The wallet waits up to ten minutes and receives the result automatically.
verify-browser-unopened = Could not open a browser
verify-browser-copy = Open this address in a browser on this computer.
verify-browser-again = Open the page again
verify-address-copy = Copy the address
verify-fetching = Getting the results
verify-opening = Checking the pictures

# $provider: its name.
verify-review = What { $provider } read
verify-review-text = Check these values before you keep them. Nothing is in your wallet yet.
verify-unsealed = This wallet has no recovery phrase, so it cannot mark values as verified. You can still keep them.
verify-nothing = The wallet cannot keep any of these values.
verify-document-kind = Which document was checked?
verify-document-kind-hint = The provider does not say.
# $said: the provider's word.
verify-document-kind-said = The provider says “{ $said }”, which the wallet does not know.
verify-document-kind-none = Choose…
verify-first-names = First name
verify-first-names-hint = The provider sent your given names together. The wallet saves the rest as your middle name.
# $first, $middle: names.
verify-first-names-split = { $first } (middle name { $middle })
# $name: the value's name, such as "First name".
verify-choice = What to do with { $name }
verify-choice-keep = Keep
verify-choice-leave = Leave out
verify-choice-same = Mark as verified
verify-choice-replace = Replace mine
verify-choice-both = Keep both
verify-choice-mine = Keep mine
# $value: what the wallet holds.
verify-held = In your wallet: { $value }
verify-held-same = Your wallet has the same value.
verify-selfie = Picture of you with the document
verify-left-out = Not kept
verify-undecided = Choose for: { $names }
verify-keep = { $count ->
    [one] Keep { $count } value
   *[other] Keep { $count } values
}
verify-drop-title = Discard these results?
verify-drop-text = You have not kept anything yet. To get these results again, you must repeat the check, and the provider may charge you for it.
verify-drop-accept = Discard
verify-kept = { $count ->
    [one] Kept { $count } value in your wallet
   *[other] Kept { $count } values in your wallet
}
verify-kept-none = You did not keep anything
