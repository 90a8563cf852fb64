### What a form says about one of its fields.

field-number-wrong = Geben Sie eine Zahl ein.
