import type { EidForm } from './bindings';
import { say, type PlainId } from './words';

const forms = {
  x509: 'eid-form-x509',
  raw: 'eid-form-raw',
} as const satisfies Record<EidForm, PlainId>;

/** How a party's signatures are made, in words. */
export function formName(form: EidForm): string {
  return say(forms[form]);
}
