### What a form says about one of its fields.

field-number-wrong = Enter a number.
