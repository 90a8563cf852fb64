import { expect, test } from 'vitest';
import { firstLetter, hueOf } from './site-icon';

test('the colour comes from the id, and ids spread over all colours', () => {
  const id = (number: number) => number.toString(16).padStart(32, '0');
  expect(hueOf(id(7))).toBe(hueOf(id(7)));
  const hues = new Set(Array.from({ length: 200 }, (_, number) => hueOf(id(number))));
  expect(hues.size).toBe(12);
  for (const hue of hues) expect(hue).toBeGreaterThanOrEqual(0);
});

test.each([
  ['Harbour Exchange', 'H'],
  ['“Quoted”', 'Q'],
  ['  élan', 'É'],
  ['127.0.0.1:8741', '1'],
  ['株式会社', '株'],
  ['★', '★'],
  ['', '?'],
])('the letter of %s', (name, expected) => {
  expect(firstLetter(name)).toBe(expected);
});
