import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { request } from '../testing/fixtures';
import { mockShell } from '../testing/mock-shell';
import { RequestsController } from './requests.svelte';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** A controller over one request that ends in a minute. */
function start() {
  const ends = new Date(Date.now() + 60_000).toISOString();
  const calls = mockShell({
    list_requests: () => [
      { ...request, ends, status: Date.now() < Date.parse(ends) ? 'waiting' : 'ended' },
    ],
  });
  return { calls, requests: new RequestsController() };
}

test('a request that ends by itself is not open any more', async () => {
  const { calls, requests } = start();
  await requests.refresh();
  await vi.advanceTimersByTimeAsync(59_000);
  expect(requests.open).toHaveLength(1);
  expect(calls).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(2_000);
  expect(requests.open).toHaveLength(0);
  await vi.advanceTimersByTimeAsync(600_000);
  expect(calls).toHaveLength(2);
});

test('nobody asks any more once nobody looks', async () => {
  const { calls, requests } = start();
  await requests.refresh();
  requests.stop();
  await vi.advanceTimersByTimeAsync(600_000);
  expect(calls).toHaveLength(1);
});
