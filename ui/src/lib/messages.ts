import type { FailureCode, Purpose } from './bindings';

/** What happened, in few words; the sentence that comes with a failure says the rest. */
export const failureTitles: Record<FailureCode, string> = {
  usage: 'That cannot be used',
  notFound: 'Not found',
  exists: 'It is there already',
  wrongPassword: 'Wrong password',
  inUse: 'The vault is in use',
  damaged: 'The vault is damaged',
  missing: 'Something is missing',
  refused: 'The site refused',
  noAccount: 'No account there yet',
  unreachable: 'The site cannot be reached',
  protocol: 'The site answered in a way the wallet does not accept',
  declined: 'Declined',
  verified: 'The value is verified',
  stopped: 'Stopped',
  locked: 'The wallet is locked',
  other: 'That did not work',
};

export const purposeVerbs: Record<Purpose, string> = {
  logIn: 'Log in',
  signUp: 'Sign up',
  apply: 'Apply for KYC',
  sign: 'Sign',
  identify: 'Send',
};

export const purposeDone: Record<Purpose, string> = {
  logIn: 'Logged in',
  signUp: 'Signed up',
  apply: 'Application sent',
  sign: 'Signed',
  identify: 'Sent',
};

/** The heading of the consent sheet. */
export function purposeQuestion(purpose: Purpose, site: string): string {
  switch (purpose) {
    case 'logIn':
      return `Log in to ${site}?`;
    case 'signUp':
      return `Sign up at ${site}?`;
    case 'sign':
      return `Sign a text of ${site}?`;
    case 'identify':
      return `Tell ${site} who you are?`;
    case 'apply':
      return `Send a KYC application to ${site}?`;
  }
}
