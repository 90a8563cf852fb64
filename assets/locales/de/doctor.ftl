### What `idw doctor` finds out about this computer: for each part its name, how it is, and what to do about it.

doctor-problems = Probleme
doctor-warnings = Warnungen
doctor-working = In Ordnung
# The error that ends the command, without a full stop.
doctor-failed = { $count ->
        [one] { $count } Problem wurde gefunden
       *[other] { $count } Probleme wurden gefunden
    }

## The window.

doctor-window = Fenster
doctor-window-starts = idw-desktop startet, mit WebKitGTK { $version }.
doctor-window-old = idw-desktop startet, aber WebKitGTK { $version } ist zu alt: Seiten werden vielleicht falsch dargestellt.
doctor-window-old-advice = Aktualisieren Sie das System. WebKitGTK { $needed } oder neuer ist nötig.
doctor-window-missing = idw-desktop ist nicht installiert. Die Befehlszeile funktioniert auch ohne.
doctor-window-fails = idw-desktop startet nicht: { $reason }
doctor-window-fails-advice = Installieren Sie die Bibliothek, die dort genannt ist: unter Debian und Ubuntu das Paket libwebkit2gtk-4.1-0, unter Fedora webkit2gtk4.1, unter Arch webkit2gtk-4.1.

## The display that the window is drawn on.

doctor-display = Bildschirm
doctor-display-works = Das Fenster öffnet sich auf { $kind }.
doctor-display-none = Es gibt keinen Bildschirm: Weder WAYLAND_DISPLAY noch DISPLAY ist gesetzt.
doctor-display-unreachable = Der Bildschirm { $name } ist nicht erreichbar.
doctor-display-advice = Starten Sie das Fenster aus einem Terminal Ihrer Desktop-Sitzung. Ohne Desktop nutzen Sie die Befehlszeile, auf einem Server `idw serve`.

## What draws the window.

doctor-graphics = Grafik
doctor-graphics-hardware = Die Grafikkarte zeichnet das Fenster.
doctor-graphics-software = Programme können keine Grafikkarte nutzen. Der Prozessor zeichnet das Fenster.
doctor-graphics-nvidia = Der proprietäre Treiber von NVIDIA ist installiert. Das Fenster wird ohne DMABUF gezeichnet, weil das damit nicht funktioniert.
doctor-graphics-nvidia-forced = Der proprietäre Treiber von NVIDIA ist installiert, und WEBKIT_DISABLE_DMABUF_RENDERER steht auf { $value }. Das Fenster bleibt vielleicht leer.
doctor-graphics-nvidia-forced-advice = Löschen Sie die Variable WEBKIT_DISABLE_DMABUF_RENDERER oder setzen Sie sie auf 1.
doctor-graphics-without-dmabuf = WEBKIT_DISABLE_DMABUF_RENDERER ist gesetzt, deshalb wird das Fenster ohne DMABUF gezeichnet.

## Dialogs in which files are chosen.

doctor-dialogs = Dateidialoge
doctor-dialogs-portal = Das Portal des Desktops zeigt sie.
doctor-dialogs-zenity = Es gibt kein Desktop-Portal. Zenity zeigt sie.
doctor-dialogs-none = Es gibt weder ein Desktop-Portal noch Zenity, deshalb kann das Fenster keine Dateidialoge zeigen.
doctor-dialogs-advice = Installieren Sie das Portal Ihres Desktops (xdg-desktop-portal-gtk, xdg-desktop-portal-gnome oder xdg-desktop-portal-kde) oder zenity. Bis dahin tippen Sie den Pfad einer Datei.

## The system keyring.

doctor-keyring = Schlüsselbund
doctor-keyring-works = Ein Secret Service ist da. Er kann aufbewahren, was den Tresor entsperrt.
doctor-keyring-none = Es gibt keinen Secret Service, deshalb lässt sich der Tresor nur mit seinem Passwort entsperren.
doctor-keyring-advice = Installieren und starten Sie einen Schlüsselbund, zum Beispiel gnome-keyring, KWallet oder KeePassXC. Das Passwort funktioniert immer.

