### Identity checks: what a provider read off the user's documents.

## Things to know about a value that came. Days are written as 2027-01-04.

check-note-expired = Das Dokument ist am { $day } abgelaufen.
check-note-selfie-held = Die Prüfung enthielt kein Selfie. Dieses ist aus Ihrer Wallet.
check-note-selfie-given = Die Prüfung enthielt kein Selfie. Dieses haben Sie hinzugefügt.
check-note-metadata-removed = Aus dem Bild entfernt: { $what }.
check-note-lacks = Es fehlt noch: { $fields }. Ohne nehmen Websites es nicht an.

## Why something that came is not kept: whole sentences.

check-left-out-no-place = Die Wallet hat dafür keinen Platz.
check-left-out-not-read = Es ist zu lang oder hat den falschen Typ.
check-left-out-odd-text = Es enthält Zeichen, die nicht in einen Namen oder eine Nummer gehören.
check-left-out-no-country = Es ist kein Land, das die Wallet kennt.
check-left-out-no-date = Es ist kein Datum.
check-left-out-impossible-birth = Kein lebender Mensch kann an diesem Tag geboren sein.
check-left-out-ends-before-it-begins = Das Dokument würde ablaufen, bevor es gültig wird.
check-left-out-unknown-document = Weder der Anbieter noch Sie haben gesagt, welches Dokument es ist.
check-left-out-of-another = Dieses Dokument nennt eine andere Person als das erste.
check-left-out-bad-picture = Die Wallet kann dieses Bild nicht verwenden. { $reason }
check-left-out-does-not-fit = Es passt nicht zur Angabe. { $reason }

## What became of a value.

check-outcome-added = hinzugefügt
check-outcome-confirmed = jetzt geprüft
check-outcome-replaced = ersetzt Ihre bisherige
check-outcome-added-beside = neben Ihrer bisherigen hinzugefügt
check-outcome-left = weggelassen

### The window

## Verified values

verified-badge = Geprüft
verified-badge-test = Geprüft (Test)
verified-notice = Von { $by } am { $day } geprüft. Wenn Sie es ändern, gilt es als von Ihnen eingegeben.
# $name: of a provider on this computer. It stands where the name of another would.
verified-by-test = dem Testanbieter { $name }
verified-ask-title = Geprüfte Angabe ändern?
verified-ask-text = { $title } wurde am { $day } von { $by } geprüft. Nach dieser Änderung gilt es als von Ihnen eingegeben.
verified-ask-accept = Ändern
# $value: the value in one line, in a list to choose from.
verified-choice = { $value } (geprüft)
# $fields: titles of fields, such as "Selfie".
verified-lacks = Fehlt: { $fields }
verified-lacks-title = Es fehlt: { $fields }
verified-lacks-text = Ohne nehmen Websites das nicht an.
verified-lacks-add = Hinzufügen
verified-document = Dokument
# $document: such as "Passport". $end: the last characters of its number.
verified-document-number = { $document }, Nummer endet auf { $end }

## Kinds of documents

check-document-passport = Reisepass
check-document-national-id = Personalausweis
check-document-drivers-license = Führerschein

## Providers, in the settings

providers-title = Anbieter von Identitätsprüfungen
providers-add = Hinzufügen…
providers-loading = Anbieter werden geladen
providers-none = Ein Anbieter prüft Ihre Identität in Ihrem Browser. Was er von Ihren Dokumenten abliest, können Sie als geprüfte Angaben behalten. Sie brauchen ein eigenes Konto bei einem Anbieter.
provider-badge-test = Testanbieter
provider-badge-trusted = Vertrauenswürdig
provider-dialect-web-kyc = Web KYC
provider-dialect-web-idv = Web IDV
# $host: where the provider is. $dialect: what it speaks.
provider-row = { $host } · { $dialect }
provider-dialect = Dialekt
provider-client-id = Client-ID
provider-authorize = Adresse zum Autorisieren
provider-api = API-Adresse
provider-redirect = Redirect-URI
provider-listen = Empfängt unter
provider-listen-field = Adresse zum Empfangen
provider-secret = Client-Secret
provider-secret-kept = Im Schlüsselbund des Systems
provider-secret-file = In der Datei { $file }
provider-secret-missing = Nicht gespeichert; die Wallet fragt Sie bei jeder Prüfung danach
provider-secret-unavailable = Unbekannt. { $reason }
provider-secret-loading = Schlüsselbund des Systems wird abgefragt
provider-added = Hinzugefügt
provider-checks-trusted = Websites können sehen, dass er Sie geprüft hat
provider-checks-own = Nur Sie sehen, dass er Sie geprüft hat
provider-test-text = Dieser Anbieter läuft auf diesem Computer. Die Wallet kennzeichnet alles, was er prüft, als Test.
provider-remove = Entfernen…
provider-replace-secret = Secret ersetzen…
provider-set-secret = Secret speichern…

## Adding a provider

