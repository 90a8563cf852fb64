### The command palette: finds screens, settings, sites, attributes and actions.

palette-title = Find anything
palette-placeholder = Search screens, settings, sites, attributes and actions
palette-results = Results
palette-none = Nothing found for “{ $query }”.
palette-count = { $count ->
        [1] one result
       *[other] { $count } results
    }
palette-recent = Recent
palette-actions = Actions
palette-screens = Screens
palette-settings = Settings
palette-sites = Sites
palette-attributes = Attributes
palette-choose = Open
palette-move = Move
palette-close = Close
# As it is printed on the key that closes the palette.
palette-key-escape = Esc

## Actions

palette-add-attribute = Add an attribute
palette-add-document = Add a document
palette-add-site = Add a site
palette-verify = Verify my identity
palette-back-up = Back up the wallet
palette-lock = Lock the wallet
palette-switch = Switch to { $profile }
palette-theme = Theme: { $theme }
palette-contrast = Contrast: { $contrast }
# $section: a section of the settings, such as "Backup".
palette-section = Settings: { $section }
