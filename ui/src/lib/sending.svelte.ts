import { SvelteMap, SvelteSet } from 'svelte/reactivity';
import type { ProgressView } from './bindings';
import { say, tell } from './words';

type Upload = Extract<ProgressView, { type: 'upload' }>;

/** How far something that is sent has come: the step, and the files that are on their way. */
export class Sending {
  /** What is being done; nothing before the first step. */
  #step = $state<string | undefined>(undefined);
  /** By their places among the files: two of them can have one name. */
  #files = new SvelteMap<number, Upload>();
  /** The places of the files that were sent whole. */
  #whole = new SvelteSet<number>();

  /** Begins anew. */
  reset(): void {
    this.#step = undefined;
    this.#files.clear();
    this.#whole.clear();
  }

  hear(progress: ProgressView): void {
    if (progress.type === 'step') {
      this.#step = tell(progress.text);
    } else if (progress.sent < progress.total) {
      this.#files.set(progress.file, progress);
      this.#whole.delete(progress.file);
    } else {
      this.#whole.add(progress.file);
      // One that is sent again, after a token that had run out, begins anew.
      this.#files.delete(progress.file);
    }
  }

  /** The part of one file that was sent, from 0 to 1, by its place; nothing where its turn has not come. */
  part(place: number): number | undefined {
    if (this.#whole.has(place)) return 1;
    const file = this.#files.get(place);
    return file && file.sent / file.total;
  }

  /** In words. */
  get text(): string {
    const [first, ...others] = this.#files.values();
    if (!first) return this.#step ?? say('sending-connecting');
    return others.length === 0
      ? say('sending-file', { file: first.name })
      : say('sending-files', { count: others.length + 1 });
  }

  /** The part of the files on their way that was sent, from 0 to 1; nothing where there is none. */
  get value(): number | undefined {
    let [sent, total] = [0, 0];
    for (const file of this.#files.values()) {
      sent += file.sent;
      total += file.total;
    }
    return total > 0 ? sent / total : undefined;
  }
}
