import { cancelWait } from './bindings';
import { Loader } from './request.svelte';

/**
 * A request that waits for the network and that the user can cancel: it ends in Rust, not only on the screen. Each run has an id
 * that no other run has, so that a cancellation never ends another one, however late or early it arrives.
 */
export class Cancellable<T, A extends unknown[] = []> extends Loader<T, A> {
  /** The user has cancelled it, and it has not ended yet. */
  cancelling = $state(false);
  #wait: string | undefined;

  constructor(call: (wait: string, ...args: A) => Promise<T>) {
    super(async (...args) => {
      // Whoever asks anew does not want the answer to what was asked before.
      this.#end();
      const wait = newWait();
      this.#wait = wait;
      this.cancelling = false;
      try {
        return await call(wait, ...args);
      } finally {
        if (this.#wait === wait) {
          this.#wait = undefined;
          this.cancelling = false;
        }
      }
    });
  }

  /** Ends it; nothing where it has ended. */
  cancel(): void {
    if (this.#wait === undefined) return;
    this.cancelling = true;
    this.#end();
  }

  #end(): void {
    // A wallet that was locked meanwhile has ended it already.
    if (this.#wait !== undefined) void cancelWait(this.#wait).catch(() => undefined);
  }
}

/** An id that no request has had, also not before the page was loaded. */
export function newWait(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
