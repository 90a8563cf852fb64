### What all commands say: how they were called, passwords, questions, files and output.
###
### What begins with -- is an option, what stands in `…` a command: they are the same in every language.

## Labels. A colon follows.

cli-label-error = Fehler
cli-label-warning = Warnung
# Before a short text for developers, which is always English.
cli-label-cause = Ursache
# One line about something. $subject is a name or a title, $text is whole sentences.
cli-about = { $subject }: { $text }

## How the command was called

cli-no-command = Sie haben keinen Befehl genannt. `idw --help` zeigt alle Befehle.
cli-no-home = Die Wallet hat auf diesem Computer keinen Benutzerordner gefunden. Nennen Sie den Ordner des Tresors mit --vault.
cli-kdf-unknown = IDW_KDF muss „tuned“ oder „floor“ sein.
# Technical details stand above it.
cli-mistake = In der Wallet ist etwas schiefgegangen. Alles zuvor Gespeicherte ist sicher. Bitte melden Sie die Zeilen darüber.
cli-interrupted = Sie haben den Befehl abgebrochen.
cli-interrupted-hint = `idw activity list` zeigt, ob etwas gesendet wurde.
cli-interrupted-unchanged = Sie haben den Befehl abgebrochen. Es wurde nichts geändert.
cli-no-signals = Die Wallet kann nicht auf Strg+C achten.
cli-no-network = Die Wallet konnte das Netzwerk nicht einrichten.
cli-trace-elsewhere = Ein anderer Prozess nutzt den Tresor und spricht mit der Website. Dieser Befehl kann nichts aufzeichnen. Es wurde nichts unternommen.
cli-trace-elsewhere-hint = `idw serve --trace FILE` zeichnet auf, was jener Prozess tut.

## Passwords and other secrets. The questions end with a colon; the answer stands behind it.

cli-password-question = Passwort:
cli-password-new-question = Neues Passwort:
cli-secret-repeat-question = Noch einmal eingeben:
cli-password-wrong = Das ist das falsche Passwort. Versuchen Sie es erneut.
cli-password-empty = Das Passwort darf nicht leer sein. Versuchen Sie es erneut.
cli-passphrase-empty = Die Passphrase darf nicht leer sein. Versuchen Sie es erneut.
cli-secret-differs = Die beiden Eingaben stimmen nicht überein. Versuchen Sie es erneut.
# Of a password or a passphrase.
cli-password-two-sources = Nennen Sie entweder eine Datei oder einen Dateideskriptor, nicht beides.
cli-password-no-terminal = Die Wallet ist gesperrt und kann ohne Terminal nicht nach dem Passwort fragen.
cli-password-no-terminal-hint = Verwenden Sie --password-file, --password-fd oder IDW_PASSWORD_FILE.
cli-password-new-no-terminal = Die Wallet braucht ein neues Passwort und kann ohne Terminal nicht danach fragen. Nennen Sie eine Datei oder einen Dateideskriptor.
cli-descriptor-unsupported = Auf diesem System kann die Wallet nur den Dateideskriptor 0 lesen. Verwenden Sie --password-file.
# $option: how else the secret can be given, such as --passphrase-file.
cli-secret-no-terminal = Die Wallet kann ohne Terminal nicht nach einem Geheimnis fragen. Nennen Sie eine Datei mit { $option }.
cli-phrase-words-so-far = { $found ->
        [1] Bisher 1 Wort. Geben Sie weitere ein, oder drücken Sie die Eingabetaste, um abzuschließen.
       *[other] Bisher { $found } Wörter. Geben Sie weitere ein, oder drücken Sie die Eingabetaste, um abzuschließen.
    }
# $number: which word of a recovery phrase.
cli-phrase-word-missing = Wort { $number } fehlt noch. Geben Sie weitere ein, oder drücken Sie die Eingabetaste, um abzuschließen.

## How strong a new password is. $what is passphrase or anything else.

cli-strength-good = { $what ->
        [passphrase] Ihre Passphrase ist gut.
       *[password] Ihr Passwort ist gut.
    }
cli-strength-strong = { $what ->
        [passphrase] Ihre Passphrase ist stark.
       *[password] Ihr Passwort ist stark.
    }
# $power: a whole number.
cli-strength-weak = { $what ->
        [passphrase] Die neue Passphrase ist schwach. Ein Angreifer findet sie nach etwa 10^{ $power } Versuchen.
       *[password] Das neue Passwort ist schwach. Ein Angreifer findet es nach etwa 10^{ $power } Versuchen.
    }
cli-strength-take-weak = { $what ->
        [passphrase] Diese Passphrase trotzdem verwenden?
       *[password] Dieses Passwort trotzdem verwenden?
    }

## What is read. $source is one of the first three, at the head of a sentence.

