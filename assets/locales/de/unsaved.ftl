### Input that was not saved when the wallet locked.

unsaved-title = Sie waren bei einer Eingabe, als sich die Wallet sperrte
unsaved-text = Die Eingabe wurde aufbewahrt, Passwörter und Dateien nicht.
unsaved-continue = Fortsetzen
unsaved-discard = Verwerfen
