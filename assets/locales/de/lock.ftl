### Locking the wallet and unlocking it.

# While it locks.
lock-under-way = Wallet wird gesperrt

# Shown on the unlock screen: why the wallet locked without being asked to.
lock-unused = Gesperrt nach { $minutes ->
    [one] 1 Minute
   *[other] { $minutes } Minuten
} ohne Aktivität.
lock-sleep = Gesperrt, weil der Computer in den Ruhezustand ging.
lock-screen = Gesperrt, weil der Bildschirm gesperrt wurde.

## Unlocking

unlock-title = Willkommen zurück
unlock-subtitle = Entsperren Sie Ihre Wallet, um fortzufahren.
unlock-submit = Entsperren
unlock-under-way = Wird entsperrt
unlock-keyring = Mit dem Schlüsselbund des Systems entsperren

## The setting

lock-after-title = Bei Inaktivität sperren
lock-after-text = Beim Sperren vergisst die Wallet ihre Schlüssel. Sie sperrt sich auch, wenn der Computer in den Ruhezustand geht oder der Bildschirm gesperrt wird.
lock-after-minutes = Nach { $minutes ->
    [one] 1 Minute
   *[other] { $minutes } Minuten
}
lock-never = Nie
