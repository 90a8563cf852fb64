import { readFileSync } from 'node:fs';
import { afterEach, expect, test, vi } from 'vitest';
import { amount, formatAmount, formatCountry, formatDay, formatMoment, formatSize } from './format';
import { speech } from './language.svelte';
import { MARKS, pseudo } from './locales/pseudo';
import { listed, say } from './words';

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

interface Case {
  as: 'amount' | 'size' | 'day' | 'moment' | 'country' | 'list';
  given: number | string | string[];
  en: string;
  de: string;
}

const formatters: Record<Case['as'], (given: never) => string> = {
  amount: formatAmount,
  size: formatSize,
  day: formatDay,
  moment: formatMoment,
  country: formatCountry,
  list: listed,
};

test('dates, numbers, sizes, countries and lists read as on the command line', async () => {
  const cases = JSON.parse(readFileSync('../tests/vectors/words/formats.json', 'utf8')) as Case[];
  expect(cases.length).toBeGreaterThanOrEqual(30);
  for (const language of ['en', 'de'] as const) {
    await speech.speak(language);
    for (const one of cases) {
      // The engine keeps a number and its unit together, and marks stand around what is listed.
      const said = formatters[one.as](one.given as never)
        .replaceAll(/[\u00a0\u202f]/g, ' ')
        .replaceAll(/[\u2068\u2069]/g, '');
      expect(said, JSON.stringify(one)).toBe(one[language]);
    }
  }
});

test('the window follows the system until a language is chosen, and the last choice counts', async () => {
  const languages = vi.spyOn(navigator, 'languages', 'get').mockReturnValue(['fr-FR', 'de-AT']);
  await speech.choose('system');
  expect([speech.choice, speech.language]).toEqual(['system', 'de']);
  await Promise.all([speech.choose('de'), speech.choose('en')]);
  expect([speech.choice, speech.language]).toEqual(['en', 'en']);
  expect(localStorage.getItem('idw.language')).toBe('en');
  languages.mockReturnValue(['fr-FR']);
  await speech.choose('system');
  expect(speech.language).toBe('en');
  expect(localStorage.getItem('idw.language')).toBeNull();
});
