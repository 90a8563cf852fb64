### What stands at the fields of forms, and what is wrong with them.

field-number-wrong = Enter a number.
field-json-wrong = This is not valid JSON.

## Every form

# Beside the label of a field.
field-optional = optional
field-choose = Choose…
field-yes = Yes
field-no = No
field-json-hint = Enter a JSON value that matches the schema.
field-password-show = Show password
field-password-hide = Hide password
