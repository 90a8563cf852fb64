import { afterEach, expect, test } from 'vitest';
import { amount, formatDay, formatSize } from './format';
import { speech } from './language.svelte';
import { MARKS, pseudo } from './locales/pseudo';
import { say } from './words';

afterEach(async () => {
  await speech.speak('en');
});

test('the window speaks another language at once, and dates go with it', async () => {
  expect(say('notices-dismiss')).toBe('Dismiss');
  await speech.speak('pseudo');
  expect(say('notices-dismiss')).toBe('⟦Dîsmîss~~~⟧'.replaceAll('î', 'í'));
  await speech.speak('en');
  expect(say('notices-dismiss')).toBe('Dismiss');
});

test('every message is between marks in the pseudo-language, with its arguments', async () => {
  await speech.speak('pseudo');
  const text = say('reminder-expires', { title: 'Passport', days: 3 });
  expect(text.startsWith(MARKS[0])).toBe(true);
  expect(text.endsWith(MARKS[1])).toBe(true);
  expect(text).toContain('Passport');
});

test('the pseudo-language leaves the shape of messages alone', () => {
  const file =
    '# A comment.\nplural =\n    { $count ->\n        [one] { $count } file\n       *[other] { $count } files\n    }\n';
  expect(pseudo(file).split('\n')).toEqual([
    '# A comment.',
    'plural =',
    '    { $count ->',
    '        [one] ⟦{ $count } fílé~~~~~⟧',
    '       *[other] ⟦{ $count } fílés~~~~~~⟧',
    '    }',
    '',
  ]);
});

test('dates, sizes and numbers are those of the language', async () => {
  expect([formatDay('2026-03-05'), formatSize(1_483_200), amount(12_345).number]).toEqual([
    '5 Mar 2026',
    '1.5 MB',
    '12,345',
  ]);
  await speech.speak('de');
  expect([formatDay('2026-03-05'), formatSize(1_483_200), amount(12_345).number]).toEqual([
    '5. März 2026',
    '1,5 MB',
    '12.345',
  ]);
  expect(say('notices-dismiss')).not.toBe('Dismiss');
});
