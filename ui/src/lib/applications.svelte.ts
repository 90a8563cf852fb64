import { cancelWait, listApplications, refreshApplication, type ApplicationView } from './bindings';
import { newWait } from './cancellable.svelte';
import { now } from './clock';
import { Loader } from './request.svelte';

/** How often the sites are asked how far they are. */
const EVERY_MS = 15 * 60_000;
/** The most applications that one round asks about. The others have their turn in the next. */
const MOST_A_ROUND = 8;
/** What was asked this recently is left alone: the user may have just looked at it. */
const RECENT_MS = 60_000;

/** An application that could not be asked about in the background. */
export interface Unreached {
  /** The id of the application. */
  id: string;
  site: string;
  /** When (RFC 3339). */
  at: string;
}

/**
 * The profile's KYC applications, which of them need the user, and the rounds in which their sites are asked. It lives from
 * unlocking to locking, for one profile: `begin` starts it, and what `begin` returns forgets everything.
 */
export class ApplicationsController {
  /** The newest first. */
  all = new Loader(async () => (await listApplications()).toReversed());
  /** What the last round could not ask about. */
  unreached = $state.raw<readonly Unreached[]>([]);

  #life = 0;
  #timer: ReturnType<typeof setInterval> | undefined;
  #asking: string | undefined;
  /** Those whose sites say nothing: asking again would not help until the wallet is unlocked again. */
  #silent: string[] = [];

  /** Those for which the site waits for the user, and those that the user has to bring to their end. */
  get needUser(): ApplicationView[] {
    return (this.all.value ?? []).filter(needsUser);
  }

  /** Whether a site, by its id, waits for the user's answer. */
  siteWaits(id: string): boolean {
    return this.needUser.some(({ siteId, needsAnswer }) => needsAnswer && siteId === id);
  }

  /** The wallet is open: reads the list, asks the sites now and from time to time. */
  begin(): () => void {
    this.stop();
    const life = this.#life;
    void this.refresh().then(() => this.#ask(life));
    this.#timer = setInterval(() => void this.#ask(life), EVERY_MS);
    return () => {
      this.stop();
    };
  }

  /** Forgets everything; what is being asked ends. */
  stop(): void {
    this.#life++;
    clearInterval(this.#timer);
    // A wallet that was locked has ended it already.
    if (this.#asking !== undefined) void cancelWait(this.#asking).catch(() => undefined);
    this.#asking = undefined;
    this.#silent = [];
    this.all.reset();
    this.unreached = [];
  }

  /** Reads the list anew. Nobody is asked. */
  async refresh(): Promise<void> {
    await this.all.run();
  }

  /** One round: the sites of those that are under way, one after the other, the one that was not asked for longest first. */
  async #ask(life: number): Promise<void> {
    if (life !== this.#life || this.#asking !== undefined) return;
    const unreached: Unreached[] = [];
    for (const application of this.#due()) {
      const { id, site } = application;
      const wait = newWait();
      this.#asking = wait;
      try {
        const told = await refreshApplication(wait, id);
        if (life !== this.#life) return;
        this.#replace(told);
      } catch (reason) {
        if (life !== this.#life) return;
        if (isUnreachable(reason)) unreached.push({ id, site, at: now() });
        else this.#silent.push(id);
      }
    }
    this.#asking = undefined;
    this.unreached = unreached;
  }

  #due(): ApplicationView[] {
    const before = Date.now() - RECENT_MS;
    const asked = ({ checked }: ApplicationView) => (checked === null ? 0 : Date.parse(checked));
    return (this.all.value ?? [])
      .filter((one) => isUnderWay(one) && !this.#silent.includes(one.id) && asked(one) < before)
      .sort((one, other) => asked(one) - asked(other))
      .slice(0, MOST_A_ROUND);
  }

  #replace(told: ApplicationView): void {
    const all = this.all.value;
    if (!all) return;
    const value = all.map((one) => (one.id === told.id ? told : one));
    this.all.request = { state: 'ready', value };
  }
}

/** Whether the user has to do something about it: the site waits for them, or it was interrupted. */
export function needsUser(application: ApplicationView): boolean {
  return application.needsAnswer || isInterrupted(application);
}

/** Whether it was agreed to and is not known to have arrived. */
export function isInterrupted({ step }: ApplicationView): boolean {
  return step === 'draft' || step === 'unknown';
}

/** Whether the site has it, has not decided, and can be asked about it. */
export function isUnderWay({ step, ended, applicationId }: ApplicationView): boolean {
  return step === 'submitted' && !ended && applicationId !== null;
}

function isUnreachable(reason: unknown): boolean {
  return (
    typeof reason === 'object' &&
    reason !== null &&
    'code' in reason &&
    reason.code === 'unreachable'
  );
}

export const applications = new ApplicationsController();
