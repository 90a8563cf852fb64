### What goes wrong with whoever asks.

# $reason: what happened, in sentences.
error-party = { $party }: { $reason }
error-party-resume = { $reason } Alles Vorbereitete bleibt erhalten. Setzen Sie den Antrag fort, um weiterzumachen.
error-party-uncertain = { $reason } Vielleicht gibt es dort schon einen Antrag von Ihnen. Setzen Sie ihn fort, um das zu klären.
