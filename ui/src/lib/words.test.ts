import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { ApplicationChangeView, ChangeView, ConsentNoteView, Elsewhere } from './bindings';
import { applicationChangeText, changeText } from './changes';
import { consentNoteText } from './consent-notes';
import { formatDay } from './format';
import { noticeText } from './notices';
import { say } from './words';

interface Case {
  id: string;
  arguments: Record<string, string | number>;
  text: string;
}

/** With ids that are known only at run time. */
const sayAny = say as (id: string, values: Case['arguments']) => string;

/** The marks around arguments, which the command line leaves out. */
const isolates = /[\u2068\u2069]/g;

test('messages read as on the command line', () => {
  const cases = JSON.parse(readFileSync('../tests/vectors/words/en.json', 'utf8')) as Case[];
  expect(cases.length).toBeGreaterThanOrEqual(20);
  for (const { id, arguments: values, text } of cases) {
    expect(sayAny(id, values).replace(isolates, ''), id).toBe(text);
  }
});

test('an argument cannot change the direction of the sentence around it', () => {
  expect(say('reminder-expires', { title: 'גרמניה', days: 0 })).toBe(
    '\u2068גרמניה\u2069 expires today.',
  );
});

test('ids and arguments are checked', () => {
  // svelte-check fails if one of these lines stops being an error.
  // @ts-expect-error There is no such message.
  expect(() => say('reminder-gone')).toThrow('There is no message reminder-gone.');
  // @ts-expect-error There is no such argument.
  expect(say('reminder-expires', { title: 'Passport', days: 0, label: '' })).toContain('today');
  // @ts-expect-error An argument is missing.
  expect(() => say('reminder-expires', { title: 'Passport' })).toThrow();
  // @ts-expect-error A number, not text.
  expect(say('reminder-expires', { title: 'Passport', days: '3' })).toContain('Passport');
  // @ts-expect-error All arguments are missing.
  expect(() => say('attribute-labelled')).toThrow();
  // @ts-expect-error It takes none.
  expect(say('notices-dismiss', { title: 'Passport' })).toBe('Dismiss');
});

test('a notice is said with its arguments', () => {
  const text = noticeText({ type: 'oddEntry', path: '/home/ada/vault/lock', kind: 'symbolicLink' });
  expect(text.replace(isolates, '')).toBe(
    '/home/ada/vault/lock is a symbolic link. The wallet did not put it there, and did not follow or change it. Delete it, or restore the vault’s own file or folder.',
  );
  expect(noticeText({ type: 'repaired', cause: 'recordsOld' })).toBe(
    'The vault was repaired because its records had been replaced with older ones.',
  );
  expect(noticeText({ type: 'recordsLost', count: 1 })).toContain('record could not');
});

test('a note about a value is said with its days', () => {
  const on = '2027-01-04';
  const check = (note: ConsentNoteView, expected: string) => {
    expect(consentNoteText(note).replace(isolates, ''), note.type).toBe(expected);
  };
  check({ type: 'expired', on }, `It expired on ${formatDay(on)}.`);
  check({ type: 'expiresSoon', on, days: 0 }, `It expires today, on ${formatDay(on)}.`);
  check({ type: 'expiresSoon', on, days: 43 }, `It expires on ${formatDay(on)}, in 43 days.`);
  check({ type: 'issuedInFuture', on }, `Its date of issue, ${formatDay(on)}, is in the future.`);
  check({ type: 'notAskedBefore' }, 'The site did not ask for this last time.');
  check({ type: 'hasAnother', sent: on }, `The site has another one, sent on ${formatDay(on)}.`);
});

test('what is different is said as on the command line', () => {
  const check = (change: ChangeView, expected: string) => {
    expect(changeText(change).replace(isolates, ''), change.type).toBe(expected);
  };
  check(
    { type: 'newlyAsked', title: 'Email', required: true, than: 'lastTime' },
    'It asks for Email (required), which it did not ask for last time.',
  );
  check(
    { type: 'newlyAsked', title: 'Email', required: false, than: 'before' },
    'It asks for Email (optional), which it did not ask for before.',
  );
  const passport = { type: 'calledOtherwise', title: 'Passport', than: 'lastTime' } as const;
  check(
    { ...passport, was: 'Pass', is: 'Name' },
    'It called Passport “Pass” last time; it calls it “Name” now.',
  );
  check(
    { ...passport, was: null, is: 'Name' },
    'It did not name Passport last time; it calls it “Name” now.',
  );
  check(
    { ...passport, was: 'Pass', is: null },
    'It called Passport “Pass” last time; it does not name it now.',
  );
  check(
    { type: 'termsMoved', was: null, is: 'https://shop.example/terms' },
    'The address of its terms was none; it is https://shop.example/terms now.',
  );
  const place: Elsewhere = { host: 'k.example', sees: ['signature', 'values', 'files'] };
  check(
    { type: 'placeGetsMore', place, used: ['shop.example/lws', 'b.example'] },
    'k.example now gets a signature in your name, the attributes and the files; before, the site used shop.example/lws, b.example.',
  );
  const other: Elsewhere = { host: 'k.example', sees: ['files'] };
  check(
    { type: 'keyOfEarlierRule', root: 'https://shop.example/lws', others: [other] },
    'Your key for this site was made by an earlier rule and stays as it is. https://shop.example/lws gets everything that is sent. k.example gets the files. You are asked this once.',
  );
});

test('what is different about an application is said as on the command line', () => {
  const check = (change: ApplicationChangeView, expected: string) => {
    expect(applicationChangeText(change).replace(isolates, ''), change.type).toBe(expected);
  };
  check(
    { type: 'otherAccount', was: 'Ada', wasDid: 'did:a', is: 'Work', isDid: 'did:b' },
    'You would act as Work (did:b); you applied as Ada (did:a).',
  );
  check(
    { type: 'placeNotAgreedTo', place: { host: 'k.example', sees: ['files'] } },
    'k.example would get the files, which you have not agreed to.',
  );
});
