import { verbatim } from '../lib/words';
import { mockIPC } from '@tauri-apps/api/mocks';
import type { Failure } from '../lib/bindings';
import * as data from './fixtures';
import { activityPart, attributePart, documentPart, sitesOf } from './parts';

type Answers = Record<string, (args: Record<string, unknown>) => unknown>;

/** What the shell would answer for a filled wallet. */
const filled: Answers = {
  vault_status: () => ({ state: 'open', folder: '/home/ada/.local/share/idw/vault' }),
  about: () => ({ version: '0.1.0', folder: '/home/ada/.local/share/idw/vault' }),
  list_accounts: () => [data.account, data.importedAccount, data.siteAccount],
  account_removal: () => ({ keyIsLost: true, exported: false, sites: ['Harbour Exchange'] }),
  auto_lock: () => ({ minutes: 10, choices: [1, 5, 10, 15, 30, 60] }),
  set_auto_lock: ({ minutes }) => ({ minutes, choices: [1, 5, 10, 15, 30, 60] }),
  speak: () => null,
  in_use: () => null,
  remember_canvas: () => null,
  answer_path: () => null,
  keep_unsaved: () => null,
  unsaved: () => null,
  reveal_secret: ({ secret }) => ({
    text:
      secret === 'phrase'
        ? 'test test test test test test test test test test test junk'
        : `0x${'42'.repeat(32)}`,
    token: '42',
  }),
  secret_shown: () => null,
  pick_key_file: () => ({ token: '40', name: 'UTC--2026-05-12--savings.json', size: 492 }),
  choose_key_file_target: () => ({ token: '41', name: 'savings.json' }),
  export_key_file: () => null,
  query_attributes: (args) => attributePart(data.attributes, args),
  get_attribute: ({ id }) => data.attributes.find((one) => one.id === id),
  overview: () => ({
    attributes: data.attributes.length,
    documents: data.documents.length,
    fullName: 'Ada Example',
  }),
  list_reminders: () => data.reminders,
  attribute_history: () => data.history,
  list_attribute_types: () => data.types,
  list_documents: () => data.documents,
  query_documents: (args) => documentPart(data.documents, args),
  get_document: ({ id }) => data.documents.find((one) => one.id === id),
  list_profiles: () => data.profiles,
  select_profile: ({ id }) => data.profiles.find((profile) => profile.id === id),
  thumbnail: () => new ArrayBuffer(0),
  read_mrz: () => data.zone,
  apply_mrz: () => data.attributes.slice(4, 5),
  rate_password: ({ password }) => (String(password).includes(' ') ? data.strong : data.weak),
  list_notices: () => [],
  list_quarantined: () => [],
  backup_standing: () => ({
    last: new Date(Date.now() - 3 * 86_400_000).toISOString(),
    due: false,
  }),
  confirm_password: () => null,
  make_passphrase: () => 'orbit-velvet-canyon-ladder-timber-museum-quantum-ribbon-salmon-harvest',
  choose_backup_target: () => ({ token: '50', name: 'identity-wallet-2026-11-22.backup' }),
  create_backup: () => data.backupReport,
  choose_backup: () => ({ token: 'backup-1', name: 'ada.backup', size: 4_120_000 }),
  forget_backup: () => null,
  test_backup: () => data.backupReport,
  try_merge: () => data.mergeReport,
  merge_backup: () => ({ ...data.mergeReport, dryRun: false }),
  restore_backup: () => data.backupReport,
  cancel_backup: () => null,
  keyring_status: () => data.keyring,
  vault_usage: () => data.vaultUsage,
  watch: () => null,
  list_requests: () => [],
  request_waits: () => null,
  who_answers: () => ({ type: 'active' }),
  open_request: () => ({ id: '3', consent: data.loginConsent }),
  decline_and_block: () => ({ ...data.eidRequest, status: 'declined' }),
  decline_request: () => ({ ...data.request, status: 'declined' }),
  take_over_vault: () => null,
  list_sites: () => data.sites,
  add_site: () => ({ site: data.sites[0], renewed: false, changes: [], notes: [] }),
  add_site_from_file: () => ({ site: data.sites[0], renewed: false, changes: [], notes: [] }),
  add_site_from_text: () => ({ site: data.sites[0], renewed: false, changes: [], notes: [] }),
  pick_site_file: () => ({ token: '60', name: 'lws.json', size: 1_840 }),
  site_requests: () => [],
  save_letter: () => 'delete-my-data.txt',
  cancel_wait: () => null,
  logged_sites: () => sitesOf(data.activity),
  query_activity: (args) => activityPart(data.activity, args),
  verify_activity: () => ({ entries: data.activity.length, intact: true, faults: [] }),
  export_activity: () => ({ entries: data.activity.length }),
  site_knowledge: () => data.knowledge,
  sites_that_know: () => data.knowing,
  list_applications: () => data.applications,
  refresh_application: ({ id }) => data.applications.find((one) => one.id === id),
  application_changes: () => [],
  agree_to_application: () => null,
  resume_application: () => ({ ...data.outcome, purpose: 'apply' }),
  propose_update: () => ({ id: '2', consent: { ...data.signUpConsent, purpose: 'apply' } }),
  cancel_application: ({ id }) => data.applications.find((one) => one.id === id),
  list_templates: () => [
    {
      id: '5f1a',
      name: 'Personal account',
      description: 'For natural persons: identity, address and a passport.',
    },
    { id: '5f1b', name: 'Business account', description: 'For companies and their directors.' },
  ],
  propose: ({ intent }) => ({
    id: '1',
    consent:
      (intent as { purpose: string }).purpose === 'logIn' ? data.loginConsent : data.signUpConsent,
  }),
  approve: () => data.outcome,
  decline: () => null,
  stop_sending: () => null,
  list_providers: () => [data.provider],
  provider_secret_state: () => ({ state: 'kept' }),
  add_provider: () => data.provider,
  set_provider_secret: () => data.provider,
  remove_provider: () => null,
  run_check: () => data.checkPreview,
  review_check_again: () => data.checkPreview,
  keep_check: () => data.checkKept,
  cancel_check: () => null,
  eid_service_url: () => null,
  start_eid_service: ({ port }) => `http://127.0.0.1:${String(port)}`,
  stop_eid_service: () => null,
  list_eid_parties: () => [data.eidParty, data.serviceParty, data.blockedEidParty],
  eid_logo_preview: () => new ArrayBuffer(0),
  add_eid_party: () => data.eidPartyKey,
  rotate_eid_key: () => data.eidPartyKey,
  block_eid_party: () => data.blockedEidParty,
  unblock_eid_party: () => data.eidParty,
  remove_eid_party: () => data.eidParty,
  save_eid_root: () => 'root.pem',
  eid_services: () => [
    data.connectedService,
    data.lostService,
    data.endedService,
    data.pendingService,
  ],
  connect_eid_service: () => data.connectedService,
  cancel_eid_connect: () => null,
  know_eid_devices: () => data.connectedService,
  disconnect_eid_service: () => ({ service: data.connectedService, untold: null }),
  pick_import: () => ({ token: '30', name: 'ada.json', size: 64_000 }),
  selfkey_contents: () => null,
  import_data: ({ dryRun }) => ({ ...data.importReport, dryRun }),
  offer_shrink: () => ({ token: '31', offer: data.shrinkOffer }),
  shrink_preview: () => new ArrayBuffer(0),
  discard_shrink: () => null,
  discard_file: () => null,
  set_attribute: () => data.attributes[0],
  remove_attribute: () => [],
  lock_vault: () => null,
  hold_window: () => null,
  close_window: () => null,
  zoom_window: () => null,
  unlock_vault: () => null,
  create_vault: () => ({
    words:
      'orbit velvet canyon ladder timber museum quantum ribbon salmon harvest pilot lantern'.split(
        ' ',
      ),
  }),
  open_in_browser: () => null,
  copy_secret: () => 30,
};

/** One command as it reached the shell. */
export interface Call {
  command: string;
  args: Record<string, unknown>;
}

/**
 * Stands in for the Rust side. `answers` takes the place of the filled wallet's, command by
 * command; returns the calls as they come.
 */
export function mockShell(answers: Answers = {}): Call[] {
  const all = { ...filled, ...answers };
  const calls: Call[] = [];
  mockIPC((command, payload) => {
    const args = (payload ?? {}) as Record<string, unknown>;
    calls.push({ command, args });
    const answer = all[command];
    if (!answer) throw new Error(`the test has no answer to ${command}`);
    return answer(args);
  });
  return calls;
}

/** Makes a command fail the way the shell fails. */
export function failing(code: Failure['code'], message: string): () => Promise<never> {
  // A plain object, since that is what crosses from Rust.
  return () => Promise.reject({ code, message: verbatim(message) } satisfies Failure);
}
