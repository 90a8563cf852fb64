import { inUse } from './bindings';

const signs = ['pointerdown', 'pointermove', 'keydown', 'wheel'] as const;

/** How often the shell is told, at most. */
const TELL_EVERY_MS = 5_000;

let told = Number.NEGATIVE_INFINITY;

/**
 * The window is in use: somebody touches it, or waits for something that is under way. The shell counts
 * the time since, and locks the wallet when it is over.
 */
export function touched(): void {
  const now = performance.now();
  if (now - told < TELL_EVERY_MS) return;
  told = now;
  // It is told again at the next touch.
  void inUse().catch(() => undefined);
}

/** Tells the shell of every touch of the window; returns what stops that. */
export function watchUse(): () => void {
  told = Number.NEGATIVE_INFINITY;
  for (const sign of signs) {
    window.addEventListener(sign, touched, { passive: true, capture: true });
  }
  return () => {
    for (const sign of signs) window.removeEventListener(sign, touched, { capture: true });
  };
}
