### The profiles of the wallet, and the one that the window works in.

# For screen readers, before the name of the profile.
profile-in-use = Verwendetes Profil:
# The same where there is no room for the name. $name: the profile's.
profile-current = Verwendetes Profil: { $name }

profile-person = Person
profile-company = Unternehmen

profile-list = Profile
profile-list-loading = Profile werden geladen
profile-manage = Profile verwalten
profile-badge-in-use = Verwendet

## What a profile holds: these stand beside each other, with dots between them. $number is $count in digits.

profile-value-count = { $count ->
        [1] 1 Angabe
       *[other] { $number } Angaben
    }
profile-document-count = { $count ->
        [1] 1 Dokument
       *[other] { $number } Dokumente
    }
profile-account-count = { $count ->
        [1] 1 Konto
       *[other] { $number } Konten
    }
profile-site-count = { $count ->
        [1] 1 Website
       *[other] { $number } Websites
    }

## A new profile

# The button and the title of the dialog.
profile-new = Neues Profil
# The entry of a menu, which opens a dialog.
profile-new-open = Neues Profil…
profile-new-text = Jedes Profil hat eigene Angaben, Dokumente, Konten und Websites. Nichts aus einem Profil wird in einem anderen angezeigt oder gesendet.
profile-kind = Art des Profils
profile-name = Name
profile-new-name-hint = Nur Sie sehen ihn. Nehmen Sie zum Beispiel „Arbeit“ oder den Namen des Unternehmens.
profile-new-submit = Erstellen und dahin wechseln

## Renaming and removing a profile. $name: the profile's.

# The button.
profile-rename = { $name } umbenennen
profile-rename-title = „{ $name }“ umbenennen
profile-rename-submit = Umbenennen
# The button.
profile-remove = { $name } entfernen
# Why the button does nothing.
profile-remove-first = Das erste Profil lässt sich nicht entfernen
profile-remove-in-use = Wechseln Sie zu einem anderen Profil, um dieses zu entfernen
profile-remove-title = „{ $name }“ entfernen?
# Below the list of what the profile holds.
profile-remove-text = Die Wallet löscht das alles, und Sie können es nicht rückgängig machen. Websites behalten, was Sie ihnen gesendet haben.
profile-remove-accept = Profil mit Inhalt entfernen

# After unlocking, where the wallet has several profiles.
profile-choose-title = Profil wählen
profile-choose-text = Jedes Profil hat eigene Angaben, Dokumente, Konten und Websites.
profile-choose-list = Profile
profile-choose-last = { $kind } · zuletzt verwendet
