import { getContext, setContext } from 'svelte';
import { watchShortcuts } from './shortcuts';

const key = Symbol('lock');

/** Lets what is drawn below lock the wallet. */
export function provideLock(lock: () => void): void {
  setContext(key, lock);
}

/** Locks the wallet; nothing where a component is drawn by itself. */
export function useLock(): (() => void) | undefined {
  return getContext<(() => void) | undefined>(key);
}

/**
 * Calls `lock` for Control+L, whatever has the keyboard: a dialog in front as well as a field in it.
 * Returns what stops listening.
 */
export function watchLockKey(lock: () => void): () => void {
  return watchShortcuts({ lock });
}
