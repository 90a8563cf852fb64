### The screens before there is a wallet, and just after it was made.

create-title = Wallet erstellen
create-subtitle = Ihre Identität, Ihre Dokumente und Ihre Schlüssel sind verschlüsselt und bleiben auf diesem Computer.
create-password-text = Niemand kann dieses Passwort zurücksetzen. Bewahren Sie es sicher auf.
create-submit = Wallet erstellen
create-under-way = Wallet wird erstellt
create-restore = Aus einem Backup wiederherstellen
create-bring = Aus einer anderen Wallet importieren
create-bring-text = Wählen Sie zuerst ein Passwort für die neue Wallet. Ihr Konto oder Ihre Daten importieren Sie im letzten Schritt.
create-bring-not = Mit einer leeren Wallet beginnen

bring-title = Vorhandenes übernehmen
bring-text = Ihre Wallet ist bereit. Importieren Sie, was Sie in einer anderen Wallet haben, oder tun Sie es später in den Einstellungen.
bring-key = Konto importieren…
bring-key-hint = Eine Schlüsseldatei (Keystore), eine Wiederherstellungsphrase oder ein privater Schlüssel.
# $count: how many accounts were imported in this step.
bring-keys =
    { $count ->
        [one] { $count } Konto ist importiert.
       *[other] { $count } Konten sind importiert.
    }
bring-data = Angaben und Dokumente importieren…
bring-data-hint = Ein Export dieser Wallet oder die Datenbankdatei der SelfKey-Wallet.
bring-has-data = Ihre Angaben und Dokumente sind importiert.
bring-done = Meine Wallet öffnen
bring-skip = Überspringen
