import { expect, test } from 'vitest';
import { mockShell } from '../testing/mock-shell';
import { handOverAutoLock } from './auto-lock';

test.each([
  ['15', 15],
  ['17', 15],
  ['0.5', 1],
  ['0', null],
  ['100000', 60],
])('%s minutes of an earlier version become %s', async (kept, expected) => {
  localStorage.setItem('idw.autoLockMinutes', kept);
  const calls = mockShell();
  await handOverAutoLock();
  await handOverAutoLock();
  const set = calls.filter(({ command }) => command === 'set_auto_lock');
  expect(set.map(({ args }) => args.minutes)).toEqual([expected]);
});

test('what makes no sense is forgotten', async () => {
  localStorage.setItem('idw.autoLockMinutes', 'often');
  const calls = mockShell();
  await handOverAutoLock();
  expect(calls).toEqual([]);
  expect(localStorage.getItem('idw.autoLockMinutes')).toBeNull();
});
