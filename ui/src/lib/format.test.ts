import { describe, expect, test } from 'vitest';
import {
  bareUrl,
  exactTime,
  formatAgo,
  formatAhead,
  formatDay,
  formatMoment,
  formatSize,
  inDays,
  lastBackup,
  shortAddress,
  withoutTitle,
} from './format';
import { say } from './words';

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
  const now = new Date(2026, 10, 22, 12, 0, 0);
  const at = (...parts: [number, number, number, number, number, number]) =>
    new Date(...parts).toISOString();
  test.each([
    [at(2026, 10, 22, 11, 59, 50), 'just now'],
    [at(2026, 10, 22, 11, 50, 0), '10 minutes ago'],
    [at(2026, 10, 22, 9, 0, 0), '3 hours ago'],
    [at(2026, 10, 22, 0, 1, 0), '12 hours ago'],
    [at(2026, 10, 21, 23, 59, 0), 'yesterday'],
    [at(2026, 10, 21, 0, 1, 0), 'yesterday'],
    [at(2026, 10, 20, 23, 59, 0), '20 Nov 2026'],
    [at(2025, 0, 2, 12, 0, 0), '2 Jan 2025'],
    ['nonsense', 'nonsense'],
  ])('%s', (time, expected) => {
    expect(formatAgo(time, now)).toBe(expected);
  });
});

describe('one form for dates', () => {
  const time = new Date(2026, 2, 5, 14, 5, 9).toISOString();

  test('a day, and a moment', () => {
    expect(formatDay('2026-03-05')).toBe('5 Mar 2026');
    expect(formatDay(time)).toBe('5 Mar 2026');
    expect(formatMoment(time)).toBe('5 Mar 2026, 14:05');
    expect(formatMoment('2026-03-05')).toBe('5 Mar 2026');
    expect(formatMoment('nonsense')).toBe('nonsense');
  });

  test('the exact time is the same instant, in this place', () => {
    const exact = exactTime(time);
    expect(exact).toMatch(/^2026-03-05 14:05:09 [+-]\d\d:\d\d$/);
    const [day, clock, zone] = exact.split(' ');
    expect(new Date(`${day ?? ''}T${clock ?? ''}${zone ?? ''}`).toISOString()).toBe(time);
    expect(exactTime('2026-03-05')).toBe('2026-03-05');
    expect(exactTime('nonsense')).toBe('nonsense');
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
  const now = new Date(2026, 10, 22, 12, 0, 0);
  const at = (...parts: [number, number, number, number]) => new Date(...parts).toISOString();
  test.each([
    [at(2026, 10, 22, 12), 'just now'],
    [at(2026, 10, 21, 12), 'yesterday'],
    [at(2026, 7, 14, 12), '14 Aug 2026'],
  ])('%s', (last, when) => {
    expect(lastBackup({ last }, now)).toBe(say('backup-last', { when }));
  });

  test('never', () => {
    expect(lastBackup({ last: null })).toBe('No backup yet');
  });

  test('of the future', () => {
    const ahead = '2091-01-01T12:00:00Z';
    expect(lastBackup({ last: null, ahead }, now)).toBe(
      say('backup-last-ahead', { day: '1 Jan 2091' }),
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
