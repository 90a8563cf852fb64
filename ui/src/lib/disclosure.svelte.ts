import * as shell from './bindings';
import type {
  ConsentItem,
  ConsentView,
  IntentInput,
  ItemInput,
  Outcome,
  ProposalView,
} from './bindings';
import { Loader } from './request.svelte';
import { Sending } from './sending.svelte';

/** What the user chose for one thing that is asked for. */
export interface Choice {
  included: boolean;
  attribute: string | null;
  /** To be sent though the site has this very value and finds it no good. */
  again: boolean;
}

/** Whether the value chosen is one that the site has and finds no good. */
export function isRefused(item: ConsentItem, choice: Choice): boolean {
  return choice.attribute !== null && (item.refused?.values.includes(choice.attribute) ?? false);
}

/**
 * The place of the same thing among what was asked for before: the site's id and the schema tell it, as long as no other
 * has both.
 */
function sameThing(before: readonly ConsentItem[], item: ConsentItem): number {
  const isSame = ({ requirement: { id, schema } }: ConsentItem) =>
    id === item.requirement.id && schema === item.requirement.schema;
  return before.filter(isSame).length === 1 ? before.findIndex(isSame) : -1;
}

/**
 * One disclosure from question to answer: what would be sent is proposed, the user chooses, and
 * only then does anything leave. The proposal itself stays on the Rust side; the page knows its id.
 */
export class Disclosure {
  intent = $state.raw<IntentInput>() as IntentInput;
  proposal: Loader<ProposalView, [IntentInput]>;
  sending = new Loader((id: string, items: ItemInput[]) =>
    shell.approve(id, items, (news) => {
      this.progress.hear(news);
    }),
  );
  choices = $state<Choice[]>([]);
  progress = new Sending();

  /** `ask` proposes something else than a new disclosure, such as what an application lacks. */
  constructor(
    intent: IntentInput,
    ask: (intent: IntentInput) => Promise<ProposalView> = shell.propose,
  ) {
    this.intent = intent;
    this.proposal = new Loader(ask);
  }

  get consent(): ConsentView | undefined {
    return this.proposal.value?.consent;
  }

  get outcome(): Outcome | undefined {
    return this.sending.value;
  }

  /** Whether all that the site insists on is there. */
  get ready(): boolean {
    return this.consent !== undefined && this.missing.length === 0 && this.refused.length === 0;
  }

  /** What the site finds no good and the user has not said to send again, by title. */
  get refused(): string[] {
    return (this.consent?.items ?? [])
      .filter((item, i) => {
        const choice = this.choices[i];
        return choice?.included === true && !choice.again && isRefused(item, choice);
      })
      .map((item) => item.requirement.title);
  }

  /** What the site insists on and the wallet has not, by title. */
  get missing(): string[] {
    return (this.consent?.items ?? [])
      .filter((item) => item.requirement.required && item.choices.length === 0)
      .map((item) => item.requirement.title);
  }

  /** Asks what would be sent; also after the user added what was missing. */
  async propose(): Promise<void> {
    await this.#forget();
    const before = this.consent?.items ?? [];
    const chosen = this.choices;
    this.sending.reset();
    this.progress.reset();
    const proposal = await this.proposal.run(this.intent);
    this.choices =
      proposal?.consent.items.map((item) => {
        const at = sameThing(before, item);
        const earlier = at < 0 ? undefined : chosen[at];
        const kept = item.choices.find((choice) => choice.id === earlier?.attribute);
        const available = item.choices.length > 0;
        return {
          included:
            available && (item.requirement.required || (earlier?.included ?? item.included)),
          attribute: (kept ?? item.choices[0])?.id ?? null,
          again: false,
        };
      }) ?? [];
  }

  /** The user says yes. A proposal is good for one answer. */
  async approve(): Promise<void> {
    const id = this.proposal.value?.id;
    if (id === undefined || !this.ready || this.sending.busy) return;
    this.progress.reset();
    await this.sending.restart(
      id,
      this.choices.map(({ included, attribute, again }) => ({ included, attribute, again })),
    );
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
    await this.#forget();
    this.proposal.reset();
  }

  async #forget(): Promise<void> {
    const id = this.proposal.value?.id;
    if (id !== undefined && this.sending.request.state === 'idle') await shell.decline(id);
  }
}
