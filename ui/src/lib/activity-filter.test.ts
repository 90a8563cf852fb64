import { expect, test } from 'vitest';
import {
  areDatesWrong,
  everything,
  filterInput,
  isDay,
  isFiltered,
  siteKey,
} from './activity-filter';

test('both days belong to what is shown, and half a date limits nothing', () => {
  const { from, before } = filterInput({ ...everything, from: '2026-10-25', to: '2026-10-25' }, []);
  expect(new Date(from ?? '')).toEqual(new Date(2026, 9, 25));
  expect(new Date(before ?? '')).toEqual(new Date(2026, 9, 26));
  const typing = filterInput({ ...everything, from: '2026-11', to: '2026' }, []);
  expect([typing.from, typing.before]).toEqual([null, null]);
  const early = filterInput({ ...everything, from: '0021-03-04' }, []).from;
  expect(new Date(early ?? '').getFullYear()).toBe(21);
});

test('a site is named by its root, and by its name only where it has none', () => {
  const shop = { name: 'Shop', root: 'https://shop.example' };
  const old = { name: 'Shop', root: null };
  const site = (key: string) => filterInput({ ...everything, site: key }, [shop, old]).site;
  expect(site(siteKey(shop))).toEqual({ root: 'https://shop.example', name: null });
  expect(site(siteKey(old))).toEqual({ root: null, name: 'Shop' });
  expect(site('')).toBeNull();
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
