import { cleanup, go } from 'fuzzysort';

/** How many of what was used last stand at the top. */
const MOST_RECENT = 5;

/** Ids of what was used in the palette, the last one first; only for as long as the wallet is open. */
class Recent {
  #ids = $state.raw<string[]>([]);

  get ids(): string[] {
    return this.#ids;
  }

  used(id: string): void {
    this.#ids = [id, ...this.#ids.filter((other) => other !== id)].slice(0, MOST_RECENT);
  }

  /** The wallet is locked: what was in it is not to be known any longer. */
  forget(): void {
    this.#ids = [];
    cleanup();
  }
}

export const recent = new Recent();

/** What was used lately counts for this much more, of 1 for an exact match. */
const RECENT_BONUS = 0.15;

/** Those whose title has the letters of `query` in this order, the best first; what was used lately goes before its like. */
export function matching<T extends { id: string; title: string }>(
  items: T[],
  query: string,
  used: string[],
): T[] {
  return go(query.trim(), items, { key: 'title', limit: 0 })
    .map(({ obj, score }) => ({ obj, rank: score + (used.includes(obj.id) ? RECENT_BONUS : 0) }))
    .sort((a, b) => b.rank - a.rank)
    .map(({ obj }) => obj);
}
