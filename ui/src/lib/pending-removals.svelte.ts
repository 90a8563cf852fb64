import type { Failure } from './bindings';
import { asFailure } from './request.svelte';

/** How long a removal can be taken back. */
const UNDO_MS = 8_000;
/** How long locking, closing and another screen wait for removals that are being carried out. */
const FLUSH_MS = 2_000;

export type RemovalKind = 'attribute' | 'document' | 'site';

export interface Removal {
  kind: RemovalKind;
  id: string;
  /** What it is called where the user is told of it. */
  title: string;
  /** Removes it for good. */
  remove: () => Promise<unknown>;
}

/** Reads a list anew. */
type Reread = () => Promise<unknown>;

/**
 * One removal: hidden from its list, and still in the vault until its time is over. What cannot be removed is shown again.
 */
export class PendingRemoval {
  readonly removal: Removal;
  failure = $state.raw<Failure | undefined>(undefined);
  #timer: ReturnType<typeof setTimeout> | undefined;
  #left = UNDO_MS;
  #since = 0;
  #work: Promise<void> | undefined;
  #reread: Reread;
  #over: (one: PendingRemoval) => void;

  constructor(removal: Removal, reread: Reread, over: (one: PendingRemoval) => void) {
    this.removal = removal;
    this.#reread = reread;
    this.#over = over;
    this.resume();
  }

  /** The time stands still, as when the pointer is over the message. */
  pause(): void {
    if (this.#timer === undefined) return;
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#left -= Date.now() - this.#since;
  }

  resume(): void {
    if (this.#timer !== undefined || this.#work) return;
    this.#since = Date.now();
    this.#timer = setTimeout(() => void this.carryOut(), Math.max(this.#left, 0));
  }

  /** Takes it back; false where it is too late. */
  undo(): boolean {
    if (this.#work) return false;
    this.pause();
    this.#over(this);
    return true;
  }

  /** Removes it now. Ends when that is done or has failed. */
  carryOut(): Promise<void> {
    this.#work ??= this.#carryOut();
    return this.#work;
  }

  async #carryOut(): Promise<void> {
    this.pause();
    try {
      await this.removal.remove();
    } catch (reason) {
      this.failure = asFailure(reason);
      return;
    }
    // It stays hidden until the lists are read without it. One that cannot be read says so itself.
    await this.#reread().catch(() => undefined);
    this.#over(this);
  }
}

/** What the user removed and can still take back, in all of the window. */
class PendingRemovals {
  all = $state.raw<PendingRemoval[]>([]);
  #hidden = new Map<RemovalKind, string[]>();
  /** The lists on the screen, by what they show. */
  #lists: { kind: RemovalKind; reread: Reread }[] = [];

  /** Whether one is still to be carried out. */
  get some(): boolean {
    return this.all.some(({ failure }) => failure === undefined);
  }

  add(removal: Removal): void {
    const reread = () =>
      Promise.all(
        this.#lists.filter(({ kind }) => kind === removal.kind).map((list) => list.reread()),
      );
    this.all = [...this.all, new PendingRemoval(removal, reread, (one) => this.dismiss(one))];
  }

  /** A list that shows things of this kind is on the screen, until what this returns is called. */
  list(kind: RemovalKind, reread: Reread): () => void {
    const list = { kind, reread };
    this.#lists.push(list);
    return () => {
      this.#lists = this.#lists.filter((other) => other !== list);
    };
  }

  /** The ids of what lists of this kind leave out. The same list as long as they are the same. */
  hidden(kind: RemovalKind): string[] {
    const ids = this.all
      .filter(({ removal, failure }) => failure === undefined && removal.kind === kind)
      .map(({ removal }) => removal.id);
    const before = this.#hidden.get(kind) ?? [];
    if (ids.join(' ') === before.join(' ')) return before;
    this.#hidden.set(kind, ids);
    return ids;
  }

  /** Whether a list leaves it out. */
  hides(kind: RemovalKind, id: string): boolean {
    return this.all.some(
      ({ removal, failure }) => failure === undefined && removal.kind === kind && removal.id === id,
    );
  }

  /** Takes the last one back that can be; false where there is none. */
  undoLast(): boolean {
    return this.all.toReversed().some((one) => one.failure === undefined && one.undo());
  }

  dismiss(one: PendingRemoval): void {
    this.all = this.all.filter((other) => other !== one);
  }

  /** Carries all of them out. Ends when they are done or have failed, and in any case soon. */
  async flush(): Promise<void> {
    const working = this.all
      .filter(({ failure }) => failure === undefined)
      .map((one) => one.carryOut());
    if (working.length === 0) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const soon = new Promise((resolve) => (timer = setTimeout(resolve, FLUSH_MS)));
    await Promise.race([Promise.all(working), soon]);
    clearTimeout(timer);
  }

  /** The wallet is locked. What was not carried out by now is not removed, and shows again after unlocking. */
  forget(): void {
    for (const one of this.all) one.pause();
    this.all = [];
  }
}

export const pendingRemovals = new PendingRemovals();
