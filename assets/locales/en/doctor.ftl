### What `idw doctor` finds out about this computer: for each part its name, how it is, and what to do about it.

doctor-problems = Problems
doctor-warnings = Warnings
doctor-working = In order
# The error that ends the command, without a full stop.
doctor-failed = { $count ->
        [one] { $count } problem was found
       *[other] { $count } problems were found
    }

## The window.

doctor-window = Window
doctor-window-starts = idw-desktop starts, with WebKitGTK { $version }.
doctor-window-old = idw-desktop starts, but WebKitGTK { $version } is too old: pages may be drawn wrongly.
doctor-window-old-advice = Update the system. WebKitGTK { $needed } or newer is needed.
doctor-window-missing = idw-desktop is not installed. The command line works without it.
doctor-window-fails = idw-desktop does not start: { $reason }
doctor-window-fails-advice = Install the library that it names: on Debian and Ubuntu the package libwebkit2gtk-4.1-0, on Fedora webkit2gtk4.1, on Arch webkit2gtk-4.1.

## The display that the window is drawn on.

doctor-display = Display
doctor-display-works = The window opens on { $kind }.
doctor-display-none = There is no display: neither WAYLAND_DISPLAY nor DISPLAY is set.
doctor-display-unreachable = The display { $name } cannot be reached.
doctor-display-advice = Start the window from a terminal in your desktop session. Without a desktop, use the command line, or `idw serve` on a server.

## What draws the window.

doctor-graphics = Graphics
doctor-graphics-hardware = The graphics card draws the window.
doctor-graphics-software = There is no graphics card that programs can use. The processor draws the window.
doctor-graphics-nvidia = NVIDIA's proprietary driver is installed. The window is drawn without DMABUF, which does not work with it.
doctor-graphics-nvidia-forced = NVIDIA's proprietary driver is installed, and WEBKIT_DISABLE_DMABUF_RENDERER is set to { $value }. The window may stay empty.
doctor-graphics-nvidia-forced-advice = Unset WEBKIT_DISABLE_DMABUF_RENDERER, or set it to 1.
doctor-graphics-without-dmabuf = WEBKIT_DISABLE_DMABUF_RENDERER is set, so the window is drawn without DMABUF.

## Dialogs in which files are chosen.

doctor-dialogs = File dialogs
doctor-dialogs-portal = The desktop's portal shows them.
doctor-dialogs-zenity = There is no desktop portal. Zenity shows them.
doctor-dialogs-none = There is neither a desktop portal nor Zenity, so the window can show no file dialogs.
doctor-dialogs-advice = Install the portal of your desktop (xdg-desktop-portal-gtk, xdg-desktop-portal-gnome or xdg-desktop-portal-kde) or zenity. Until then, type the path of a file.

## The system keyring.

doctor-keyring = Keyring
doctor-keyring-works = A Secret Service is there. It can keep what unlocks the vault.
doctor-keyring-none = There is no Secret Service, so the vault cannot be unlocked without its password.
doctor-keyring-advice = Install and start a keyring, for example gnome-keyring, KWallet or KeePassXC. The password always works.

## The service that tells of sleep and of the locked screen.

doctor-logind = Sleep and screen lock
doctor-logind-works = systemd-logind tells the window when to lock.
doctor-logind-none = There is no logind, so the wallet does not lock when the computer sleeps or the screen is locked.
doctor-logind-advice = Lock the wallet yourself with Ctrl+L before you leave. It still locks after a time without use.

## The folder for sockets.

doctor-runtime = Runtime folder
doctor-runtime-works = { $folder } is yours alone.
doctor-runtime-none = XDG_RUNTIME_DIR is not set. The wallet puts its socket beside the vault.
doctor-runtime-unfit = XDG_RUNTIME_DIR is { $folder }, which is not a folder that only you can use. The wallet puts its socket beside the vault.
doctor-runtime-advice = Log in through the desktop or SSH, so that systemd makes the folder, or set XDG_RUNTIME_DIR to one of your folders with mode 700.

## The vault's folder.

doctor-vault = Vault
doctor-vault-works = { $folder } is yours alone, with { $free } free.
doctor-vault-none = There is no vault in { $folder } yet, with { $free } free. The window or `idw init` makes one.
doctor-vault-unreadable = { $folder } cannot be read: { $error }
doctor-vault-unreadable-advice = Check who owns the folder and those above it, or name another vault with --vault.
doctor-vault-not-a-folder = { $folder } is not a folder.
doctor-vault-not-a-folder-advice = Move the file away, or name another vault with --vault.
doctor-vault-foreign = { $folder } belongs to another user.
doctor-vault-foreign-advice = Start the wallet as the user who owns the vault, or make the folder yours: `sudo chown -R "$USER" FOLDER`.
doctor-vault-open-to-others = Other users of this computer can look into { $folder } (mode { $mode }).
doctor-vault-open-to-others-advice = Keep them out: `chmod 700 FOLDER`.
doctor-vault-read-only = { $folder } cannot be written to. The vault opens for reading only.
doctor-vault-read-only-advice = Make the folder writable for you: `chmod u+w FOLDER`. If its disk is read-only, copy the folder to another one.
doctor-vault-full = The disk of { $folder } is full: { $free } are free.
doctor-vault-nearly-full = The disk of { $folder } is nearly full: { $free } are free.
doctor-vault-full-advice = Make room on that disk. `idw vault compact` gives space of the vault back.

## The clock.

doctor-clock = Clock
doctor-clock-works = It is { $now }.
doctor-clock-behind = The clock says { $now }, but there are files from { $newest }. Sites and their certificates look invalid with a wrong clock.
doctor-clock-adrift = It is { $now }, and nothing keeps the clock right.
doctor-clock-advice = Set the clock, and let the network keep it right: `timedatectl set-ntp true`.
