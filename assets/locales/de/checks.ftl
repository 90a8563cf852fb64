### Identity checks: what a provider read off the user's documents.

## Things to know about a value that came. Days are written as 2027-01-04.

check-note-expired = Das Dokument ist am { $day } abgelaufen.
check-note-selfie-held = Das Selfie ist das aus Ihrer Wallet: Die Prüfung brachte keines.
check-note-selfie-given = Das Selfie ist Ihr eigenes: Die Prüfung brachte keines.
check-note-metadata-removed = Das wurde aus dem Bild entfernt: { $what }.
check-note-lacks = Das fehlt noch: { $fields }. Ohne nehmen Websites es nicht an.

## Why something that came is not kept.

check-left-out-no-place = die Wallet hat dafür keinen Platz
check-left-out-not-read = zu lang oder von anderer Art als vorgesehen
check-left-out-odd-text = enthält Zeichen, die nicht in einen Namen oder eine Nummer gehören
check-left-out-no-country = kein Land, das Angaben nennen können
check-left-out-no-date = kein Datum
check-left-out-impossible-birth = niemand, der lebt, kann an diesem Tag geboren sein
check-left-out-ends-before-it-begins = das Dokument würde enden, bevor es beginnt
check-left-out-unknown-document = niemand hat gesagt, was für ein Dokument es ist
check-left-out-of-another = das Dokument nennt jemand anderen als das erste
check-left-out-bad-picture = kein Bild, das die Wallet annimmt: { $reason }
check-left-out-does-not-fit = passt nicht zur Angabe: { $reason }

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
verified-ask-text = { $title } wurde von { $by } am { $day } geprüft. Nach dieser Änderung gilt es als von Ihnen eingegeben.
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
providers-none = Ein Anbieter prüft in Ihrem Browser, wer Sie sind. Was er von Ihren Dokumenten abliest, kann hier als geprüft bleiben. Sie brauchen bei ihm ein eigenes Konto.
provider-badge-test = Testanbieter
provider-badge-trusted = Gilt für andere
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
provider-secret-missing = Nicht gespeichert; Sie werden bei jeder Prüfung gefragt
provider-secret-unavailable = Unbekannt: { $reason }
provider-secret-loading = Schlüsselbund des Systems wird abgefragt
provider-added = Hinzugefügt
provider-checks-trusted = Seine Prüfungen gelten auch für andere
provider-checks-own = Seine Prüfungen sind nur für Sie
provider-test-text = Er läuft auf diesem Computer. Alles, was er prüft, ist als Test gekennzeichnet.
provider-remove = Entfernen…
provider-replace-secret = Secret ersetzen…
provider-set-secret = Secret speichern…

## Adding a provider

provider-form-title = Anbieter von Identitätsprüfungen hinzufügen
provider-form-name = Name
provider-form-name-hint = Wie Sie ihn nennen. Der Name steht neben jeder Angabe, die er geprüft hat.
provider-form-secret-hint = Es gehört zu Ihrem eigenen Konto beim Anbieter: Geben Sie es nicht weiter. Es liegt im Schlüsselbund des Systems. Lassen Sie das Feld leer, um bei jeder Prüfung gefragt zu werden.
provider-form-usual = Lassen Sie das Feld leer, um die übliche Adresse zu nehmen.
provider-form-redirect-hint = Genau so, wie sie beim Anbieter eingetragen ist. Hierher kehrt der Browser auf diesem Computer zurück, oder zu einer https-Seite, die ihn weiterschickt.
provider-form-listen-hint = Wohin diese Seite den Browser weiterschickt, zum Beispiel 127.0.0.1:8467/verified.
provider-form-web-idv = Web IDV ist schwächer: Wenn der Browser zurückkehrt, sagt er nicht, zu welcher Prüfung das gehört. Nehmen Sie in die Redirect-URI etwas auf, das niemand erraten kann. Die Wallet nimmt nur etwas an, solange eine Prüfung wartet. Sehen Sie sich den Namen an, bevor Sie behalten, was kam.
provider-form-trust = Gilt für andere als geprüft
provider-form-trust-text = Wenn andere fragen, ob Sie geprüft sind, zählen die Prüfungen dieses Anbieters. Sonst sind sie nur für Sie.
provider-form-cancel = Abbrechen
provider-form-add = Hinzufügen

