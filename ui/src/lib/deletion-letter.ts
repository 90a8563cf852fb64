import type { KnownAccount, KnownAttribute, KnownDocument, SiteKnowledge } from './bindings';
import { formatDay } from './format';
import { say } from './words';

/** Whether there is anything that a site could delete. */
export function hasDeletable({ accounts, attributes, documents }: SiteKnowledge): boolean {
  return accounts.length > 0 || attributes.length > 0 || documents.length > 0;
}

/**
 * The draft of a letter that asks a site to erase the user's data: who they are there, by the ID that the site knows, what it was
 * sent and when, and what is asked. No value stands in it, so that the letter itself tells the site nothing new.
 */
export function deletionLetter(knowledge: SiteKnowledge, today: Date = new Date()): string {
  const { site, root, accounts, attributes, documents } = knowledge;
  const parts = [
    say('letter-text-to', { site, root: root || site }),
    say('letter-text-date', { day: formatDay(today.toISOString()) }),
    say('letter-text-subject'),
    say('letter-text-greeting'),
    say('letter-text-ask'),
    list(
      accounts.length === 1 ? say('letter-text-who') : say('letter-text-who-several'),
      accounts.map(idLine),
    ),
    list(say('letter-text-values'), attributes.map(valueLine)),
    list(say('letter-text-files'), documents.map(fileLine)),
    accounts.length > 0 ? say('letter-text-prove') : '',
    say('letter-text-reply'),
    say('letter-text-end'),
  ];
  return `${parts.filter(Boolean).map(plain).join('\n\n')}\n`;
}

function list(title: string, lines: string[]): string {
  return lines.length === 0 ? '' : [title, ...lines.map((line) => `- ${line}`)].join('\n');
}

function idLine({ did, first, last }: KnownAccount): string {
  const [from, to] = [formatDay(first), formatDay(last)];
  return from === to
    ? say('letter-text-id-once', { did, day: from })
    : say('letter-text-id', { did, first: from, last: to });
}

function valueLine({ title, arrival, versions }: KnownAttribute): string {
  const mayHave = arrival === 'mayHave';
  const times = versions.reduce((sum, version) => sum + version.times, 0);
  const firsts = versions.map(({ first }) => first).sort();
  const lasts = versions.map(({ last }) => last).sort();
  const [first, last] = [formatDay(firsts[0] ?? ''), formatDay(lasts.at(-1) ?? '')];
  if (times > 2) {
    const between = { title, times: String(times), first, last };
    return mayHave
      ? say('letter-text-value-between-may-have', between)
      : say('letter-text-value-between', between);
  }
  const days = first === last ? first : say('list-and', { others: first, last });
  return mayHave
    ? say('letter-text-value-may-have', { title, days })
    : say('letter-text-value', { title, days });
}

function fileLine({ name, title, last, arrival }: KnownDocument): string {
  const values = { file: name, title, day: formatDay(last) };
  return arrival === 'mayHave'
    ? say('letter-text-file-may-have', values)
    : say('letter-text-file', values);
}

/** Without the marks that keep right-to-left names apart on the screen: in a letter they would be stray characters. */
function plain(text: string): string {
  return text.replace(/[\u2068\u2069]/g, '');
}
