import { expect, test, vi } from 'vitest';
import { mockShell } from '../testing/mock-shell';
import { Cancellable } from './cancellable.svelte';
import { verbatim } from './words';

/** A request that ends when the shell is told to cancel it, as the real one does. */
function pending() {
  const began: string[] = [];
  const ends: Record<string, (reason: unknown) => void> = {};
  const calls = mockShell({
    cancel_wait: ({ id }) => {
      ends[String(id)]?.({ code: 'stopped', message: verbatim('You cancelled it.') });
      return null;
    },
  });
  const request = new Cancellable((wait: string, value: string) => {
    began.push(wait);
    return new Promise<string>((resolve, reject) => {
      ends[wait] = reject;
      if (value !== 'waits') resolve(value);
    });
  });
  const cancelled = () =>
    calls.filter(({ command }) => command === 'cancel_wait').map(({ args }) => args.id);
  return { request, began, cancelled };
}

test('cancelling ends the request in the shell, by its own id', async () => {
  const { request, began, cancelled } = pending();
  const running = request.run('waits');
  expect(request.busy).toBe(true);
  request.cancel();
  expect(request.cancelling).toBe(true);
  expect(await running).toBeUndefined();
  expect(cancelled()).toEqual(began);
  expect(request.failure?.code).toBe('stopped');
  expect(request.cancelling).toBe(false);
});

test('what has ended is not cancelled any more', async () => {
  const { request, cancelled } = pending();
  expect(await request.run('done')).toBe('done');
  request.cancel();
  expect(cancelled()).toEqual([]);
  expect(request.value).toBe('done');
});

test('asking anew ends what was asked before, and every run has an id of its own', async () => {
  const { request, began, cancelled } = pending();
  const first = request.run('waits');
  const second = request.run('done');
  expect(await first).toBeUndefined();
  expect(await second).toBe('done');
  expect(cancelled()).toEqual([began[0]]);
  expect(new Set(began).size).toBe(2);
});

test('a wallet that is locked has ended it already', async () => {
  mockShell({ cancel_wait: () => Promise.reject(new Error('locked')) });
  const unhandled = vi.fn();
  process.on('unhandledRejection', unhandled);
  const request = new Cancellable(() => new Promise<string>(() => undefined));
  void request.run();
  request.cancel();
  await new Promise((resolve) => setTimeout(resolve));
  expect(unhandled).not.toHaveBeenCalled();
  process.off('unhandledRejection', unhandled);
});
