### KYC applications: how far each has come, and what it lacks.

application-list-title = Anträge
application-list-subtitle = Ihre KYC-Anträge und wie weit sie sind
application-list-loading = Anträge werden geladen
application-list-search = Anträge durchsuchen
application-list-none = Noch keine Anträge
application-list-none-text = Öffnen Sie eine Website und beantragen Sie dort KYC. Hier sehen Sie dann, was Sie gesendet haben, was die Website sagt und was sie noch braucht.
application-list-none-sites = Zu den Websites
application-list-not-found = Kein Antrag passt zu „{ $query }“
application-list-not-found-text = Suchen Sie nach der Website oder nach dem, was Sie beantragt haben.
application-list-clear = Suche zurücksetzen
application-list-answer = Wartet auf Ihre Antwort
application-list-under-way = In Arbeit
application-list-ended = Beendet
# For screen readers, beside the entry of the navigation.
application-answer-count = { $count ->
        [1] einer wartet auf Ihre Antwort
       *[other] { $count } warten auf Ihre Antwort
    }

# $sites are names of sites. $when: "just now", "5 minutes ago" or a day.
application-unreached = Nicht erreicht: { $sites } ({ $when }). Die Wallet versucht es von selbst noch einmal.

## A row of the list, and a dialog's title

# $name: what is applied for. $site: where.
application-at = { $name } bei { $site }
# $status: a sentence without its full stop. $when: "5 minutes ago" or a day.
application-row-sent = { $status } · gesendet: { $when }
application-row-begun = { $status } · begonnen: { $when }

## In a word or two

application-badge-answer = Wartet auf Ihre Antwort
application-badge-draft = Noch nicht gesendet
application-badge-unknown = Vielleicht angekommen
application-badge-refused = Nicht angenommen
application-badge-withdrawn = Zurückgezogen
application-badge-approved = Genehmigt
application-badge-rejected = Abgelehnt
application-badge-ended = Beendet
application-badge-with-site = In Bearbeitung

## How far it is, in a sentence without its full stop

application-status-draft = Das Senden wurde unterbrochen
application-status-unknown = Gesendet, aber vielleicht nicht angekommen
application-status-refused = Die Website hat ihn nicht angenommen
application-status-withdrawn = Sie haben ihn zurückgezogen
application-status-submitted = Die Website hat ihn erhalten
application-status-0 = Die Website hat noch nicht damit begonnen
application-status-1 = Die Website bearbeitet ihn
application-status-2 = Genehmigt
application-status-3 = Abgelehnt
application-status-4 = Die Website hat ihn erhalten
application-status-5 = Die Website lädt Sie ein, weiterzumachen
application-status-6 = Die Website wartet auf Sie
application-status-7 = Sie haben bei der Website abgelehnt
application-status-8 = Zurückgezogen
application-status-9 = Die Website braucht mehr Informationen
application-status-10 = Die Website braucht Angaben zum Unternehmen
application-status-11 = Die Website braucht noch etwas von Ihnen
application-status-12 = Teilweise genehmigt
application-status-13 = Die Website wartet auf eine Zahlung in Token
application-status-14 = Jemand sieht ihn sich an
application-status-15 = Die Website prüft Ihre Angaben
application-status-16 = Die Website hat ihn wieder geöffnet
application-status-other = Die Website nennt einen Status, den diese Wallet nicht kennt

## What was asked for

application-items-title = Was verlangt wird
# $done and $all: how many things the site has, and how many there are.
application-items-count = { $done } von { $all } gesendet
# The site's own words for something, beside the wallet's.
application-item-label = gefragt als „{ $label }“
application-item-to-send = Noch nicht gesendet
application-item-may-have = Vielleicht angekommen
application-item-sent = Gesendet
application-item-not-accepted = Nicht angenommen
application-item-missing = Fehlt
application-item-not-sent = Nicht gesendet
# What the site says about something that it does not accept.
application-item-reason = „{ $reason }“
application-file-waiting = Wartet
application-file-sending = { $percent } %
application-file-sent = Gesendet
# For screen readers: a file's progress bar.
application-file-progress = { $file } wird gesendet

## One application

# $site: its name.
application-wants-title = { $site } braucht mehr von Ihnen
application-wants-text = Sehen Sie sich an, wonach sie fragt, und wählen Sie dann, was Sie senden.
application-wants-there = Öffnen Sie die Website, um dort weiterzumachen.
application-changed-title = Seit Ihrer Zustimmung hat sich etwas geändert
application-left = { $count ->
        [1] Eine Datei ist noch nicht angekommen. Die Wallet sendet nur, was die Website nicht hat.
       *[other] { $count } Dateien sind noch nicht angekommen. Die Wallet sendet nur, was die Website nicht hat.
    }
application-undecided-title = Ist er angekommen?
application-undecided-text = Sehen Sie bei { $site } nach, ob der Antrag angekommen ist. Wenn ja, wählen Sie „Er ist angekommen“. Wenn Sie ihn erneut senden, erhält die Website ihn vielleicht doppelt.
application-details = Details
application-detail-agreed = Zugestimmt
application-detail-sent = Gesendet
application-detail-checked = Zuletzt abgefragt
application-detail-account = Angemeldet als
application-detail-did = Ihre ID dort
application-detail-number = Antragsnummer
application-done = Fertig
application-stop = Anhalten
application-withdraw = Zurückziehen
application-open = Bei der Website öffnen
application-continue-anyway = Trotzdem fortfahren
application-is-there = Er ist angekommen
application-send-again = Erneut senden
application-ask = Jetzt abfragen
application-asking = Website wird abgefragt
application-cancel-asking = Abbrechen
application-continue = Fortsetzen
application-answer = Antworten
application-withdraw-title = Diesen Antrag zurückziehen?
application-withdraw-accept = Zurückziehen
application-withdraw-keep = Behalten
application-withdrawing = Wird zurückgezogen
application-withdraw-sent = Die Wallet bittet { $site }, ihn abzubrechen. Was dort schon angekommen ist, bleibt dort.
application-withdraw-unsent = Die Wallet sendet nichts mehr davon. Was bei { $site } schon angekommen ist, bleibt dort.
