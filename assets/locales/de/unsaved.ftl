### Input that was not saved when the wallet locked.

unsaved-title = Dort weitermachen, wo Sie aufgehört haben?
unsaved-text = Die Wallet sperrte sich, während Sie etwas eingaben. Sie hat Ihren Text behalten, aber keine Passwörter und Dateien.
unsaved-continue = Fortsetzen
unsaved-discard = Verwerfen
