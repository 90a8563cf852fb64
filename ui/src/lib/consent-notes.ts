import type { ConsentNoteView } from './bindings';
import { formatDay } from './format';
import { say } from './words';

/** What to know before something is sent, in words. */
export function consentNoteText(note: ConsentNoteView): string {
  switch (note.type) {
    case 'expired':
      return say('consent-note-expired', { day: formatDay(note.on) });
    case 'expiresSoon':
      return say('consent-note-expires-soon', { day: formatDay(note.on), days: note.days });
    case 'issuedInFuture':
      return say('consent-note-issued-in-future', { day: formatDay(note.on) });
    case 'notAskedBefore':
      return say('consent-note-not-asked-before');
    case 'hasAnother':
      return say('consent-note-has-another', { day: formatDay(note.sent) });
  }
}
