import { untrack } from 'svelte';
import type { Failure } from './bindings';
import { verbatim } from './words';

/** Where a request to the shell stands. Every screen draws all four. */
export type Request<T> =
  | { state: 'idle' }
  | { state: 'loading' }
  | { state: 'failed'; failure: Failure }
  | { state: 'ready'; value: T };

/** What a rejected command came back with; anything else that was thrown becomes `other`. */
export function asFailure(reason: unknown): Failure {
  if (typeof reason === 'object' && reason !== null && 'code' in reason && 'message' in reason) {
    return reason as Failure;
  }
  const message = reason instanceof Error ? reason.message : String(reason);
  return { code: 'other', message: verbatim(message) };
}

/**
 * One request that can be made again: the latest call wins, and a value that is there stays until
 * its successor arrives, so that a screen does not flicker when it is refreshed.
 */
export class Loader<T, A extends unknown[] = []> {
  request = $state.raw<Request<T>>({ state: 'idle' });
  #call: (...args: A) => Promise<T>;
  #latest = 0;

  constructor(call: (...args: A) => Promise<T>) {
    this.#call = call;
  }

  /** What came back last, if anything did. */
  get value(): T | undefined {
    return this.request.state === 'ready' ? this.request.value : undefined;
  }

  get busy(): boolean {
    return this.request.state === 'loading';
  }

  get failure(): Failure | undefined {
    return this.request.state === 'failed' ? this.request.failure : undefined;
  }

  /** Makes the request; the value, or nothing if it failed or was overtaken. */
  run(...args: A): Promise<T | undefined> {
    // Effects start requests; what a request reads on its way must not start the effect again.
    return untrack(() => this.#run(args));
  }

  async #run(args: A): Promise<T | undefined> {
    const mine = ++this.#latest;
    if (this.request.state !== 'ready') this.request = { state: 'loading' };
    try {
      const value = await this.#call(...args);
      if (mine !== this.#latest) return undefined;
      this.request = { state: 'ready', value };
      return value;
    } catch (reason) {
      if (mine === this.#latest) this.request = { state: 'failed', failure: asFailure(reason) };
      return undefined;
    }
  }

  /** Like `run`, but forgets what was there: for actions, where an old answer would mislead. */
  async restart(...args: A): Promise<T | undefined> {
    this.reset();
    return this.run(...args);
  }

  reset(): void {
    this.#latest++;
    this.request = { state: 'idle' };
  }
}
