### Input that was not saved when the wallet locked.

unsaved-title = Continue where you left off?
unsaved-text = The wallet locked while you were entering something. It kept your text, but not passwords or files.
unsaved-continue = Continue
unsaved-discard = Discard
