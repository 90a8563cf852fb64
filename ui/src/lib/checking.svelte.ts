import * as shell from './bindings';
import type {
  CheckChoiceKind,
  CheckItem,
  CheckKept,
  CheckOptionsInput,
  CheckPreview,
  CheckStepView,
} from './bindings';
import { Loader } from './request.svelte';
import { touched } from './use';

/** How far a check has come, as the user sees it. */
export type Stage = 'provider' | 'browser' | 'fetch' | 'review' | 'done';

/** How often the window is told that it is in use while a check waits. */
const PULSE_MILLISECONDS = 15_000;

/**
 * One identity check, from the choice of a provider to what is kept. The check itself is on the Rust side; the page
 * knows where it stands, and what the user has chosen.
 */
export class Checking {
  /** What the running check said last. */
  step = $state.raw<CheckStepView | undefined>(undefined);
  /** What becomes of each value, by its id; nothing where the user has yet to say it. */
  choices = $state<Record<string, CheckChoiceKind>>({});
  preview = $state.raw<CheckPreview | undefined>(undefined);

  /** The number of the run that may still speak: one that was given up keeps silent. */
  #run = 0;

  running = new Loader((provider: string, secret: string | null, run: number) =>
    shell.runCheck(provider, secret, (step) => {
      if (run === this.#run) this.step = step;
    }),
  );
  reviewing = new Loader(shell.reviewCheckAgain);
  keeping = new Loader(shell.keepCheck);

  get stage(): Stage {
    if (this.keeping.value) return 'done';
    if (this.preview) return 'review';
    if (!this.running.busy) return 'provider';
    return this.step === undefined || this.step.type === 'browser' ? 'browser' : 'fetch';
  }

  get kept(): CheckKept | undefined {
    return this.keeping.value;
  }

  /** The names of the values of which the user has yet to say what becomes of them. */
  get undecided(): string[] {
    const items = this.preview?.items ?? [];
    return items.filter(({ id }) => !this.choices[id]).map(({ title }) => title);
  }

  /** How many values will be in the wallet. */
  get count(): number {
    return Object.values(this.choices).filter((choice) => choice !== 'leave').length;
  }

  /** Begins; returns when something came, or nothing will. */
  async begin(provider: string, secret: string | undefined): Promise<void> {
    const run = ++this.#run;
    this.step = undefined;
    // The user is in the browser: the lock after a time without use must not throw the check away. The wallet itself
    // stops waiting after ten minutes.
    const pulse = setInterval(touched, PULSE_MILLISECONDS);
    touched();
    try {
      const preview = await this.running.restart(provider, secret ?? null, run);
      if (preview) this.#show(preview);
    } finally {
      clearInterval(pulse);
    }
  }

  /** Works out anew what would be kept, with what the user says of it. */
  async review(options: CheckOptionsInput): Promise<void> {
    const preview = await this.reviewing.restart(options);
    if (preview) this.#show(preview);
  }

  /** Keeps what was chosen. */
  async keep(): Promise<void> {
    const choices = (this.preview?.items ?? []).flatMap(({ id }) => {
      const choice = this.choices[id];
      return choice ? [{ item: id, choice }] : [];
    });
    await this.keeping.restart(choices);
  }

  /** Gives it up: the port is free, and what came is gone. */
  cancel(): void {
    this.#run++;
    this.running.reset();
    this.preview = undefined;
    this.step = undefined;
    // A wallet that was locked meanwhile has given it up already.
    void shell.cancelCheck().catch(() => undefined);
  }

  #show(preview: CheckPreview) {
    const before = this.preview?.items ?? [];
    const isAsBefore = ({ id, standing }: CheckItem) =>
      before.some((item) => item.id === id && item.standing === standing);
    const choose = (item: CheckItem) => (isAsBefore(item) ? this.choices[item.id] : usual(item));
    const chosen = preview.items.flatMap((item): [string, CheckChoiceKind][] => {
      const choice = choose(item);
      return choice ? [[item.id, choice]] : [];
    });
    this.choices = Object.fromEntries(chosen);
    this.preview = preview;
  }
}

/** What becomes of a value unless the user says otherwise: nothing of theirs is replaced without a word of theirs. */
function usual({ standing }: CheckItem): CheckChoiceKind | undefined {
  return standing === 'differs' ? undefined : 'take';
}
