### The profile that the window works in.

# For screen readers, before the name of the profile.
profile-in-use = Profile in use:
# The same where there is no room for the name. $name: the profile's.
profile-current = Profile in use: { $name }

# After unlocking, where the wallet has several profiles.
profile-choose-title = Choose a profile
profile-choose-text = Each profile has its own attributes, documents, accounts and sites.
profile-choose-list = Profiles
# $kind: Person or Company.
profile-choose-last = { $kind } · used last
