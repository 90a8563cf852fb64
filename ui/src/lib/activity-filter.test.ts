import { expect, test } from 'vitest';
import {
  areDatesWrong,
  everything,
  filtered,
  isDay,
  isFiltered,
  loggedSites,
  type ActivityFilter,
} from './activity-filter';
import type { ActivityView } from './bindings';

const entry = (number: number, more: Partial<ActivityView> = {}): ActivityView => ({
  number,
  at: `2026-11-${String(10 + number)}T12:00:00Z`,
  text: 'Logged in to Shop',
  kind: 'loggedIn',
  site: 'Shop',
  root: 'https://shop.example',
  account: 'Shop',
  sent: [],
  failed: false,
  purpose: 'logIn',
  ...more,
});

/** The newest first, as the screen has them. */
const log = [
  entry(6, { site: 'Shop renamed' }),
  entry(5, { kind: 'attributeSet', text: 'Entered Café', site: null, root: null, purpose: null }),
  entry(4, {
    kind: 'approved',
    purpose: 'apply',
    site: 'Bank',
    root: 'https://bank.example',
    text: 'Agreed to apply at Bank',
    sent: [
      {
        name: 'passport',
        title: 'Passport',
        askedAs: null,
        fromSite: false,
        which: null,
        required: true,
        digest: '',
        files: ['front.png'],
      },
    ],
  }),
  entry(3, { kind: 'failed', failed: true, text: 'Login to Shop failed' }),
  entry(2, { site: 'Shop', root: 'https://other.example', text: 'Logged in to the other Shop' }),
  entry(1, { kind: 'siteAdded', site: 'Old', root: null, purpose: null, text: 'Added Old' }),
];

const numbers = (filter: Partial<ActivityFilter>) =>
  filtered(log, { ...everything, ...filter }).map(({ number }) => number);

test('every word has to be found, without case and accents, also in what was sent', () => {
  expect(numbers({})).toEqual([6, 5, 4, 3, 2, 1]);
  expect(numbers({ query: 'cafe' })).toEqual([5]);
  expect(numbers({ query: 'FRONT bank' })).toEqual([4]);
  expect(numbers({ query: 'passport cafe' })).toEqual([]);
});

test('a site is told from others by its root, whatever it was called', () => {
  const sites = loggedSites(log);
  expect(sites.map(({ name }) => name)).toEqual(['Bank', 'Old', 'Shop', 'Shop renamed']);
  const key = (name: string) => sites.find((site) => site.name === name)?.key ?? '';
  expect(numbers({ site: key('Shop renamed') })).toEqual([6, 3]);
  expect(numbers({ site: key('Shop') })).toEqual([2]);
  expect(numbers({ site: key('Old') })).toEqual([1]);
});

test.each([
  ['sent', [4]],
  ['logins', [6, 3, 2]],
  ['applications', [4]],
  ['failed', [3]],
  ['sites', [1]],
  ['wallet', [5]],
  ['signUps', []],
] as [ActivityFilter['kind'], number[]][])('the kind %s', (kind, expected) => {
  expect(numbers({ kind })).toEqual(expected);
});

test('both days belong to what is shown, and half a date limits nothing', () => {
  expect(numbers({ from: '2026-11-14' })).toEqual([6, 5, 4]);
  expect(numbers({ to: '2026-11-14' })).toEqual([4, 3, 2, 1]);
  expect(numbers({ from: '2026-11-12', to: '2026-11-13' })).toEqual([3, 2]);
  expect(numbers({ from: '2026-11', to: '2026' })).toHaveLength(6);
});

test('days that do not exist or stand the wrong way round are noticed', () => {
  expect(isDay('2026-02-28')).toBe(true);
  for (const text of ['2026-02-30', '2026-13-01', '26-01-01', '2026-1-1', '']) {
    expect(isDay(text), text).toBe(false);
  }
  expect(areDatesWrong({ ...everything, from: '2026-11-14', to: '2026-11-13' })).toBe(true);
  expect(areDatesWrong({ ...everything, from: '2026-11-14', to: '2026-11-14' })).toBe(false);
});

test('a filter that lets everything through is none', () => {
  expect(isFiltered({ ...everything, query: '  ' })).toBe(false);
  expect(isFiltered({ ...everything, from: '2026' })).toBe(true);
});
