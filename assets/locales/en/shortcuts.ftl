### What keys do: the sheet of shortcuts, and the names of the buttons that do the same.

shortcuts-title = Keyboard shortcuts
shortcuts-go = Go to
shortcuts-do = Actions
shortcuts-view = View
shortcut-palette = Find anything
shortcut-search = Search in this list
shortcut-lock = Lock the wallet
shortcut-undo = Undo the last removal
shortcut-sheet = Show the shortcuts
shortcut-sidebar = Collapse or expand the sidebar
shortcut-zoom-in = Larger
shortcut-zoom-out = Smaller
shortcut-zoom-reset = Back to 100 %
