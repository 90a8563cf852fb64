### What `idw-desktop` prints where it shows no window.

cli-desktop-no-folder = Nennen Sie hinter --vault einen Ordner.
# $argument: as it was typed.
cli-desktop-unknown = idw-desktop kennt das Argument „{ $argument }“ nicht. `idw-desktop --help` zeigt alle Argumente.
cli-desktop-no-display = Es gibt keinen Bildschirm. Weder WAYLAND_DISPLAY noch DISPLAY ist gesetzt. Starten Sie die Wallet in einer Desktop-Sitzung, oder verwenden Sie `idw` auf der Befehlszeile. Mehr dazu zeigt `idw doctor`.
# $display: such as ":0".
cli-desktop-display-unreachable = Die Wallet erreicht den Bildschirm { $display } nicht. Starten Sie sie in Ihrer eigenen Desktop-Sitzung. Mehr dazu zeigt `idw doctor`.
# The cause follows, for developers.
cli-desktop-no-window = Die Wallet konnte ihr Fenster nicht öffnen.
