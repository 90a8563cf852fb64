### What happened, what went where, and what sites know.

activity-sent = Was gesendet wurde
# Beside something that was sent.
activity-sent-optional = optional

## Who knows what

knows-loading = Protokoll wird geladen
knows-none-title = Noch weiß keine Website etwas
knows-none-text = Wenn Sie einer Website etwas senden, steht sie hier: was sie hat und ob es noch aktuell ist.
knows-list = Websites, die etwas über Sie wissen
knows-values = { $count ->
        [1] 1 Angabe
       *[other] { $count } Angaben
    }
knows-files = { $count ->
        [1] 1 Datei
       *[other] { $count } Dateien
    }
# $when: "3 days ago", or a day.
knows-last-sent = zuletzt gesendet: { $when }
knows-removed-site = Hier entfernt
knows-outdated-count = { $count } veraltet
knows-may-count = { $count } vielleicht angekommen
# $site: its name.
knows-title = Was { $site } über Sie weiß
knows-values-of = Angaben, die { $site } hat
knows-files-of = Dateien, die { $site } hat
knows-not-current = { $count ->
        [1] Eine Angabe dort ist anders als in Ihrer Wallet.
       *[other] { $count } Angaben dort sind anders als in Ihrer Wallet.
    }
knows-current = Aktuell
knows-outdated = Veraltet
knows-removed = Hier entfernt
knows-may-have = Vielleicht angekommen
# $when as above.
knows-sent = gesendet: { $when }
# $digest: the SHA-256 of what was sent, in hexadecimal digits.
knows-digest = SHA-256 { $digest }
knows-sent-times = { $count ->
        [1] einmal
       *[other] insgesamt { $count }-mal
    }
knows-versions = { $count ->
        [1] eine Fassung
       *[other] { $count } Fassungen
    }
# $name is the account's name; $since a time.
knows-account = Kennt Sie als { $name } seit dem { $since }
knows-nothing = Sie haben dieser Website noch nichts gesendet.

## The past of one value

history-title = Verlauf
history-loading = Verlauf wird geladen
history-entered = Von Ihnen eingegeben
history-imported-file = Aus der Datei „{ $from }“ importiert
history-imported-backup = Aus dem Backup vom { $from } importiert
history-imported-check = Aus einer Identitätsprüfung durch „{ $from }“ importiert
history-verified = Von „{ $by }“ geprüft
history-unconfirmed = Als von „{ $by }“ geprüft markiert; diese Wallet kann das nicht bestätigen
history-changed = Zuletzt geändert. Frühere Werte bewahrt die Wallet nicht auf.
# $purpose is log-in, sign-up, apply, sign or identify.
history-sent = { $purpose ->
        [log-in] An { $site } gesendet, zum Anmelden
        [sign-up] An { $site } gesendet, zum Registrieren
        [apply] An { $site } gesendet, mit einem Antrag
        [sign] An { $site } gesendet, mit einer Signatur
       *[identify] An { $site } gesendet
    }
history-sent-may-have = Hat { $site } vielleicht erreicht
history-never-sent = Sie haben diese Angabe noch nie gesendet.
history-outdated-text = Sie haben diese Angabe seitdem geändert. Um die neue zu senden, registrieren Sie sich dort erneut oder stellen Sie einen neuen Antrag.
