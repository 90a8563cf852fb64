### What is wrong with values, with texts that the user enters, and with the definitions of attributes.

## Parts of a value. $label, $list and $title: names of fields from the attribute's definition, such as "Photos".

value-part = „{ $label }“
value-whole = Die Angabe
value-unknown-part = Dieser Teil
# $number: counted from 1.
value-entry = { $list }, Eintrag { $number }
value-first-entry = Eintrag { $number }
# $entry: one of the two above.
value-inside = { $entry }: { $title }

## What is wrong with a part. $part: one of the above, at the beginning of the sentence.

error-value-missing = { $part } fehlt.
# $kind: one of the kinds below.
error-value-kind = { $part } muss { $kind } sein.
value-kind-text = Text
value-kind-whole-number = eine ganze Zahl
value-kind-number = eine Zahl
value-kind-yes-or-no = Ja oder Nein (true oder false)
value-kind-list = eine Liste
value-kind-object = ein Objekt mit Feldern
value-kind-nothing = leer
value-kind-date = ein Datum wie 1985-04-12
value-kind-date-time = ein Datum mit Uhrzeit wie 1985-04-12T09:30:00Z
value-kind-time = eine Uhrzeit wie 09:30:00Z
value-kind-web-address = eine Webadresse
value-kind-host-name = ein Hostname
value-kind-ip-address = eine IP-Adresse
value-kind-uuid = eine UUID
# Two kinds that are both possible.
value-kind-or = { $first } oder { $second }
error-value-email = { $part } muss eine E-Mail-Adresse sein, zum Beispiel name@mail.example.
error-value-email-named = { $part } muss nur die E-Mail-Adresse enthalten, ohne Namen und spitze Klammern. Ein Beispiel ist name@mail.example.
error-value-email-host = { $part } muss die Domain in der Form enthalten, die mit xn-- beginnt, zum Beispiel name@xn--mller-kva.example.
error-value-email-several = { $part } muss eine einzige E-Mail-Adresse sein, zum Beispiel name@mail.example.
error-value-form = { $part } hat nicht die nötige Form.
# $description: from the attribute's definition.
error-value-form-described = { $part } hat nicht die nötige Form. Die Beschreibung sagt: „{ $description }“.
error-value-phone-number = { $part } muss 10 bis 12 Ziffern haben, mit oder ohne + davor, zum Beispiel +41446681800.
error-value-eth-address = { $part } muss eine Ethereum-Adresse sein. Sie besteht aus 0x und 40 hexadezimalen Ziffern.
error-value-btc-address = { $part } muss eine Bitcoin-Adresse sein. Sie hat 26 bis 42 Buchstaben und Ziffern und beginnt mit 1, 3 oder bc1.
error-value-dash-address = { $part } muss eine Dash-Adresse sein. Sie hat 34 Buchstaben und Ziffern und beginnt mit X.
error-value-not-allowed-value = { $part } ist keiner der erlaubten Werte.
error-value-empty = { $part } darf nicht leer sein.
error-value-blank = { $part } hat keine sichtbaren Zeichen.
error-value-control = { $part } enthält einen Zeilenumbruch oder ein anderes Steuerzeichen. Entfernen Sie es.
# $least and $most: numbers.
error-value-too-short = { $least ->
        [one] { $part } muss mindestens 1 Zeichen haben.
       *[other] { $part } muss mindestens { $least } Zeichen haben.
    }
error-value-too-long = { $most ->
        [one] { $part } darf höchstens 1 Zeichen haben.
       *[other] { $part } darf höchstens { $most } Zeichen haben.
    }
error-value-unchecked = { $part } ist zu lang für eine Prüfung. Mehr als { $most } Zeichen sind nicht möglich.
error-value-too-few-entries = { $least ->
        [one] { $part } muss mindestens 1 Eintrag haben.
       *[other] { $part } muss mindestens { $least } Einträge haben.
    }
error-value-too-many-entries = { $most ->
        [one] { $part } darf höchstens 1 Eintrag haben.
       *[other] { $part } darf höchstens { $most } Einträge haben.
    }
# $limit: a number.
error-value-minimum = { $part } muss { $limit } oder mehr sein.
error-value-maximum = { $part } muss { $limit } oder weniger sein.
error-value-more-than = { $part } muss mehr als { $limit } sein.
error-value-less-than = { $part } muss weniger als { $limit } sein.
# $number: the number that it must be a multiple of.
error-value-multiple = { $part } muss ein Vielfaches von { $number } sein.
error-value-repeated = { $part } enthält denselben Eintrag zweimal.
error-value-too-few-fields = { $part } hat zu wenige Felder.
error-value-too-many-fields = { $part } hat zu viele Felder.
error-value-foreign-field = { $part } enthält ein Feld, das nicht erlaubt ist.
error-value-too-slow = { $part } zu prüfen, dauert zu lange.
error-value-not-allowed = { $part } ist hier nicht erlaubt.
error-value-no-form = { $part } hat keine der erlaubten Formen.
error-value-several-forms = { $part } passt zu mehreren Formen, aber nur eine ist erlaubt.
error-value-unfit = { $part } erfüllt die Anforderungen nicht.
error-value-in-future = { $part } liegt in der Zukunft.
error-value-too-long-ago = { $part } liegt mehr als 150 Jahre zurück. Prüfen Sie das Jahr.
error-value-ends-before-issue = { $part } liegt vor dem Ausstellungsdatum. Prüfen Sie beide Daten.

