### Identity checks: what a provider read off the user's documents.

## Things to know about a value that came. Days are written as 2027-01-04.

check-note-expired = The document expired on { $day }.
check-note-selfie-held = The selfie is the one in your wallet: the check brought none.
check-note-selfie-given = The selfie is yours: the check brought none.
check-note-metadata-removed = This was taken out of the picture: { $what }.
check-note-lacks = This is still missing: { $fields }. Sites do not take it without.

## Why something that came is not kept.

check-left-out-no-place = the wallet has no place for it
check-left-out-not-read = it is too long, or of another kind than it should be
check-left-out-odd-text = it has characters that do not belong into a name or number
check-left-out-no-country = it is not a country that attributes can name
check-left-out-no-date = it is not a date
check-left-out-impossible-birth = nobody alive can be born on that day
check-left-out-ends-before-it-begins = the document would end before it begins
check-left-out-unknown-document = nobody said what kind of document it is
check-left-out-of-another = the document names somebody else than the first one
check-left-out-bad-picture = it is not a picture that the wallet takes: { $reason }
check-left-out-does-not-fit = it does not fit the attribute: { $reason }

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
verified-ask-text = { $title } was verified by { $by } on { $day }. After this change it counts as entered by you.
verified-ask-accept = Change it
# $value: the value in one line, in a list to choose from.
verified-choice = { $value } (verified)
# $fields: titles of fields, such as "Selfie".
verified-lacks = { $fields } missing
verified-lacks-title = { $fields } is missing
verified-lacks-text = Sites do not take this without it.
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
providers-loading = Reading providers
providers-none = A provider checks who you are, in your browser. What it reads off your documents can be kept here as verified. You need an account of your own at one.
provider-badge-test = Test provider
provider-badge-trusted = Counts for others
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
provider-secret-missing = Not kept; you are asked for it at each check
provider-secret-unavailable = Not known: { $reason }
provider-secret-loading = Asking the system keyring
provider-added = Added
provider-checks-trusted = Its checks count as verified for others
provider-checks-own = Its checks are for you alone
provider-test-text = It runs on this computer. Everything that it verifies is labelled as a test.
provider-remove = Remove…
provider-replace-secret = Replace the secret…
provider-set-secret = Keep a secret…

## Adding a provider

provider-form-title = Add an identity-check provider
provider-form-name = Name
provider-form-name-hint = What you call it. It stands beside every value that it verified.
provider-form-secret-hint = It belongs to your own account at the provider: do not share it. It is kept in the system keyring. Leave it empty to be asked at each check.
provider-form-usual = Leave it empty for the usual one.
provider-form-redirect-hint = Exactly as it is registered at the provider. Where the browser comes back to on this computer, or an https page that sends it on.
provider-form-listen-hint = Where that page sends the browser on to, such as 127.0.0.1:8467/verified.
provider-form-web-idv = Web IDV is weaker: a return does not say which check it belongs to. Put something that nobody can guess into the redirect URI. The wallet takes a return only while a check waits; look at the name before you keep what came.
provider-form-trust = Counts as verified for others
provider-form-trust-text = If others ask whether you are verified, this provider’s checks count. Otherwise they are for you alone.
provider-form-cancel = Cancel
provider-form-add = Add

## Changing and removing a provider

provider-secret-title = Client secret of { $name }
provider-secret-text = It goes into the system keyring, in the place of one that is there. The wallet does not show it again.
provider-secret-save = Keep it
provider-remove-title = Remove { $name }?
provider-remove-text = The wallet forgets its settings, and the client secret in the system keyring. What its checks gave stays, and stays verified.
provider-remove-accept = Remove
provider-left-behind = The provider is removed
provider-left-behind-text = Its client secret may still be in the system keyring: { $reason }

## Verify my identity

verify-open = Verify my identity
verify-title = Verify my identity
verify-steps = Steps
verify-step-provider = Provider
verify-step-browser = Browser
verify-step-fetch = Fetch
verify-step-review = Review
verify-step-done = Done
verify-cancel = Cancel
verify-close = Done
verify-retry = Start again

verify-choose = Who should check you?
verify-choose-text = The provider’s page opens in your browser. Follow it there, with your document at hand. When you are done, the page sends you back here, and you decide what to keep.
verify-none = No provider yet
verify-none-text = An identity check is made by a provider at which you have an account. Add yours first.
verify-add-provider = Add a provider
verify-secret-hint = The wallet keeps none for this provider. It is used for this check and then forgotten.
verify-start = Open the browser

verify-failed = The check did not succeed
verify-beginning = Asking the provider
verify-browser = Go on in your browser
verify-browser-text = { $provider } checks you there. The wallet waits up to ten minutes, and takes what comes back by itself.
verify-browser-unopened = No browser could be opened
verify-browser-copy = Open this address in a browser on this computer.
verify-browser-again = Open the page again
verify-address-copy = Copy the address
verify-fetching = Fetching what was read off your document
verify-opening = Checking the pictures

# $provider: its name.
verify-review = What { $provider } read
verify-review-text = Look at it before you keep it. Nothing is in your wallet yet.
verify-unsealed = This wallet has no recovery phrase, so it cannot mark anything as verified. The values can be kept all the same.
verify-nothing = Nothing that came can be kept.
verify-document-kind = What was checked?
verify-document-kind-hint = The provider does not say it.
# $said: the provider's word.
verify-document-kind-said = The provider says “{ $said }”, which the wallet does not know.
verify-document-kind-none = Choose…
verify-first-names = First name
verify-first-names-hint = The given names came as one. What is not your first name becomes your middle name.
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
verify-held-same = Your wallet holds the same.
verify-selfie = Picture of you with the document
verify-left-out = Not kept
verify-undecided = Choose for: { $names }
verify-keep = { $count ->
    [one] Keep { $count } value
   *[other] Keep { $count } values
}
verify-drop-title = Throw away what came?
verify-drop-text = Nothing was kept yet. To get it again you have to make the check again, which the provider may charge you for.
verify-drop-accept = Throw away
verify-kept = { $count ->
    [one] { $count } value is in your wallet
   *[other] { $count } values are in your wallet
}
verify-kept-none = Nothing was kept
