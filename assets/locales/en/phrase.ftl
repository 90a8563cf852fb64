### The recovery phrase.

phrase-title = Your recovery phrase
phrase-subtitle = Write these words on paper, in order. They restore your keys if you lose this computer.
phrase-secret-title = Keep it to yourself
phrase-secret-text = Anyone who has these words has your keys. The wallet asks for them only when you restore it. Never enter them on a website. You can see them again in the settings, with your password.
phrase-written = I have written them down
phrase-check-title = Check what you wrote
phrase-check-subtitle = Type these three words from your paper.
phrase-word = Word { $number }
phrase-word-wrong = This is not word { $number }. Look at your paper again.
phrase-show-again = Show the words again
phrase-open = Open my wallet
phrase-lock = Lock the wallet
# For screen readers: the list of the words.
phrase-words = Recovery phrase