cli-source-file = Die Datei { $path }
cli-source-stdin = Die Standardeingabe
cli-source-descriptor = Der Dateideskriptor { $number }
# Why follows.
cli-source-unread = { $source } ließ sich nicht lesen.
cli-source-empty = { $source } ist leer.
# $limit: a size.
cli-source-too-long = { $source } ist länger als { $limit }. Prüfen Sie, ob Sie die richtige Datei genannt haben.
cli-source-utf-sixteen = { $source } ist als UTF-16 gespeichert. Speichern Sie den Text als UTF-8 und versuchen Sie es erneut.
cli-source-not-text = { $source } enthält keinen UTF-8-Text.

## Questions at the terminal

# A question that takes yes or no. The letters are what can be typed; the capital one is what an empty answer means.
cli-yes-or-no = { $question } [j/N]
# Why may follow.
cli-terminal-unread = Die Wallet konnte nicht vom Terminal lesen.
# $limit: a number.
cli-terminal-cut = Das Terminal schneidet Zeilen nach { $limit } Bytes ab. Die Wallet hat Ihre Eingabe deshalb nicht verwendet. Speichern Sie sie in einer Datei und nennen Sie diese.
cli-declined-unsent = Sie haben abgelehnt. Es wurde nichts gesendet.
cli-continue-anyway = Trotzdem fortfahren?

## Output. $reason is whole sentences.

cli-output-gone = Der Empfänger der Ausgabe hat sie vorzeitig geschlossen.
# Why follows.
cli-output-unwritten = Die Wallet konnte die Ausgabe nicht schreiben.
cli-output-lost = Der Befehl war erfolgreich, aber sein Ergebnis wurde nicht angezeigt. { $reason }
cli-output-no-json = Die Wallet konnte das Ergebnis nicht als JSON schreiben.
# $what: phrase, passphrase, or anything else.
cli-output-unseen = { $what ->
        [phrase] Die Standardausgabe ist geschlossen oder wird verworfen. Sie würden die Wiederherstellungsphrase nicht sehen. Es wurde nichts unternommen.
        [passphrase] Die Standardausgabe ist geschlossen oder wird verworfen. Sie würden die Passphrase nicht sehen. Es wurde nichts unternommen.
       *[secret] Die Standardausgabe ist geschlossen oder wird verworfen. Sie würden das Geheimnis nicht sehen. Es wurde nichts unternommen.
    }
cli-output-unseen-hint = Führen Sie den Befehl in einem Terminal aus, oder leiten Sie seine Ausgabe in eine Datei oder an ein anderes Programm.
cli-export-unrecorded = Der Export wurde geschrieben, aber die Wallet konnte ihn nicht verzeichnen. { $reason }
# The parts of a file on one line: its name, type and size.
cli-document-line = { $name } ({ $kind }, { $size })
# An account and its DID.
cli-account-line = { $account } ({ $did })
# $file: its name. $size: a size.
cli-progress-sent = { $file } gesendet, { $size }

## A new wallet: `idw init`

cli-init-exists = Im Ordner { $path } liegt schon ein Tresor. Es wurde nichts geändert.
cli-init-exists-hint = Um eine weitere Wallet zu erstellen, nennen Sie mit --vault einen neuen Ordner.
cli-init-unseen = Die Wiederherstellungsphrase sieht jetzt niemand. `idw account export main --as phrase` zeigt sie später.
cli-init-phrase-lost = Die Wallet konnte die Wiederherstellungsphrase nicht anzeigen und wurde nicht erstellt.
cli-init-failed-hint = Die Wallet wurde nicht erstellt. Die Wiederherstellungsphrase oben ist nutzlos. Werfen Sie sie weg.
cli-init-done = Ihre Wallet wurde in { $path } erstellt.
cli-init-account-title = Ihr erstes Konto
cli-init-account-name = Name
cli-init-account-did = DID
cli-init-phrase-title = Ihre Wiederherstellungsphrase
cli-init-phrase-write = { $count ->
        [1] Schreiben Sie dieses Wort jetzt auf Papier.
       *[other] Schreiben Sie diese { $count } Wörter jetzt in dieser Reihenfolge auf Papier.
    }
cli-init-phrase-restores = Damit lässt sich auf jedem Computer jeder Schlüssel dieser Wallet wiederherstellen, von Ihnen und von allen, die die Wörter lesen.
cli-init-phrase-hide = Bewahren Sie das Papier so auf, dass nur Sie es finden. Geben Sie die Wörter nie auf einer Website oder in einem Chat ein.

## Man pages: `idw man`

# Why follows.
cli-man-unwritten = Die Wallet konnte die Manpages nicht nach { $folder } schreiben.
cli-man-done = { $count ->
        [1] 1 Manpage nach { $folder } geschrieben.
       *[other] { $count } Manpages nach { $folder } geschrieben.
    }
