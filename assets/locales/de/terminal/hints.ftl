### Lines below an error: which command or option helps. Commands stand in `…` and are the same in every language; what is
### in capitals in them stays, too.

## The wallet

cli-hint-init = `idw init` erstellt einen. Mit --vault nennen Sie einen anderen Ordner.
cli-hint-serve = `idw serve` öffnet sie ohne Fenster.

## Lists

cli-hint-account-list = `idw account list` zeigt Ihre Konten.
cli-hint-application-list = `idw application list` zeigt Ihre Anträge.
cli-hint-attribute-list = `idw attribute list` zeigt, was in der Wallet ist.
cli-hint-attribute-types = `idw attribute types` zeigt alle Arten von Angaben.
cli-hint-document-list = `idw document list` zeigt Ihre Dokumente.
cli-hint-eid-list = `idw eid list` zeigt die verbundenen Dienste.
cli-hint-eid-rp-list = `idw eid rp list` zeigt, wer Sie fragen darf.
cli-hint-profile-list = `idw profile list` zeigt Ihre Profile.
cli-hint-provider-list = `idw provider list` zeigt Ihre Anbieter.
cli-hint-requests-list = `idw requests list` zeigt die Anfragen.
cli-hint-site-list = `idw site list` zeigt Ihre Websites, `idw site add` fügt eine hinzu.

## Sites and applications. $site is a name as it is typed.

cli-hint-sign-up = `idw signup { $site }` registriert Sie dort.
cli-hint-apply = `idw apply { $site }` stellt einen neuen Antrag.
cli-hint-resume = `idw application resume { $site }` setzt den Antrag fort.
cli-hint-resume-where-stopped = `idw application resume { $site }` macht an der Stelle weiter, an der das hier endete.
cli-hint-resume-ask = `idw application resume { $site }` stellt fest, ob der Antrag angekommen ist.
cli-hint-send-again = `idw application resume --send-again { $site }` sendet ihn noch einmal.
cli-hint-assume-sent = `idw application resume --assume-sent { $site }` nimmt ihn als angekommen an.
cli-hint-cancel-application = `idw application cancel { $site }` zieht den Antrag zurück.
cli-hint-site-from-file = `idw site add --config FILE` verwendet eine Beschreibung, die Sie von der Website als Datei haben.
cli-hint-site-name = Mit --name geben Sie der Website einen anderen Namen.

## Attributes, files and profiles

# $name is what is typed, $title what the attribute is called.
cli-hint-attribute-set = `idw attribute set { $name }` fügt dies hinzu: { $title }.
cli-hint-change-verified = Mit --yes wird sie trotzdem geändert.
cli-hint-replace-file = Mit --force wird sie ersetzt.
cli-hint-remove-contents = Mit --force wird auch der Inhalt entfernt.
cli-hint-remove-account = Mit --force entfernen Sie das Konto trotzdem.
cli-hint-identity = Mit --identity ID wählen Sie eine davon.
cli-hint-other-profile = `idw profile add` erstellt ein Profil der anderen Art. Importieren Sie dann mit --profile NAME.

## Providers and services

# $provider is a name as it is typed.
cli-hint-provider-secret = `idw provider secret { $provider }` speichert das Geheimnis im Schlüsselbund des Systems.
cli-hint-provider-listen = Mit --listen legen Sie fest, wo die Wallet wartet, z. B. --listen 127.0.0.1:8467/verified.
cli-hint-secret-file = `idw verify` liest das Geheimnis mit --client-secret-file aus einer Datei.
cli-hint-eid-disconnect = `idw eid disconnect URL` beendet jene Verbindung.
cli-hint-eid-connect-again = Derselbe Befehl `idw eid connect` macht dort weiter, wo dieser aufgehört hat.

## Backups

# Something changed how the lines of a backup end. $command is for a shell.
cli-hint-line-ends = Wenn Sie keine andere Kopie des Backups haben, entfernt `{ $command }`, was an jede Zeile angehängt wurde.
