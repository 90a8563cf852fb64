### The frame of the window: its sidebar, its shortcuts, and how it looks.

# The name of this program.
window-name = Identity Wallet
window-navigation = Wallet
window-skip = Zum Inhalt springen
window-home = Übersicht
window-attributes = Angaben
window-documents = Dokumente
window-sites = Websites
window-applications = Anträge
window-activity = Aktivität
window-lock = Sperren
window-collapse = Leiste einklappen
window-expand = Seitenleiste ausklappen
window-drop = Ablegen, um Dokumente hinzuzufügen
# $title: what a button does. $keys: the keys that do it too, such as "Ctrl+K".
window-title-keys = { $title } ({ $keys })

## Appearance

window-language = Sprache
window-language-text = Gilt für alles in diesem Fenster, auch für Datum und Zahlen.
window-language-system = Wie das System
# A language is called by its own name in every language.
window-language-english = English
window-language-german = Deutsch
window-theme = Erscheinungsbild
window-theme-text = „System“ folgt der hellen oder dunklen Einstellung dieses Computers.
window-theme-system = System
window-theme-light = Hell
window-theme-dark = Dunkel
window-contrast = Kontrast
window-contrast-text = Hoher Kontrast macht Linien und Texte kräftiger. „System“ folgt der Einstellung dieses Computers.
window-contrast-system = System
window-contrast-standard = Standard
window-contrast-high = Hoch
window-zoom = Zoom
# $larger, $smaller and $reset: keys, such as "Ctrl++".
window-zoom-text = { $larger } oder { $smaller } ändern ihn, { $reset } geht zurück auf 100{"\u00A0"}%.
window-zoom-percent = { $percent } %
window-zoom-larger = Größer
window-zoom-smaller = Kleiner
window-zoom-failed = Der Zoom ließ sich nicht ändern
window-sidebar = Seitenleiste
window-sidebar-text = Eingeklappt zeigt sie nur Symbole. In einem schmalen Fenster klappt sie von selbst ein.

# While the script with the screens of the open wallet is read.
window-opening = Wallet wird geöffnet
