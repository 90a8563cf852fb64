import { expect, test } from 'vitest';
import { asFailure, Loader } from './request.svelte';
import { verbatim } from './words';

/** A call whose answers the test gives, in the order it likes. */
function held<T>() {
  const pending: { resolve: (value: T) => void; reject: (reason: unknown) => void }[] = [];
  const call = () => new Promise<T>((resolve, reject) => pending.push({ resolve, reject }));
  return { call, pending };
}

test('a request goes from idle through loading to ready', async () => {
  const { call, pending } = held<number>();
  const loader = new Loader(call);
  expect(loader.request).toEqual({ state: 'idle' });
  const running = loader.run();
  expect(loader.request).toEqual({ state: 'loading' });
  pending[0]?.resolve(7);
  expect(await running).toBe(7);
  expect(loader.request).toEqual({ state: 'ready', value: 7 });
});

test('a failure keeps its code and its sentence', async () => {
  const failure = { code: 'inUse', message: verbatim('Another program has it open.') };
  const loader = new Loader(() => Promise.reject(failure as unknown as Error));
  expect(await loader.run()).toBeUndefined();
  expect(loader.request).toEqual({ state: 'failed', failure });
});

test('the latest call wins', async () => {
  const { call, pending } = held<string>();
  const loader = new Loader(call);
  const first = loader.run();
  const second = loader.run();
  pending[1]?.resolve('new');
  pending[0]?.resolve('old');
  await Promise.all([first, second]);
  expect(loader.value).toBe('new');
});

test('refreshing keeps what is shown; restarting does not', async () => {
  const { call, pending } = held<string>();
  const loader = new Loader(call);
  const first = loader.run();
  pending[0]?.resolve('shown');
  await first;
  void loader.run();
  expect(loader.value).toBe('shown');
  void loader.restart();
  expect(loader.busy).toBe(true);
});

test('an unforeseen error has a code too', () => {
  expect(asFailure(new Error('boom'))).toEqual({ code: 'other', message: verbatim('boom') });
});
