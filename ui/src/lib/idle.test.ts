import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { stillWorking, watchIdle } from './idle';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test('an untouched window goes idle once the time is over', () => {
  const onIdle = vi.fn();
  const stop = watchIdle(1, onIdle);
  vi.advanceTimersByTime(55_000);
  window.dispatchEvent(new Event('keydown'));
  vi.advanceTimersByTime(55_000);
  expect(onIdle).not.toHaveBeenCalled();
  vi.advanceTimersByTime(10_000);
  expect(onIdle).toHaveBeenCalledOnce();
  stop();
});

test('what the user waits for counts as use', () => {
  const onIdle = vi.fn();
  const stop = watchIdle(1, onIdle);
  for (let i = 0; i < 5; i++) {
    vi.advanceTimersByTime(55_000);
    stillWorking();
  }
  expect(onIdle).not.toHaveBeenCalled();
  stop();
});

test('zero means never', () => {
  const onIdle = vi.fn();
  watchIdle(0, onIdle);
  vi.advanceTimersByTime(86_400_000);
  expect(onIdle).not.toHaveBeenCalled();
});