## Changing and removing a provider

provider-secret-title = Client-Secret von { $name }
provider-secret-text = Es kommt in den Schlüsselbund des Systems und ersetzt eines, das schon dort ist. Die Wallet zeigt es nicht wieder an.
provider-secret-save = Speichern
provider-remove-title = { $name } entfernen?
provider-remove-text = Die Wallet vergisst die Einstellungen des Anbieters und das Client-Secret im Schlüsselbund des Systems. Was seine Prüfungen ergeben haben, bleibt, und bleibt geprüft.
provider-remove-accept = Entfernen
provider-left-behind = Der Anbieter ist entfernt
provider-left-behind-text = Sein Client-Secret ist vielleicht noch im Schlüsselbund des Systems: { $reason }

## Verify my identity

verify-open = Identität prüfen lassen
verify-title = Identität prüfen lassen
verify-steps = Schritte
verify-step-provider = Anbieter
verify-step-browser = Browser
verify-step-fetch = Abrufen
verify-step-review = Ansehen
verify-step-done = Fertig
verify-cancel = Abbrechen
verify-close = Fertig
verify-retry = Neu beginnen

verify-choose = Wer soll Sie prüfen?
verify-choose-text = Die Seite des Anbieters öffnet sich in Ihrem Browser. Folgen Sie ihr dort und halten Sie Ihr Dokument bereit. Am Ende schickt die Seite Sie hierher zurück, und Sie entscheiden, was Sie behalten.
verify-none = Noch kein Anbieter
verify-none-text = Eine Identitätsprüfung macht ein Anbieter, bei dem Sie ein Konto haben. Fügen Sie zuerst Ihren hinzu.
verify-add-provider = Anbieter hinzufügen
verify-secret-hint = Die Wallet hat für diesen Anbieter keines gespeichert. Es wird für diese Prüfung verwendet und dann vergessen.
verify-start = Browser öffnen

verify-failed = Die Prüfung ist fehlgeschlagen
verify-beginning = Anbieter wird gefragt
verify-browser = Machen Sie in Ihrem Browser weiter
verify-browser-text = { $provider } prüft Sie dort. Die Wallet wartet bis zu zehn Minuten und übernimmt von selbst, was zurückkommt.
verify-browser-unopened = Kein Browser ließ sich öffnen
verify-browser-copy = Öffnen Sie diese Adresse in einem Browser auf diesem Computer.
verify-browser-again = Seite noch einmal öffnen
verify-address-copy = Adresse kopieren
verify-fetching = Daten Ihres Dokuments werden abgerufen
verify-opening = Bilder werden geprüft

# $provider: its name.
verify-review = Was { $provider } gelesen hat
verify-review-text = Sehen Sie es sich an, bevor Sie es behalten. Noch ist nichts davon in Ihrer Wallet.
verify-unsealed = Diese Wallet hat keine Wiederherstellungsphrase und kann deshalb nichts als geprüft markieren. Behalten können Sie die Angaben trotzdem.
verify-nothing = Davon lässt sich nichts behalten.
verify-document-kind = Was wurde geprüft?
verify-document-kind-hint = Der Anbieter sagt es nicht.
# $said: the provider's word.
verify-document-kind-said = Der Anbieter sagt „{ $said }“; das kennt die Wallet nicht.
verify-document-kind-none = Wählen…
verify-first-names = Vorname
verify-first-names-hint = Die Vornamen kamen in einem Stück. Was nicht Ihr Vorname ist, wird Ihr zweiter Vorname.
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
verify-held-same = In Ihrer Wallet steht dasselbe.
verify-selfie = Bild von Ihnen mit dem Dokument
verify-left-out = Nicht behalten
verify-undecided = Noch zu wählen: { $names }
verify-keep = { $count ->
    [one] { $count } Angabe behalten
   *[other] { $count } Angaben behalten
}
verify-drop-title = Alles verwerfen?
verify-drop-text = Noch ist nichts davon gespeichert. Um es wieder zu bekommen, müssen Sie die Prüfung wiederholen, und dafür kann der Anbieter Geld verlangen.
verify-drop-accept = Verwerfen
verify-kept = { $count ->
    [one] { $count } Angabe ist in Ihrer Wallet
   *[other] { $count } Angaben sind in Ihrer Wallet
}
verify-kept-none = Es wurde nichts behalten
