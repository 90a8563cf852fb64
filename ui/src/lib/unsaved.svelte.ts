import { untrack } from 'svelte';
import { SvelteSet } from 'svelte/reactivity';

/**
 * What the user has entered and not saved.
 *
 * A form says once what it holds, and gets to know whether that was changed since:
 *
 *     const input = trackInput({ kind: 'site', snapshot: () => ({ url, name }) });
 *     <Dialog dirty={input.isDirty} …>
 *
 * The dialog then asks before it closes, and so does the window. `unsaved.snapshot()` is all that is to be kept where forms
 * have to go without being asked, as when the wallet locks.
 *
 * A snapshot never has a password, a passphrase, a phrase or a key in it, and no token of a file. They count as input too,
 * so that closing asks; a form names them in `neverKept`, and they do not leave it.
 */
export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

export interface TrackedForm {
  /** Which form it is, such as `site`: whoever opens it again finds it by that. */
  kind: string;
  /** The id of what is being changed; nothing where it is new. */
  id?: string;
  /** What was entered, without secrets. */
  snapshot: () => Json;
  /** What was entered too, and is never kept. */
  neverKept?: () => unknown;
  /** Takes back what was entered before the wallet locked: only what makes sense, as an earlier version may have kept it. */
  restore?: (content: Json) => void;
  /** Where what counts as changed is not simply what differs from the beginning. */
  isDirty?: () => boolean;
}

/** What one form holds. */
export interface UnsavedInput {
  kind: string;
  id?: string;
  content: Json;
}

export class TrackedInput {
  #form: TrackedForm;
  /** What the form held at first, as text. */
  #beginning = $state('');

  constructor(form: TrackedForm) {
    this.#form = form;
    this.startOver();
    if (!form.restore) return;
    const kept = unsaved.take(form.kind, form.id);
    if (kept !== undefined) form.restore(kept);
  }

  /** Whether there is something to lose. */
  get isDirty(): boolean {
    return this.#form.isDirty ? this.#form.isDirty() : this.#now() !== this.#beginning;
  }

  /** What the form holds now is where it begins: nothing of it is the user's. */
  startOver(): void {
    this.#beginning = this.#now();
  }

  get unsaved(): UnsavedInput {
    const { kind, id, snapshot } = this.#form;
    return { kind, ...(id === undefined ? {} : { id }), content: snapshot() };
  }

  #now(): string {
    const { snapshot, neverKept } = this.#form;
    return JSON.stringify([snapshot(), neverKept?.()]);
  }
}

/** Follows a form for as long as its component is there. To be called while the component is made. */
export function trackInput(form: TrackedForm): TrackedInput {
  const input = new TrackedInput(form);
  $effect(() => unsaved.add(input));
  return input;
}

/** All forms that are open, the one in front last, and what was entered into forms that the wallet closed when it locked. */
class Unsaved {
  /** What the user entered before the wallet locked, until its form is open again. */
  kept = $state.raw<UnsavedInput[]>([]);
  /** Whether it is known what is kept. */
  isFetched = $state(false);
  #inputs = new SvelteSet<TrackedInput>();

  /** A form is open until what this returns is called. */
  add(input: TrackedInput): () => void {
    this.#inputs.add(input);
    return () => {
      this.#inputs.delete(input);
    };
  }

  get isDirty(): boolean {
    return [...this.#inputs].some(({ isDirty }) => isDirty);
  }

  /** What every form holds that has something to lose, and what is still kept for others. */
  snapshot(): UnsavedInput[] {
    const open = [...this.#inputs].filter(({ isDirty }) => isDirty).map(({ unsaved }) => unsaved);
    return [...this.kept, ...open];
  }

  /** Whether something is kept for a form. */
  keeps(kind: string, id?: string): boolean {
    return this.kept.some((one) => one.kind === kind && one.id === id);
  }

  /** Gives what is kept for a form, which has it from now on. */
  take(kind: string, id?: string): Json | undefined {
    const kept = untrack(() => this.kept);
    const found = kept.find((one) => one.kind === kind && one.id === id);
    if (found) this.kept = kept.filter((one) => one !== found);
    return found?.content;
  }
}

export const unsaved = new Unsaved();
