import { expect, test } from 'vitest';
import { knowledge } from '../testing/fixtures';
import type { KnownVersion, SiteKnowledge } from './bindings';
import { deletionLetter, hasDeletable } from './deletion-letter';
import { formatDay } from './format';

const today = new Date('2026-11-30T12:00:00Z');

test('the letter says who asks, by the ID there, what was sent and when, and what is asked', () => {
  const letter = deletionLetter(knowledge, today);
  expect(letter).toContain('To Harbour Exchange (https://harbour.example/lws)');
  expect(letter).toContain(formatDay('2026-11-30'));
  expect(letter).toContain(knowledge.accounts[0]?.did);
  expect(letter).toContain('Art. 17 GDPR');
  const [first, last] = [formatDay('2026-11-20'), formatDay('2026-11-22')];
  expect(letter).toContain(`- First Name, sent on ${first} and ${last}`);
  expect(letter).toContain(
    `- Utility Bill, sent on ${first} and ${last} (it may not have arrived)`,
  );
  expect(letter).toContain(
    `- bill.pdf (Utility Bill), last sent on ${last} (it may not have arrived)`,
  );
  expect(letter).not.toMatch(/[\u2068\u2069]/);
});

test('what was sent often is summed up over all its versions', () => {
  const [known] = knowledge.attributes;
  const [version] = known?.versions ?? [];
  if (!known || !version) throw new Error('the fixture has a value');
  const earlier: KnownVersion = {
    ...version,
    times: 3,
    first: '2025-01-05T10:00:00Z',
    last: '2025-06-05T10:00:00Z',
  };
  const often: SiteKnowledge = {
    ...knowledge,
    attributes: [{ ...known, versions: [version, earlier] }],
  };
  expect(deletionLetter(often, today)).toContain(
    `- First Name, sent 5 times from ${formatDay('2025-01-05')} to ${formatDay('2026-11-22')}`,
  );
});

test('a site that only knows an ID is asked to delete that', () => {
  const bare: SiteKnowledge = { ...knowledge, attributes: [], documents: [] };
  expect(hasDeletable(bare)).toBe(true);
  const letter = deletionLetter(bare, today);
  expect(letter).not.toContain('sent you');
  expect(letter).toContain(knowledge.accounts[0]?.did);
  expect(hasDeletable({ ...bare, accounts: [] })).toBe(false);
});
