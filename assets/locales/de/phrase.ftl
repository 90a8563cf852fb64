### The recovery phrase.

phrase-title = Ihre Wiederherstellungsphrase
phrase-subtitle = Schreiben Sie diese Wörter der Reihe nach auf Papier. Damit bekommen Sie Ihre Schlüssel zurück, wenn Sie diesen Computer verlieren.
phrase-secret-title = Behalten Sie sie für sich
phrase-secret-text = Wer diese Wörter hat, hat Ihre Schlüssel. Die Wallet fragt nur beim Wiederherstellen danach. Geben Sie sie nie auf einer Website ein. In den Einstellungen können Sie sie mit Ihrem Passwort wieder ansehen.
phrase-written = Ich habe sie aufgeschrieben
phrase-check-title = Prüfen Sie, was Sie geschrieben haben
phrase-check-subtitle = Tippen Sie diese drei Wörter von Ihrem Papier ab.
phrase-word = Wort { $number }
phrase-word-wrong = Das ist nicht Wort { $number }. Sehen Sie noch einmal auf Ihr Papier.
phrase-show-again = Wörter noch einmal anzeigen
phrase-open = Meine Wallet öffnen
phrase-lock = Wallet sperren
# For screen readers: the list of the words.
phrase-words = Wiederherstellungsphrase
