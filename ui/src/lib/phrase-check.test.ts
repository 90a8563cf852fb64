import { expect, test } from 'vitest';
import { isWord, placesToAsk } from './phrase-check';

test('three different places are asked for, in order, and all of them come up', () => {
  const seen = new Set<number>();
  for (let i = 0; i < 500; i++) {
    const places = placesToAsk(24);
    expect(new Set(places).size).toBe(3);
    expect(places).toEqual([...places].sort((a, b) => a - b));
    for (const place of places) seen.add(place);
  }
  expect([...seen].sort((a, b) => a - b)).toEqual(Array.from({ length: 24 }, (_, i) => i));
});

test('case and spaces around a word do not matter', () => {
  expect(isWord(' Orbit ', 'orbit')).toBe(true);
  expect(isWord('orbi', 'orbit')).toBe(false);
  expect(isWord('', 'orbit')).toBe(false);
});
