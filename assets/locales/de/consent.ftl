### What the user sees before something leaves the wallet.

## What to know about one value, or about one thing that is asked for. Days are written as 2027-01-04.

consent-note-expired = Am { $day } abgelaufen.
consent-note-expires-soon = { $days ->
        [0] Läuft heute ab, am { $day }.
        [1] Läuft morgen ab, am { $day }.
       *[other] Läuft am { $day } ab, in { $days } Tagen.
    }
consent-note-issued-in-future = Das Ausstellungsdatum, { $day }, liegt in der Zukunft.
consent-note-not-asked-before = Beim letzten Mal fragte die Website nicht danach.
consent-note-has-another = Die Website hat schon eine andere Angabe, gesendet am { $day }.

## What is asked for, or was sent. The wallet's own title stands first.

# $label is what whoever asks calls it.
consent-called-as = { $title } (gefragt als „{ $label }“)
# Not in the wallet's catalogue: $title is the short name of a schema that only the site has.
consent-called-by-site = { $title } (von der Website definiert)
# Where a site asks for two things with the same name. $which is the site's id for it, or its place among them.
consent-called-which = { $title } [{ $which }]

## Why there is nothing to send. $because: whole sentences.

consent-missing-not-held = Das ist noch nicht in der Wallet.
consent-missing-not-accepted = Der Wert in der Wallet wird nicht angenommen.
consent-missing-not-accepted-because = Der Wert in der Wallet wird nicht angenommen. { $because }
consent-missing-not-known = Die Website fragt nach einer eigenen Art von Daten, die diese Wallet nicht kennt.
consent-missing-not-known-because = Die Website fragt nach einer eigenen Art von Daten, die diese Wallet nicht kennt. { $because }
consent-missing-about-company = Das beschreibt ein Unternehmen, und dieses Profil ist das einer Person.
consent-missing-about-person = Das beschreibt eine Person, und dieses Profil ist das eines Unternehmens.
# $size and $limit are sizes, such as "3.2 MB".
consent-missing-too-large = { $file } ist { $size } groß, und die Website nimmt höchstens { $limit } an.

## What a place outside the site gets to see.

consent-sees-signature = eine Signatur in Ihrem Namen
consent-sees-token = ein Token, das für Sie handelt
consent-sees-values = die Angaben
consent-sees-files = die Dateien
consent-sees-questions = Fragen zu KYC-Vorlagen

## A value that the site has already.

consent-refused = Die Website hat diesen Wert schon und hat ihn nicht angenommen.
# $reason is in the site's words.
consent-refused-because = Die Website hat diesen Wert schon und hat ihn nicht angenommen. Sie sagt: „{ $reason }“

## Headings of what is shown

consent-changes-title = Was sich geändert hat
consent-sent-title = Was gesendet wird
consent-who = Wer fragt
consent-as = Angemeldet als
consent-for = Zweck
consent-elsewhere = Auch gesendet an
# A place outside the site. $sees is what it gets, such as "the attributes, the files".
consent-place-gets = { $place } erhält { $sees }
consent-id = Ihre ID bei dieser Website
consent-id-address = Adresse
consent-id-did = DID
consent-site-key = Ein Schlüssel nur für diese Website
consent-shared-account = Websites, bei denen Sie dieses Konto nutzen, können Sie wiedererkennen.
consent-terms = Nutzungsbedingungen
consent-policy = Datenschutzerklärung
consent-loading = Was gesendet wird, wird vorbereitet
# Where a login sends no value.
consent-proof-only = Die Wallet sendet nichts über Sie, nur den Beweis, dass Sie den Schlüssel haben, den die Website kennt.
consent-nothing-asked = Die Website fragt bei diesem Antrag nach keinen Angaben.

## One thing that is asked for. $title is its name, such as "Passport".

consent-item-asked-as = gefragt als „{ $label }“
consent-item-by-site = Von der Website definiert
consent-item-optional = Optional
consent-item-new = Vorher nicht gefragt
consent-item-choose = { $title }: was gesendet wird
consent-item-send = { $title } senden
consent-item-files = Dateien von { $title }
consent-item-add = Hinzufügen
consent-item-change = Ändern
consent-item-add-title = { $title } hinzufügen
consent-item-change-title = { $title } ändern
# $day: when the site was sent the same value.
consent-item-already-sent = Das haben Sie der Website schon am { $day } gesendet.
consent-item-again = Trotzdem noch einmal senden?
consent-item-again-switch = { $title } noch einmal senden
consent-item-too-large = { $file } ({ $size }) ist zu groß. Diese Website nimmt höchstens { $limit } an.
consent-item-shrink = Kleinere Kopie erstellen

## What the wallet lacks, filled in at once

consent-fill-title = Ergänzen, was fehlt
consent-fill-text = Die Wallet speichert Ihre Antworten, Sie geben sie also nur einmal ein. Sie sendet nichts, bis Sie zustimmen.
consent-fill-save = Speichern und fortfahren
consent-fill-scan = Aus Reisepass oder Ausweis übernehmen
# $fields: names of fields, with commas between them.
consent-fill-more = Optional: { $fields }
consent-fill-saved = In Ihrer Wallet gespeichert: { $titles }
consent-fill-needed = { $title } ist erforderlich.
consent-fill-choose-file = Wählen Sie eine Datei.

## What is agreed to. $site: its name. $purpose is log-in, sign-up, apply, sign or identify.

consent-ask = { $purpose ->
        [log-in] Bei { $site } anmelden?
        [sign-up] Bei { $site } registrieren?
        [apply] KYC-Antrag an { $site } senden?
        [sign] Einen Text für { $site } signieren?
       *[identify] { $site } mitteilen, wer Sie sind?
    }
consent-agree = { $purpose ->
        [log-in] Anmelden
        [sign-up] Registrieren
        [apply] KYC beantragen
        [sign] Signieren
       *[identify] Senden
    }
# $count: how many attributes are sent.
consent-agree-sending = { $purpose ->
        [log-in] Anmelden und { $count } senden
        [sign-up] Registrieren und { $count } senden
        [apply] KYC beantragen und { $count } senden
        [sign] Signieren und { $count } senden
       *[identify] { $count } senden
    }
consent-result = { $purpose ->
        [log-in] Sie sind angemeldet
        [sign-up] Sie sind registriert
        [apply] Antrag gesendet
        [sign] Signiert
       *[identify] Gesendet
    }

## The answer

consent-decline = Ablehnen
consent-scroll-first = Scrollen Sie nach unten, um zuerst alles zu sehen
consent-scroll-on = Mehr anzeigen
consent-missing-list = Fehlt: { $titles }
consent-refused-list = Vorher nicht angenommen: { $titles }
# $titles are the first of them.
consent-and-more = { $titles } und { $count } weitere
consent-update-title = Das Gewünschte an { $site } senden?
consent-stop = Anhalten
consent-retry = Erneut versuchen
consent-sign-up-instead = Stattdessen registrieren

## What came of it

consent-result-accepted = { $site } hat es angenommen.
consent-result-elsewhere-title = Diese Adresse gehört zu einer anderen Website
consent-result-elsewhere-text = { $site } will Ihren Browser an einen anderen Ort schicken. Öffnen Sie die Adresse nur, wenn Sie das erwartet haben.
consent-result-continue = Weiter bei
consent-result-see = Ansehen bei
consent-result-application = Antrag
consent-result-sent = Gesendet
consent-result-open = Im Browser öffnen
consent-result-done = Fertig
