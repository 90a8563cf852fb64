### Errors between this program and the one that holds the vault. Both run on this computer.

# $path: the file or folder that is in the way.
error-link-nobody = Für diesen Tresor ist keine Wallet geöffnet. Öffnen Sie die Wallet und versuchen Sie es dann noch einmal.
error-link-not-folder = { $path } sollte ein Ordner sein, aber dort liegt etwas anderes. Es wurde nichts gesendet. Entfernen Sie es, wenn niemand es braucht.
error-link-not-socket = { $path } sollte ein Socket der Wallet sein, aber dort liegt etwas anderes. Es wurde nichts gesendet. Entfernen Sie es, wenn niemand es braucht.
error-link-other-owner = { $path } gehört einem anderen Benutzer dieses Computers. Es wurde nichts gesendet. Entfernen Sie es, wenn niemand es braucht.
error-link-open-folder = Andere Benutzer dieses Computers haben Zugang zu { $path }. Es wurde nichts gesendet. Setzen Sie die Zugriffsrechte auf 0700, oder entfernen Sie den Ordner, wenn niemand ihn braucht.
error-link-other-user = Das Programm, das den Tresor geöffnet hat, läuft unter einem anderen Benutzer. Es wurde nichts gesendet.
# $theirs and $ours: versions, whole numbers.
error-link-version = Das andere Programm spricht Version { $theirs } der privaten Verbindung der Wallet, dieses hier Version { $ours }. Schließen Sie das ältere Programm und starten Sie es in der neueren Version.
error-link-impostor = Unter { $path } antwortet anstelle der Wallet ein anderes Programm. Es wurde nichts gesendet. Schließen Sie dieses Programm und öffnen Sie dann die Wallet.
error-link-too-large = Das ist zu groß, um es dem Programm zu senden, das den Tresor geöffnet hat. Es wurde nichts gesendet.
error-link-timeout = Das Programm, das den Tresor geöffnet hat, hat zu lange nicht geantwortet. Versuchen Sie es noch einmal. Wenn das nicht hilft, schließen Sie jenes Programm.
error-link-broken = Die Verbindung zu dem Programm, das den Tresor geöffnet hat, ist abgebrochen. Versuchen Sie es noch einmal.
error-link-path-too-long = Der Pfad { $path } ist zu lang für einen Socket. Verschieben Sie den Tresor an einen kürzeren Pfad.
error-link-unsupported = Auf diesem System können Programme eine geöffnete Wallet nicht erreichen. Schließen Sie die Wallet und versuchen Sie es noch einmal.
# $reason: what the system said, as a sentence.
error-link-system = Die Wallet konnte ihre private Verbindung nicht verwenden. { $reason }
error-link-answer = Die Wallet hat das Programm, das den Tresor geöffnet hat, nicht verstanden. Es hat den Auftrag vielleicht ausgeführt. Vielleicht haben beide verschiedene Versionen.

## Why the program that holds the vault refused

error-link-never-unlocked = Die geöffnete Wallet wurde seit ihrem Start nicht entsperrt. Entsperren Sie sie dort und versuchen Sie es dann noch einmal.
error-link-other-key = Die geöffnete Wallet gehört zu einem anderen Tresor. Es wurde nichts gesendet.
error-link-paused = { $seconds ->
        [one] Zu viele Programme haben die geöffnete Wallet mit einem falschen Schlüssel angesprochen. Versuchen Sie es in { $seconds } Sekunde noch einmal.
       *[other] Zu viele Programme haben die geöffnete Wallet mit einem falschen Schlüssel angesprochen. Versuchen Sie es in { $seconds } Sekunden noch einmal.
    }
error-link-busy = Zu viele Programme sind mit der geöffneten Wallet verbunden. Versuchen Sie es gleich noch einmal.

## Requests that waited in memory

# $reason: whole sentences.
error-holder-waiting = Die Wallet konnte die Anfragen nicht speichern, die eingingen, während sie gesperrt war. { $reason }
