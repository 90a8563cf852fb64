### What goes wrong with sites, requests and applications. Each says what happened, what was kept and what to do.

## Around what went wrong. $reason is one or more whole sentences.

# $party: the name of the site.
error-party = { $party }: { $reason }
error-party-resume = { $reason } Alles Vorbereitete bleibt erhalten. Setzen Sie den Antrag fort, um weiterzumachen.
error-party-uncertain = { $reason } Vielleicht gibt es dort schon einen Antrag von Ihnen. Setzen Sie ihn fort, um das zu klären.

## Sites. $site and $name: names. $root and $url: addresses.

error-site-not-found = In dieser Wallet gibt es keine Website „{ $site }“. Fügen Sie sie zuerst hinzu.
# $fitting: a list of sites, each as in the next message.
error-site-ambiguous = „{ $site }“ passt auf mehrere Websites: { $fitting }. Nennen Sie eine davon.
error-site-fitting = { $name } ({ $root })
error-site-url = „{ $url }“ ist nicht die Adresse einer Website. { $reason }
error-site-url-other = Geben Sie eine Adresse wie https://rp.example/lws ein.
error-site-url-port = Der Port muss eine Zahl von 1 bis 65535 sein.
error-site-url-space = Die Adresse enthält ein Leerzeichen.
error-site-url-mailbox = Das sieht nach einer E-Mail-Adresse aus. Geben Sie eine Adresse wie https://rp.example/lws ein.
# $scheme: such as "ftp".
error-site-url-scheme = Websites verwenden https://, nicht { $scheme }://.
error-site-url-meant = Meinten Sie { $url }?
error-site-description = Die Wallet kann die Beschreibung der Website nicht verwenden. { $reason } Es wurde nichts hinzugefügt.
error-site-name-is-address = „{ $name }“ sieht wie eine Adresse aus. Wählen Sie einen anderen Namen für die Website.
# $from: the address that the description came from.
error-site-not-its-own = Die Beschreibung unter { $from } gehört zu { $root }. Diese Website ist schon in der Wallet und wurde über eine andere Adresse hinzugefügt. Es wurde nichts geändert. Wenn Sie die neue Adresse von { $root } haben, fragen Sie zuerst dort nach.
error-site-query = Die Adresse { $root } der Website enthält eine Abfrage (?…). Die Wallet kann solche Websites nicht unterscheiden. Es wurde nichts hinzugefügt.
error-site-key-taken = { $root } bekäme denselben Schlüssel wie die Website „{ $name }“. Es wurde nichts hinzugefügt.
error-site-key = Die Wallet konnte keinen Schlüssel für { $root } erzeugen. Es wurde nichts hinzugefügt.
error-site-name-taken = Eine andere Website oder ein Konto heißt schon „{ $name }“. Wählen Sie einen anderen Namen für diese Website.
error-site-name-empty = Der Name der Website ist leer. Wählen Sie einen anderen Namen.

## What a site asks for. $title and $name: attributes, such as "Passport".

# $asks: a list of names.
error-propose-not-asked = { $site } fragt nicht nach „{ $name }“, deshalb kann die Wallet es nicht senden. Die Website fragt nach: { $asks }.
error-propose-nothing-asked = { $site } fragt nicht nach „{ $name }“, deshalb kann die Wallet es nicht senden. Die Website fragt nach nichts.
# $fitting: a list of attributes, each as in the next message.
error-propose-asked-twice = { $site } fragt mehr als einmal nach „{ $name }“: { $fitting }. Wählen Sie mit der ID der Website eines davon.
error-propose-fitting = { $title } ({ $id })
# $hosts: a list of hosts.
error-propose-new-hosts = { $site } ist jetzt auch unter { $hosts }, und das haben Sie noch nicht gesehen. Es wurde nichts gesendet. Fügen Sie die Website noch einmal über ihre Adresse hinzu, um zu sehen, was sich geändert hat.
error-propose-no-templates = { $site } bietet keine KYC-Anträge an.
# $templates: a list of what can be applied for, each as in error-propose-template.
error-propose-choose-template = { $site } bietet mehrere KYC-Anträge an: { $templates }. Wählen Sie einen.
error-propose-unknown-template = { $site } hat keinen KYC-Antrag „{ $template }“. Es gibt: { $templates }.
error-propose-template = { $id } ({ $name })
error-propose-not-of-sites = Websites können das nicht verlangen. Es wurde nichts gesendet.
error-propose-other-profile = Dieses Profil hat die E-Mail-Adresse { $email } nicht. Wählen Sie ein Profil, das sie hat.