# Of a value as a whole, which comes from elsewhere.
error-value-not-of-person = Die Angabe beschreibt keine Person.
error-value-not-of-company = Die Angabe beschreibt kein Unternehmen.
error-value-picture = Ein Bild hat einen Typ oder eine Größe, die die Angabe nicht annimmt.

## What makes a text fit its form. The sentence follows one of those above.

# $extras: a list of the following.
value-remedy-without = Entfernen Sie { $extras }.
value-remedy-plus = Schreiben Sie + statt 00.
value-remedy-plus-without = Schreiben Sie + statt 00, und entfernen Sie { $extras }.
value-remedy-capitals = Verwenden Sie Großbuchstaben.
value-extra-spaces = die Leerzeichen
value-extra-hyphens = die Bindestriche
value-extra-zero = die (0)
value-extra-brackets = die Klammern
value-extra-dots = die Punkte
value-extra-slashes = die Schrägstriche

## Texts that the user enters. $field: the title of the field.

error-text-empty = „{ $field }“ darf nicht leer sein.
error-text-date = „{ $field }“ muss ein Datum in der Form Jahr-Monat-Tag sein, zum Beispiel 1985-04-12.
error-text-country = „{ $field }“ muss ein Land sein. Geben Sie seinen englischen Namen oder seinen Code ein, zum Beispiel Kenya oder KE.
# $choices: a list of values.
error-text-choice = „{ $field }“ muss einer dieser Werte sein: { $choices }.
# The end of a list of values, behind an "and": how many are not in it.
error-text-more-choices = { $count ->
        [one] 1 weiterer
       *[other] { $count } weitere
    }
error-text-whole-number = „{ $field }“ muss eine ganze Zahl sein.
error-text-number = „{ $field }“ muss eine Zahl sein, zum Beispiel 12.5.
error-text-yes-or-no = „{ $field }“ muss yes oder no sein.
error-text-json = „{ $field }“ hat mehrere Teile. Geben Sie sie als JSON ein.
error-text-file = „{ $field }“ nimmt eine Datei an, keinen Text.
error-text-utf16 = Der Text ist als UTF-16 gespeichert. Speichern Sie ihn als UTF-8 und versuchen Sie es erneut. Im Editor von Windows wählen Sie „Speichern unter“ und die Codierung UTF-8.
error-text-not-utf8 = Der Text ist kein UTF-8.

## Paths of fields, such as selfie.image. $path: one of them.

# $attribute: its name. $fields: a list of paths.
error-path-unknown = „{ $attribute }“ hat kein Feld „{ $path }“. Es gibt diese Felder: { $fields }.
error-path-malformed = Das ist nicht der Pfad eines Felds. Ein Pfad sieht aus wie front, selfie.image oder images.0.
error-path-pattern = „{ $path }“ meint jeden Eintrag einer Liste. Schreiben Sie eine Zahl statt des *. Der erste Eintrag ist 0.
error-path-no-object = „{ $path }“ gibt es nicht. Der Teil davor hat keine Felder.
error-path-no-list = „{ $path }“ gibt es nicht. Der Teil davor ist keine Liste.
# $count: how many entries the list has.
error-path-gap = { $count ->
        [one] Vor „{ $path }“ bliebe eine Lücke. Die Liste hat bisher 1 Eintrag.
       *[other] Vor „{ $path }“ bliebe eine Lücke. Die Liste hat bisher { $count } Einträge.
    }

## Definitions of attributes (schemas) and their addresses

error-schema-url-shape = Das ist nicht die Adresse eines Schemas. Eine solche Adresse sieht aus wie http://host.example/name.json.
error-schema-url-scheme = Die Adresse eines Schemas muss mit http:// oder https:// beginnen.
error-schema-url-credentials = Die Adresse eines Schemas darf keinen Benutzernamen und kein Passwort enthalten.
error-schema-url-too-long = Die Adresse des Schemas ist zu lang.
# $limit: a size.
error-schema-too-large = Die Definition der Angabe durch die Website ist größer als { $limit }.
error-schema-too-deep = Die Definition der Angabe durch die Website ist zu tief verschachtelt.
error-schema-too-complex = Die Definition der Angabe durch die Website ist der Wallet zu komplex.
error-schema-too-many-fields = Die Definition der Angabe durch die Website hat zu viele Felder.
error-schema-recursive = Die Definition der Angabe durch die Website verweist endlos auf sich selbst.
error-schema-remote = Die Definition der Angabe durch die Website verweist auf eine andere Adresse. Was dort steht, hat die Wallet nicht.
error-schema-unknown = Die Definition der Angabe durch die Website verweist auf eine Definition der Plattform, die diese Version der Wallet nicht kennt.
# $most: a number.
error-schema-too-many-documents = Die Definition der Angabe durch die Website besteht aus mehr als { $most } Dokumenten.
error-schema-pattern = Die Definition der Angabe durch die Website enthält ein zu langes Muster.
error-schema-unusable = Die Definition der Angabe durch die Website ist kein gültiges JSON-Schema (Draft 7).
