import { describe, expect, test } from 'vitest';
import {
  bareUrl,
  formatAgo,
  formatAhead,
  formatDay,
  formatSize,
  inDays,
  lastBackup,
  shortAddress,
  withoutTitle,
} from './format';

describe('formatSize', () => {
  test.each([
    [0, '0 bytes'],
    [999, '999 bytes'],
    [1000, '1 kB'],
    [184_320, '184 kB'],
    [999_600, '1.0 MB'],
    [1_483_200, '1.5 MB'],
    [50_000_000, '50 MB'],
    [2_500_000_000, '2.5 GB'],
  ])('%d', (bytes, expected) => {
    expect(formatSize(bytes)).toBe(expected);
  });
});

describe('formatAhead', () => {
  const now = new Date('2026-11-22T12:00:00Z');
  test.each([
    ['2026-11-22T11:00:00Z', /less than a minute/],
    ['2026-11-22T12:00:59Z', /less than a minute/],
    ['2026-11-22T12:09:50Z', /in 9 min/],
    ['2026-11-24T12:00:00Z', /2026/],
    ['nonsense', /nonsense/],
  ])('%s', (time, expected) => {
    expect(formatAhead(time, now)).toMatch(expected);
  });
});

describe('formatAgo', () => {
  const now = new Date('2026-11-22T12:00:00Z');
  test.each([
    ['2026-11-22T11:59:50Z', /now/],
    ['2026-11-22T11:50:00Z', /10 min/],
    ['2026-11-22T09:00:00Z', /3 hours/],
    ['2026-11-19T12:00:00Z', /3 days/],
    ['2025-01-02T12:00:00Z', /2025/],
    ['nonsense', /nonsense/],
  ])('%s', (time, expected) => {
    expect(formatAgo(time, now)).toMatch(expected);
  });
});

test('days are told in words', () => {
  expect(inDays(1)).toBe('tomorrow');
  expect(inDays(12)).toBe('in 12 days');
  expect(inDays(-3)).toBe('3 days ago');
});

test('addresses and URLs are shortened where they are only recognised', () => {
  expect(shortAddress('0x9858EfFD232B4033E47d90003D41EC34EcaEda94')).toBe('0x9858…da94');
  expect(bareUrl('https://site.example/')).toBe('site.example');
});

describe('lastBackup', () => {
  const now = new Date('2026-11-22T12:00:00Z');
  test.each([
    ['2026-11-22T11:59:50Z', 'just now'],
    ['2026-11-19T12:00:00Z', '3 days ago'],
    ['2026-08-14T12:00:00Z', '100 days ago'],
  ])('%s', (last, ago) => {
    expect(lastBackup({ last }, now)).toBe(`Last backup: ${ago}, ${formatDay(last)}`);
  });

  test('never', () => {
    expect(lastBackup({ last: null })).toBe('No backup yet');
  });

  test('of the future', () => {
    const ahead = '2091-01-01T12:00:00Z';
    expect(lastBackup({ last: null, ahead }, now)).toBe(
      `Last backup: unknown. Its date, ${formatDay(ahead)}, is still to come: a clock was wrong`,
    );
  });
});

describe('withoutTitle', () => {
  test.each([
    ['Passport · expires 2094-05-03', 'Passport', 'Expires 2094-05-03'],
    ['Passport', 'Passport', 'Passport'],
    ['Ada', 'First Name', 'Ada'],
  ])('%s', (summary, title, expected) => {
    expect(withoutTitle(summary, title)).toBe(expected);
  });
});
