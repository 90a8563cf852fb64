import { render, screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test } from 'vitest';
import App from '../../App.svelte';
import { listEidParties } from '../../lib/bindings';
import { eidService } from '../../lib/eid-service.svelte';
import { preferences } from '../../lib/preferences.svelte';
import { Loader } from '../../lib/request.svelte';
import { problems } from '../../testing/axe';
import { blockedEidParty, eidParty, eidPartyKey, serviceParty } from '../../testing/fixtures';
import { failing, mockShell } from '../../testing/mock-shell';
import EidCard from '../settings/EidCard.svelte';

type Answers = NonNullable<Parameters<typeof mockShell>[0]>;

/** The card of a window that answers nobody yet. */
async function open(answers: Answers = {}) {
  const calls = mockShell({ list_eid_parties: () => [eidParty], ...answers });
  const parties = new Loader(listEidParties);
  void parties.run();
  render(EidCard, { parties });
  await screen.findByText('Who may ask');
  return { calls, user: userEvent.setup() };
}

beforeEach(async () => {
  mockShell();
  await eidService.switchOff();
  preferences.eidPort = 8466;
});

test('nobody is answered until the user says so, and the address is shown from then on', async () => {
  const { calls, user } = await open();
  expect(screen.getByTestId('eid-switch')).not.toBeChecked();
  expect(screen.getByTestId('eid-port')).toHaveValue('8466');
  expect(calls.some(({ command }) => command === 'start_eid_service')).toBe(false);
  await user.clear(screen.getByTestId('eid-port'));
  await user.type(screen.getByTestId('eid-port'), '70000');
  expect(screen.getByTestId('eid-switch')).toBeDisabled();
  expect(screen.getByText('Enter a number from 1 to 65535.')).toBeVisible();
  await user.clear(screen.getByTestId('eid-port'));
  await user.type(screen.getByTestId('eid-port'), '9000');
  await user.click(screen.getByTestId('eid-switch'));
  expect(await screen.findByTestId('eid-url')).toHaveTextContent('http://127.0.0.1:9000');
  expect(screen.getByTestId('eid-switch')).toBeChecked();
  expect(preferences.eid).toBe(true);
  expect(preferences.eidPort).toBe(9000);
  expect(await problems()).toEqual([]);

  await user.click(screen.getByTestId('eid-switch'));
  expect(await screen.findByTestId('eid-port')).toHaveValue('9000');
  expect(preferences.eid).toBe(false);
  expect(calls.some(({ command }) => command === 'stop_eid_service')).toBe(true);
});

test('a port that is in use is told of, and the switch is off again', async () => {
  const { user } = await open({
    start_eid_service: failing('inUse', 'Another program uses port 8466.'),
  });
  await user.click(screen.getByTestId('eid-switch'));
  expect(await screen.findByTestId('error-message')).toHaveTextContent(
    /The wallet cannot answer requests.*Another program uses port 8466/s,
  );
  expect(screen.getByTestId('eid-switch')).not.toBeChecked();
  expect(preferences.eid).toBe(false);
  expect(await problems()).toEqual([]);
});

test('the window starts what it remembers, once', async () => {
  const calls = mockShell();
  const starts = () => calls.filter(({ command }) => command === 'start_eid_service');
  await eidService.begin();
  expect(starts()).toEqual([]);
  preferences.eid = true;
  preferences.eidPort = 9001;
  await eidService.begin();
  await eidService.begin();
  expect(starts().map(({ args }) => args)).toEqual([{ port: 9001 }]);
  expect(eidService.url).toBe('http://127.0.0.1:9001');
});

test('what the window starts with is done once, also where it answers from the start', async () => {
  preferences.eid = true;
  const calls = mockShell();
  render(App);
  await screen.findByTestId('nav-home');
  await waitFor(() => {
    expect(eidService.url).toBeDefined();
  });
  await screen.findByTestId('nav-settings');
  const counts = ['vault_status', 'watch', 'start_eid_service'].map(
    (wanted) => calls.filter(({ command }) => command === wanted).length,
  );
  expect(counts).toEqual([1, 1, 1]);
});

