import { getContext, setContext } from 'svelte';

const KEY = Symbol('row element');

/** Rows inside are put into items that the list makes. */
export function provideItems(): void {
  setContext(KEY, 'div');
}

/** What a row is: an item of the list, or what stands in one. */
export function rowElement(): 'li' | 'div' {
  return getContext<'div' | undefined>(KEY) ?? 'li';
}
