### A new vault from a backup, before there is a wallet on this computer.

restore-title = Restore your wallet
restore-subtitle = Create a new vault on this computer from a backup.
restore-text = You need the backup and its passphrase. The wallet checks the whole file before it creates anything.
restore-choose = Choose a backup…
restore-choose-other = Choose another…
restore-password = New wallet password
restore-submit = Restore
restore-create = Create a new wallet instead
# $file: the backup's name.
restore-from = Restoring from “{ $file }”.

restore-done-title = Welcome back
restore-done-subtitle = This is what the wallet restored.
restore-complete-title = Your wallet is restored
restore-complete-text = The vault is complete. It opens with the new password that you chose.
restore-open = Open my wallet
