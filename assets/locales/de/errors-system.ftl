### What the operating system says when a file cannot be read or written. Each stands in another message as its reason.

error-system-not-found = Die Datei oder der Ordner existiert nicht.
error-system-permission = Sie haben keine Berechtigung dafür.
error-system-exists = Eine Datei oder ein Ordner mit diesem Namen existiert bereits.
error-system-full = Der Datenträger ist voll.
error-system-quota = Ihr Anteil am Datenträger ist aufgebraucht.
error-system-too-large = Die Datei ist zu groß für diesen Datenträger.
error-system-read-only = Der Datenträger ist schreibgeschützt.
error-system-folder = Dies ist ein Ordner, keine Datei.
error-system-not-a-folder = Ein Teil des Pfads ist kein Ordner.
error-system-name = Der Dateiname ist zu lang für diesen Datenträger oder enthält Zeichen, die er nicht annimmt.
error-system-memory = Dieser Computer hat nicht genug freien Arbeitsspeicher.
# $text: the system's own words, in its language, such as "Input/output error".
error-system = Das System meldet: { $text }.
