import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { pendingRemovals } from './pending-removals.svelte';
import { verbatim } from './words';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function begin(remove: () => Promise<unknown> = () => Promise.resolve(null)) {
  const run = vi.fn(remove);
  pendingRemovals.add({ kind: 'document', id: '7', title: 'passport.jpg', remove: run });
  const [one] = pendingRemovals.all;
  if (!one) throw new Error('nothing is pending');
  return { run, one };
}

const isHidden = () => pendingRemovals.hides('document', '7');

test('what is removed is hidden at once, and gone for good after its time', async () => {
  const reread = vi.fn(() => Promise.resolve());
  const gone = pendingRemovals.list('document', reread);
  const { run } = begin();
  expect(isHidden()).toBe(true);
  expect(pendingRemovals.hides('attribute', '7')).toBe(false);
  await vi.advanceTimersByTimeAsync(7_900);
  expect(run).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(200);
  expect(run).toHaveBeenCalledOnce();
  expect(reread).toHaveBeenCalledOnce();
  expect(pendingRemovals.all).toEqual([]);
  gone();
});

test('what is taken back is shown again and never removed', async () => {
  const { run, one } = begin();
  expect(one.undo()).toBe(true);
  expect(isHidden()).toBe(false);
  await vi.runAllTimersAsync();
  expect(run).not.toHaveBeenCalled();
});

test('the last removal is the first to be taken back', () => {
  begin();
  pendingRemovals.add({ kind: 'site', id: 'Shop', title: 'Shop', remove: () => Promise.resolve() });
  expect(pendingRemovals.undoLast()).toBe(true);
  expect(pendingRemovals.hides('site', 'Shop')).toBe(false);
  expect(isHidden()).toBe(true);
  expect(pendingRemovals.undoLast()).toBe(true);
  expect(pendingRemovals.undoLast()).toBe(false);
});

test('the time stands still while the message is read', async () => {
  const { run, one } = begin();
  await vi.advanceTimersByTimeAsync(7_000);
  one.pause();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(run).not.toHaveBeenCalled();
  one.resume();
  await vi.advanceTimersByTimeAsync(1_100);
  expect(run).toHaveBeenCalledOnce();
});

test('what cannot be removed is shown again, with the reason', async () => {
  const { one } = begin(() => Promise.reject(new Error('The disk is full.')));
  await pendingRemovals.flush();
  expect(isHidden()).toBe(false);
  expect(one.failure?.message).toEqual(verbatim('The disk is full.'));
  expect(pendingRemovals.some).toBe(false);
  pendingRemovals.dismiss(one);
  expect(pendingRemovals.all).toEqual([]);
});

test('leaving carries out what is pending, once', async () => {
  const { run, one } = begin();
  await Promise.all([pendingRemovals.flush(), pendingRemovals.flush(), one.carryOut()]);
  expect(run).toHaveBeenCalledOnce();
  expect(one.undo()).toBe(false);
});

test('a removal that hangs does not keep the wallet from being locked', async () => {
  begin(() => new Promise(() => undefined));
  const flushed = vi.fn();
  void pendingRemovals.flush().then(flushed);
  await vi.advanceTimersByTimeAsync(2_100);
  expect(flushed).toHaveBeenCalledOnce();
});

test('after a lock nothing is hidden, and no timer is left', () => {
  const { run } = begin();
  pendingRemovals.forget();
  expect(isHidden()).toBe(false);
  vi.runAllTimers();
  expect(run).not.toHaveBeenCalled();
});
