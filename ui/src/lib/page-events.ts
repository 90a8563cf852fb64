import { watch, type PageEvent } from './bindings';

type Listener = (event: PageEvent) => void;

const listeners = new Set<Listener>();

/**
 * Calls `listener` with what happens without the page's asking; returns what stops that. However many
 * listen, the shell tells each event once.
 */
export function hear(listener: Listener): () => void {
  listeners.add(listener);
  if (listeners.size === 1) {
    void watch((event) => {
      for (const each of [...listeners]) each(event);
    });
  }
  return () => {
    listeners.delete(listener);
  };
}
