### Locking the wallet and unlocking it.

# While it locks.
lock-under-way = Locking the wallet

# Shown on the unlock screen: why the wallet locked without being asked to.
lock-unused = Locked after { $minutes ->
    [one] 1 minute
   *[other] { $minutes } minutes
} without activity.
lock-sleep = Locked because the computer went to sleep.
lock-screen = Locked because the screen was locked.

## Unlocking

unlock-title = Welcome back
unlock-subtitle = Unlock your wallet to continue.
unlock-submit = Unlock
unlock-under-way = Unlocking
unlock-keyring = Unlock with the system keyring

## The setting

lock-after-title = Lock after inactivity
lock-after-text = The wallet forgets its keys when it locks. It also locks when the computer sleeps or the screen locks.
lock-after-minutes = After { $minutes ->
    [one] 1 minute
   *[other] { $minutes } minutes
}
lock-never = Never