## The service that tells of sleep and of the locked screen.

doctor-logind = Ruhezustand und Bildschirmsperre
doctor-logind-works = systemd-logind meldet dem Fenster, wann es sperren soll.
doctor-logind-none = Es gibt kein logind, deshalb sperrt sich die Wallet nicht, wenn der Computer in den Ruhezustand geht oder der Bildschirm gesperrt wird.
doctor-logind-advice = Sperren Sie die Wallet selbst mit Strg+L, bevor Sie gehen. Nach einer Zeit ohne Nutzung sperrt sie sich trotzdem.

## The folder for sockets.

doctor-runtime = Laufzeitordner
doctor-runtime-works = { $folder } gehört nur Ihnen.
doctor-runtime-none = XDG_RUNTIME_DIR ist nicht gesetzt. Die Wallet legt ihren Socket neben den Tresor.
doctor-runtime-unfit = XDG_RUNTIME_DIR ist { $folder }. Das ist kein Ordner, den nur Sie nutzen können. Die Wallet legt ihren Socket neben den Tresor.
doctor-runtime-advice = Melden Sie sich über den Desktop oder SSH an, damit systemd den Ordner anlegt, oder setzen Sie XDG_RUNTIME_DIR auf einen Ihrer Ordner mit dem Modus 700.

## The vault's folder.

doctor-vault = Tresor
doctor-vault-works = { $folder } gehört nur Ihnen, { $free } sind frei.
doctor-vault-none = In { $folder } gibt es noch keinen Tresor, { $free } sind frei. Das Fenster oder `idw init` legt einen an.
doctor-vault-unreadable = { $folder } lässt sich nicht lesen: { $error }
doctor-vault-unreadable-advice = Prüfen Sie, wem der Ordner und die Ordner darüber gehören, oder nennen Sie mit --vault einen anderen Tresor.
doctor-vault-not-a-folder = { $folder } ist kein Ordner.
doctor-vault-not-a-folder-advice = Verschieben Sie die Datei, oder nennen Sie mit --vault einen anderen Tresor.
doctor-vault-foreign = { $folder } gehört einem anderen Benutzer.
doctor-vault-foreign-advice = Starten Sie die Wallet als der Benutzer, dem der Tresor gehört, oder machen Sie den Ordner zu Ihrem: `sudo chown -R "$USER" ORDNER`.
doctor-vault-open-to-others = Andere Benutzer dieses Computers können in { $folder } hineinsehen (Modus { $mode }).
doctor-vault-open-to-others-advice = Schließen Sie sie aus: `chmod 700 ORDNER`.
doctor-vault-read-only = In { $folder } lässt sich nicht schreiben. Der Tresor öffnet sich nur zum Lesen.
doctor-vault-read-only-advice = Machen Sie den Ordner für sich beschreibbar: `chmod u+w ORDNER`. Wenn sein Datenträger schreibgeschützt ist, kopieren Sie den Ordner auf einen anderen.
doctor-vault-full = Der Datenträger von { $folder } ist voll: { $free } sind frei.
doctor-vault-nearly-full = Der Datenträger von { $folder } ist fast voll: { $free } sind frei.
doctor-vault-full-advice = Schaffen Sie Platz auf diesem Datenträger. `idw vault compact` gibt Platz des Tresors zurück.

## The clock.

doctor-clock = Uhr
doctor-clock-works = Es ist { $now }.
doctor-clock-behind = Die Uhr zeigt { $now }, aber es gibt Dateien vom { $newest }. Mit einer falschen Uhr wirken Websites und ihre Zertifikate ungültig.
doctor-clock-adrift = Es ist { $now }, und nichts hält die Uhr genau.
doctor-clock-advice = Stellen Sie die Uhr und lassen Sie sie über das Netz genau halten: `timedatectl set-ntp true`.
