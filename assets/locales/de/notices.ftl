### What the owner of a vault must know once it is unlocked. Each message is a notice of its own: one or two sentences.

# The panel that shows them in the window.
notices-title = Ihr Tresor braucht Aufmerksamkeit
notices-dismiss = Ausblenden

## The vault was damaged: why, what was recovered, what is missing.

notice-repaired-header-missing = Der Tresor wurde repariert, weil beide Kopien seiner Kopfdaten fehlten.
notice-repaired-header-unreadable = Der Tresor wurde repariert, weil keine der beiden Kopien seiner Kopfdaten lesbar war.
notice-repaired-header-changed = Der Tresor wurde repariert, weil seine Kopfdaten außerhalb dieser Wallet geändert wurden.
notice-repaired-header-old = Der Tresor wurde repariert, weil seine Kopfdaten durch ältere ersetzt wurden.
notice-repaired-database-missing = Der Tresor wurde repariert, weil seine Datenbank fehlte.
notice-repaired-database-unreadable = Der Tresor wurde repariert, weil seine Datenbank nicht lesbar war.
notice-repaired-list-missing = Der Tresor wurde repariert, weil die Liste seiner Datensätze fehlte.
notice-repaired-list-changed = Der Tresor wurde repariert, weil die Liste seiner Datensätze außerhalb dieser Wallet geändert wurde.
notice-repaired-records-changed = Der Tresor wurde repariert, weil seine Datensätze außerhalb dieser Wallet geändert wurden.
notice-repaired-records-old = Der Tresor wurde repariert, weil seine Datensätze durch ältere ersetzt wurden.
notice-repaired-other = Der Tresor war beschädigt und wurde repariert.
notice-records-recovered = { $count ->
        [0] Es wurden keine Datensätze wiederhergestellt.
        [one] { $count } Datensatz wurde wiederhergestellt.
       *[other] { $count } Datensätze wurden wiederhergestellt.
    }
# Follows notice-records-recovered.
notice-records-from-snapshot = { $count ->
        [one] { $count } davon stammt aus einer Momentaufnahme.
       *[other] { $count } davon stammen aus einer Momentaufnahme.
    }
notice-nothing-missing = Nichts fehlt.
notice-changes-missing = { $count ->
        [one] Vielleicht fehlt Ihre letzte Änderung.
       *[other] Vielleicht fehlen einige Ihrer letzten { $count } Änderungen.
    }
notice-changes-after-snapshot-missing = Falls Sie nach der Momentaufnahme etwas geändert haben, fehlt es.
notice-records-lost = { $count ->
        [one] { $count } Datensatz ließ sich nicht wiederherstellen.
       *[other] { $count } Datensätze ließen sich nicht wiederherstellen.
    }
notice-records-outdated = { $count ->
        [one] { $count } Datensatz wurde in einer älteren Fassung wiederhergestellt.
       *[other] { $count } Datensätze wurden in einer älteren Fassung wiederhergestellt.
    }
notice-records-maybe-deleted = { $count ->
        [one] { $count } der wiederhergestellten Datensätze hatten Sie vielleicht schon gelöscht.
       *[other] { $count } der wiederhergestellten Datensätze hatten Sie vielleicht schon gelöscht.
    }
notice-documents-missing = { $count ->
        [one] Die Datei von { $count } Dokument fehlt.
       *[other] Die Dateien von { $count } Dokumenten fehlen.
    }
# Follows notice-documents-missing.
notice-rest-complete = Alles andere ist da.
notice-damaged-kept = Die beschädigten Dateien liegen in { $folder }. Löschen Sie diesen Ordner, wenn Sie sicher sind, dass nichts fehlt.

## A file that the vault can do without, or has two of.

notice-file-missing = Die Datei { $file } fehlte im Ordner des Tresors.
notice-file-damaged = Die Datei { $file } im Ordner des Tresors war beschädigt.
notice-file-unreadable = Die Datei { $file } im Ordner des Tresors war nicht lesbar: { $error }.
# One of these two follows the three above.
notice-file-rewritten = { $file } wurde neu geschrieben. Nichts ist verloren.
notice-file-not-rewritten = { $file } ließ sich nicht neu schreiben; der Tresor funktioniert auch ohne. Nichts ist verloren.

## Something in the vault’s folder that the wallet did not put there.

-left-alone = Die Wallet hat es nicht angelegt, ist ihm nicht gefolgt und hat es nicht geändert. Löschen Sie es, oder stellen Sie die Datei oder den Ordner des Tresors wieder her.
notice-odd-symbolic-link = { $path } ist ein symbolischer Link. { -left-alone }
notice-odd-hard-link = { $path } ist ein Hardlink: Die Datei hat noch einen anderen Namen. { -left-alone }
notice-odd-not-a-file = { $path } ist keine Datei. { -left-alone }
notice-odd-not-a-folder = { $path } ist kein Ordner. { -left-alone }
notice-read-only = Der Tresor ist nur zum Lesen geöffnet, weil sich in seinem Ordner nicht schreiben lässt. Sein Aktivitätsprotokoll bekommt keine neuen Einträge. Um etwas zu ändern, kopieren Sie den ganzen Ordner auf einen beschreibbaren Datenträger und öffnen Sie die Kopie.
notice-folder-unreadable = Die Wallet konnte den Ordner des Tresors nicht nach fremden Dateien durchsuchen. { $reason }
