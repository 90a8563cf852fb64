### What keys do: the sheet of shortcuts, and the names of the buttons that do the same.

shortcuts-title = Tastenkürzel
shortcuts-go = Gehe zu
shortcuts-do = Aktionen
shortcuts-view = Ansicht
shortcut-palette = Alles durchsuchen
shortcut-search = In dieser Liste suchen
shortcut-lock = Wallet sperren
shortcut-undo = Letztes Entfernen rückgängig machen
shortcut-sheet = Tastenkürzel anzeigen
shortcut-sidebar = Seitenleiste ein- oder ausklappen
shortcut-zoom-in = Größer
shortcut-zoom-out = Kleiner
shortcut-zoom-reset = Zurück auf 100 %
