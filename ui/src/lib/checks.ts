import type {
  CheckDocumentKind,
  CheckedView,
  CheckLeftOutBecause,
  CheckNote,
  CheckOutcome,
  ProviderDialect,
} from './bindings';
import { formatDay } from './format';
import { say, tell } from './words';

/** What a provider speaks, by its name. */
export function dialectName(dialect: ProviderDialect): string {
  return say(dialect === 'web-kyc' ? 'provider-dialect-web-kyc' : 'provider-dialect-web-idv');
}

/** What to know about a value that a check brought, in words. */
export function checkNoteText(note: CheckNote): string {
  switch (note.type) {
    case 'expired':
      return say('check-note-expired', { day: formatDay(note.on) });
    case 'selfieHeld':
      return say('check-note-selfie-held');
    case 'selfieGiven':
      return say('check-note-selfie-given');
    case 'metadataRemoved':
      return say('check-note-metadata-removed', { what: note.what });
  }
}

/** Why something that a check brought is not kept, in words. */
export function leftOutText(why: CheckLeftOutBecause): string {
  switch (why.type) {
    case 'noPlace':
      return say('check-left-out-no-place');
    case 'notRead':
      return say('check-left-out-not-read');
    case 'oddText':
      return say('check-left-out-odd-text');
    case 'noCountry':
      return say('check-left-out-no-country');
    case 'noDate':
      return say('check-left-out-no-date');
    case 'impossibleBirth':
      return say('check-left-out-impossible-birth');
    case 'endsBeforeItBegins':
      return say('check-left-out-ends-before-it-begins');
    case 'unknownDocument':
      return say('check-left-out-unknown-document');
    case 'ofAnother':
      return say('check-left-out-of-another');
    case 'badPicture':
      return say('check-left-out-bad-picture', { reason: tell(why.reason) });
    case 'doesNotFit':
      return say('check-left-out-does-not-fit', { reason: tell(why.reason) });
  }
}

const outcomes = {
  added: 'check-outcome-added',
  confirmed: 'check-outcome-confirmed',
  replaced: 'check-outcome-replaced',
  addedBeside: 'check-outcome-added-beside',
  left: 'check-outcome-left',
} as const satisfies Record<CheckOutcome, string>;

/** What became of a value that a check brought, in words. */
export function outcomeText(outcome: CheckOutcome): string {
  return say(outcomes[outcome]);
}

const kinds = {
  passport: 'check-document-passport',
  'national-id': 'check-document-national-id',
  'drivers-license': 'check-document-drivers-license',
} as const satisfies Record<CheckDocumentKind, string>;

function isKind(word: string): word is CheckDocumentKind {
  return Object.hasOwn(kinds, word);
}

/** What a kind of document is called; a word that the wallet does not know is the provider's. */
export function documentName(kind: string): string {
  return isKind(kind) ? say(kinds[kind]) : kind;
}

/** The kinds of documents to choose from. */
export const documentKinds = (Object.keys(kinds) as CheckDocumentKind[]).map((kind) => ({
  value: kind,
  title: documentName(kind),
}));

/** Who made a check: one on this computer is never named without saying that it is a test provider. */
export function checkedBy({ by, test }: CheckedView): string {
  return test ? say('verified-by-test', { name: by }) : by;
}

/** The document that a value was read off; nothing where the provider did not say it. */
export function checkedDocument({ documentType, numberEnd }: CheckedView): string | undefined {
  if (documentType === null) return undefined;
  const document = documentName(documentType);
  return numberEnd === null
    ? document
    : say('verified-document-number', { document, end: numberEnd });
}
