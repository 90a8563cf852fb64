### Values, how they are entered, and the files in them.

attribute-scan = Scan passport code
attribute-default = Default
attribute-make-default = Make default
attribute-add = Add an attribute
attribute-add-title = Add { $title }
attribute-change = Change
attribute-change-title = Change { $title }
attribute-remove = Remove
attribute-save = Save
attribute-cancel = Cancel

## What there is to know of a value

attribute-from = Comes from
attribute-created = Created
attribute-changed = Changed
attribute-label = Label
attribute-no-label = none
attribute-add-label = Add one
attribute-files = Files
# $what: "location and camera model".
attribute-file-without = Stored without { $what }.
attribute-file-tells = Still tells { $what }.

## A date

date-placeholder = YYYY-MM-DD
date-calendar = Choose { $title } in a calendar
date-calendar-close = Close the calendar
date-month = Month
date-year = Year
date-not-a-date = Enter a date as YYYY-MM-DD, such as 1985-04-12.

## A file

file-choose = Choose a file or drop it
file-choose-more = Choose another file
file-choose-other = Choose another
file-drop = Drop it here
file-from-wallet = From your wallet
file-from-wallet-title = Choose a file for { $title }
file-from-wallet-loading = Reading your documents
file-from-wallet-none = No document in this wallet fits: { $kinds }.
file-from-wallet-search = Search documents
file-remove = Remove { $file }
# $kinds: "JPEG, PNG"; $size: "50 MB".
file-kinds = { $kinds } up to { $size }
file-too-large = { $file } has { $size }. At most { $limit } fit here.

## The code of a passport

scan-title = Scan the code of a passport or identity card
scan-text = Type or paste the two or three lines at the bottom of the page. Check digits find a slip at once, and you can change every value later.
scan-field = Code at the bottom of the page
scan-hint = The two or three lines of capitals and < signs at the bottom of the page.
scan-hint-typed = { $count } characters so far. A passport’s code has 88, a card’s has 90.
scan-fits = All check digits fit.
scan-passport = Passport
scan-card = Card
scan-valid = valid until { $day }
scan-expired = expired { $day }
scan-list = What the code says
scan-new = New
scan-not-certain = The code does not say this for certain. Enter it if it is right.
scan-renews = Renews what you have: { $held }
scan-held = You have: { $held }
scan-needs-pictures = Needs pictures too. Add it as an attribute.
# Of two days that the code can mean. $title is the attribute.
scan-can-mean = { $title }: the code can mean { $day }. Enter the right one below.
