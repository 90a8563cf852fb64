### The command palette: finds screens, settings, sites, attributes and actions.

palette-title = Alles durchsuchen
palette-placeholder = Ansichten, Einstellungen, Websites, Angaben und Aktionen suchen
palette-results = Ergebnisse
palette-none = Nichts gefunden für „{ $query }“.
palette-count = { $count ->
        [1] ein Ergebnis
       *[other] { $count } Ergebnisse
    }
palette-recent = Zuletzt verwendet
palette-actions = Aktionen
palette-screens = Ansichten
palette-settings = Einstellungen
palette-sites = Websites
palette-attributes = Angaben
palette-choose = Öffnen
palette-move = Auswählen
palette-close = Schließen
# As it is printed on the key that closes the palette.
palette-key-escape = Esc

## Actions

palette-add-attribute = Angabe hinzufügen
palette-add-document = Dokument hinzufügen
palette-add-site = Website hinzufügen
palette-verify = Identität prüfen lassen
palette-back-up = Backup der Wallet erstellen
palette-lock = Wallet sperren
palette-switch = Zu { $profile } wechseln
palette-theme = Erscheinungsbild: { $theme }
palette-contrast = Kontrast: { $contrast }
# $section: a section of the settings, such as "Backup".
palette-section = Einstellungen: { $section }
