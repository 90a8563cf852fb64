import * as shell from './bindings';
import type {
  ChoiceInput,
  ConsentItem,
  ConsentView,
  IntentInput,
  Outcome,
  ProposalView,
} from './bindings';
import { Cancellable } from './cancellable.svelte';
import { Loader } from './request.svelte';
import { Sending } from './sending.svelte';

/** What the user chose for one thing that is asked for. */
export interface Choice {
  included: boolean;
  /** The id of the value. */
  value: string | null;
  /** To be sent though the site has this very value and did not accept it. */
  again: boolean;
}

/** Whether the value chosen is one that the site has and did not accept. */
export function isRefused(item: ConsentItem, choice: Choice): boolean {
  return choice.value !== null && (item.refused?.values.includes(choice.value) ?? false);
}

/**
 * The same thing among what another proposal asked for: the site's id and the schema tell it, as long as no other has
 * both.
 */
function sameThing(before: readonly ConsentItem[], item: ConsentItem): ConsentItem | undefined {
  const isSame = ({ requirement: { id, schema } }: ConsentItem) =>
    id === item.requirement.id && schema === item.requirement.schema;
  const same = before.filter(isSame);
  return same.length === 1 ? same[0] : undefined;
}

/**
 * One disclosure from question to answer: what would be sent is proposed, the user chooses, and
 * only then does anything leave. The proposal itself stays on the Rust side; the page knows its id.
 */
export class Disclosure {
  intent = $state.raw<IntentInput>() as IntentInput;
  proposal: Cancellable<ProposalView, [IntentInput]>;
  sending = new Loader((id: string, choices: ChoiceInput[], number: number | null) =>
    shell.approve(id, choices, number, (news) => {
      this.progress.hear(news);
    }),
  );
  /** By the id of what is asked for. */
  choices = $state<Record<string, Choice>>({});
  progress = new Sending();
  /** Whether the end of what would be sent was on the screen; not known before it is drawn. */
  seen = $state<boolean | undefined>(undefined);
  /** The number that the page of whoever asks shows, as the user has found it. */
  number = $state<number | undefined>(undefined);

  /** `ask` proposes something else than a new disclosure, such as what an application lacks. */
  constructor(
    intent: IntentInput,
    ask: (wait: string, intent: IntentInput) => Promise<ProposalView> = shell.propose,
  ) {
    this.intent = intent;
    this.proposal = new Cancellable(ask);
  }

  get consent(): ConsentView | undefined {
    return this.proposal.value?.consent;
  }

  get outcome(): Outcome | undefined {
    return this.sending.value;
  }

  /** Whether all that the site insists on is there, and the number is found that its page shows. */
  get ready(): boolean {
    const isWhole = this.missing.length === 0 && this.refused.length === 0;
    const isFound = this.number !== undefined || !this.consent?.asked?.numbers;
    return this.consent !== undefined && isWhole && isFound;
  }

  /** What the site did not accept and the user has not said to send again. */
  get refused(): ConsentItem[] {
    return (this.consent?.items ?? []).filter((item) => {
      const choice = this.choices[item.id];
      return choice?.included === true && !choice.again && isRefused(item, choice);
    });
  }

  /** What the site insists on and the wallet has not. */
  get missing(): ConsentItem[] {
    return (this.consent?.items ?? []).filter(
      (item) => item.requirement.required && item.choices.length === 0,
    );
  }

  /** Asks what would be sent; also after the user added what was missing. */
  async propose(): Promise<void> {
    await this.#forget();
    const before = this.consent?.items ?? [];
    const chosen = this.choices;
    this.sending.reset();
    this.progress.reset();
    this.seen = undefined;
    const proposal = await this.proposal.run(this.intent);
    this.choices = Object.fromEntries(
      (proposal?.consent.items ?? []).map((item) => {
        const same = sameThing(before, item);
        const earlier = same && chosen[same.id];
        const kept = item.choices.find(({ id }) => id === earlier?.value);
        const available = item.choices.length > 0;
        const choice: Choice = {
          included:
            available && (item.requirement.required || (earlier?.included ?? item.included)),
          value: (kept ?? item.choices[0])?.id ?? null,
          again: false,
        };
        return [item.id, choice];
      }),
    );
  }

  /** The user says yes. A proposal is good for one answer. */
  async approve(): Promise<void> {
    const id = this.proposal.value?.id;
    if (id === undefined || !this.ready || !this.seen || this.sending.busy) return;
    this.progress.reset();
    await this.sending.restart(id, this.#chosen(), this.number ?? null);
  }

  /** The files that are made of what is chosen, to look at. */
  async lookAtFiles(): Promise<shell.MadeFileView[]> {
    const id = this.proposal.value?.id;
    return id === undefined ? [] : shell.lookAtFiles(id, this.#chosen());
  }

  #chosen(): ChoiceInput[] {
    return Object.entries(this.choices).map(([want, choice]) => ({ want, ...choice }));
  }

  /** The user acts as another account: what is proposed then is another proposal. */
  async actAs(account: string): Promise<void> {
    if (this.sending.busy || account === this.consent?.account.name) return;
    await this.#forget();
    this.intent = { ...this.intent, account };
    this.proposal.reset();
    await this.propose();
  }

  /** The user stops what is being sent. */
  async stop(): Promise<void> {
    const id = this.proposal.value?.id;
    if (id !== undefined && this.sending.busy) await shell.stopSending(id);
  }

  /** The user says no, or walks away. */
  async decline(): Promise<void> {
    this.proposal.cancel();
    await this.#forget();
    this.proposal.reset();
  }

  async #forget(): Promise<void> {
    const id = this.proposal.value?.id;
    if (id !== undefined && this.sending.request.state === 'idle') await shell.decline(id);
  }
}
