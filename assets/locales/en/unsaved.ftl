### Input that was not saved when the wallet locked.

unsaved-title = You were entering something when the wallet locked
unsaved-text = It was kept. Passwords and files were not.
unsaved-continue = Continue
unsaved-discard = Discard
