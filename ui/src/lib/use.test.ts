import { afterEach, expect, test, vi } from 'vitest';
import { mockShell } from '../testing/mock-shell';
import { touched, watchUse } from './use';

afterEach(() => {
  vi.restoreAllMocks();
});

test('the shell hears of touches, but not of each', () => {
  let now = 0;
  vi.spyOn(performance, 'now').mockImplementation(() => now);
  const calls = mockShell();
  const count = () => calls.filter(({ command }) => command === 'in_use').length;
  const stop = watchUse();
  window.dispatchEvent(new Event('pointermove'));
  window.dispatchEvent(new Event('keydown'));
  expect(count()).toBe(1);
  now = 5_000;
  window.dispatchEvent(new Event('wheel'));
  expect(count()).toBe(2);
  now = 20_000;
  // What the user waits for counts too.
  touched();
  expect(count()).toBe(3);
  stop();
  now = 40_000;
  window.dispatchEvent(new Event('keydown'));
  expect(count()).toBe(3);
});
