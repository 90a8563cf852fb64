### Errors about connections to sites, providers and services. $host: such as "shop.example".

# Two texts, each of whole sentences, one after the other.
error-sentences = { $first } { $second }
# $reason: one or more whole sentences.
error-http-not-sent = { $reason } Es wurde nichts gesendet.

## A server that does not answer, or not as it should

error-http-unknown-host = Die Wallet konnte { $host } nicht finden.
error-http-not-connected = Die Wallet konnte keine Verbindung zu { $host } herstellen.
error-http-connect-timeout = { $host } hat die Verbindung nicht rechtzeitig angenommen.
error-http-timeout = { $host } hat nicht rechtzeitig geantwortet.
error-http-interrupted = Die Verbindung zu { $host } ist abgebrochen.
error-http-not-http = { $host } hat nicht wie ein Webserver geantwortet.
error-http-headers = { $host } hat mehr oder längere Header gesendet, als die Wallet liest.
# $sent and $total: sizes, such as "3.2 MB".
error-http-cut-short = Die Verbindung zu { $host } ist abgebrochen, nachdem die Wallet { $sent } von { $total } gesendet hatte.
# $status: a number from 500 to 599.
error-http-server = { $host } meldet einen eigenen Fehler (Status { $status }).

# What the user can do then.
error-http-check-address = Prüfen Sie die Adresse und Ihre Internetverbindung.
error-http-check-connection = Prüfen Sie Ihre Internetverbindung, oder versuchen Sie es später erneut.

## A connection that is not secure

error-tls-expired = Das Sicherheitszertifikat von { $host } ist abgelaufen.
error-tls-not-yet-valid = Das Sicherheitszertifikat von { $host } ist noch nicht gültig.
error-tls-wrong-host = Das Sicherheitszertifikat von { $host } gehört zu einem anderen Host.
error-tls-self-signed = Keine Zertifizierungsstelle hat das Sicherheitszertifikat von { $host } signiert.
error-tls-unknown-authority = Dieser Computer vertraut der Zertifizierungsstelle nicht, die das Sicherheitszertifikat von { $host } signiert hat.
error-tls-missing-intermediate = { $host } sendet das Zwischenzertifikat nicht, das sein Sicherheitszertifikat mit einer Zertifizierungsstelle verbindet.
error-tls-revoked = Die Zertifizierungsstelle hat das Sicherheitszertifikat von { $host } widerrufen.
error-tls-unfit = Das Sicherheitszertifikat von { $host } eignet sich nicht für eine Website.
error-tls-no-agreement = { $host } und die Wallet konnten sich nicht auf eine sichere Verbindung einigen. Vielleicht verlangt die Website ein Client-Zertifikat oder unterstützt nur eine Verschlüsselung, die nicht mehr sicher ist.
error-tls-client-certificate = { $host } verlangt ein Client-Zertifikat, und die Wallet hat keines.
error-tls-too-old = { $host } unterstützt nur eine Verschlüsselung, die nicht mehr sicher ist. Die Wallet braucht TLS 1.2 oder 1.3.
error-tls-not-tls = { $host } unterstützt an diesem Port keine sicheren Verbindungen.
error-tls-other = Die Wallet konnte keine sichere Verbindung zu { $host } herstellen.

# What the user can do then.
error-tls-remedy-date = Es wurde nichts gesendet. Prüfen Sie das Datum auf diesem Computer. Wenn es stimmt, muss der Betreiber der Website das Zertifikat erneuern.
error-tls-remedy-address = Es wurde nichts gesendet. Prüfen Sie die Adresse. Wenn sie stimmt, sagen Sie dem Betreiber der Website Bescheid.
error-tls-remedy-self-signed = Es wurde nichts gesendet. Wenn die Website zu Ihrer Organisation gehört, fügen Sie ihr Zertifikat zu denen hinzu, denen dieser Computer vertraut.
error-tls-remedy-authority = Es wurde nichts gesendet. Wenn die Website zu Ihrer Organisation gehört, fügen Sie das Zertifikat der Zertifizierungsstelle zu denen hinzu, denen dieser Computer vertraut. Wenn es schon dabei ist, lässt die Website das Zwischenzertifikat weg. Sagen Sie dem Betreiber der Website Bescheid.
error-tls-remedy-operator = Es wurde nichts gesendet. Das kann nur der Betreiber der Website beheben. Sagen Sie ihm Bescheid.
error-tls-remedy-none = Es wurde nichts gesendet. Mit der Wallet können Sie diese Website nicht verwenden.
error-tls-remedy-port = Es wurde nichts gesendet. Prüfen Sie den Port in der Adresse.

