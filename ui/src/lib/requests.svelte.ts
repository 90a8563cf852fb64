import { listRequests, type Purpose, type RequestStatus, type RequestView } from './bindings';
import { Loader } from './request.svelte';
import { say, type MessageId, type PlainId } from './words';

/** A request is over a moment after its time, so that nothing is asked too early. */
const AFTER_END_MS = 500;
/** The longest wait that browsers know; a longer one would end at once. */
const LONGEST_WAIT_MS = 2 ** 31 - 1;

/** The inbox, and which of what is in it the user has not looked at yet. */
export class RequestsController {
  all = new Loader(listRequests);
  /** Ids of requests that the user was told of. */
  #seen = $state.raw<string[]>([]);
  #ended = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** Those that wait for the user, the newest first. */
  get open(): RequestView[] {
    return (this.all.value ?? []).filter(isOpen);
  }

  /** Those that wait and that the user was not told of yet. */
  get unseen(): RequestView[] {
    return this.open.filter(({ id }) => !this.#seen.includes(id));
  }

  /** Reads the inbox; again when the next of its requests is over by itself. */
  async refresh(): Promise<void> {
    await this.all.run();
    clearTimeout(this.#timer);
    if (this.#ended) return;
    const ends = this.open.map((request) => Date.parse(request.ends)).filter(Number.isFinite);
    if (ends.length === 0) return;
    const left = Math.max(0, Math.min(...ends) - Date.now()) + AFTER_END_MS;
    this.#timer = setTimeout(() => void this.refresh(), Math.min(left, LONGEST_WAIT_MS));
  }

  /** The user knows of those that there are. */
  seen(): void {
    this.#seen = this.open.map(({ id }) => id);
  }

  /** Nobody looks any more. */
  stop(): void {
    this.#ended = true;
    clearTimeout(this.#timer);
  }
}

/** Whether the user can still answer it. */
export function isOpen(request: RequestView): boolean {
  return request.status === 'waiting';
}

const asks = {
  logIn: 'request-asks-log-in',
  signUp: 'request-asks-sign-up',
  apply: 'request-asks-apply',
  sign: 'request-asks-sign',
  identify: 'request-asks-identify',
} as const satisfies Record<Purpose, MessageId>;

/** `shop.example asks you to log in`. */
export function requestText({ type, party }: RequestView): string {
  return say(asks[type], { party });
}

const statuses: Record<RequestStatus, PlainId> = {
  waiting: 'request-status-waiting',
  approved: 'request-status-approved',
  declined: 'request-status-declined',
  withdrawn: 'request-status-withdrawn',
  answering: 'request-status-answering',
  answered: 'request-status-answered',
  failed: 'request-status-failed',
  unknown: 'request-status-unknown',
  ended: 'request-status-ended',
};

/** Why it cannot be answered any more, for who is about to; nothing where it can. */
export function overText(request: RequestView): string | undefined {
  switch (request.status) {
    case 'waiting':
      return undefined;
    case 'ended':
      return say('request-over-ended');
    case 'withdrawn':
      return say('request-over-withdrawn');
    case 'failed':
    case 'unknown':
      return statusText(request);
    default:
      return say('request-over-elsewhere');
  }
}

/** What has become of it. */
export function statusText({ status }: RequestView): string {
  return say(statuses[status]);
}
