import type { ApplicationItemState, ApplicationView } from './bindings';
import { say, type PlainId } from './words';

type Tone = 'neutral' | 'accent' | 'success' | 'warning' | 'danger';

/** What a badge says, and in which colour. */
export interface Mark {
  tone: Tone;
  text: string;
}

/** By the number of the status: the names that sites give are not unique. */
const statuses: PlainId[] = [
  'application-status-0',
  'application-status-1',
  'application-status-2',
  'application-status-3',
  'application-status-4',
  'application-status-5',
  'application-status-6',
  'application-status-7',
  'application-status-8',
  'application-status-9',
  'application-status-10',
  'application-status-11',
  'application-status-12',
  'application-status-13',
  'application-status-14',
  'application-status-15',
  'application-status-16',
];

const APPROVED = 2;
const REJECTED = 3;

/** How far an application is, a sentence without its full stop. */
export function statusText({ step, status }: ApplicationView): string {
  switch (step) {
    case 'draft':
      return say('application-status-draft');
    case 'unknown':
      return say('application-status-unknown');
    case 'refused':
      return say('application-status-refused');
    case 'cancelled':
      return say('application-status-withdrawn');
    case 'submitted':
      if (status === null) return say('application-status-submitted');
      return say(statuses[status] ?? 'application-status-other');
  }
}

/** The same in a word or two. */
export function applicationMark(application: ApplicationView): Mark {
  const { step, status, ended, needsAnswer } = application;
  if (step === 'draft') return { tone: 'warning', text: say('application-badge-draft') };
  if (step === 'unknown') return { tone: 'warning', text: say('application-badge-unknown') };
  if (step === 'refused') return { tone: 'danger', text: say('application-badge-refused') };
  if (step === 'cancelled') return { tone: 'neutral', text: say('application-badge-withdrawn') };
  if (needsAnswer) return { tone: 'warning', text: say('application-badge-answer') };
  if (status === APPROVED) return { tone: 'success', text: say('application-badge-approved') };
  if (status === REJECTED) return { tone: 'danger', text: say('application-badge-rejected') };
  if (ended) return { tone: 'neutral', text: say('application-badge-ended') };
  return { tone: 'accent', text: say('application-badge-with-site') };
}

const items: Record<ApplicationItemState, { tone: Tone; id: PlainId }> = {
  toSend: { tone: 'neutral', id: 'application-item-to-send' },
  mayHaveArrived: { tone: 'warning', id: 'application-item-may-have' },
  sent: { tone: 'success', id: 'application-item-sent' },
  notAccepted: { tone: 'danger', id: 'application-item-not-accepted' },
  missing: { tone: 'warning', id: 'application-item-missing' },
  notSent: { tone: 'neutral', id: 'application-item-not-sent' },
};

/** How one thing of an application stands. */
export function itemMark(state: ApplicationItemState): Mark {
  const { tone, id } = items[state];
  return { tone, text: say(id) };
}

/** What it is, as the user applied for it. */
export function applicationName({ templateName, template }: ApplicationView): string {
  return templateName ?? template;
}
