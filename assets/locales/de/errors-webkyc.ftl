### Errors of identity checks with a provider (Web KYC, Web IDV).
###
### $doing: a sentence that says what the wallet was doing. $said: what the provider says, in its own words.

## What the wallet was doing. The sentence follows another one that says what went wrong.

error-webkyc-doing-verification-url = Die Wallet wollte gerade fragen, wo die Prüfung beginnt.
error-webkyc-doing-token = Die Wallet wollte gerade um Zugang zum Ergebnis bitten.
error-webkyc-doing-details = Die Wallet wollte gerade das Ergebnis abrufen.

## The provider's settings

error-webkyc-setting-state = Die Redirect-URI hat schon einen Parameter „state“. Es wurde nichts gesendet. Korrigieren Sie die Einstellungen des Anbieters.
error-webkyc-setting-client-id = Die Client-ID ist leer, zu lang oder enthält Steuerzeichen. Es wurde nichts gesendet. Korrigieren Sie die Einstellungen des Anbieters.
error-webkyc-setting-colon = Die Client-ID enthält einen Doppelpunkt. Es wurde nichts gesendet. Korrigieren Sie die Einstellungen des Anbieters.
error-webkyc-address-too-long = Die Adresse ist zu lang.
error-webkyc-address-malformed = Das ist keine gültige Adresse.
error-webkyc-address-insecure = Die Adresse muss mit https:// beginnen, oder mit http:// und 127.0.0.1, [::1] oder localhost.
error-webkyc-address-elsewhere = Die Wallet kann den Browser nur auf diesem Computer empfangen. Verwenden Sie 127.0.0.1, [::1] oder localhost.
error-webkyc-address-port = Die Adresse braucht einen festen Port von 1 bis 65535.
error-webkyc-address-credentials = Die Adresse enthält einen Benutzernamen oder ein Passwort.
error-webkyc-address-fragment = Die Adresse enthält einen Teil nach #.
error-webkyc-address-query = Die Adresse enthält einen Teil nach ?, der nicht erlaubt ist.
error-webkyc-secret-empty = Das Client-Secret ist leer.
error-webkyc-secret-too-long = Das Client-Secret ist zu lang.
error-webkyc-secret-control = Das Client-Secret enthält einen Zeilenumbruch oder ein anderes Steuerzeichen.

## The browser. $address: on this computer, such as 127.0.0.1:8467.

error-webkyc-port-in-use = Eine andere Anwendung auf diesem Computer verwendet { $address }. Die Wallet braucht diese Adresse, um den Browser zu empfangen. Schließen Sie die andere Anwendung und versuchen Sie es erneut.
# $reason: one or more whole sentences.
error-webkyc-no-port = Die Wallet kann den Browser unter { $address } nicht empfangen. { $reason }
error-webkyc-random = Dieser Computer hat keine Zufallszahlen geliefert. Es wurde nichts gesendet. Versuchen Sie es erneut.
error-webkyc-timed-out = Der Browser ist nicht rechtzeitig von der Identitätsprüfung zurückgekehrt. Beginnen Sie die Prüfung noch einmal.
error-webkyc-gave-up = Sie haben die Identitätsprüfung abgebrochen, oder sie ist fehlgeschlagen.

## The provider

error-webkyc-refused = Der Anbieter hat die Identitätsprüfung abgelehnt.
# $status: a number, such as 403.
error-webkyc-status = Der Anbieter hat mit einem Fehler geantwortet (Status { $status }). { $doing }
error-webkyc-says = Der Anbieter sagt: „{ $said }“.
# $code: the provider's own word for it, such as access_denied.
error-webkyc-says-code = Der Anbieter sagt: „{ $said }“ ({ $code }).
error-webkyc-too-old = Der Anbieter hat das Ergebnis nicht mehr.
# $status: the provider's word for the result, such as FAILED.
error-webkyc-not-passed = Die Identitätsprüfung ist fehlgeschlagen. Der Anbieter nennt den Status „{ $status }“.
error-webkyc-code = Der Browser hat einen ungültigen Code zurückgebracht.
# $what: one of the sentences below.
error-webkyc-not-understood = Die Wallet kann die Antwort des Anbieters nicht verwenden. { $what }
error-webkyc-not-json = Die Antwort ist kein gültiges JSON.
error-webkyc-not-an-object = Die Antwort ist kein JSON-Objekt.
error-webkyc-bad-status = Der Status der Prüfung ist kein Text.
error-webkyc-no-status = Die Antwort sagt nicht, ob die Prüfung erfolgreich war.
error-webkyc-no-token = Die Antwort enthält kein Token.
error-webkyc-bad-token = Das Token ist leer, zu lang oder enthält Zeichen, die nicht erlaubt sind.
error-webkyc-no-address = Die Antwort enthält keine Adresse für den Browser.
# $fault: a sentence about the answer.
error-webkyc-not-read = Die Wallet hat die Antwort des Anbieters nicht gelesen. { $fault } { $doing }
