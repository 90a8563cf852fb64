import { rememberCanvas } from './bindings';

/** How long the colours may take to change. */
const SETTLE_MS = 300;

/**
 * Tells the shell the colour that the page is drawn on, now and whenever the theme changes, so that the
 * next start begins with it. Returns what stops that.
 */
export function rememberCanvasOf(root: HTMLElement): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const remember = () => {
    const colour = parse(getComputedStyle(root).getPropertyValue('--canvas'));
    // The colour of the next first frame is worth no message.
    if (colour) void rememberCanvas(...colour).catch(() => undefined);
  };
  const later = () => {
    clearTimeout(timer);
    timer = setTimeout(remember, SETTLE_MS);
  };
  const changes = new MutationObserver(later);
  changes.observe(root, { attributes: true });
  later();
  return () => {
    changes.disconnect();
    clearTimeout(timer);
  };
}

/** Red, green and blue of `#rrggbb`. */
function parse(text: string): [number, number, number] | undefined {
  const [, ...parts] = /^\s*#(..)(..)(..)\s*$/.exec(text) ?? [];
  const [red, green, blue] = parts.map((part) => parseInt(part, 16));
  if (red === undefined || green === undefined || blue === undefined) return undefined;
  return [red, green, blue].some(Number.isNaN) ? undefined : [red, green, blue];
}
