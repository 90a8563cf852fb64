import * as shell from './bindings';
import type { DocumentView, Failure, ChosenFileView } from './bindings';
import { discardAll } from './drops.svelte';
import { asFailure } from './request.svelte';
import { say } from './words';

/** A file on its way into the wallet, and what became of it. */
export interface AddedFile {
  key: number;
  name: string;
  token: string | undefined;
  document?: DocumentView;
  alreadyThere?: boolean;
  repaired?: boolean;
  notes?: string[];
  canBeCleaned?: boolean;
  failure?: Failure;
  busy?: boolean;
}

/**
 * Takes files into the wallet one after another. They stay at hand until the user dismisses the
 * list, so that metadata that was taken out can still be kept.
 */
export class Adding {
  files = $state<AddedFile[]>([]);
  #next = 0;

  get busy(): boolean {
    return this.files.some((file) => !file.document && !file.failure);
  }

  async add(staged: ChosenFileView[], refused: Failure[] = []): Promise<void> {
    for (const failure of refused) {
      this.files.push({
        key: this.#next++,
        name: say('document-added-unnamed'),
        token: undefined,
        failure,
      });
    }
    const keys = staged.map(({ token, name }) => {
      const key = this.#next++;
      this.files.push({ key, name, token });
      return key;
    });
    for (const key of keys) await this.#take(key, false);
  }

  /** Stores a picture again with what was taken out of it, in the place of the cleaned one. */
  async keepMetadata(file: AddedFile): Promise<void> {
    const cleaned = file.document;
    if (!cleaned || file.busy) return;
    file.busy = true;
    await this.#take(file.key, true);
    file.busy = false;
    if (file.document && file.document.id !== cleaned.id) await shell.removeDocument(cleaned.id);
  }

  /** Puts a copy without what the document tells in the place of the one that was just added. */
  async clean(file: AddedFile): Promise<void> {
    const added = file.document;
    if (!added || file.busy) return;
    file.busy = true;
    try {
      file.document = (await shell.cleanDocument(added.id, null)).document;
      file.name = file.document.name;
      file.canBeCleaned = false;
      file.notes = [];
      await shell.removeDocument(added.id);
    } catch (reason) {
      file.failure = asFailure(reason);
    }
    file.busy = false;
  }

  dismiss(): void {
    discardAll(this.files.flatMap(({ token }) => (token === undefined ? [] : [{ token }])));
    this.files = [];
  }

  async #take(key: number, keepMetadata: boolean): Promise<void> {
    const file = this.files.find((other) => other.key === key);
    if (file?.token === undefined) return;
    try {
      const added = await shell.addDocument(file.token, keepMetadata);
      const { document, alreadyThere, repaired, notes, canBeCleaned } = added;
      file.document = document;
      file.alreadyThere = alreadyThere;
      file.repaired = repaired;
      file.notes = notes;
      file.canBeCleaned = canBeCleaned;
    } catch (reason) {
      file.failure = asFailure(reason);
    }
  }
}
