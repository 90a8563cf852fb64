import { say, type PlainId } from './words';

/**
 * Every key that does something in all of the window. The handler and the sheet that shows them read the same table, so
 * that the sheet cannot be wrong.
 */
export type ShortcutId =
  | 'palette'
  | 'search'
  | 'home'
  | 'attributes'
  | 'documents'
  | 'sites'
  | 'applications'
  | 'requests'
  | 'activity'
  | 'settings'
  | 'lock'
  | 'undo'
  | 'sheet'
  | 'sidebar'
  | 'zoomIn'
  | 'zoomOut'
  | 'zoomReset';

export type ShortcutGroup = 'go' | 'do' | 'view';

export interface Shortcut {
  id: ShortcutId;
  title: PlainId;
  group: ShortcutGroup;
  /** The key as it is written, and others that do the same. */
  keys: [string, ...string[]];
  /** With Control, or with Command where that takes its place. */
  command: boolean;
  /** Where the key is on a keyboard whose letters are others. */
  code?: string;
  /**
   * When it works: `always`, also with a dialog in front and while typing; `open`, while no dialog is in front; `idle`, where
   * nothing is being typed either.
   */
  when: 'always' | 'open' | 'idle';
}

/** Control and one letter or digit. */
function command(
  id: ShortcutId,
  key: string,
  title: PlainId,
  group: ShortcutGroup,
  when: Shortcut['when'] = 'open',
): Shortcut {
  const code = /\d/.test(key) ? `Digit${key}` : `Key${key.toUpperCase()}`;
  return { id, title, group, keys: [key], command: true, code, when };
}

export const shortcuts: Shortcut[] = [
  command('palette', 'k', 'shortcut-palette', 'do'),
  command('search', 'f', 'shortcut-search', 'do'),
  command('undo', 'z', 'shortcut-undo', 'do', 'idle'),
  command('lock', 'l', 'shortcut-lock', 'do', 'always'),
  { id: 'sheet', title: 'shortcut-sheet', group: 'do', keys: ['?'], command: false, when: 'idle' },
  command('home', '1', 'window-home', 'go'),
  command('attributes', '2', 'window-attributes', 'go'),
  command('documents', '3', 'window-documents', 'go'),
  command('sites', '4', 'window-sites', 'go'),
  command('applications', '5', 'window-applications', 'go'),
  command('requests', '6', 'requests-title', 'go'),
  command('activity', '7', 'window-activity', 'go'),
  command('settings', '8', 'settings-title', 'go'),
  command('sidebar', 'b', 'shortcut-sidebar', 'view'),
  {
    id: 'zoomIn',
    title: 'shortcut-zoom-in',
    group: 'view',
    // Where plus needs Shift, the key without it does the same.
    keys: ['+', '='],
    command: true,
    when: 'always',
  },
  {
    id: 'zoomOut',
    title: 'shortcut-zoom-out',
    group: 'view',
    keys: ['-', '_'],
    command: true,
    when: 'always',
  },
  command('zoomReset', '0', 'shortcut-zoom-reset', 'view', 'always'),
];

const isMac = () => /mac/i.test(navigator.userAgent);

export function shortcut(id: ShortcutId): Shortcut {
  const found = shortcuts.find((one) => one.id === id);
  if (!found) throw new Error(`There is no shortcut ${id}.`);
  return found;
}

/** `Ctrl+K`, as keys are written on this computer. */
export function keysInWords(id: ShortcutId): string {
  const { keys, command } = shortcut(id);
  const key = keys[0] === '-' ? '−' : keys[0].toUpperCase();
  if (!command) return key;
  return isMac() ? `⌘${key}` : `Ctrl+${key}`;
}

/** The same for `aria-keyshortcuts`. */
export function ariaKeys(id: ShortcutId): string {
  const { keys, command } = shortcut(id);
  const key = keys[0] === '+' ? 'Plus' : keys[0].toUpperCase();
  return command ? `${isMac() ? 'Meta' : 'Control'}+${key}` : key;
}

/** What a button does, with the keys that do it too. */
export function titleWithKeys(title: string, id: ShortcutId): string {
  return say('window-title-keys', { title, keys: keysInWords(id) });
}

function isPressed({ keys, command, code }: Shortcut, event: KeyboardEvent): boolean {
  if (event.altKey || (event.ctrlKey || event.metaKey) !== command) return false;
  if (keys.includes(event.key.toLowerCase())) return true;
  // Other scripts have another letter on that key, and some keyboards a digit only with Shift.
  const isLatinLetterOrDigit = /^[a-z\d]$/i.test(event.key);
  return code !== undefined && !isLatinLetterOrDigit && event.code === code;
}

function isTyping(event: KeyboardEvent): boolean {
  const { target } = event;
  return target instanceof HTMLElement && target.closest('input, textarea, select') !== null;
}

function works({ when }: Shortcut, event: KeyboardEvent): boolean {
  if (when === 'always') return true;
  if (document.querySelector('dialog[open]')) return false;
  return when === 'open' || !isTyping(event);
}

/**
 * Does what the keys of the table say, for those shortcuts that there is an action for. Returns what stops listening.
 */
export function watchShortcuts(actions: Partial<Record<ShortcutId, () => void>>): () => void {
  const hear = (event: KeyboardEvent) => {
    const pressed = shortcuts.find((one) => actions[one.id] && isPressed(one, event));
    if (!pressed || !works(pressed, event)) return;
    event.preventDefault();
    // What works always is nobody else's.
    if (pressed.when === 'always') event.stopPropagation();
    actions[pressed.id]?.();
  };
  // On the way down, before anything that may keep it to itself.
  window.addEventListener('keydown', hear, { capture: true });
  return () => {
    window.removeEventListener('keydown', hear, { capture: true });
  };
}
