import { untrack } from 'svelte';

/** Whether a dialog is in front: then nothing else comes forward by itself. */
class Busy {
  #dialogs = $state(0);

  get now(): boolean {
    return this.#dialogs > 0;
  }

  /** A dialog is in front until what this returns is called. */
  begin(): () => void {
    // Dialogs are shown by effects, which must not run again because of this.
    untrack(() => this.#dialogs++);
    return () => {
      untrack(() => this.#dialogs--);
    };
  }
}

export const busy = new Busy();
