### A letter in which the user asks a site to delete their data. The wallet only drafts it.

letter-title = { $site } bitten, Ihre Daten zu löschen
letter-hint = Das ist ein Entwurf. Die Wallet sendet ihn nicht: Kopieren oder speichern Sie ihn und senden Sie ihn selbst an die Website. Wohin, steht in ihrer Datenschutzerklärung.
letter-label = Brief
letter-policy = Datenschutzerklärung öffnen
letter-copy = Kopieren
letter-copied = Kopiert
letter-copy-failed = Der Brief ließ sich nicht kopieren. Markieren Sie ihn und drücken Sie Strg+C.
letter-save = Speichern…
letter-saved = Gespeichert als { $name }
letter-close = Schließen

## The letter itself

# $site: the site's name. $root: its address.
letter-text-subject = Antrag auf Löschung meiner personenbezogenen Daten (Art. 17 DSGVO)
letter-text-to = An { $site } ({ $root })
letter-text-date = { $day }
letter-text-greeting = Sehr geehrte Damen und Herren,
letter-text-ask = bitte löschen Sie alle personenbezogenen Daten, die Sie über mich gespeichert haben, nach Artikel 17 der Datenschutz-Grundverordnung. Wenn Sie meine Daten weitergegeben haben, teilen Sie den Empfängern diesen Antrag bitte mit, wie es Artikel 19 verlangt. Soweit ich in die Verarbeitung meiner Daten eingewilligt habe, widerrufe ich die Einwilligung.
letter-text-who = Sie kennen mich unter dieser ID:
letter-text-who-several = Sie kennen mich unter diesen IDs:
# $did: the user's ID. $first and $last: days.
letter-text-id = { $did } (verwendet vom { $first } bis zum { $last })
letter-text-id-once = { $did } (verwendet am { $day })
letter-text-values = Meine Wallet hat Ihnen diese Daten gesendet:
# $title: what it was. $days: one day or several.
letter-text-value = { $title }, gesendet am { $days }
letter-text-value-may-have = { $title }, gesendet am { $days } (vielleicht nicht angekommen)
letter-text-value-between = { $title }, { $times }-mal gesendet vom { $first } bis zum { $last }
letter-text-value-between-may-have = { $title }, { $times }-mal gesendet vom { $first } bis zum { $last } (vielleicht nicht angekommen)
letter-text-files = Meine Wallet hat Ihnen diese Dateien gesendet:
# $file: its name. $title: what it belongs to.
letter-text-file = { $file } ({ $title }), zuletzt gesendet am { $day }
letter-text-file-may-have = { $file } ({ $title }), zuletzt gesendet am { $day } (vielleicht nicht angekommen)
letter-text-prove = Dass ich dieser Nutzer bin, kann ich beweisen, indem ich mich mit derselben ID anmelde.
letter-text-reply = Bitte bestätigen Sie die Löschung innerhalb eines Monats nach Eingang dieses Briefs (Art. 12 Abs. 3 DSGVO). Wenn Sie einen Teil der Daten nicht löschen können, teilen Sie mir bitte mit, welchen und auf welcher Rechtsgrundlage Sie ihn behalten.
letter-text-end = Mit freundlichen Grüßen
