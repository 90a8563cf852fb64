### The profile that the window works in.

# For screen readers, before the name of the profile.
profile-in-use = Verwendetes Profil:
# The same where there is no room for the name. $name: the profile's.
profile-current = Verwendetes Profil: { $name }

# After unlocking, where the wallet has several profiles.
profile-choose-title = Profil wählen
profile-choose-text = Jedes Profil hat eigene Angaben, Dokumente, Konten und Websites.
profile-choose-list = Profile
profile-choose-last = zuletzt verwendet
