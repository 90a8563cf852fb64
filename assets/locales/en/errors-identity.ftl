### What is wrong with values, with texts that the user enters, and with the definitions of attributes.

## Parts of a value. $label, $list and $title: names of fields from the attribute's definition, such as "Photos".

value-part = “{ $label }”
value-whole = The value
value-unknown-part = This part
# $number: counted from 1.
value-entry = { $list }, entry { $number }
value-first-entry = Entry { $number }
# $entry: one of the two above.
value-inside = { $entry }: { $title }

## What is wrong with a part. $part: one of the above, at the beginning of the sentence.

error-value-missing = { $part } is missing.
# $kind: one of the kinds below.
error-value-kind = { $part } must be { $kind }.
value-kind-text = text
value-kind-whole-number = a whole number
value-kind-number = a number
value-kind-yes-or-no = yes or no (true or false)
value-kind-list = a list
value-kind-object = an object with fields
value-kind-nothing = empty
value-kind-date = a date such as 1985-04-12
value-kind-date-time = a date and time such as 1985-04-12T09:30:00Z
value-kind-time = a time such as 09:30:00Z
value-kind-web-address = a web address
value-kind-host-name = a host name
value-kind-ip-address = an IP address
value-kind-uuid = a UUID
# Two kinds that are both possible.
value-kind-or = { $first } or { $second }
error-value-email = { $part } must be an email address, such as name@mail.example.
error-value-email-named = { $part } must be the email address alone, without a name or angle brackets. An example is name@mail.example.
error-value-email-host = { $part } must have its domain in the form that begins with xn--, such as name@xn--mller-kva.example.
error-value-email-several = { $part } must be a single email address, such as name@mail.example.
error-value-form = { $part } does not have the required form.
# $description: from the attribute's definition.
error-value-form-described = { $part } does not have the required form. Its description says: “{ $description }”.
error-value-phone-number = { $part } must have 10 to 12 digits, with or without a + in front, such as +41446681800.
error-value-eth-address = { $part } must be an Ethereum address. It consists of 0x and 40 hexadecimal digits.
error-value-btc-address = { $part } must be a Bitcoin address. It has 26 to 42 letters and digits and begins with 1, 3 or bc1.
error-value-dash-address = { $part } must be a Dash address. It has 34 letters and digits and begins with X.
error-value-not-allowed-value = { $part } is not one of the allowed values.
error-value-empty = { $part } must not be empty.
error-value-blank = { $part } has no visible characters.
error-value-control = { $part } contains a line break or another control character. Remove it.
# $least and $most: numbers.
error-value-too-short = { $least ->
        [one] { $part } must have at least 1 character.
       *[other] { $part } must have at least { $least } characters.
    }
error-value-too-long = { $most ->
        [one] { $part } must have at most 1 character.
       *[other] { $part } must have at most { $most } characters.
    }
error-value-unchecked = { $part } is too long to check. It must have at most { $most } characters.
error-value-too-few-entries = { $least ->
        [one] { $part } must have at least 1 entry.
       *[other] { $part } must have at least { $least } entries.
    }
error-value-too-many-entries = { $most ->
        [one] { $part } must have at most 1 entry.
       *[other] { $part } must have at most { $most } entries.
    }
# $limit: a number.
error-value-minimum = { $part } must be { $limit } or more.
error-value-maximum = { $part } must be { $limit } or less.
error-value-more-than = { $part } must be more than { $limit }.
error-value-less-than = { $part } must be less than { $limit }.
# $number: the number that it must be a multiple of.
error-value-multiple = { $part } must be a multiple of { $number }.
error-value-repeated = { $part } contains the same entry twice.
error-value-too-few-fields = { $part } has too few fields.
error-value-too-many-fields = { $part } has too many fields.
error-value-foreign-field = { $part } contains a field that is not allowed.
error-value-too-slow = { $part } takes too long to check.
error-value-not-allowed = { $part } is not allowed here.
error-value-no-form = { $part } has none of the allowed forms.
error-value-several-forms = { $part } fits several forms, but only one is allowed.
error-value-unfit = { $part } does not meet the requirements.
error-value-in-future = { $part } is in the future.
error-value-too-long-ago = { $part } is more than 150 years ago. Check the year.
error-value-ends-before-issue = { $part } is before the date of issue. Check both dates.

