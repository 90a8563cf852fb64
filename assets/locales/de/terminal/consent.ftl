### What a command shows before something leaves the wallet, and the user's consent to it.

## Refused before anything is sent

cli-consent-no-terminal = Die Wallet kann ohne Terminal nicht nach Ihrer Zustimmung fragen. Es wurde nichts gesendet. Um im Voraus zuzustimmen, ergänzen Sie --yes.
# $site: its name. What has changed follows, a line each.
cli-consent-not-covered = --yes gilt nicht für das, was sich bei { $site } geändert hat. Es wurde nichts gesendet. Um auch den Änderungen zuzustimmen, ergänzen Sie --accept-changes.
# $titles: names of attributes, with commas between them.
cli-consent-missing = Die Wallet hat nicht alles, wonach { $site } fragt. Es fehlt: { $titles }. Es wurde nichts gesendet.
# The next two are about one attribute. $why: whole sentences. $name and $command: what is typed.
cli-consent-missing-add = { $title }: { $why } `idw attribute set { $name }` fügt die Angabe hinzu.
cli-consent-missing-shrink = { $title }: { $why } `{ $command }` verkleinert ein Bild.

## The question. $purpose is log-in, sign or send.

cli-consent-question = { $purpose ->
        [log-in] Anmelden?
        [sign] Signieren?
       *[send] Senden?
    }
cli-consent-question-anyway = { $purpose ->
        [log-in] Trotzdem anmelden?
        [sign] Trotzdem signieren?
       *[send] Trotzdem senden?
    }

## Headings. $purpose is log-in, sign-up, sign, identify or apply.

cli-consent-title = { $purpose ->
        [log-in] Bei { $site } anmelden
        [sign-up] Bei { $site } registrieren
        [sign] Einen Text für { $site } signieren
        [identify] { $site } mitteilen, wer Sie sind
       *[apply] KYC bei { $site } beantragen
    }
# $template: what is applied for.
cli-consent-title-template = { $template } bei { $site } beantragen
cli-consent-left-out = Optional, wird nicht gesendet

## What stands before a site's address and the like

cli-consent-site = Website
cli-consent-connection = Verbindung
cli-consent-as = Als
cli-consent-terms = Nutzungsbedingungen
cli-consent-policy = Datenschutz
cli-connection-tls = TLS mit geprüftem Zertifikat
cli-connection-loopback = Einfaches HTTP, nur innerhalb dieses Computers

## Somebody who asks and is not a site. The user gave them a name.

cli-asked-known = Bekannt
# $moment: a time.
cli-asked-since = seit { $moment }
cli-asked-number = Zahl
# Numbers, of which a page shows one.
cli-asked-numbers = Die Seite zeigt { $first }, { $second } oder { $third }. Nennen Sie die Zahl mit --number.
cli-asked-ends = Endet
# Data of an identity document, with commas between: Passport: number X1, issued by Kenya, valid until 5 Mar 2030
cli-asked-document = { $document }: { $details }
cli-asked-document-number = Nummer { $number }
cli-asked-document-country = ausgestellt von: { $country }
cli-asked-document-expires = gültig bis { $day }
cli-asked-file = Datei
cli-asked-file-look = { $file } (--files FOLDER speichert die Datei zum Ansehen)

## What is sent

cli-sent-identity = Identität
cli-sent-identity-party = eine ID, die nur diese Stelle kennt, und der Beweis, dass Sie zugestimmt haben
cli-sent-identity-site = der öffentliche Schlüssel Ihres Kontos und eine Signatur, die beweist, dass er Ihnen gehört
cli-sent-nothing = nichts zu senden
# $label: the user's own name for one of several values.
cli-sent-label = Bezeichnung: „{ $label }“
# One part of a value: its name and its text.
cli-sent-field = { $field }: { $text }
# Something optional. $name: what is typed.
cli-sent-include = Mit --include { $name } wird es gesendet
# $place: a host outside of the site. $sees: a list of what it gets.
cli-consent-elsewhere = { $site } nutzt auch { $place }. Dort kommt an: { $sees }.
cli-consent-identity-only = { $site } fragt bei diesem Antrag nach keinen Angaben. Die Wallet sendet nur Ihre Identität.

## Choosing between several values

cli-choice-not-asked = { $site } fragt nicht nach „{ $name }“. Gefragt wird nach: { $names }.
cli-choice-nothing-asked = { $site } fragt nicht nach „{ $name }“. Es wird nach keinen Angaben gefragt.
# The question takes a number; an empty answer means 1.
cli-choice-question = { $title }: Was soll gesendet werden, 1 bis { $count }? [1]
cli-choice-unknown = „{ $answer }“ steht nicht in der Liste. Geben Sie eine Nummer daraus ein.
# Headings of columns.
cli-choice-label = Bezeichnung
cli-choice-id = ID
cli-choice-expired = abgelaufen
# The lines below list what the site asks for, each with its ID.
cli-choice-asked-twice = { $site } fragt mehr als einmal nach „{ $name }“. Es wurde nichts gesendet. Nennen Sie mit der ID der Website, was Sie meinen.
cli-choice-no-id = (keine ID)
cli-choice-ambiguous = „{ $wanted }“ passt zu { $count } Werten von { $title }. Es wurde nichts gesendet. Geben Sie mehr von der ID ein.
# The lines below list the values.
cli-choice-not-found = Kein Wert von { $title }, den die Website annimmt, passt zu „{ $wanted }“. Es wurde nichts gesendet.
# The beginning of an ID, the value in one line, and its label.
cli-choice-value = { $id }  { $value }  ({ $label })
