### What `idw verify` says.

cli-verify-no-terminal = Ohne Terminal kann die Wallet Sie nicht fragen, was Sie behalten wollen. Es wurde nichts unternommen.
cli-verify-no-terminal-hint = Mit --yes behält die Wallet, was kommt. Mit --on-conflict sagen Sie, was mit einer Angabe geschieht, die Sie schon haben.

## While the check is made

cli-verify-opens = Die Seite des Anbieters öffnet sich in Ihrem Browser.
# Why follows.
cli-verify-no-browser = Die Wallet konnte keinen Browser starten.
cli-verify-no-browser-hint = Mit --print-url gibt die Wallet stattdessen die Adresse aus.
cli-verify-waiting = Warten auf die Rückkehr des Browsers

## Questions. The letters are what is typed, and the same in every language.

cli-verify-ask-document = Der Anbieter sagt nicht, welches Dokument geprüft wurde. War es ein Reisepass (p), ein Personalausweis (i) oder ein Führerschein (d)? [skip]
# $answer: what was typed.
cli-verify-answer-unknown = „{ $answer }“ ist keine der Antworten.
# $title: the attribute. $held: what the wallet has. $found: what came.
cli-verify-ask-conflict = { $title }: Ihre Wallet hat { $held }, gekommen ist { $found }. Ihre Angabe ersetzen (r), beide behalten (b) oder Ihre lassen (l)? [l]
cli-verify-ask-keep = { $count ->
        [one] { $count } Angabe als geprüft behalten?
       *[other] { $count } Angaben als geprüft behalten?
    }
cli-verify-declined = Sie haben abgelehnt. Es wurde nichts übernommen.
cli-verify-nothing = Die Wallet kann nichts von dem behalten, was gekommen ist. Es wurde nichts geändert.

## What came. $provider: its name. $moment: when.

cli-verify-read = Was { $provider } am { $moment } gelesen hat
cli-verify-read-test = Was { $provider } (Testanbieter) am { $moment } gelesen hat
# Headings of columns.
cli-verify-column-name = Name
cli-verify-column-read = Gelesen
cli-verify-column-held = In Ihrer Wallet
cli-verify-column-value = Wert
cli-verify-column-result = Ergebnis
cli-verify-column-from = Von
# How a value that came compares with the wallet's.
cli-verify-new = neu
cli-verify-same = gleich
cli-verify-differs = anders
# Something that is not kept. $what: a name. $text: its text. $why: whole sentences.
cli-verify-left-out-text = { $what } „{ $text }“: { $why }
# $name: an attribute's short name.
cli-verify-complete-hint = `idw attribute set { $name } --file selfie.image=FILE` vervollständigt die Angabe.
