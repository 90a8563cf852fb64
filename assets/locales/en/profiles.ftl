### The profiles of the wallet, and the one that the window works in.

# For screen readers, before the name of the profile.
profile-in-use = Profile in use:
# The same where there is no room for the name. $name: the profile's.
profile-current = Profile in use: { $name }

profile-person = Person
profile-company = Company

profile-list = Profiles
profile-list-loading = Loading profiles
profile-manage = Manage profiles
profile-badge-in-use = In use

## What a profile holds: these stand beside each other, with dots between them. $number is $count in digits.

profile-value-count = { $count ->
        [1] 1 value
       *[other] { $number } values
    }
profile-document-count = { $count ->
        [1] 1 document
       *[other] { $number } documents
    }
profile-account-count = { $count ->
        [1] 1 account
       *[other] { $number } accounts
    }
profile-site-count = { $count ->
        [1] 1 site
       *[other] { $number } sites
    }

## A new profile

# The button and the title of the dialog.
profile-new = New profile
# The entry of a menu, which opens a dialog.
profile-new-open = New profile…
profile-new-text = Each profile has its own attributes, documents, accounts and sites. Nothing in one profile is shown or sent in another.
profile-kind = Type of profile
profile-name = Name
profile-new-name-hint = Only you see it. Use “work” or the company’s name, for example.
profile-new-submit = Create and switch to it

## Renaming and removing a profile. $name: the profile's.

# The button.
profile-rename = Rename { $name }
profile-rename-title = Rename “{ $name }”
profile-rename-submit = Rename
# The button.
profile-remove = Remove { $name }
# Why the button does nothing.
profile-remove-first = You cannot remove the first profile
profile-remove-in-use = Switch to another profile to remove this one
profile-remove-title = Remove “{ $name }”?
# Below the list of what the profile holds.
profile-remove-text = The wallet erases all of this, and you cannot undo it. Sites keep what you sent them.
profile-remove-accept = Remove profile and contents

# After unlocking, where the wallet has several profiles.
profile-choose-title = Choose a profile
profile-choose-text = Each profile has its own attributes, documents, accounts and sites.
profile-choose-list = Profiles
# $kind: Person or Company.
profile-choose-last = { $kind } · used last