provider-form-title = Anbieter von Identitätsprüfungen hinzufügen
provider-form-name = Name
provider-form-name-hint = Wie Sie ihn nennen. Der Name steht neben jeder Angabe, die er geprüft hat.
provider-form-secret-hint = Das Secret Ihres Kontos beim Anbieter. Geben Sie es nicht weiter. Die Wallet speichert es im Schlüsselbund des Systems. Lassen Sie das Feld leer, um es bei jeder Prüfung einzugeben.
provider-form-usual = Lassen Sie das Feld leer, um den Standard zu verwenden.
provider-form-redirect-hint = Genau so, wie Sie sie beim Anbieter eingetragen haben: eine Adresse auf diesem Computer oder eine https-Seite, die zu einer weiterleitet.
provider-form-listen-hint = Wohin diese Seite den Browser weiterleitet, zum Beispiel 127.0.0.1:8467/verified.
provider-form-web-idv = Web IDV ist weniger sicher: Ein Ergebnis sagt nicht, zu welcher Prüfung es gehört. Nehmen Sie eine Redirect-URI, die niemand erraten kann. Die Wallet nimmt ein Ergebnis nur an, solange eine Prüfung läuft. Prüfen Sie den Namen, bevor Sie die Angaben behalten.
provider-form-trust = Den Prüfungen dieses Anbieters vertrauen
provider-form-trust-text = Wenn andere fragen, ob Sie geprüft sind, zählt die Wallet die Prüfungen dieses Anbieters. Sonst sehen nur Sie sie.
provider-form-cancel = Abbrechen
provider-form-add = Hinzufügen

## Changing and removing a provider

provider-secret-title = Client-Secret von { $name }
provider-secret-text = Die Wallet speichert es im Schlüsselbund des Systems und ersetzt das alte. Sie können es nicht wieder anzeigen.
provider-secret-save = Speichern
provider-remove-title = { $name } entfernen?
provider-remove-text = Die Wallet löscht die Einstellungen des Anbieters und sein Client-Secret im Schlüsselbund des Systems. Angaben aus seinen Prüfungen bleiben in der Wallet und bleiben geprüft.
provider-remove-accept = Entfernen
provider-left-behind = Anbieter entfernt
provider-left-behind-text = Sein Client-Secret ist vielleicht noch im Schlüsselbund des Systems. { $reason }

## Verify my identity

verify-open = Identität prüfen lassen
verify-title = Identität prüfen lassen
verify-steps = Schritte
verify-step-provider = Anbieter
verify-step-browser = Browser
verify-step-fetch = Ergebnisse
verify-step-review = Ansehen
verify-step-done = Fertig
verify-cancel = Abbrechen
verify-close = Fertig
verify-retry = Neu beginnen

verify-choose = Wer soll Sie prüfen?
verify-choose-text = Die Seite des Anbieters öffnet sich in Ihrem Browser. Halten Sie Ihr Dokument bereit und folgen Sie dort den Schritten. Danach schickt die Seite Sie hierher zurück, und Sie entscheiden, was Sie behalten.
verify-none = Noch kein Anbieter
verify-none-text = Ein Anbieter, bei dem Sie ein Konto haben, prüft Ihre Identität. Fügen Sie ihn zuerst hinzu.
verify-add-provider = Anbieter hinzufügen
verify-secret-hint = Die Wallet hat für diesen Anbieter kein Secret gespeichert. Dieses verwendet sie nur für diese Prüfung.
verify-start = Browser öffnen

verify-failed = Die Prüfung ist fehlgeschlagen
verify-beginning = Anbieter wird kontaktiert
verify-browser = Machen Sie in Ihrem Browser weiter
verify-browser-text = { $provider } prüft dort Ihre Identität. Die Wallet wartet bis zu zehn Minuten und empfängt das Ergebnis von selbst.
verify-browser-unopened = Der Browser ließ sich nicht öffnen
verify-browser-copy = Öffnen Sie diese Adresse in einem Browser auf diesem Computer.
verify-browser-again = Seite noch einmal öffnen
verify-address-copy = Adresse kopieren
verify-fetching = Ergebnisse werden abgerufen
verify-opening = Bilder werden geprüft

# $provider: its name.
verify-review = Was { $provider } gelesen hat
verify-review-text = Prüfen Sie diese Angaben, bevor Sie sie behalten. Noch ist nichts davon in Ihrer Wallet.
verify-unsealed = Diese Wallet hat keine Wiederherstellungsphrase und kann deshalb keine Angaben als geprüft markieren. Behalten können Sie sie trotzdem.
verify-nothing = Die Wallet kann keine dieser Angaben behalten.
verify-document-kind = Welches Dokument wurde geprüft?
verify-document-kind-hint = Der Anbieter sagt es nicht.
# $said: the provider's word.
verify-document-kind-said = Der Anbieter sagt „{ $said }“; das kennt die Wallet nicht.
verify-document-kind-none = Wählen…
verify-first-names = Vorname
verify-first-names-hint = Der Anbieter hat Ihre Vornamen zusammen gesendet. Die Wallet speichert den Rest als zweiten Vornamen.
# $first, $middle: names.
verify-first-names-split = { $first } (zweiter Vorname { $middle })
# $name: the value's name, such as "First name".
verify-choice = Was mit { $name } geschehen soll
verify-choice-keep = Behalten
verify-choice-leave = Weglassen
verify-choice-same = Als geprüft markieren
verify-choice-replace = Meine ersetzen
verify-choice-both = Beide behalten
verify-choice-mine = Meine behalten
# $value: what the wallet holds.
verify-held = In Ihrer Wallet: { $value }
verify-held-same = Ihre Wallet hat denselben Wert.
verify-selfie = Bild von Ihnen mit dem Dokument
verify-left-out = Nicht behalten
verify-undecided = Noch zu wählen: { $names }
verify-keep = { $count ->
    [one] { $count } Angabe behalten
   *[other] { $count } Angaben behalten
}
verify-drop-title = Diese Ergebnisse verwerfen?
verify-drop-text = Sie haben noch nichts behalten. Um diese Ergebnisse wieder zu bekommen, müssen Sie die Prüfung wiederholen, und dafür kann der Anbieter Geld verlangen.
verify-drop-accept = Verwerfen
verify-kept = { $count ->
    [one] { $count } Angabe in Ihrer Wallet behalten
   *[other] { $count } Angaben in Ihrer Wallet behalten
}
verify-kept-none = Sie haben nichts behalten
