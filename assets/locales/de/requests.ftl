### Requests that came from outside, and a wallet that another program holds.

requests-title = Anfragen
requests-subtitle = Worum Seiten und Programme diese Wallet gebeten haben
requests-loading = Anfragen werden geladen
requests-none = Keine Anfragen
requests-none-text = Wenn eine Seite oder ein Programm Sie bittet, sich anzumelden, einen Text zu signieren oder sich auszuweisen, erscheint die Anfrage hier. Die Wallet sendet nichts, bis Sie antworten.
requests-open = Wartet auf Ihre Antwort
requests-over = Frühere Anfragen
# Where nothing waits, above the earlier ones.
requests-none-open = Keine Anfragen warten.
# For screen readers, beside the entry of the navigation.
requests-open-count = { $count ->
        [1] eine wartet
       *[other] { $count } warten
    }

## Who asks for what. $party is a host, such as "shop.example".

request-asks-log-in = { $party } bittet Sie, sich anzumelden
request-asks-sign-up = { $party } bittet Sie, sich zu registrieren
request-asks-sign = { $party } bittet Sie, einen Text zu signieren
request-asks-identify = { $party } fragt, wer Sie sind
request-asks-apply = { $party } bittet Sie, KYC zu beantragen
request-others = { $count ->
        [1] Eine weitere Anfrage wartet.
       *[other] { $count } weitere Anfragen warten.
    }
request-look = Ansehen
request-not-now = Nicht jetzt
request-decline = Ablehnen
# Above what would be sent in answer to a link.
request-by-link = Diese Anfrage kam über einen Link. Die Wallet weiß nicht, welche Seite oder welches Programm ihn geöffnet hat.

# On the screen that asks for the password. It does not say who asks for what.
request-waits-locked = Eine Anfrage wartet. Entsperren Sie die Wallet, um sie zu sehen.

## Which profile answers

# $profile: its name.
request-profile-other = Das Profil „{ $profile }“ antwortet, weil es die E-Mail-Adresse aus der Anfrage hat.
request-profile-switch = Um es hinzuzufügen, wechseln Sie zum Profil „{ $profile }“.
request-profile-title = Welches Profil soll antworten?
# $party: who asks.
request-profile-text = Mehrere Ihrer Profile haben die E-Mail-Adresse, die { $party } verwendet.
request-profile-cancel = Nicht jetzt

## A request that is over while it is being looked at

request-over-title = Diese Anfrage ist beendet
request-over-ended = Sie ist abgelaufen. Die Wallet hat nichts gesendet.
request-over-withdrawn = Der Absender hat sie zurückgezogen. Die Wallet hat nichts gesendet.
request-over-elsewhere = Sie haben sie schon an anderer Stelle beantwortet. Die erste Antwort gilt.
request-over-close = Schließen

## Declining

request-block = Ablehnen und blockieren
# $party: who asks.
request-block-hint = Sie sehen dann keine Anfragen von { $party } mehr. In den Einstellungen können Sie das rückgängig machen.

## A row of the list. $when is "in 8 minutes", "5 minutes ago" or a day.

request-ends = Eingegangen: { $came }, läuft ab: { $when }
request-came = Eingegangen: { $came }
# On the home screen.
request-ends-when = Läuft ab: { $when }
time-ahead-seconds = in weniger als einer Minute

## What has become of a request.

request-status-waiting = Wartet auf Ihre Antwort
request-status-approved = Zugestimmt, noch nicht zugestellt
request-status-declined = Abgelehnt
request-status-withdrawn = Vom Absender zurückgezogen
request-status-answering = Ihre Antwort wird gesendet
request-status-answered = Beantwortet
request-status-failed = Ihre Antwort wurde nicht zugestellt
request-status-unknown = Ihre Antwort ist vielleicht angekommen
request-status-ended = Abgelaufen

## `idw serve` holds the vault.

served-title = „idw serve“ nutzt diese Wallet
served-text = Es beantwortet Anfragen ohne Fenster. Nur ein Programm zugleich kann die Wallet nutzen. Um hier fortzufahren, beenden Sie es.
served-stop = Beenden und fortfahren
served-password = Passwort
served-stopping = Wird beendet
served-retry = Erneut versuchen

### What somebody asks who is no site

asked-party = Wer fragt
# $since: a day.
asked-since = Darf seit dem { $since } fragen
# Below the name of whoever asks. $service: a host.
asked-service = registriert bei { $service }; der Betreiber bürgt für den Namen
asked-title = Anfrage
asked-text = Text
asked-email = Ihre E-Mail
asked-verified = Geprüft
# Above what is asked for, where none of it will be sent.
asked-wants = Gefragte Daten
asked-no-values = Die Wallet sendet keine Ihrer Angaben. { $party } erfährt nur, dass Sie zugestimmt haben.
asked-document = Dokument
# $document: such as "Passport".
asked-document-of = { $document } ({ $country })
asked-document-number = Nummer { $number }
asked-document-expires = Gültig bis { $day }
asked-files = Zu sendende Dateien
asked-files-look = Vorschau
asked-files-loading = Dateien werden erstellt
# $file: such as "kyc.pdf".
asked-files-page = Erste Seite von { $file }
asked-files-none = Die Wallet kann { $file } nicht anzeigen.
asked-numbers = Welche Zahl zeigt die Seite?
asked-numbers-text = Wenn Sie keine Seite mit einer dieser Zahlen sehen, stimmen Sie nicht zu. Eine falsche Zahl lehnt die Anfrage ab.
asked-ends = Restzeit
# Numbers as text: "4 min 05 s".
time-left = { $minutes } min { $seconds } s
time-left-seconds = { $seconds } s
# For screen readers, when a minute is over.
time-left-said = { $minutes ->
        [1] Noch eine Minute
       *[other] Noch { $minutes } Minuten
    }
time-left-said-ten = Noch 10 Sekunden
time-left-none = Abgelaufen
asked-verified-told = { $party } wird erfahren, dass Ihre Identität geprüft wurde.
asked-verified-not = { $party } wird erfahren, dass Ihre Identität nicht geprüft wurde.
asked-verified-refused = { $party } nimmt nur Personen an, deren Identität geprüft wurde. { $party } wird erfahren, dass Ihre nicht geprüft wurde, und sonst nichts.

# A link that the user opened, in a browser or an email, is not taken. The reason follows.
link-refused = Die Wallet kann diesen Link nicht öffnen

## What the program that holds the vault says to other programs

holder-never-unlocked = Die Wallet wurde seit ihrem Start nicht entsperrt. Sie nimmt noch nichts an.
holder-mistake = In der Wallet ist etwas schiefgegangen. Alles zuvor Gespeicherte ist sicher.
holder-locked = Die Wallet ist gesperrt. Entsperren Sie sie dort, wo sie läuft, und versuchen Sie es dann erneut.
holder-changed = Die Daten haben sich geändert, seit Sie sie angesehen haben. Es wurde nichts gesendet. Sehen Sie sich die Anfrage noch einmal an.
holder-not-understood = Die Wallet hat das andere Programm nicht verstanden. Vielleicht haben beide verschiedene Versionen. Es wurde nichts unternommen.
