### Lists of what the wallet holds.

## Attributes

list-attribute-count = { $count ->
        [1] 1 Angabe, auf diesem Computer verschlüsselt
       *[other] { $number } Angaben, auf diesem Computer verschlüsselt
    }
# What the list is called for screen readers.
list-attributes = Angaben
# What a row is called for screen readers. $summary is what the value says.
list-attribute-row = { $title }: { $summary }
list-attribute-row-labelled = { $title }, { $label }: { $summary }
# The heading above attributes that only some sites ask for.
list-attribute-group-other = Von Websites gefragt
# Beside a value that has changed since it was sent.
list-attribute-outdated = { $count ->
        [1] Bei 1 Website veraltet
       *[other] Bei { $count } Websites veraltet
    }
list-attribute-outdated-why = Sie haben es nach dem Senden geändert

## Documents

list-document-count = { $count ->
        [1] 1 Datei, { $size }, mit eigenem Schlüssel verschlüsselt
       *[other] { $number } Dateien, { $size }, jede mit eigenem Schlüssel verschlüsselt
    }
# What the list is called for screen readers.
list-documents = Dokumente

## All lists

list-order-usual = Standardreihenfolge
list-order-newest = Neueste zuerst
list-order-name = Nach Name
list-order-changed = Zuletzt geändert
list-order-expiry = Bald ablaufende zuerst
list-order-size = Größte zuerst

# What a row is called for screen readers while it is being read.
list-row-loading = Diese Zeile wird geladen