# Of a value as a whole, which comes from elsewhere.
error-value-not-of-person = The attribute does not describe a person.
error-value-not-of-company = The attribute does not describe a company.
error-value-picture = A picture has a type or a size that the attribute does not take.

## What makes a text fit its form. The sentence follows one of those above.

# $extras: a list of the following.
value-remedy-without = Remove { $extras }.
value-remedy-plus = Write + instead of 00.
value-remedy-plus-without = Write + instead of 00 and remove { $extras }.
value-remedy-capitals = Use capital letters.
value-extra-spaces = the spaces
value-extra-hyphens = the hyphens
value-extra-zero = the (0)
value-extra-brackets = the brackets
value-extra-dots = the dots
value-extra-slashes = the slashes

## Texts that the user enters. $field: the title of the field.

error-text-empty = “{ $field }” must not be empty.
error-text-date = “{ $field }” must be a date in the form year-month-day, such as 1985-04-12.
error-text-country = “{ $field }” must be a country. Enter its English name or its code, such as Kenya or KE.
# $choices: a list of values.
error-text-choice = “{ $field }” must be one of these values: { $choices }.
# The end of a list of values, behind an "and": how many are not in it.
error-text-more-choices = { $count ->
        [one] 1 more
       *[other] { $count } more
    }
error-text-whole-number = “{ $field }” must be a whole number.
error-text-number = “{ $field }” must be a number, such as 12.5.
error-text-yes-or-no = “{ $field }” must be yes or no.
error-text-json = “{ $field }” has several parts. Enter it as JSON.
error-text-file = “{ $field }” takes a file, not text.
error-text-utf16 = The text is saved as UTF-16. Save it as UTF-8 and try again. In Notepad, choose “Save as” and the encoding UTF-8.
error-text-not-utf8 = The text is not UTF-8.

## Paths of fields, such as selfie.image. $path: one of them.

# $attribute: its name. $fields: a list of paths.
error-path-unknown = “{ $attribute }” has no field “{ $path }”. It has these fields: { $fields }.
error-path-malformed = This is not the path of a field. A path looks like front, selfie.image or images.0.
error-path-pattern = “{ $path }” means every entry of a list. Write a number instead of the *. The first entry is 0.
error-path-no-object = There is no “{ $path }”. The part before it has no fields.
error-path-no-list = There is no “{ $path }”. The part before it is not a list.
# $count: how many entries the list has.
error-path-gap = { $count ->
        [one] “{ $path }” would leave a gap. The list has 1 entry so far.
       *[other] “{ $path }” would leave a gap. The list has { $count } entries so far.
    }

## Definitions of attributes (schemas) and their addresses

error-schema-url-shape = This is not the address of a schema. Such an address looks like http://host.example/name.json.
error-schema-url-scheme = The address of a schema must begin with http:// or https://.
error-schema-url-credentials = The address of a schema must not contain a user name or a password.
error-schema-url-too-long = The address of the schema is too long.
# $limit: a size.
error-schema-too-large = The site’s definition of the attribute is larger than { $limit }.
error-schema-too-deep = The site’s definition of the attribute is nested too deeply.
error-schema-too-complex = The site’s definition of the attribute is too complex for the wallet.
error-schema-too-many-fields = The site’s definition of the attribute has too many fields.
error-schema-recursive = The site’s definition of the attribute refers to itself without end.
error-schema-remote = The site’s definition of the attribute refers to another address. The wallet does not have what is there.
error-schema-unknown = The site’s definition of the attribute refers to a platform definition that this version of the wallet does not know.
# $most: a number.
error-schema-too-many-documents = The site’s definition of the attribute consists of more than { $most } documents.
error-schema-pattern = The site’s definition of the attribute contains a pattern that is too long.
error-schema-unusable = The site’s definition of the attribute is not a valid JSON Schema (draft 7).
