import { render, screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import NewPasswordForm from '../components/vault/ChangePassword.svelte';
import { eidServices } from '../lib/bindings';
import { ProfilesController } from '../lib/profiles.svelte';
import { Loader } from '../lib/request.svelte';
import { importReport, keyring, selfkeyContents } from '../testing/fixtures';
import { settingsSections, type SettingsSection } from '../lib/settings';
import { verbatim } from '../lib/words';
import { problems } from '../testing/axe';
import { failing, mockShell } from '../testing/mock-shell';
import App from '../App.svelte';
import SettingsScreen from './SettingsScreen.svelte';

async function open(section: SettingsSection) {
  const profiles = new ProfilesController();
  await profiles.refresh();
  render(SettingsScreen, {
    profiles,
    services: new Loader(eidServices),
    section,
    onchoose: () => undefined,
  });
  return userEvent.setup();
}

test.each(settingsSections)('the section %s has nothing that axe finds', async (section) => {
  mockShell();
  await open(section);
  await waitFor(() => {
    expect(screen.queryByTestId('loading')).toBeNull();
  });
  expect(screen.getByTestId(`settings-section-${section}`)).toHaveAttribute('aria-current', 'page');
  expect(screen.getByTestId(`settings-${section}`)).not.toBeEmptyDOMElement();
  expect(await problems()).toEqual([]);
});

test('one section is shown at a time, and the menu of profiles leads to theirs', async () => {
  mockShell();
  const user = userEvent.setup();
  render(App);
  await user.click(await screen.findByTestId('nav-settings'));
  expect(screen.getByTestId('settings-security')).toBeVisible();
  await user.click(screen.getByTestId('settings-section-vault'));
  expect(screen.getByTestId('settings-vault')).toBeVisible();
  expect(screen.queryByTestId('settings-security')).toBeNull();
  await user.click(screen.getByTestId('profile-switcher'));
  await user.click(screen.getByTestId('profile-manage'));
  expect(screen.getByTestId('settings-section-profiles')).toHaveAttribute('aria-current', 'page');
  expect(await screen.findAllByTestId('profile-row')).toHaveLength(2);
});

test('the keyring that has not answered yet keeps the room for its answer', async () => {
  mockShell({ keyring_status: () => new Promise(() => undefined) });
  await open('security');
  const waiting = screen.getByTestId('loading');
  expect(waiting).toHaveTextContent('Checking the keyring');
  expect(waiting.style.getPropertyValue('--row')).toBe('20px');
});

test('the keyring is turned on with the password, and its trouble is told', async () => {
  let enabled = false;
  const wrong = failing('wrongPassword', 'The password is wrong.');
  mockShell({
    keyring_status: () => ({
      ...keyring,
      enabled,
      problem: enabled
        ? verbatim('The Secret Service is locked. Unlock your login keyring.')
        : null,
    }),
    enable_keyring: ({ password }) => {
      if (password !== 'right') return wrong();
      enabled = true;
      return keyring;
    },
  });
  const user = await open('security');
  await user.click(await screen.findByTestId('keyring-enable'));
  await user.type(screen.getByTestId('ask-password-field'), 'nope{Enter}');
  expect(await screen.findByTestId('error-message')).toHaveTextContent('Wrong password');
  expect(await problems()).toEqual([]);
  await user.clear(screen.getByTestId('ask-password-field'));
  await user.type(screen.getByTestId('ask-password-field'), 'right{Enter}');
  await waitFor(() => {
    expect(screen.getByTestId('keyring-state')).toHaveTextContent(/On\s*Secret Service/);
  });
  expect(screen.getByTestId('keyring-problem')).toHaveTextContent('Unlock your login keyring');
});

test('turning the keyring off tells what it left behind', async () => {
  mockShell({
    keyring_status: () => ({ ...keyring, enabled: true }),
    disable_keyring: () => ({
      ...keyring,
      problem: verbatim('The secret is still in the keyring.'),
    }),
  });
  const user = await open('security');
  await user.click(await screen.findByTestId('keyring-disable'));
  expect(await screen.findByTestId('keyring-problem')).toHaveTextContent('still in the keyring');
  expect(screen.getByTestId('keyring-state')).toHaveTextContent('Off');
});

test('a check of the vault names what is damaged', async () => {
  mockShell({
    verify_vault: () => ({
      records: 4,
      documents: 1,
      documentBytes: 10,
      snapshots: 1,
      intact: false,
      faults: [verbatim('A document could not be read.')],
      unreadable: [],
    }),
  });
  const user = await open('vault');
  await user.click(screen.getByTestId('vault-verify'));
  expect(await screen.findByTestId('vault-check')).toHaveTextContent('could not be read');
});

test('an import reports first, and takes in only after that', async () => {
  const calls = mockShell({
    pick_import: () => ({ token: '3', name: 'ada.json', size: 900 }),
    import_data: ({ dryRun }) => ({ ...importReport, dryRun }),
    discard_file: () => null,
  });
  const user = await open('data');
  await user.click(screen.getByTestId('data-import'));
  expect(await screen.findAllByTestId('import-row')).toHaveLength(4);
  expect(screen.getByText('It is no date like 1985-04-12.')).toBeVisible();
  expect(await problems()).toEqual([]);
  const imports = () => calls.filter(({ command }) => command === 'import_data');
  expect(imports().every(({ args }) => args.dryRun === true)).toBe(true);
  await user.click(screen.getByTestId('import-both'));
  await waitFor(() => {
    expect(imports().at(-1)?.args).toMatchObject({ dryRun: true, onConflict: 'keepBoth' });
  });
  await user.click(screen.getByTestId('import-submit'));
  expect(await screen.findByTestId('import-done')).toBeVisible();
  expect(imports().at(-1)?.args).toMatchObject({ dryRun: false, onConflict: 'keepBoth' });
  await user.click(screen.getByTestId('import-close'));
  expect(calls).toContainEqual({ command: 'discard_file', args: { token: '3' } });
});

test('of several people in a SelfKey wallet one is chosen, and its keys are named', async () => {
  const calls = mockShell({
    pick_import: () => ({ token: '4', name: 'IdentityWalletStorage.sqlite', size: 90_000 }),
    selfkey_contents: () => selfkeyContents,
    import_data: ({ dryRun }) => ({ ...importReport, dryRun }),
    discard_file: () => null,
  });
  const user = await open('data');
  await user.click(screen.getByTestId('data-import'));
  const whose = await screen.findByTestId('import-whose');
  const shown = within(whose).getAllByRole('option');
  expect(shown.map((option) => option.textContent.replace(/[\u2066-\u2069]/g, ''))).toEqual([
    'Ada Example · 12 values, 3 documents',
    'No name · 1 value, 0 documents · Member of a company',
  ]);
  expect(await screen.findAllByTestId('import-row')).toHaveLength(4);
  expect(await problems()).toEqual([]);
  const last = () => calls.filter(({ command }) => command === 'import_data').at(-1)?.args;
  expect(last()).toMatchObject({ dryRun: true, identity: '1' });
  await user.selectOptions(whose, '4');
  await waitFor(() => {
    expect(last()).toMatchObject({ dryRun: true, identity: '4' });
  });
  await user.click(screen.getByTestId('import-submit'));
  expect(await screen.findByTestId('import-keys')).toHaveTextContent('wallets/0xabc');
  expect(last()).toMatchObject({ dryRun: false, identity: '4' });
});

test('a SelfKey wallet that is open is refused before anything else', async () => {
  const calls = mockShell({
    pick_import: () => ({ token: '5', name: 'IdentityWalletStorage.sqlite', size: 90_000 }),
    selfkey_contents: failing('usage', 'The SelfKey wallet is running.'),
    discard_file: () => null,
  });
  const user = await open('data');
  await user.click(screen.getByTestId('data-import'));
  expect(await screen.findByText('The SelfKey wallet is running.')).toBeVisible();
  expect(screen.getByTestId('import-submit')).toBeDisabled();
  expect(calls.some(({ command }) => command === 'import_data')).toBe(false);
});

test('a weak password needs a second yes, a strong one does not', async () => {
  const calls = mockShell({ change_password: () => null });
  const user = userEvent.setup();
  render(NewPasswordForm, { onchanged: () => undefined, onclose: () => undefined });
  const submit = screen.getByTestId('password-change-submit');
  await user.type(screen.getByTestId('password-current'), 'old');
  await user.type(screen.getByTestId('password-new'), 'weak');
  await user.type(screen.getByTestId('password-new-repeat'), 'weak');
  await user.click(await screen.findByTestId('password-weak'));
  await waitFor(() => {
    expect(submit).toBeEnabled();
  });
  await user.type(screen.getByTestId('password-new'), 'er');
  expect(submit).toBeDisabled();
  await user.type(screen.getByTestId('password-new'), ' with more words');
  await user.clear(screen.getByTestId('password-new-repeat'));
  await user.type(screen.getByTestId('password-new-repeat'), 'weaker with more words');
  await waitFor(() => {
    expect(submit).toBeEnabled();
  });
  expect(screen.queryByTestId('password-weak')).toBeNull();
  await user.click(submit);
  expect(calls.at(-1)).toEqual({
    command: 'change_password',
    args: { current: 'old', replacement: 'weaker with more words' },
  });
});
