import { expect, test } from 'vitest';
import { daysIn, monthPage, moved, movedMonths, readDate } from './dates';

test.each([
  ['1985-04-12', '1985-04-12'],
  ['19850412', '1985-04-12'],
  [' 1985/4/2 ', '1985-04-02'],
  ['1985.04.12', '1985-04-12'],
  ['12.4.1985', '1985-04-12'],
  ['12 Apr 1985', '1985-04-12'],
  ['12 april 1985', '1985-04-12'],
  ['April 12, 1985', '1985-04-12'],
  ['2024-02-29', '2024-02-29'],
])('%s is read as %s', (typed, expected) => {
  expect(readDate(typed)).toBe(expected);
});

test.each(['', 'yesterday', '3/4/2026', '2026-13-01', '2026-02-29', '1985-4', '12 Foo 1985', '0'])(
  '%j is not read',
  (typed) => {
    expect(readDate(typed)).toBeUndefined();
  },
);

test('days and months are counted over their ends', () => {
  expect(daysIn(2024, 2)).toBe(29);
  expect(moved('2026-01-01', -1)).toBe('2025-12-31');
  expect(moved('2026-02-28', 1)).toBe('2026-03-01');
  expect(movedMonths('2026-01-31', 1)).toBe('2026-02-28');
  expect(movedMonths('2026-01-31', -11)).toBe('2025-02-28');
  expect(movedMonths('0085-03-10', 12)).toBe('0086-03-10');
});

test('a page of a month has whole weeks', () => {
  const page = monthPage(2026, 3);
  expect(page[0]).toBe('2026-02-23');
  expect(page.at(-1)).toBe('2026-04-05');
  expect(page).toHaveLength(42);
});
