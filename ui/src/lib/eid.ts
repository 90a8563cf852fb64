import type { EidDeviceView, EidForm, EidServiceView, FailureCode } from './bindings';
import { formatDay } from './format';
import { say, type PlainId } from './words';

/** How long a code of a service is: 128 bits in Crockford's base32. */
const CODE_CHARS = 26;

const forms = {
  x509: 'eid-form-x509',
  raw: 'eid-form-raw',
} as const satisfies Record<EidForm, PlainId>;

/** How a party's signatures are made, in words. */
export function formName(form: EidForm): string {
  return say(forms[form]);
}

/** How a connection with a service stands, for people. */
export type ServiceState =
  'pending' | 'connecting' | 'connected' | 'notReachable' | 'waitsForUnlock' | 'ended';

/** How it stands by what is written, and by what whoever waits for its requests knows. */
export function serviceState({ status, link }: EidServiceView): ServiceState {
  if (status !== 'connected') return status;
  // Until somebody waits for its requests, which begins at once.
  return link?.state ?? 'connecting';
}

/** `Ada's phone, since 3 Nov 2026`, for each. */
export function deviceNames(devices: EidDeviceView[]): string {
  return devices
    .map(({ name, added }) => say('eid-services-device', { device: name, since: formatDay(added) }))
    .join(' · ');
}

/** The address of a service as people type it: a host is enough. */
export function serviceUrl(typed: string): string {
  const address = typed.trim();
  return address.includes('://') ? address : `https://${address}`;
}

/** The same the other way round: what has to be typed for an address. */
export function typedAddress(url: string): string {
  return url.replace(/^https:\/\//, '').replace(/\/$/, '');
}

/** Whether what is typed is a code, can become one, or cannot. Spaces and hyphens do not count. */
export function codeState(typed: string): 'whole' | 'begun' | 'wrong' {
  const code = typed.replace(/[\s-]/g, '');
  if (!/^[0-9a-tv-z]*$/i.test(code) || code.length > CODE_CHARS) return 'wrong';
  return code.length === CODE_CHARS ? 'whole' : 'begun';
}

/** A name for this device that says nothing of its user. */
export function usualDeviceName(): string {
  const system = systemName();
  return system === undefined
    ? say('eid-connect-device-usual')
    : say('eid-connect-device-on', { system }).replace(isolates, '');
}

/** The marks around arguments, which are for sentences and not for a name. */
const isolates = /[\u2068\u2069]/g;

function systemName(): string | undefined {
  const systems = { Windows: /windows/i, macOS: /mac os/i, Linux: /linux/i };
  return Object.entries(systems).find(([, sign]) => sign.test(navigator.userAgent))?.[0];
}

const connectFailures: Partial<Record<FailureCode, PlainId>> = {
  refused: 'eid-connect-failed-refused',
  unreachable: 'eid-connect-failed-unreachable',
  protocol: 'eid-connect-failed-protocol',
  exists: 'eid-connect-failed-exists',
  stopped: 'eid-connect-failed-stopped',
};

/** What happened to a connection that was to be made, in few words; nothing where the usual ones fit. */
export function connectFailureTitle(code: FailureCode): string | undefined {
  const id = connectFailures[code];
  return id && say(id);
}
