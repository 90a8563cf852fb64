### The activity log: what happened, searched, filtered, written out and checked.

log-title = Aktivität
log-subtitle = Was diese Wallet verlassen hat, an wen und wann
log-loading = Protokoll wird geladen
log-what = Ansicht
log-tab-log = Was geschehen ist
log-tab-sites = Wer was weiß
log-export-csv = CSV
log-export-csv-title = Für Tabellen
log-export-json = JSON
log-export-json-title = Für Programme
log-verify = Prüfen
log-exported = { $entries ->
        [1] Ein Eintrag wurde exportiert. In der Datei steht, wem Sie was gesendet haben, ohne die Werte.
       *[other] { $entries } Einträge wurden exportiert. In der Datei steht, wem Sie was gesendet haben, ohne die Werte.
    }
log-intact-title = Das Protokoll ist unversehrt
log-intact = { $entries ->
        [1] Es enthält einen Eintrag.
       *[other] Es enthält { $entries } Einträge, und keiner fehlt oder wurde geändert.
    }
log-broken-title = Das Protokoll wurde verändert oder beschädigt
log-none = Noch ist nichts geschehen
log-none-text = Melden Sie sich bei einer Website an, registrieren Sie sich oder stellen Sie einen Antrag. Ein Eintrag zeigt hier dann jedes Mal genau, was Sie gesendet haben.
log-not-found = Keine Treffer
log-not-found-text = Ändern Sie die Suche oder die Filter.
log-clear = Filter zurücksetzen
log-list = Aktivität, Neuestes zuerst
log-found = { $count ->
        [0] Keine Einträge
        [1] Ein Eintrag
       *[other] { $count } Einträge
    }
log-search = Aktivität durchsuchen
log-filters = Filter
log-kind = Art
log-kind-all = Alle Arten
log-kind-sent = Gesendete Daten
log-kind-logins = Anmeldungen
log-kind-sign-ups = Registrierungen
log-kind-applications = Anträge
log-kind-failed = Fehlgeschlagenes
log-kind-sites = Websites hinzugefügt und entfernt
log-kind-wallet = Änderungen an dieser Wallet
log-site = Website
log-site-all = Alle Websites
log-from = Von
log-to = Bis
log-date-wrong = Geben Sie das Datum als JJJJ-MM-TT ein.
log-dates-wrong = Das erste Datum liegt nach dem letzten.
