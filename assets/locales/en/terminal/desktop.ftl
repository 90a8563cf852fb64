### What `idw-desktop` prints where it shows no window.

cli-desktop-no-folder = Name a folder after --vault.
# $argument: as it was typed.
cli-desktop-unknown = idw-desktop does not know the argument “{ $argument }”. Run `idw-desktop --help` to see all arguments.
cli-desktop-no-display = There is no display. Neither WAYLAND_DISPLAY nor DISPLAY is set. Start the wallet in a desktop session, or use `idw` on the command line. Run `idw doctor` to see more.
# $display: such as ":0".
cli-desktop-display-unreachable = The wallet cannot reach the display { $display }. Start it in your own desktop session. Run `idw doctor` to see more.
# The cause follows, for developers.
cli-desktop-no-window = The wallet could not open its window.