## A proxy in between. $proxy: its address and the environment variable that has it.

# $variable: such as "HTTPS_PROXY".
error-proxy-name = { $address } (aus { $variable })
error-proxy-not-connected = Die Wallet konnte den Proxy { $proxy } nicht erreichen.
error-proxy-credentials = Der Proxy { $proxy } verlangt einen Benutzernamen und ein Passwort (Status 407).
error-proxy-credentials-wrong = Der Proxy { $proxy } nimmt den Benutzernamen und das Passwort in seiner Adresse nicht an (Status 407).
# $status: a number.
error-proxy-refused-status = Der Proxy { $proxy } hat die Verbindung zur Website abgelehnt (Status { $status }).
error-proxy-refused = Der Proxy { $proxy } hat keine Verbindung zur Website hergestellt.
error-proxy-timeout = Der Proxy { $proxy } hat nicht rechtzeitig geantwortet.
error-proxy-interrupted = Die Verbindung zum Proxy { $proxy } ist abgebrochen.
# $fault: one of the sentences above.
error-proxy-no-connection = { $fault } Die Wallet hat { $host } nicht erreicht. Es wurde nichts gesendet.

# $variable: the environment variable that should name a proxy.
error-proxy-address-not-text = Die Umgebungsvariable { $variable } enthält keinen Text. Es wurde nichts gesendet. Korrigieren Sie { $variable }, oder entfernen Sie die Variable, um ohne Proxy zu verbinden.
error-proxy-address-malformed = Die Umgebungsvariable { $variable } enthält keine Adresse wie http://proxy.example:3128. Es wurde nichts gesendet. Korrigieren Sie { $variable }, oder entfernen Sie die Variable, um ohne Proxy zu verbinden.
error-proxy-address-scheme = Die Adresse in der Umgebungsvariablen { $variable } muss mit http, https, socks4, socks4a, socks5 oder socks5h beginnen. Es wurde nichts gesendet. Korrigieren Sie { $variable }, oder entfernen Sie die Variable, um ohne Proxy zu verbinden.

## Addresses that the wallet does not use

error-url-insecure = Die Adresse von { $host } ist unverschlüsselt. Die Wallet verwendet nur https, oder http auf diesem Computer.
error-url-credentials = Die Adresse von { $host } enthält einen Benutzernamen oder ein Passwort.
error-url-loopback = Die Website hat eine Adresse auf diesem Computer als ihre eigene angegeben. Die Wallet verwendet sie nicht.
error-url-elsewhere = { $host } gehört nicht zu den eigenen Hosts der Website.
error-url-not-a-url = Das ist keine gültige Adresse. Sie muss ein Pfad sein oder mit https:// oder http:// beginnen.

## On this computer. $name: of a document.

error-http-file = Die Wallet konnte das Dokument „{ $name }“ nicht lesen. Die Website hat es nicht vollständig erhalten. { $reason }
error-http-media-type = Das Dokument „{ $name }“ hat keinen gültigen Medientyp. Es wurde nichts gesendet.
error-http-request = Die Wallet konnte die Anfrage nicht erstellen. Es wurde nichts gesendet.
# $path: a file or a folder. $variable: the environment variable that names it.
error-http-no-roots = Die Wallet hat in { $path } keine Zertifikate von Zertifizierungsstellen gefunden. Ohne sie kann die Wallet nicht prüfen, ob eine Verbindung sicher ist. Entfernen Sie die Umgebungsvariable { $variable }, oder setzen Sie sie auf eine Datei mit Zertifikaten im PEM-Format.
error-http-setup = Die Wallet kann auf diesem Computer keine sicheren Verbindungen herstellen.

## The body of an answer

# $limit: a size.
error-http-body-too-long = Die Antwort ist größer als { $limit }. So viel liest die Wallet nicht.
error-http-body-compressed = Die Antwort ist komprimiert, obwohl die Wallet nicht darum gebeten hat.
