### What the wallet finds out about its vault and about a new password.

## Kinds of records in the vault

stored-profile = Profile
stored-account = Account
stored-account-key = Key of an account
stored-next-account = Number of the next account
stored-recovery-phrase = Recovery phrase
stored-attribute = Attribute
stored-schema = Attribute type of a site
stored-document = Document
stored-site = Site
stored-application = Application
stored-request = Request
stored-provider = Identity check provider
stored-eid-party = Party (Auth eID)
stored-eid-request = Request (Auth eID)
stored-eid-files = PDF files (Auth eID)
stored-eid-keys = Keys (Auth eID)
stored-eid-service = Service (Auth eID)
stored-activity-entry = Activity entry
stored-activity-end = End of the activity log
stored-imported-activity-entry = Activity entry from a backup
stored-imported-activity-end = End of an activity log from a backup
stored-digest-keys = Keys for the activity log
stored-unsaved = Unsaved input
stored-last-backup = Date of the last backup
stored-data-version = Data version

## A check of the whole vault

# $what: one of the kinds above.
vault-check-unreadable = This version of the wallet cannot read a record. Type: { $what }. ID: { $id }. Update the wallet to read it, or remove it.

## What makes a new password easy to guess. One of these follows its grade.

password-warning-straight-keys = Straight rows of keys are easy to guess.
password-warning-short-pattern = Short keyboard patterns are easy to guess.
password-warning-repeated-letter = Repeated letters, such as “aaa”, are easy to guess.
password-warning-repeated-part = A repeated part, such as “abcabcabc”, is only slightly harder to guess than “abc”.
password-warning-top-10 = This is one of the ten most common passwords.
password-warning-top-100 = This is one of the hundred most common passwords.
password-warning-common = This is a very common password.
password-warning-similar = This is similar to a common password.
password-warning-sequence = Sequences such as “abc” or “6543” are easy to guess.
password-warning-recent-year = Recent years are easy to guess.
password-warning-single-word = A single word is easy to guess.
password-warning-date = Dates are often easy to guess.
password-warning-single-name = A single name is easy to guess.
password-warning-common-name = Common names are easy to guess.

## What makes it harder to guess. These follow the warning.

password-advice-few-words = Use several words, and avoid common phrases.
password-advice-no-symbols = You do not need symbols, digits or capital letters.
password-advice-another-word = Add another word or two. Uncommon words are better.
password-advice-capitals = Capital letters do not help much.
password-advice-all-capitals = Only capital letters are almost as easy to guess as only small letters.
password-advice-reversed = A reversed word is not much harder to guess.
password-advice-substitutions = Predictable changes, such as “@” for “a”, do not help much.
password-advice-longer-pattern = Use a longer keyboard pattern with more turns.
password-advice-no-repeats = Avoid repeated words and letters.
password-advice-no-sequences = Avoid sequences.
password-advice-no-recent-years = Avoid recent years.
password-advice-no-own-years = Avoid years that have to do with you.
password-advice-no-own-dates = Avoid dates and years that have to do with you.