## Agreeing to it

# $titles: a list of attributes.
error-approve-missing = { $site } fragt nach: { $titles }. Ihre Wallet hat dafür nichts, was sie senden kann. Es wurde nichts gesendet.
error-approve-left-out = { $site } besteht auf dieser Angabe: { $title }. Es wurde nichts gesendet.
error-approve-refused = { $site } hat diese Angabe schon und hat sie nicht angenommen: { $title }. Es wurde nichts gesendet. Ändern Sie die Angabe, oder stimmen Sie zu, sie noch einmal zu senden.
error-approve-mismatch = Ihre Auswahl passt nicht zu dem, was die Wallet gezeigt hat. Es wurde nichts gesendet. Sehen Sie sich die Anfrage noch einmal an.

## Sending it

error-disclose-no-account = Sie haben bei { $site } noch kein Konto. Registrieren Sie sich dort zuerst.
error-disclose-not-listed = { $site } führt den Antrag nicht auf, den Sie gesendet haben. Wählen Sie, ob er noch einmal gesendet wird oder als angekommen gilt.
error-disclose-undecided = { $site } kann nicht sagen, ob Ihr Antrag angekommen ist. Sehen Sie zuerst dort nach. Wählen Sie dann, ob er noch einmal gesendet wird oder als angekommen gilt.
error-disclose-unsettled = { $site } hat diesen Antrag vielleicht schon erhalten. Es wurde nichts gesendet. Setzen Sie den früheren Antrag fort, um es herauszufinden.

## Requests from outside

error-request-not-found = Es gibt keine Anfrage mit der ID „{ $id }“.
error-request-over = Diese Anfrage ist abgelaufen. Es wurde nichts gesendet.
error-request-answered = Sie haben diese Anfrage schon beantwortet. Die erste Antwort gilt. Es wurde nichts gesendet.
# $profiles: a list of names.
error-request-choose-profile = Mehrere Profile können diese Anfrage beantworten: { $profiles }. Es wurde nichts gesendet. Wählen Sie eines davon.
error-request-number-needed = Wählen Sie die Zahl, die auf der Seite der Website steht. Es wurde nichts gesendet. Die Anfrage wartet noch.
error-request-wrong-number = Auf der Seite der Website steht eine andere Zahl. Die Wallet hat die Anfrage abgelehnt und nichts gesendet.
error-request-nobody-to-block = Die Wallet weiß nicht, von wem diese Anfrage kommt, und kann deshalb niemanden blockieren. Es wurde nichts geändert.
error-request-too-many = Zu viele Anfragen warten. Die Wallet hat diese nicht angenommen. Beantworten Sie einige davon, und lassen Sie die Website es dann erneut versuchen.
error-request-not-a-link = Die Wallet kennt diese Art von Link nicht. Es wurde nichts unternommen.
error-request-unknown-protocol = Diese Version der Wallet kann die Anfrage nicht beantworten. Es wurde nichts gesendet. Installieren Sie die neueste Version.

## KYC applications

error-application-not-found = In dieser Wallet gibt es keinen Antrag mit der ID „{ $id }“.
error-application-refused = { $site } hat diesen Antrag nicht angenommen. Stellen Sie einen neuen Antrag.
error-application-cancelled = Sie haben diesen Antrag bei { $site } zurückgezogen. Stellen Sie einen neuen Antrag.
# $status: a status, such as "Approved".
error-application-decided = { $site } hat über diesen Antrag schon entschieden. Sein Stand: { $status }. Sie können ihn nicht mehr zurückziehen.
error-application-not-submitted = { $site } hat diesen Antrag vielleicht nicht erhalten. Setzen Sie ihn zuerst fort.
error-application-no-id = { $site } hat diesem Antrag keine ID gegeben, deshalb kann die Wallet nicht nach ihm fragen. Sehen Sie mit einem Browser auf der Website nach.
error-application-changed = Dieser Antrag bei { $site } ginge an einen anderen Ort oder käme von einem anderen Konto, als Sie zugestimmt haben. Es wurde nichts gesendet. Sehen Sie sich zuerst die Änderungen an.
error-application-changed-again = { $site } hat sich noch einmal geändert, seit Sie nachgesehen haben. Ihre Zustimmung wurde nicht gespeichert. Sehen Sie sich die Änderungen noch einmal an.
error-application-nothing-wanted = { $site } braucht nichts weiter. Es wurde nichts gesendet.