test('parties are listed with all that was set for them', async () => {
  await open({ list_eid_parties: () => [blockedEidParty, eidParty] });
  const [blocked, party] = await screen.findAllByTestId('eid-party-row');
  expect(blocked).toHaveTextContent(/Old Forum\s*Blocked/);
  expect(blocked).toHaveTextContent(/Raw keys \(2019\).*at most .*10.* open/);
  expect(party).toHaveTextContent(/Sample Shop\s*Number matching/);
  expect(party).toHaveTextContent(/Since .*2026.*Certificates.*at most .*100.* open/);
  expect(await problems()).toEqual([]);
});

test('a party is added with what was chosen, and its key is shown once', async () => {
  let known = [eidParty].slice(1);
  const { calls, user } = await open({
    list_eid_parties: () => known,
    add_eid_party: () => {
      known = [eidParty];
      return eidPartyKey;
    },
  });
  expect(await screen.findByText(/Nobody may ask yet/)).toBeVisible();
  await user.click(screen.getByTestId('eid-add'));
  const form = within(screen.getByTestId('eid-party-form'));
  expect(form.getByTestId('eid-add-warning')).toHaveTextContent(
    /Nobody has verified the email address.*Anyone who has the key/s,
  );
  expect(screen.getByTestId('eid-add-confirm')).toBeDisabled();
  await user.type(screen.getByTestId('eid-name'), 'Sample Shop');
  await user.click(within(screen.getByTestId('eid-form-raw')).getByRole('radio'));
  await user.click(screen.getByTestId('eid-matching'));
  await user.click(screen.getByTestId('eid-more'));
  await user.type(screen.getByTestId('eid-limit'), '0');
  expect(screen.getByTestId('eid-add-confirm')).toBeDisabled();
  expect(await problems()).toEqual([]);
  await user.clear(screen.getByTestId('eid-limit'));
  await user.type(screen.getByTestId('eid-limit'), '7');
  await user.click(screen.getByTestId('eid-add-confirm'));

  expect(await screen.findByTestId('eid-key')).toHaveTextContent(eidPartyKey.key);
  expect(calls.find(({ command }) => command === 'add_eid_party')?.args).toEqual({
    input: { name: 'Sample Shop', form: 'raw', matching: true, openLimit: 7, logo: null },
  });
  expect(await problems()).toEqual([]);
  await user.click(screen.getByTestId('secret-copy'));
  expect(await screen.findByText(/clears the clipboard in .?30.? seconds/)).toBeVisible();
  expect(calls).toContainEqual({ command: 'copy_secret', args: { text: eidPartyKey.key } });
  await user.click(screen.getByTestId('eid-key-done'));
  expect(document.body).not.toHaveTextContent(eidPartyKey.key);
  expect(screen.getByTestId('eid-party-row')).toBeVisible();
});

test('a picture is shown before it is taken, and one that cannot be shown is let go of', async () => {
  const files = [
    { token: 'file-1', name: 'notes.png', size: 400 },
    { token: 'file-2', name: 'shop.png', size: 900 },
  ];
  const { calls, user } = await open({
    pick_file: () => files.shift(),
    discard_file: () => null,
    eid_logo_preview: ({ token }) =>
      token === 'file-2' ? new ArrayBuffer(8) : failing('usage', 'It could not be read.')(),
    add_eid_party: () => eidPartyKey,
  });
  await user.click(screen.getByTestId('eid-add'));
  await user.type(screen.getByTestId('eid-name'), 'Sample Shop');
  await user.click(screen.getByTestId('eid-logo-choose'));
  expect(await screen.findByTestId('error-message')).toHaveTextContent('could not be read');
  expect(calls).toContainEqual({ command: 'discard_file', args: { token: 'file-1' } });
  await user.click(screen.getByTestId('eid-logo-choose'));
  expect(await screen.findByText('shop.png')).toBeVisible();
  expect(await problems()).toEqual([]);
  await user.click(screen.getByTestId('eid-add-confirm'));
  await screen.findByTestId('eid-key');
  expect(calls.find(({ command }) => command === 'add_eid_party')?.args).toMatchObject({
    input: { logo: 'file-2' },
  });
});

