### A letter in which the user asks a site to delete their data. The wallet only drafts it.

letter-title = Ask { $site } to delete your data
letter-hint = This is a draft. The wallet does not send it: copy or save it, then send it to the site yourself. Its privacy policy says where.
letter-label = Letter
letter-policy = Open the privacy policy
letter-copy = Copy
letter-copied = Copied
letter-copy-failed = The letter could not be copied. Select it and press Ctrl+C.
letter-save = Save…
letter-saved = Saved as { $name }
letter-close = Close

## The letter itself

# $site: the site's name. $root: its address.
letter-text-subject = Request to erase my personal data (Art. 17 GDPR)
letter-text-to = To { $site } ({ $root })
letter-text-date = { $day }
letter-text-greeting = Dear Sir or Madam,
letter-text-ask = Please erase all personal data that you hold about me, as Article 17 of the General Data Protection Regulation provides. If you have passed my data on, please tell the recipients about this request, as Article 19 requires. If I gave you consent to process my data, I withdraw it.
letter-text-who = You know me by this ID:
letter-text-who-several = You know me by these IDs:
# $did: the user's ID. $first and $last: days.
letter-text-id = { $did } (used from { $first } to { $last })
letter-text-id-once = { $did } (used on { $day })
letter-text-values = My wallet sent you this data:
# $title: what it was. $days: one day or several.
letter-text-value = { $title }, sent on { $days }
letter-text-value-may-have = { $title }, sent on { $days } (it may not have arrived)
letter-text-value-between = { $title }, sent { $times } times from { $first } to { $last }
letter-text-value-between-may-have = { $title }, sent { $times } times from { $first } to { $last } (it may not have arrived)
letter-text-files = My wallet sent you these files:
# $file: its name. $title: what it belongs to.
letter-text-file = { $file } ({ $title }), last sent on { $day }
letter-text-file-may-have = { $file } ({ $title }), last sent on { $day } (it may not have arrived)
letter-text-prove = I can prove that I am this user by logging in with the same ID.
letter-text-reply = Please confirm the erasure within one month of receiving this letter (Art. 12(3) GDPR). If you cannot erase some of the data, please tell me which, and on which legal ground you keep it.
letter-text-end = Yours faithfully,
