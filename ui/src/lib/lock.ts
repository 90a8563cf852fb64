import { getContext, setContext } from 'svelte';

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
  const hear = (event: KeyboardEvent) => {
    if (!isLockKey(event)) return;
    event.preventDefault();
    event.stopPropagation();
    lock();
  };
  // On the way down, before anything that may keep it to itself.
  window.addEventListener('keydown', hear, { capture: true });
  return () => {
    window.removeEventListener('keydown', hear, { capture: true });
  };
}

function isLockKey(event: KeyboardEvent): boolean {
  if (!(event.ctrlKey || event.metaKey)) return false;
  // Other scripts have another letter on that key.
  const isLatin = /^[a-z]$/i.test(event.key);
  return isLatin ? event.key.toLowerCase() === 'l' : event.code === 'KeyL';
}
