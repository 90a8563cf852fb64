### Locking the wallet.

# Shown on the unlock screen: why the wallet locked without being asked to.
lock-unused = Gesperrt nach { $minutes ->
    [one] 1 Minute
   *[other] { $minutes } Minuten
} ohne Aktivität.
lock-sleep = Gesperrt, weil der Computer in den Ruhezustand ging.
lock-screen = Mit dem Bildschirm gesperrt.

# The setting.
lock-after-title = Bei Inaktivität sperren
lock-after-text = Beim Sperren vergisst die Wallet ihre Schlüssel. Sie sperrt sich auch, wenn der Computer in den Ruhezustand geht oder der Bildschirm gesperrt wird.
lock-after-minutes = Nach { $minutes ->
    [one] 1 Minute
   *[other] { $minutes } Minuten
}
lock-never = Nie
