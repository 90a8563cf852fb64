// The window in a browser, with a made-up wallet behind it: to look at a screen without building
// the application. `?state=locked|none|unusable|empty|failed|noaccount|working|many|eid|missing|hostile` chooses where it begins.
import type { BackupProgressView } from '../src/lib/bindings';
import { failing, mockShell } from '../src/testing/mock-shell';
import { activityPart, attributePart, documentPart } from '../src/testing/parts';
import { manyAttributes } from '../src/testing/many';
import {
  eidRequest,
  firstSignUp,
  hostileConsent,
  hostileEntry,
  hostileOutcome,
  loginConsent,
  serviceConsent,
} from '../src/testing/fixtures';

const parameters = new URLSearchParams(location.search);
const folder = '/home/ada/.local/share/idw/vault';
const none = () => [];

switch (parameters.get('state')) {
  case 'locked':
    mockShell({
      vault_status: () => ({ state: 'locked', folder, keyring: true }),
      unlock_vault: failing(
        'wrongPassword',
        'That password does not open this vault. Nothing was changed; try again.',
      ),
    });
    break;
  case 'none':
    mockShell({ vault_status: () => ({ state: 'none', folder }) });
    break;
  case 'unusable':
    mockShell({
      vault_status: () => ({
        state: 'unusable',
        folder,
        failure: {
          code: 'inUse',
          message: 'The vault is open in another program: idw (process 4711).',
        },
      }),
    });
    break;
  case 'empty':
    mockShell({
      query_attributes: (args) => attributePart([], args),
      query_documents: (args) => documentPart([], args),
      query_activity: (args) => activityPart([], args),
      overview: () => ({ attributes: 0, documents: 0, fullName: null }),
      list_reminders: none,
      list_sites: none,
      logged_sites: none,
      list_eid_parties: none,
      eid_services: none,
    });
    break;
  case 'failed':
    mockShell({
      query_attributes: failing('damaged', 'One record could not be read. The others are intact.'),
      list_sites: () => new Promise(() => undefined),
    });
    break;
  case 'noaccount':
    mockShell({
      propose: () => ({ id: '1', consent: loginConsent }),
      approve: failing('noAccount', 'Harbour Exchange has no account for this key yet.'),
    });
    break;
  case 'working':
    mockShell({
      backup_standing: () => ({ last: '2026-05-12T09:30:00Z', due: true }),
      create_backup: ({ onProgress }) => {
        (onProgress as { onmessage: (news: BackupProgressView) => void }).onmessage({
          step: 'writing',
          done: 1_730_000,
          total: 4_120_000,
        });
        return new Promise(() => undefined);
      },
    });
    break;
  case 'many': {
    const attributes = manyAttributes(10_000);
    mockShell({
      query_attributes: (args) => attributePart(attributes, args),
      get_attribute: ({ id }) => attributes.find((one) => one.id === id),
    });
    break;
  }
  case 'eid':
    mockShell({
      list_requests: () => [{ ...eidRequest, party: serviceConsent.site }],
      open_request: () => ({ id: '1', consent: serviceConsent }),
      connect_eid_service: () => new Promise(() => undefined),
    });
    break;
  case 'missing':
    mockShell({ propose: () => ({ id: '1', consent: firstSignUp }) });
    break;
  case 'hostile':
    mockShell({
      propose: () => ({ id: '1', consent: hostileConsent }),
      approve: () => hostileOutcome,
      query_activity: (args) => activityPart([hostileEntry], args),
    });
    break;
  default:
    mockShell();
}

const theme = parameters.get('theme');
if (theme) localStorage.setItem('idw.theme', theme);

await import('../src/main');

export {};
