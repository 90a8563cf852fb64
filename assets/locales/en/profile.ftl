### Profiles.

# Read out before the name of the profile on the button that opens the list of profiles.
profile-switch = Profile:
