import * as shell from './bindings';
import type { SettingsSection } from './settings';
import type { Place } from './navigation.svelte';
import { unsaved, type Json, type UnsavedInput } from './unsaved.svelte';

/** How long after a change the shell gets what is in the forms. */
const KEEP_AFTER_MS = 300;

/** What the shell has. */
let handed: string | null = null;

/**
 * Hands what is in the forms to the shell, a moment after each change, so that it can be sealed when the wallet locks. To be
 * called in an effect.
 */
export function keepInput(): (() => void) | undefined {
  if (!unsaved.isFetched || content() === handed) return undefined;
  const timer = setTimeout(() => void handOverInput(), KEEP_AFTER_MS);
  return () => {
    clearTimeout(timer);
  };
}

/** Hands over at once what is in the forms. */
export async function handOverInput(): Promise<void> {
  const now = content();
  if (!unsaved.isFetched || now === handed) return;
  const before = handed;
  handed = now;
  try {
    await shell.keepUnsaved(now);
  } catch {
    // The wallet is locked, or it is handed over again at the next change.
    handed = before;
  }
}

/** Fetches what was in the forms of this profile when the wallet locked. */
export async function fetchKeptInput(): Promise<void> {
  unsaved.isFetched = false;
  unsaved.kept = [];
  handed = await shell.unsaved();
  unsaved.kept = handed === null ? [] : parse(handed);
  unsaved.isFetched = true;
}

function content(): string | null {
  const inputs = unsaved.snapshot();
  return inputs.length === 0 ? null : JSON.stringify(inputs);
}

/** What makes sense of it. */
function parse(content: string): UnsavedInput[] {
  let inputs: unknown;
  try {
    inputs = JSON.parse(content);
  } catch {
    return [];
  }
  return Array.isArray(inputs) ? inputs.filter(isInput) : [];
}

function isInput(one: unknown): one is UnsavedInput {
  if (typeof one !== 'object' || one === null) return false;
  const { kind, id, content } = one as Partial<UnsavedInput>;
  return (
    typeof kind === 'string' &&
    (id === undefined || typeof id === 'string') &&
    content !== undefined
  );
}

/** A text of what was kept; nothing where it is something else. */
export function keptText(content: Json, name: string): string | undefined {
  if (typeof content !== 'object' || content === null || Array.isArray(content)) return undefined;
  const value = content[name];
  return typeof value === 'string' ? value : undefined;
}

/** One of some texts. */
export function keptChoice<T extends string>(
  content: Json,
  name: string,
  choices: readonly T[],
): T | undefined {
  const text = keptText(content, name);
  return choices.find((choice) => choice === text);
}

/** Whether something was switched on. */
export function keptFlag(content: Json, name: string): boolean | undefined {
  if (typeof content !== 'object' || content === null || Array.isArray(content)) return undefined;
  const value = content[name];
  return typeof value === 'boolean' ? value : undefined;
}

/** Texts by name. */
export function keptTexts(content: Json, name: string): Record<string, string> {
  if (typeof content !== 'object' || content === null || Array.isArray(content)) return {};
  const value = content[name];
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return {};
  return Object.fromEntries(
    Object.entries(value).filter(
      (entry): entry is [string, string] => typeof entry[1] === 'string',
    ),
  );
}

const SECTIONS: Record<string, SettingsSection> = {
  provider: 'checks',
  profile: 'profiles',
  'account-name': 'profiles',
  'account-import': 'profiles',
  'eid-party': 'eid',
  'eid-service': 'eid',
};

/** Where a form is that something is kept for. */
export function placeOf({ kind, id, content }: UnsavedInput): Place {
  if (kind === 'attribute' && id === undefined) {
    return { view: 'attributes', add: keptText(content, 'type') ?? '' };
  }
  if (kind === 'attribute' || kind === 'attribute-label') return { view: 'attributes', show: id };
  if (kind === 'site') return { view: 'sites', add: true };
  if (kind === 'consent') return { view: 'sites', site: id };
  const section = SECTIONS[kind];
  return section ? { view: 'settings', section } : { view: 'attributes' };
}