test('a name that is taken is told of in the form', async () => {
  const { user } = await open({ add_eid_party: failing('exists', 'Another party has it.') });
  await user.click(screen.getByTestId('eid-add'));
  await user.type(screen.getByTestId('eid-name'), 'Sample Shop');
  await user.click(screen.getByTestId('eid-add-confirm'));
  expect(await screen.findByTestId('error-message')).toHaveTextContent('Another party has it.');
});

test('a party is blocked and unblocked where it is looked at', async () => {
  let party = eidParty;
  const { calls, user } = await open({
    list_eid_parties: () => [party],
    block_eid_party: () => (party = { ...eidParty, blocked: '2026-08-02T17:05:00Z' }),
    unblock_eid_party: () => (party = eidParty),
  });
  await user.click(await screen.findByText('Sample Shop'));
  const dialog = within(screen.getByTestId('eid-party'));
  await user.click(dialog.getByTestId('eid-party-block'));
  expect(await dialog.findByText(/You do not see its requests/)).toBeVisible();
  expect(await problems()).toEqual([]);
  await user.click(dialog.getByRole('button', { name: 'Unblock' }));
  await waitFor(() => {
    expect(dialog.queryByText(/You do not see its requests/)).toBeNull();
  });
  const changed = calls.filter(({ command }) => command.endsWith('block_eid_party'));
  expect(changed.map(({ command, args }) => [command, args.id])).toEqual([
    ['block_eid_party', eidParty.id],
    ['unblock_eid_party', eidParty.id],
  ]);
});

test('a new key is made only after the user knows what becomes of the old one', async () => {
  const { calls, user } = await open();
  await user.click(await screen.findByText('Sample Shop'));
  await user.click(screen.getByTestId('eid-party-rotate'));
  expect(screen.getByTestId('confirm')).toHaveTextContent(/stops working at once/);
  expect(calls.some(({ command }) => command === 'rotate_eid_key')).toBe(false);
  expect(await problems()).toEqual([]);
  await user.click(screen.getByTestId('confirm-accept'));
  expect(await screen.findByTestId('eid-key')).toHaveTextContent(eidPartyKey.key);
});

test('a party of a service says so, and has no key here', async () => {
  const { user } = await open({ list_eid_parties: () => [serviceParty] });
  expect(await screen.findByTestId('eid-party-row')).toHaveTextContent(
    /Harbour Bank\s*Registered at .*eid\.example.*Certificates/,
  );
  await user.click(screen.getByText('Harbour Bank'));
  expect(screen.getByTestId('eid-party')).toHaveTextContent(
    /eid\.example.*, whose operator vouches for the name/,
  );
  expect(screen.queryByTestId('eid-party-rotate')).toBeNull();
  expect(await problems()).toEqual([]);
  await user.click(screen.getByTestId('eid-party-remove'));
  expect(screen.getByTestId('confirm')).toHaveTextContent(/if it asks again.*block it/);
});

test('removing a party asks', async () => {
  let known = [eidParty];
  const { user } = await open({
    list_eid_parties: () => known,
    remove_eid_party: () => {
      known = [];
      return eidParty;
    },
  });
  await user.click(await screen.findByText('Sample Shop'));
  await user.click(screen.getByTestId('eid-party-remove'));
  expect(screen.getByTestId('confirm')).toHaveTextContent(/still shows what you sent/);
  await user.click(screen.getByTestId('confirm-accept'));
  expect(await screen.findByText(/Nobody may ask yet/)).toBeVisible();
});

test('the root certificate is saved where the user says', async () => {
  let name: string | null = null;
  const { user } = await open({ save_eid_root: () => name });
  await user.click(screen.getByTestId('eid-root'));
  expect(screen.queryByTestId('eid-root-saved')).toBeNull();
  name = 'root.pem';
  await user.click(screen.getByTestId('eid-root'));
  expect(await screen.findByTestId('eid-root-saved')).toHaveTextContent(/root\.pem/);
});
