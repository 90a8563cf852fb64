### What `idw attribute` says. Commands, options and short names of attributes are the same in every language.

## Tables. Headings of columns are in capitals.

cli-attribute-column-name = NAME
cli-attribute-column-label = BEZEICHNUNG
cli-attribute-column-value = WERT
cli-attribute-column-from = HERKUNFT
cli-attribute-column-expires = LÄUFT AB
cli-attribute-column-title = TITEL
# Whom or what an attribute describes.
cli-attribute-column-describes = BESCHREIBT
cli-attribute-column-field = FELD
# What can be entered in a field.
cli-attribute-column-takes = EINGABE
cli-attribute-column-result = ERGEBNIS
cli-attribute-column-reason = GRUND
cli-attribute-column-id = ID
cli-attribute-column-kind = ART
cli-attribute-column-contents = INHALT
cli-attribute-column-zone = IN DER ZONE
cli-attribute-column-wallet = IN DER WALLET

## Lists

cli-attribute-none = Noch keine Angaben. `idw attribute types` zeigt alle Angaben. `idw attribute set` fügt eine hinzu.
cli-attribute-none-found = Keine Angaben gefunden.
# $title: such as "Email (work)". $summary: what the value says.
cli-attribute-line = { $title }: { $summary }
# A value that is incomplete. $summary: what it says. $parts: the names of what is missing.
cli-attribute-incomplete = { $summary } · Fehlt: { $parts }

## One value. Labels of rows.

cli-attribute-value = Wert
cli-attribute-expires = Läuft ab
cli-attribute-sent-to = Gesendet an
cli-attribute-from = Herkunft
cli-attribute-missing = Fehlt
cli-attribute-changed = Geändert
cli-attribute-schema = Schema
cli-attribute-sent-nobody = Niemanden
# To whom a value was sent. $site: its name. $day: when.
cli-attribute-sent = { $site } ({ $day })
cli-attribute-sent-older = { $site } ({ $day }, früherer Wert)
cli-attribute-sent-may = { $site } ({ $day }, möglicherweise angekommen)
cli-attribute-sent-older-may = { $site } ({ $day }, früherer Wert, möglicherweise angekommen)

## What was done. $value: such as "Email (work): ada@mail.example".

cli-attribute-saved = Gespeichert: { $value }
cli-attribute-removed = Entfernt: { $value }
cli-attribute-default = Neuer Standard: { $value }
cli-attribute-relabelled = Bezeichnung geändert: { $value }
# $sites: their names.
cli-attribute-still-at = Der frühere Wert ist noch hier: { $sites }.

## Questions and errors

# $name: what was typed.
cli-attribute-unknown = Es gibt keine Angabe „{ $name }“. `idw attribute types` zeigt alle Angaben.
cli-attribute-no-label = Sie haben zu { $name } keinen Wert mit dieser Bezeichnung.
cli-attribute-several = Sie haben mehrere Werte zu { $name }. Wählen Sie einen mit --label.
# A yes-or-no question. $title: the attribute. $by: who verified it.
cli-attribute-change-verified = { $by } hat { $title } geprüft: { $day }. Wenn Sie die Angabe ändern, gilt sie als von Ihnen eingegeben. Ändern?
# A question for a field. $title: the field. $takes: what can be entered.
cli-attribute-ask = { $title } ({ $takes }):
cli-attribute-ask-optional = { $title } ({ $takes }, optional):
cli-attribute-required = Dieses Feld ist ein Pflichtfeld.
cli-attribute-ended = Sie haben die Eingabe beendet. Nichts wurde geändert.

## What a field takes

cli-attribute-field-required = Pflichtfeld
cli-attribute-field-repeats = Mehrfach
cli-attribute-field-required-repeats = Pflichtfeld, mehrfach
cli-attribute-takes-text = Text
cli-attribute-takes-email = E-Mail-Adresse
cli-attribute-takes-date = Datum als JJJJ-MM-TT
cli-attribute-takes-integer = Ganze Zahl
cli-attribute-takes-number = Zahl
# The words true and false are typed as they stand here.
cli-attribute-takes-flag = true oder false
cli-attribute-takes-json = JSON
# $options: what can be chosen.
cli-attribute-takes-open = { $options } oder ein anderer Wert
# $count: how many there are. $examples: some of them.
cli-attribute-takes-choice = Einer von { $count } Werten, etwa { $examples }
# $types: such as "jpeg, png". $size: the largest.
cli-attribute-takes-file = Datei ({ $types }, bis { $size })

## Export and import

# $attributes and $documents: how many. $path: the file.
cli-attribute-exported = { $attributes } und { $documents } in { $path } gespeichert. Die Datei ist nicht verschlüsselt.
# Where imported values come from.
cli-attribute-standard-input = Standardeingabe
cli-attribute-identity-only-selfkey = --identity gilt nur für die SelfKey-Wallet. Lassen Sie es weg.
cli-attribute-nothing-imported = Die Wallet konnte nichts aus der Datei importieren. Nichts wurde geändert.
cli-attribute-dry-run = Nur eine Vorschau. Führen Sie den Befehl ohne --dry-run aus, um zu speichern.

## What becomes of an item of a file or backup, in a table. The second of two is said in a preview.

cli-outcome-added = Hinzugefügt
cli-outcome-new = Neu
cli-outcome-there = Schon da
cli-outcome-skipped = Übersprungen
cli-outcome-replaced = Ihren ersetzt
cli-outcome-replaces = Ersetzt Ihren
cli-outcome-beside = Neben Ihrem hinzugefügt
cli-outcome-goes-beside = Kommt neben Ihren
cli-outcome-kept = Ihres behalten
cli-outcome-left-out = Ausgelassen
cli-outcome-refused = Nicht importiert

## The machine-readable zone of a passport or identity card. $number: the document’s number.

cli-attribute-mrz-passport = Reisepass { $number }
cli-attribute-mrz-card = Personalausweis { $number }
# $reason: a sentence.
# $key: what was typed.
cli-attribute-mrz-no-choice = Die Zone lässt keine Wahl namens „{ $key }“ offen. Nichts wurde gespeichert.
cli-attribute-mrz-preview = Nur eine Vorschau. Mit --apply speichern Sie.
# $keys: short names, in parentheses.
cli-attribute-mrz-left = Die Zone ist hier nicht eindeutig: { $keys }. Mit --apply --also NAME speichern Sie eine davon.
cli-attribute-mrz-saved = Gespeichert
cli-attribute-mrz-new = Neu
cli-attribute-mrz-updated = Aktualisiert
cli-attribute-mrz-differs = Weicht ab
cli-attribute-mrz-choice = Ihre Wahl
cli-attribute-mrz-unchanged = Unverändert
cli-attribute-mrz-pictures = Braucht auch Bilder
