### What stands at the fields of forms, and what is wrong with them.

field-number-wrong = Geben Sie eine Zahl ein.
field-json-wrong = Das ist kein gültiges JSON.

## Every form

# Beside the label of a field.
field-optional = optional
field-choose = Wählen…
field-yes = Ja
field-no = Nein
field-json-hint = Geben Sie einen JSON-Wert ein, der zum Schema passt.
field-password-show = Passwort anzeigen
field-password-hide = Passwort verbergen
