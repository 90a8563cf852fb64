/** What `cargo xtask bench window` waits for. */
export type Mark = 'idw:locked-painted' | 'idw:attributes-painted';

/**
 * Marks in the page's User Timing that what has just been changed is on the screen. Only the newest
 * mark of a name is kept.
 */
export function markPainted(name: Mark, detail?: string): void {
  requestAnimationFrame(() => {
    // The frame is painted after its callbacks, and before the next task.
    setTimeout(() => {
      performance.clearMarks(name);
      performance.mark(name, { detail });
    });
  });
}
