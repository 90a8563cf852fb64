import { SvelteSet } from 'svelte/reactivity';
import { applyMrz, getAttribute, queryAttributes, setAttribute } from './bindings';
import type { AttributeTypeView, AttributeView, ConsentItem, Failure, MrzView } from './bindings';
import { fillFrom, gaps, makeDraft, makeInput, type Draft } from './attribute-form';
import { asFailure } from './request.svelte';

/** One attribute that is filled in, whatever number of things it answers. */
export interface Entry {
  /** The attribute's name, by which values are told apart: two things that ask for it are filled in once. */
  name: string;
  item: ConsentItem;
  type: AttributeTypeView;
  draft: Draft;
  /** The value that is not accepted, and is changed in place of being entered once more. */
  editing?: AttributeView;
  saved: boolean;
  failure?: Failure;
}

/** What the code of a passport can fill in. */
const IN_ZONE = new Set([
  'first-name',
  'last-name',
  'date-of-birth',
  'nationality',
  'passport',
  'national-id',
  'national-id-number',
]);

/** Whether the user can enter what is missing here. */
export function isFillable({ choices, requirement, missing }: ConsentItem): boolean {
  const why = missing?.type;
  return choices.length === 0 && requirement.known && (why === 'notHeld' || why === 'notAccepted');
}

/**
 * All that a consent lacks, as one form: what the site insists on, and what else the user wants to add. Each value is saved
 * by itself, so that a mistake in one does not undo the others.
 */
export class MissingSheet {
  entries = $state<Entry[]>([]);
  zoneText = $state('');
  zoneNames = $state<string[]>([]);
  /** Whether the user tried to save: only then is a gap a mistake. */
  tried = $state(false);
  busy = $state(false);
  zoneFailure = $state.raw<Failure | undefined>(undefined);
  /** Optional attributes that the user wants to add. */
  #added = new SvelteSet<string>();
  #zoneIsRead = false;
  /** What was typed before the wallet locked, by attribute and field. */
  #kept: Record<string, Record<string, string>> = {};

  /** What is typed and not saved yet, by attribute and field. */
  typed(): Record<string, Record<string, string>> {
    const open = this.entries.filter(({ saved }) => !saved);
    return Object.fromEntries(open.map(({ name, draft }) => [name, { ...draft.text }]));
  }

  /** Whether closing would lose something. */
  get isDirty(): boolean {
    return this.entries.some(({ saved, type, editing, draft }) => {
      const { text, files } = makeDraft(type, editing);
      const isTyped = Object.entries(draft.text).some(([path, typed]) => typed !== text[path]);
      const isChosen = Object.entries(draft.files).some(
        ([path, chosen]) => chosen.length !== (files[path]?.length ?? 0),
      );
      return !saved && (isTyped || isChosen);
    });
  }

  /** Takes back what was typed before the wallet locked. */
  restore(kept: Record<string, Record<string, string>>): void {
    this.#kept = kept;
  }

  get readsZone(): boolean {
    return this.entries.some(({ name }) => IN_ZONE.has(name));
  }

  get names(): string[] {
    return this.entries.map(({ name }) => name);
  }

  /** The titles of what was saved already, where something else was not. */
  get saved(): Entry[] {
    return this.entries.filter(({ saved }) => saved);
  }

  has(item: ConsentItem): boolean {
    return this.entries.some(({ name }) => name === item.requirement.name);
  }

  add(name: string): void {
    this.#added.add(name);
  }

  /** Takes over what a consent lacks now. What is typed for something that is still missing stays. */
  async take(items: readonly ConsentItem[], types: readonly AttributeTypeView[]): Promise<void> {
    const wanted = items.filter(
      (item) =>
        isFillable(item) && (item.requirement.required || this.#added.has(item.requirement.name)),
    );
    const entries: Entry[] = [];
    for (const item of wanted) {
      const { name } = item.requirement;
      const type = types.find((one) => one.name === name);
      if (!type || entries.some((entry) => entry.name === name)) continue;
      const before = this.entries.find((entry) => entry.name === name && !entry.saved);
      const editing = await rejected(item);
      // What a check gave is changed in a form of its own, which asks what becomes of that.
      if (editing?.origin.type === 'verified') continue;
      entries.push(
        before
          ? { ...before, item }
          : { name, item, type, editing, saved: false, draft: this.#draftOf(type, editing) },
      );
    }
    this.entries = entries;
    this.tried = false;
  }

  #draftOf(type: AttributeTypeView, editing: AttributeView | undefined): Draft {
    const draft = makeDraft(type, editing);
    for (const [path, text] of Object.entries(this.#kept[type.name] ?? {})) {
      if (path in draft.text) draft.text[path] = text;
    }
    return draft;
  }

  /** Puts what a passport's code says into the fields. Of two days possible only the user knows which one is meant. */
  fillFromZone(zone: MrzView): void {
    this.#zoneIsRead = false;
    for (const entry of this.entries) {
      const said = zone.proposals.find(
        ({ name, choice }) => name === entry.name && choice === null,
      );
      if (said) fillFrom(entry.draft, entry.type, said.value);
    }
  }

  gapsOf({ type, draft, saved }: Entry): Record<string, string> {
    return saved ? {} : gaps(type, draft);
  }

  /** Saves each value in the wallet; whether all are. */
  async save(): Promise<boolean> {
    this.tried = true;
    if (this.busy || this.entries.some((entry) => Object.keys(this.gapsOf(entry)).length > 0)) {
      return false;
    }
    this.busy = true;
    try {
      for (const entry of this.entries) await this.#saveOne(entry);
      await this.#saveZone();
    } finally {
      this.busy = false;
    }
    return this.zoneFailure === undefined && this.entries.every(({ saved }) => saved);
  }

  async #saveOne(entry: Entry): Promise<void> {
    if (entry.saved) return;
    entry.failure = undefined;
    try {
      const { type, draft, editing } = $state.snapshot(entry) as Entry;
      await setAttribute(makeInput(type, draft, editing));
      entry.saved = true;
    } catch (reason) {
      entry.failure = asFailure(reason);
    }
  }

  /** What the code says beside what is asked for, as far as the user wants it. */
  async #saveZone(): Promise<void> {
    this.zoneFailure = undefined;
    if (this.#zoneIsRead || this.zoneNames.length === 0) return;
    try {
      await applyMrz(this.zoneText, this.zoneNames);
      this.#zoneIsRead = true;
    } catch (reason) {
      this.zoneFailure = asFailure(reason);
    }
  }
}

/** The value that the site would not take: the one that is sent unless another is chosen. */
async function rejected(item: ConsentItem): Promise<AttributeView | undefined> {
  if (item.missing?.type !== 'notAccepted') return undefined;
  return heldDefault(item.requirement.name);
}

/** The value of an attribute that is sent unless another is chosen; nothing where the wallet holds none. */
export async function heldDefault(name: string): Promise<AttributeView | undefined> {
  // The default comes first.
  const part = { offset: 0, limit: 1 };
  const found = await queryAttributes('', 'catalogue', { type: 'named', name }, part);
  return found.rows[0] && getAttribute(found.rows[0].id);
}
