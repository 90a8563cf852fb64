### Logging in, signing up, applying for KYC, and applications that were made.

## What a command is doing

cli-doing-look = Es wird geprüft, wonach { $site } fragt
# $purpose is log-in, sign-up, sign, identify or apply; also below.
cli-doing = { $purpose ->
        [log-in] Anmeldung bei { $site }
        [sign-up] Registrierung bei { $site }
        [sign] Ein Text für { $site } wird signiert
        [identify] { $site } erfährt, wer Sie sind
       *[apply] Antrag bei { $site } wird gestellt
    }
cli-doing-cancel = Der Antrag bei { $site } wird zurückgezogen
cli-doing-resume = Der Antrag bei { $site } wird fortgesetzt
cli-doing-ask-wanted = { $site } wird gefragt, was noch fehlt

## What was done

cli-done = { $purpose ->
        [log-in] Bei { $site } angemeldet.
        [sign-up] Bei { $site } registriert.
        [sign] Einen Text für { $site } signiert.
        [identify] { $site } weiß jetzt, wer Sie sind.
       *[apply] Antrag bei { $site } gestellt.
    }
cli-done-as = Als
cli-done-sent = Gesendet
cli-done-application = Antrag
cli-done-see = Ansehen bei
cli-done-message = Website sagt
cli-done-continue = Weiter bei
# What was sent, with the files of it: Passport (front.jpg, back.jpg)
cli-done-with-files = { $title } ({ $files })

## Logging in

cli-login-opened = Die Seite wurde in Ihrem Browser geöffnet.
cli-login-sign-up = Jetzt registrieren?
cli-login-no-page = Die Website hat keine Seite genannt, die geöffnet werden kann.
# $host: where the page is. $url: its address.
cli-login-elsewhere = Die Seite liegt bei { $host } und gehört nicht zu { $site }: { $url }
cli-login-open-anyway = Trotzdem öffnen?
# Why follows.
cli-login-no-browser = Die Wallet konnte keinen Browser starten.
# $scheme: the beginning of an address, such as "file".
cli-login-not-web = Die Wallet hat die Seite nicht geöffnet. Ihre Adresse beginnt mit „{ $scheme }:“ und ist keine Webseite.
cli-login-no-address = Die Wallet hat die Seite nicht geöffnet. Ihre Adresse ist ungültig.

## Choosing what to apply for

cli-apply-question = Was möchten Sie beantragen, 1 bis { $count }?
cli-apply-id = ID
cli-apply-name = Name
cli-apply-description = Beschreibung
# The lines below list them.
cli-apply-several = { $site } bietet { $count } Anträge an. Nennen Sie einen mit --template.

## Following an application up

cli-application-cancelled = Der Antrag bei { $site } wurde zurückgezogen.
# $status: how far the application is, in a word or two.
cli-application-arrived = { $site } hat den Antrag schon. Es wurde nichts gesendet. Status: { $status }
# The words in brackets are what can be typed: they are the same in every language.
cli-application-arrived-or-not = Noch einmal senden (send) oder als angekommen ansehen (arrived)? [send/arrived]
cli-application-resume-hint = `idw application resume SITE` setzt den Antrag fort. Nichts wird zweimal gesendet.
# $id: of an application. $owner and $site: names of sites.
cli-application-of-other-site = Der Antrag { $id } gehört zu { $owner }, nicht zu { $site }.
cli-application-none-there = Sie haben keinen Antrag bei { $site }. `idw apply` stellt einen.
# A heading above what has changed.
cli-application-changed-title = Geändert, seit Sie dem Antrag bei { $site } zugestimmt haben
# The lines below say what has changed.
cli-application-changed = Seit Sie dem Antrag bei { $site } zugestimmt haben, hat sich etwas geändert. Es wurde nichts gesendet. Um den Änderungen zuzustimmen, ergänzen Sie --accept-changes.
# A line while an application is being watched.
cli-application-watched = { $site }: { $status }
cli-application-list-none = Noch keine Anträge. `idw apply SITE` stellt einen.
cli-application-list-id = ID
cli-application-list-site = Website
cli-application-list-for = Antrag auf
cli-application-list-status = Status
cli-application-list-started = Begonnen
cli-application-status = Status
cli-application-as = Als
cli-application-id = ID
cli-application-site-id = ID bei der Website
cli-application-see = Ansehen bei
cli-application-message = Website sagt
cli-application-sent = Gesendet
cli-application-started = Begonnen
cli-application-submitted = Eingereicht
cli-application-checked = Zuletzt geprüft
cli-application-wanted = Die Website fragt nach
cli-application-not-accepted = nicht angenommen
cli-application-not-sent = noch nicht gesendet
# $site: a name as it is typed.
cli-application-update = `idw application update { $site }` sendet es.
