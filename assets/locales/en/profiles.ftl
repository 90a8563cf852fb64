### The profile that the window works in.

# For screen readers, before the name of the profile.
profile-in-use = Profile in use:
# The same where there is no room for the name. $name: the profile's.
profile-current = Profile in use: { $name }
