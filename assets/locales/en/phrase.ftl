### The recovery phrase.

phrase-title = Your recovery phrase
phrase-subtitle = Write these words on paper, in order. They restore your keys if this computer is lost.
phrase-secret-title = Keep it to yourself
phrase-secret-text = Anyone with these words has your keys. The wallet asks for them only when you restore it, and no site may. You can see them again in the settings, with your password.
phrase-written = I have written them down
phrase-check-title = Check what you wrote
phrase-check-subtitle = Type these three words from your paper.
phrase-word = Word { $number }
phrase-word-wrong = This is not word { $number }. Look at your paper again.
phrase-show-again = Show the words again
phrase-open = Open my wallet
phrase-lock = Lock the wallet
