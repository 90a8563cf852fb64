### What `idw verify` says.

cli-verify-no-terminal = The wallet cannot ask you what to keep without a terminal. Nothing was done.
cli-verify-no-terminal-hint = Add --yes to keep what comes. Add --on-conflict to say what happens to a value that you already have.

## While the check is made

cli-verify-opens = The provider’s page opens in your browser.
# Why follows.
cli-verify-no-browser = The wallet could not start a browser.
cli-verify-no-browser-hint = Add --print-url to print the address instead.
cli-verify-waiting = Waiting for the browser to come back

## Questions. The letters are what is typed, and the same in every language.

cli-verify-ask-document = The provider does not say which document was checked. Was it a passport (p), an identity card (i) or a driving licence (d)? [skip]
# $answer: what was typed.
cli-verify-answer-unknown = “{ $answer }” is not one of the answers.
# $title: the attribute. $held: what the wallet has. $found: what came.
cli-verify-ask-conflict = { $title }: your wallet has { $held }, and { $found } came. Replace yours (r), keep both (b) or leave yours (l)? [l]
cli-verify-ask-keep = { $count ->
        [one] Keep { $count } value as verified?
       *[other] Keep { $count } values as verified?
    }
cli-verify-declined = You declined. Nothing was kept.
cli-verify-nothing = The wallet cannot keep anything that came. Nothing was changed.

## What came. $provider: its name. $moment: when.

cli-verify-read = What { $provider } read on { $moment }
cli-verify-read-test = What { $provider } (test provider) read on { $moment }
# Headings of columns.
cli-verify-column-name = Name
cli-verify-column-read = Read
cli-verify-column-held = In your wallet
cli-verify-column-value = Value
cli-verify-column-result = Result
cli-verify-column-from = From
# How a value that came compares with the wallet's.
cli-verify-new = new
cli-verify-same = the same
cli-verify-differs = differs
# Something that is not kept. $what: a name. $text: its text. $why: whole sentences.
cli-verify-left-out-text = { $what } “{ $text }”: { $why }
# $name: an attribute's short name.
cli-verify-complete-hint = Run `idw attribute set { $name } --file selfie.image=FILE` to complete it.
