import { untrack } from 'svelte';
import type { Failure, PartInput } from './bindings';
import { asFailure, type Request } from './request.svelte';

/** A part of a list, as the shell gives it. Parts with another revision are of another list. */
export interface ListPart<T> {
  revision: string;
  total: number;
  rows: T[];
}

/** Rows that are read together. */
const CHUNK = 100;
/** Rows before and after those that are seen, which are read ahead. */
const AHEAD = 60;
/** Chunks before and after those that are seen, which are kept. */
const CHUNKS_AROUND = 5;

type Row<P extends ListPart<unknown>> = P['rows'][number];
/** By the number of the chunk; those that are not there are holes. */
type Chunks<P extends ListPart<unknown>> = readonly (readonly Row<P>[] | undefined)[];

/**
 * A long list of which only the part that is seen is in the page. `open` asks for a list, `look`
 * says what of it is seen, and `row` gives what is there so far. What is shown stays until its
 * successor arrives, and all rows are always of one state of the wallet: where a part of another
 * state comes, the list is read anew.
 */
export class PagedList<P extends ListPart<unknown>, A extends unknown[]> {
  /** The list without its rows: how many there are, and what else the shell says of it. */
  request = $state.raw<Request<P>>({ state: 'idle' });
  /** Why a part of the list could not be read, while others are shown. */
  partFailure = $state.raw<Failure | undefined>(undefined);
  #chunks = $state.raw<Chunks<P>>([]);
  #read: (part: PartInput, ...args: A) => Promise<P>;
  #args: A | undefined;
  /** Of the newest list that was asked for. */
  #latest = 0;
  #seen: { first: number; last: number; kept?: number } = { first: 0, last: 0 };
  /** The chunks that are being read. */
  #reading: number[] = [];

  constructor(read: (part: PartInput, ...args: A) => Promise<P>) {
    this.#read = read;
  }

  /** The list that is shown, without its rows. */
  get head(): P | undefined {
    return this.request.state === 'ready' ? this.request.value : undefined;
  }

  get total(): number {
    return this.head?.total ?? 0;
  }

  /** The row at a place; nothing while it is being read. */
  row(index: number): Row<P> | undefined {
    return this.#chunks[Math.floor(index / CHUNK)]?.[index % CHUNK];
  }

  /** Asks for a list from its top; the list once it is shown, or nothing if it failed or was overtaken. */
  open(...args: A): Promise<P | undefined> {
    return untrack(() => {
      this.#args = args;
      this.#seen = { first: 0, last: 0 };
      return this.#begin(0, 1);
    });
  }

  /** Reads what is seen again, and goes on from there. */
  reload(): Promise<P | undefined> {
    return untrack(() => {
      const first = Math.floor(this.#seen.first / CHUNK);
      return this.#begin(first, Math.floor(this.#seen.last / CHUNK) - first + 1);
    });
  }

  /**
   * Rows from `first` to `last` are seen: they are read, and so is what is near them. `kept` stays,
   * wherever it is.
   */
  look(first: number, last: number, kept?: number): void {
    untrack(() => {
      this.#seen = { first, last, kept };
      if (this.head) this.#fill();
    });
  }

  async #begin(chunk: number, count: number): Promise<P | undefined> {
    if (!this.#args) return undefined;
    const mine = ++this.#latest;
    this.#reading = [];
    if (this.request.state !== 'ready') this.request = { state: 'loading' };
    try {
      const part = { offset: chunk * CHUNK, limit: count * CHUNK };
      const head = await this.#read(part, ...this.#args);
      if (mine !== this.#latest) return undefined;
      const chunks: (readonly Row<P>[])[] = [];
      for (let at = 0; at < count; at++) {
        chunks[chunk + at] = head.rows.slice(at * CHUNK, (at + 1) * CHUNK);
      }
      this.#chunks = chunks;
      this.partFailure = undefined;
      this.request = { state: 'ready', value: head };
      this.#fill();
      return head;
    } catch (reason) {
      if (mine === this.#latest) this.request = { state: 'failed', failure: asFailure(reason) };
      return undefined;
    }
  }

  #fill() {
    const end = Math.min(this.#seen.last + AHEAD, this.total - 1);
    const begin = Math.max(0, Math.min(this.#seen.first - AHEAD, end));
    for (let at = Math.floor(begin / CHUNK); at * CHUNK <= end; at++) {
      if (!this.#chunks[at] && !this.#reading.includes(at)) void this.#readChunk(at);
    }
  }

  async #readChunk(at: number) {
    const { head } = this;
    if (!this.#args || !head) return;
    const mine = this.#latest;
    this.#reading.push(at);
    try {
      const part = await this.#read({ offset: at * CHUNK, limit: CHUNK }, ...this.#args);
      if (mine !== this.#latest) return;
      this.#reading = this.#reading.filter((other) => other !== at);
      if (part.revision !== head.revision) {
        await this.reload();
        return;
      }
      const chunks = [...this.#chunks];
      chunks[at] = part.rows;
      this.#chunks = this.#near(chunks);
      this.partFailure = undefined;
    } catch (reason) {
      if (mine !== this.#latest) return;
      this.#reading = this.#reading.filter((other) => other !== at);
      this.partFailure = asFailure(reason);
    }
  }

  /** Lets go of the chunks that are far from what is seen. */
  #near(chunks: Chunks<P>): Chunks<P> {
    const middle = (this.#seen.first + this.#seen.last) / 2 / CHUNK;
    const kept = Math.floor((this.#seen.kept ?? this.#seen.first) / CHUNK);
    const isNear = (at: number) => at === kept || Math.abs(at + 0.5 - middle) <= CHUNKS_AROUND;
    return chunks.map((rows, at) => (isNear(at) ? rows : undefined));
  }
}
