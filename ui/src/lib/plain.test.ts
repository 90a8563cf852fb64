import { expect, test } from 'vitest';
import { plainLine, plainLines, shortened } from './plain';

test('what is not seen is taken out, and what is spelt with joiners stays', () => {
  expect(plainLine('invoice\u202egnp.exe')).toBe('invoicegnp.exe');
  expect(plainLine('a\u2066b\u2069c\u200b\ufeff\u0000')).toBe('abc');
  expect(plainLine('first\r\nsecond\u2028third')).toBe('first secondthird');
  expect(plainLine('می\u200cخواهم')).toBe('می\u200cخواهم');
});

test('lines stay where a text has lines', () => {
  expect(plainLines('12 Harbour Street\r\nHamburg\u202e')).toBe('12 Harbour Street\nHamburg');
});

test('a long text is cut between characters', () => {
  expect(shortened('abc', 3)).toBe('abc');
  expect(shortened('abcd', 3)).toBe('ab…');
  expect(shortened('👩👩👩👩', 3)).toBe('👩👩…');
});
