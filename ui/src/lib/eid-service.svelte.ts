import { untrack } from 'svelte';
import { eidServiceUrl, startEidService, stopEidService, type Failure } from './bindings';
import { preferences } from './preferences.svelte';
import { Loader } from './request.svelte';

/**
 * Answering requests by Auth eID. The server is on the Rust side; this machine remembers whether it is wanted, and the
 * window starts it when it opens.
 */
class EidService {
  /** Where programs ask, while they are answered. */
  url = $state<string | undefined>(undefined);
  #starting = new Loader(startEidService);
  #stopping = new Loader(stopEidService);
  #beginning: Promise<void> | undefined;

  get busy(): boolean {
    return this.#starting.busy || this.#stopping.busy;
  }

  /** Why nobody is answered though it was wanted. */
  get failure(): Failure | undefined {
    return this.#starting.failure ?? this.#stopping.failure;
  }

  /** Starts it if this machine remembers that it is wanted. */
  begin(): Promise<void> {
    // Effects begin it, and must not run again because of what it reads.
    this.#beginning ??= untrack(() => this.#begin()).finally(() => {
      this.#beginning = undefined;
    });
    return this.#beginning;
  }

  async #begin(): Promise<void> {
    if (!preferences.eid || this.url !== undefined || this.busy) return;
    this.url = await this.#starting.restart(preferences.eidPort);
  }

  /** The user switches it on. What failed is not remembered as wanted. */
  async switchOn(port: number): Promise<void> {
    this.#stopping.reset();
    this.url = await this.#starting.restart(port);
    if (this.url === undefined) return;
    preferences.eidPort = port;
    preferences.eid = true;
  }

  /** The user switches it off. */
  async switchOff(): Promise<void> {
    preferences.eid = false;
    this.#starting.reset();
    await this.#stopping.restart();
    if (!this.#stopping.failure) this.url = undefined;
  }

  /** Asks how it stands: a server can end by itself. */
  async look(): Promise<void> {
    if (this.busy) return;
    this.url = (await eidServiceUrl()) ?? undefined;
  }
}

export const eidService = new EidService();
