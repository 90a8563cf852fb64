### The frame of the window: its sidebar, its shortcuts, and how it looks.

# The name of this program.
window-name = Identity Wallet
window-navigation = Wallet
window-skip = Skip to the content
window-home = Home
window-attributes = Attributes
window-documents = Documents
window-sites = Sites
window-applications = Applications
window-activity = Activity
window-lock = Lock
window-collapse = Collapse the sidebar
window-expand = Expand the sidebar
window-drop = Drop to add to your documents
# $title: what a button does. $keys: the keys that do it too, such as "Ctrl+K".
window-title-keys = { $title } ({ $keys })

## Appearance

window-language = Language
window-language-text = Used for everything in this window, and for dates and numbers.
window-language-system = Same as the system
# A language is called by its own name in every language.
window-language-english = English
window-language-german = Deutsch
window-theme = Theme
window-theme-text = “System” follows the light or dark setting of this computer.
window-theme-system = System
window-theme-light = Light
window-theme-dark = Dark
window-contrast = Contrast
window-contrast-text = High contrast makes lines and text stronger. “System” follows the setting of this computer.
window-contrast-system = System
window-contrast-standard = Standard
window-contrast-high = High
window-zoom = Zoom
# $larger, $smaller and $reset: keys, such as "Ctrl++".
window-zoom-text = Press { $larger } or { $smaller } to change it, and { $reset } to go back to 100%.
window-zoom-percent = { $percent } %
window-zoom-larger = Larger
window-zoom-smaller = Smaller
window-zoom-failed = Could not change the zoom
window-sidebar = Sidebar
window-sidebar-text = When collapsed, it shows only icons. It collapses automatically in a narrow window.

# While the script with the screens of the open wallet is read.
window-opening = Opening the wallet
