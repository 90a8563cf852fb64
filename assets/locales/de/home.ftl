### The first screen of the open wallet.

home-title = Übersicht
home-loading = Wallet wird geladen
home-identity = Identität
# Where the wallet does not know the user's name.
home-identity-unnamed = Ihre Identität
# $account: the account's name.
home-account = Konto „{ $account }“
home-account-copy = Adresse kopieren
home-attributes = Angaben
home-documents = Dokumente
home-sites = Websites

home-answer-title = Wartet auf Ihre Antwort
home-answer-all = Alle Anträge
home-suggested = Vorschläge

## The backup that is due. $last: when the last one was made, as a sentence.

home-backup = Backup der Wallet erstellen
home-backup-create = Backup erstellen…
home-backup-only-copy = { $last }. Die einzige Kopie ist auf diesem Computer.

## A site that was added and not used.

# $site: its name.
home-sign-up = Bei { $site } registrieren
home-sign-up-text = Sie haben diese Website hinzugefügt, aber dort noch kein Konto.

## What a new user does first.

home-steps = Drei Schritte zur ersten Anmeldung
home-step-done = Erledigt
home-step-attributes = Ihre Angaben eintragen
home-step-attributes-text = Die meisten Websites fragen nach Ihrem Namen und Ihrer E-Mail-Adresse.
home-step-attributes-add = Angaben hinzufügen
home-step-site = Website hinzufügen
home-step-site-text = Geben Sie ihre Adresse ein. Die Wallet sendet noch nichts über Sie.
home-step-site-add = Website hinzufügen
home-step-sign-up = Dort registrieren oder anmelden
home-step-sign-up-text = Sie sehen genau, was die Wallet senden wird, und Sie entscheiden.

home-sites-all = Alle Websites
# For screen readers: the button at a site. $site: its name.
home-log-in-to = Bei { $site } anmelden
home-activity-title = Letzte Aktivität
home-activity-all = Alle Aktivitäten
