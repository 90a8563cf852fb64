import type { FailureCode, Purpose } from './bindings';
import { say, type PlainId } from './words';

const failures: Record<FailureCode, PlainId> = {
  usage: 'failure-usage',
  notFound: 'failure-not-found',
  exists: 'failure-exists',
  wrongPassword: 'failure-wrong-password',
  inUse: 'failure-in-use',
  damaged: 'failure-damaged',
  missing: 'failure-missing',
  refused: 'failure-refused',
  noAccount: 'failure-no-account',
  unreachable: 'failure-unreachable',
  protocol: 'failure-protocol',
  declined: 'failure-declined',
  verified: 'failure-verified',
  stopped: 'failure-stopped',
  locked: 'failure-locked',
  other: 'failure-other',
};

/** What happened, in few words; the sentence that comes with a failure says the rest. */
export function failureTitle(code: FailureCode): string {
  return say(failures[code]);
}

const purposes: Record<Purpose, string> = {
  logIn: 'log-in',
  signUp: 'sign-up',
  apply: 'apply',
  sign: 'sign',
  identify: 'identify',
};

/** The name by which the catalogue chooses a sentence. */
export function purposeName(purpose: Purpose): string {
  return purposes[purpose];
}
