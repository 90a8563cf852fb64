const working = 'idw:working';
const signs = ['pointerdown', 'pointermove', 'keydown', 'wheel', working] as const;

/** Something that the user waits for is under way: the window is in use though nobody touches it. */
export function stillWorking(): void {
  window.dispatchEvent(new Event(working));
}

/**
 * Calls `onIdle` once nobody has touched the window for `minutes`; returns what stops watching.
 *
 * The clock is compared rather than a long timer trusted: timers stand still while a machine
 * sleeps, and a wallet must be found locked after it.
 */
export function watchIdle(minutes: number, onIdle: () => void): () => void {
  if (minutes <= 0) return () => undefined;
  let touched = Date.now();
  const touch = () => {
    touched = Date.now();
  };
  const check = () => {
    if (Date.now() - touched >= minutes * 60_000) {
      touched = Date.now();
      onIdle();
    }
  };
  for (const sign of signs) window.addEventListener(sign, touch, { passive: true });
  const timer = setInterval(check, 5_000);
  return () => {
    clearInterval(timer);
    for (const sign of signs) window.removeEventListener(sign, touch);
  };
}
