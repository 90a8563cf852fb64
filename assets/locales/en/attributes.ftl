### Values, how they are entered, and the files in them.

attribute-list-person = What you can share about yourself
attribute-list-company = What you can share about your company
attribute-list-loading = Loading attributes
attribute-list-add = Add
attribute-list-search = Search attributes
attribute-list-order = Sort attributes
attribute-list-none = No attributes yet
attribute-list-none-text = Add what sites usually ask for, such as your name, email address or passport. It stays on this computer until you agree to send it.
attribute-list-none-add = Add your first attribute
attribute-list-not-found = No attribute matches “{ $query }”
attribute-list-not-found-text = Try another word, or clear the search.
attribute-list-clear = Clear the search
attribute-default-why = Sent unless you choose another value
attribute-file-count = { $count ->
        [1] 1 file
       *[other] { $count } files
    }
attribute-scan = Scan passport code
attribute-default = Default
attribute-make-default = Make default
attribute-add = Add an attribute
attribute-add-title = Add { $title }
attribute-change = Change
attribute-change-title = Change { $title }
attribute-remove = Remove
attribute-remove-title = Remove { $title }
attribute-save = Save
attribute-cancel = Cancel

## What was done

# $title: an attribute's title, such as "Passport".
attribute-saved = { $title } was saved
# $what: "location and camera model".
attribute-saved-file-without = { $file } was stored without { $what }.
attribute-entered = { $count ->
        [1] 1 value was added
       *[other] { $count } values were added
    }
# $titles: with commas between them.
attribute-entered-text = { $titles }. Open a value to change it.

## The form

attribute-type = Attribute
attribute-type-choose = Choose an attribute…
attribute-keep-metadata = Keep location and camera data
attribute-keep-metadata-text = Pictures can reveal where and when you took them. The wallet removes this data unless you keep it.
attribute-label-hint = Tells your values apart, such as “work” and “home”.
# $held: the value that the wallet has.
attribute-label-needed = You already have this attribute: { $held }. Add a label to tell the two apart.
attribute-label-taken = Another value already has this label.

## What there is to know of a value

attribute-from = Source
attribute-created = Created
attribute-changed = Changed
attribute-label = Label
attribute-no-label = none
attribute-add-label = Add a label
attribute-files = Files
# $what: "location and camera model".
attribute-file-without = Stored without { $what }.
attribute-file-tells = Still reveals { $what }.

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
file-from-wallet-loading = Loading your documents
file-from-wallet-none = No document in this wallet fits. This field takes { $kinds }.
file-from-wallet-search = Search documents
file-remove = Remove { $file }
# $kinds: "JPEG, PNG"; $size: "50 MB".
file-kinds = { $kinds } up to { $size }
file-too-large = { $file } is too large ({ $size }). Choose a file of at most { $limit }.

## The code of a passport

scan-title = Scan the code of a passport or identity card
scan-text = Type or paste the two or three lines at the bottom of the page. The wallet spots typing errors at once, and you can change every value later.
scan-field = Code at the bottom of the page
scan-hint = The two or three lines of capital letters and < signs.
scan-hint-typed = { $count } characters so far. A passport code has 88 characters, an identity card code has 90.
# $document is passport or card; $validity is valid, expired or unknown. $number: the document's number. $day: when it
# expires, empty where that is not known.
scan-read = { $document ->
        [passport] { $validity ->
            [valid] All check digits are correct. Passport { $number }, valid until { $day }
            [expired] All check digits are correct. Passport { $number }, expired on { $day }
           *[unknown] All check digits are correct. Passport { $number }
        }
       *[card] { $validity ->
            [valid] All check digits are correct. Identity card { $number }, valid until { $day }
            [expired] All check digits are correct. Identity card { $number }, expired on { $day }
           *[unknown] All check digits are correct. Identity card { $number }
        }
    }
scan-list = Values in the code
scan-enter = { $count ->
        [0] Add values
        [1] Add 1 value
       *[other] Add { $count } values
    }
scan-new = New
scan-not-certain = The code is ambiguous here. Select this value only if it is correct.
scan-renews = Replaces your value: { $held }
scan-held = Already in your wallet: { $held }
scan-needs-pictures = This attribute also needs pictures. Add it from the attribute list.
# Of two days that the code can mean. $title is the attribute.
scan-can-mean = { $title }: the code could mean { $day }. Enter the correct date below.
