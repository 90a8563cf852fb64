### What goes wrong with whoever asks.

# $reason: what happened, in sentences.
error-party = { $party }: { $reason }
error-party-resume = { $reason } Everything prepared so far is kept. Resume the application to continue.
error-party-uncertain = { $reason } You may already have an application there. Resume it to find out.
