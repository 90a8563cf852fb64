import { fireEvent, render, screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import App from '../App.svelte';
import type { SettingsSection } from '../lib/settings';
import { problems } from '../testing/axe';
import { mockShell, type Call } from '../testing/mock-shell';

const folder = '/vault';

/** The shell of an open wallet that can be locked. */
function lockable(answers: Parameters<typeof mockShell>[0] = {}): Call[] {
  let open = true;
  return mockShell({
    vault_status: () => ({ state: open ? 'open' : 'locked', folder, keyring: false }),
    lock_vault: () => {
      open = false;
      return null;
    },
    ...answers,
  });
}

type User = ReturnType<typeof userEvent.setup>;

async function openSettings(user: User, section: SettingsSection) {
  await user.click(await screen.findByTestId('nav-settings'));
  await user.click(screen.getByTestId(`settings-section-${section}`));
}

async function openExport(user: User) {
  await openSettings(user, 'profiles');
  const [row] = await screen.findAllByTestId('account-row');
  const [way] = row ? within(row).getAllByRole('button') : [];
  if (way) await user.click(way);
  await user.click(screen.getByTestId('account-export'));
}

async function revealKey(user: User) {
  await openExport(user);
  await user.click(screen.getByTestId('export-private-key'));
  await user.type(screen.getByTestId('export-password'), 'of the wallet{Enter}');
  expect(await screen.findByTestId('revealed')).toHaveTextContent('0x4242');
}

async function makePassphrase(user: User) {
  await openSettings(user, 'backup');
  await user.click(await screen.findByTestId('backup-create'));
  await user.type(screen.getByTestId('backup-password'), 'of the wallet{Enter}');
  expect(await screen.findByTestId('passphrase-words')).toHaveTextContent('orbit');
}

const inFront: [string, (user: User) => Promise<void>][] = [
  ['a private key', revealKey],
  ['the passphrase of a backup', makePassphrase],
  [
    'a form that is half filled in',
    async (user) => {
      await user.click(await screen.findByTestId('nav-attributes'));
      await user.click(screen.getByTestId('attribute-add'));
      await user.selectOptions(await screen.findByTestId('attribute-type'), 'passport');
    },
  ],
  [
    'a dialog on top of another',
    async (user) => {
      await openSettings(user, 'profiles');
      const rows = await screen.findAllByTestId('account-row');
      const [way] = rows[1] ? within(rows[1]).getAllByRole('button') : [];
      if (way) await user.click(way);
      await user.click(screen.getByTestId('account-remove'));
      await screen.findByTestId('account-lost');
    },
  ],
  [
    'the menu of profiles',
    async (user) => {
      await user.click(await screen.findByTestId('profile-switcher'));
    },
  ],
];

test.each(inFront)('Control+L locks with %s in front', async (_, open) => {
  const calls = lockable();
  const user = userEvent.setup();
  render(App);
  await open(user);
  await user.keyboard('{Control>}l{/Control}');
  expect(await screen.findByTestId('unlock-password')).toBeVisible();
  expect(screen.queryByRole('dialog')).toBeNull();
  expect(screen.queryByTestId('revealed')).toBeNull();
  expect(calls.filter(({ command }) => command === 'lock_vault')).toHaveLength(1);
});

test.each([
  ['a private key', revealKey],
  ['the passphrase of a backup', makePassphrase],
] as const)('a dialog with %s has a button that locks', async (_, open) => {
  lockable();
  const user = userEvent.setup();
  render(App);
  await open(user);
  expect(await problems()).toEqual([]);
  await user.click(screen.getByRole('button', { name: /Lock the wallet/ }));
  expect(await screen.findByTestId('unlock-password')).toBeVisible();
  expect(screen.queryByRole('dialog')).toBeNull();
});

test('a backup that is being written does not keep the wallet from being locked', async () => {
  lockable({ create_backup: () => new Promise(() => undefined) });
  const user = userEvent.setup();
  render(App);
  await makePassphrase(user);
  await user.click(screen.getByTestId('passphrase-written'));
  await user.click(screen.getByTestId('backup-save'));
  expect(await screen.findByTestId('backup-cancel')).toBeVisible();
  await user.keyboard('{Control>}l{/Control}');
  expect(await screen.findByTestId('unlock-password')).toBeVisible();
});

test('a private key is out of view at once, however long locking takes', async () => {
  let done: (answer: null) => void = () => undefined;
  lockable({ lock_vault: () => new Promise((locked) => (done = locked)) });
  const user = userEvent.setup();
  render(App);
  await revealKey(user);
  await user.keyboard('{Control>}l{/Control}');
  await waitFor(() => {
    expect(screen.queryByTestId('revealed')).toBeNull();
  });
  expect(screen.queryByTestId('nav-home')).toBeNull();
  expect(screen.getByText(/Locking the wallet/)).toBeInTheDocument();
  done(null);
  await waitFor(() => {
    expect(screen.queryByText(/Locking the wallet/)).toBeNull();
  });
});

test('the key that locks is found on a keyboard with other letters', async () => {
  lockable();
  const user = userEvent.setup();
  render(App);
  await revealKey(user);
  await fireEvent.keyDown(document.body, { key: 'д', code: 'KeyL', ctrlKey: true });
  expect(await screen.findByTestId('unlock-password')).toBeVisible();
});

test('with a dialog in front, the other shortcuts do not take its place away', async () => {
  lockable();
  const user = userEvent.setup();
  render(App);
  await openExport(user);
  await user.keyboard('{Control>}1{/Control}');
  expect(screen.getByTestId('export-dialog')).toBeVisible();
  await user.keyboard('l');
  expect(screen.getByTestId('export-dialog')).toBeVisible();
});

test.each([
  ['Control+L', (user: User) => user.keyboard('{Control>}l{/Control}')],
  ['a button', (user: User) => user.click(screen.getByTestId('phrase-lock'))],
] as const)('a new recovery phrase goes out of view with %s', async (_, lock) => {
  let state = 'none';
  mockShell({
    vault_status: () => ({ state, folder, keyring: false }),
    create_vault: () => {
      state = 'open';
      return { words: 'one two three four five six seven eight nine ten eleven twelve'.split(' ') };
    },
    lock_vault: () => {
      state = 'locked';
      return null;
    },
  });
  const user = userEvent.setup();
  render(App);
  await user.type(await screen.findByTestId('create-password'), 'four unrelated words');
  await user.type(screen.getByTestId('create-password-repeat'), 'four unrelated words');
  await waitFor(() => {
    expect(screen.getByTestId('create-submit')).toBeEnabled();
  });
  await user.click(screen.getByTestId('create-submit'));
  await screen.findByTestId('phrase-words');
  await lock(user);
  expect(await screen.findByTestId('unlock-password')).toBeVisible();
  expect(screen.queryByText('twelve')).toBeNull();
});

test('a secret counts as exported once it is on the screen, and not before', async () => {
  let reveal: (view: unknown) => void = () => undefined;
  const calls = lockable({ reveal_secret: () => new Promise((shown) => (reveal = shown)) });
  const shown = () => calls.filter(({ command }) => command === 'secret_shown');
  const user = userEvent.setup();
  render(App);
  await openExport(user);
  await user.click(screen.getByTestId('export-private-key'));
  await user.type(screen.getByTestId('export-password'), 'of the wallet{Enter}');
  await waitFor(() => {
    expect(calls.map(({ command }) => command)).toContain('reveal_secret');
  });
  expect(shown()).toEqual([]);
  reveal({ text: `0x${'42'.repeat(32)}`, token: '7' });
  expect(await screen.findByTestId('revealed')).toBeVisible();
  await waitFor(() => {
    expect(shown()).toEqual([{ command: 'secret_shown', args: { token: '7' } }]);
  });
});

test('a secret that comes when the wallet is locked does not count as exported', async () => {
  let reveal: (view: unknown) => void = () => undefined;
  const calls = lockable({ reveal_secret: () => new Promise((shown) => (reveal = shown)) });
  const user = userEvent.setup();
  render(App);
  await openExport(user);
  await user.click(screen.getByTestId('export-private-key'));
  await user.type(screen.getByTestId('export-password'), 'of the wallet{Enter}');
  await user.keyboard('{Control>}l{/Control}');
  expect(await screen.findByTestId('unlock-password')).toBeVisible();
  reveal({ text: `0x${'42'.repeat(32)}`, token: '7' });
  await new Promise((settled) => setTimeout(settled));
  expect(screen.queryByTestId('revealed')).toBeNull();
  expect(calls.filter(({ command }) => command === 'secret_shown')).toEqual([]);
});
