import { preferences } from './preferences.svelte';
import type { Attachment } from 'svelte/attachments';
import { discardFile, type Failure, type PageEvent, type ChosenFileView } from './bindings';

/** What was dropped on the window: files by token, never by path. */
export interface Dropped {
  files: ChosenFileView[];
  refused: Failure[];
}

type Take = (dropped: Dropped) => void;

/**
 * Where files that are dragged over the window can be let go. The shell tells where they are; the
 * zone under that place takes them, and without one the page as a whole, unless a dialog is open.
 */
class Drops {
  /** The zone that would take what is being dragged. */
  over = $state.raw<Element | 'page' | undefined>(undefined);
  #zones = new Map<Element, Take>();
  #page: Take | undefined;

  /** Makes an element take what is dropped on it. */
  zone(take: Take): Attachment {
    return (element) => {
      this.#zones.set(element, take);
      return () => this.#zones.delete(element);
    };
  }

  /** Takes what is dropped on no zone; returns what ends that. */
  page(take: Take): () => void {
    this.#page = take;
    return () => {
      if (this.#page === take) this.#page = undefined;
    };
  }

  hear(event: PageEvent): void {
    if (event.type === 'dragging') {
      this.over = this.#at(event.x, event.y);
    } else if (event.type === 'draggedAway') {
      this.over = undefined;
    } else if (event.type === 'dropped') {
      const at = this.#at(event.x, event.y);
      this.over = undefined;
      this.#give(at, { files: event.files, refused: event.refused });
    }
  }

  /** Takes a pasted picture: into the field that has the focus, else the first that is empty. */
  paste(file: ChosenFileView): void {
    const dropped = { files: [file], refused: [] };
    if (!document.querySelector('dialog[open]')) {
      this.#give(this.#page && 'page', dropped);
      return;
    }
    const zones = [...this.#zones.keys()].filter((zone) => zone.closest('dialog'));
    const focused = zones.find((zone) => zone.contains(document.activeElement));
    const empty = zones.find((zone) => zone.hasAttribute('data-empty'));
    this.#give(focused ?? empty, dropped);
  }

  #at(x: number, y: number): Element | 'page' | undefined {
    // The shell knows nothing of the zoom.
    const scale = 100 / preferences.zoom;
    for (let at = document.elementFromPoint(x * scale, y * scale); at; at = at.parentElement) {
      if (this.#zones.has(at)) return at;
    }
    if (!document.querySelector('dialog[open]')) return this.#page && 'page';
    // Beside the one place in a dialog that takes files can only mean that place.
    const [only, ...others] = [...this.#zones.keys()].filter((zone) => zone.closest('dialog'));
    return others.length === 0 ? only : undefined;
  }

  #give(at: Element | 'page' | undefined, dropped: Dropped): void {
    const take = at === 'page' ? this.#page : at && this.#zones.get(at);
    if (take) take(dropped);
    else discardAll(dropped.files);
  }
}

export const drops = new Drops();

/** Lets go of files that nothing takes. */
export function discardAll(files: Pick<ChosenFileView, 'token'>[]): void {
  // A wallet that was locked meanwhile has let go of them already.
  for (const { token } of files) void discardFile(token).catch(() => undefined);
}
