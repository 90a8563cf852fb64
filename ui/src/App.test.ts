import { render, screen, waitFor } from '@testing-library/svelte';
import userEvent, { type UserEvent } from '@testing-library/user-event';
import { describe, expect, test } from 'vitest';
import App from './App.svelte';
import type { PageEvent, ProfileView } from './lib/bindings';
import { problems } from './testing/axe';
import { importedAccount, profiles } from './testing/fixtures';
import { failing, mockShell } from './testing/mock-shell';
import { activityPart, attributePart, documentPart } from './testing/parts';
import { verbatim } from './lib/words';

const folder = '/vault';
const phrase = 'one two three four five six seven eight nine ten eleven twelve';

/** Writes the phrase down, and types the words that are asked for. */
async function writeDown(user: UserEvent) {
  await user.click(await screen.findByTestId('phrase-written'));
  for (const field of screen.getAllByTestId(/^phrase-word-/)) {
    await user.type(field, phrase.split(' ')[Number(field.dataset.place)] ?? '');
  }
  await user.click(screen.getByTestId('phrase-continue'));
}

test('creating a wallet: two equal passwords, the phrase once, then the wallet', async () => {
  let open = false;
  const calls = mockShell({
    vault_status: () => ({ state: open ? 'open' : 'none', folder }),
    create_vault: () => {
      open = true;
      return { words: phrase.split(' ') };
    },
  });
  const user = userEvent.setup();
  render(App);
  await user.type(await screen.findByTestId('create-password'), 'four unrelated words');
  await user.type(screen.getByTestId('create-password-repeat'), 'four unrelated');
  expect(screen.getByTestId('create-submit')).toBeDisabled();
  await user.type(screen.getByTestId('create-password-repeat'), ' words');
  await waitFor(() => {
    expect(screen.getByTestId('create-submit')).toBeEnabled();
  });
  await user.click(screen.getByTestId('create-submit'));
  expect(await screen.findByTestId('phrase-words')).toHaveTextContent(/one.*twelve/);
  expect(await problems()).toEqual([]);
  await user.click(screen.getByTestId('phrase-written'));
  expect(screen.queryByTestId('phrase-words')).toBeNull();
  expect(screen.getByTestId('phrase-continue')).toBeDisabled();
  const fields = screen.getAllByTestId(/^phrase-word-/);
  expect(fields).toHaveLength(3);
  expect(fields[0]).toHaveFocus();
  for (const field of fields) await user.type(field, 'thirteen');
  await user.click(screen.getByTestId('phrase-continue'));
  expect(screen.getAllByText(/This is not word/)).toHaveLength(3);
  expect(fields[0]).toHaveFocus();
  expect(await problems()).toEqual([]);
  await user.click(screen.getByTestId('phrase-again'));
  expect(await screen.findByTestId('phrase-words')).toHaveTextContent(/one.*twelve/);
  await writeDown(user);
  expect(await screen.findByTestId('nav-home')).toBeVisible();
  expect(screen.queryByText('twelve')).toBeNull();
  expect(calls.filter(({ command }) => command === 'create_vault')).toHaveLength(1);
});

test('the phrase is not left in view when nobody is there', async () => {
  let tell: ((event: PageEvent) => void) | undefined;
  let state = 'none';
  const calls = mockShell({
    vault_status: () => ({ state, folder, keyring: false }),
    create_vault: () => {
      state = 'open';
      return { words: phrase.split(' ') };
    },
    watch: ({ onEvent }) => {
      tell = (onEvent as { onmessage: (event: PageEvent) => void }).onmessage;
      return null;
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
  expect(await screen.findByTestId('phrase-words')).toBeVisible();
  expect(screen.getByRole('heading', { level: 1 })).toHaveFocus();
  // The shell has locked the wallet.
  tell?.({ type: 'locked', reason: { why: 'unused', minutes: 10 } });
  expect(await screen.findByTestId('unlock-password')).toBeVisible();
  expect(screen.queryByTestId('phrase-words')).toBeNull();
  expect(screen.queryByText('twelve')).toBeNull();
  expect(screen.getByText(/Locked after .*10.* minutes.* without activity/)).toBeVisible();
  expect(calls.filter(({ command }) => command === 'lock_vault')).toHaveLength(1);
});

test('who has another wallet imports their account and data in the last step', async () => {
  let open = false;
  const calls = mockShell({
    vault_status: () => ({ state: open ? 'open' : 'none', folder }),
    create_vault: () => {
      open = true;
      return { words: phrase.split(' ') };
    },
    import_account: () => importedAccount,
  });
  const user = userEvent.setup();
  render(App);
  await user.click(await screen.findByTestId('create-bring'));
  expect(screen.getByTestId('create-brings')).toBeVisible();
  expect(await problems()).toEqual([]);
  await user.type(screen.getByTestId('create-password'), 'four unrelated words');
  await user.type(screen.getByTestId('create-password-repeat'), 'four unrelated words');
  await waitFor(() => {
    expect(screen.getByTestId('create-submit')).toBeEnabled();
  });
  await user.click(screen.getByTestId('create-submit'));
  await writeDown(user);
  expect(await screen.findByTestId('bring-key')).toBeVisible();
  expect(screen.getByTestId('bring-done')).toHaveTextContent('Skip');
  expect(await problems()).toEqual([]);
  await user.click(screen.getByTestId('bring-key'));
  await user.click(await screen.findByTestId('import-private-key'));
  await user.type(screen.getByTestId('import-secret'), '11'.repeat(32));
  await user.click(screen.getByTestId('import-account'));
  expect(await screen.findByTestId('bring-keys')).toHaveTextContent(/1.? account is imported/);
  expect(calls.map(({ command }) => command)).toContain('import_account');
  await user.click(screen.getByTestId('bring-data'));
  await user.click(await screen.findByTestId('import-submit'));
  expect(await screen.findByTestId('bring-has-data')).toBeVisible();
  await user.click(screen.getByTestId('import-close'));
  await user.click(screen.getByTestId('bring-done'));
  expect(await screen.findByTestId('nav-home')).toBeVisible();
});

test('a wrong password is said, and the next one can be typed at once', async () => {
  let open = false;
  let attempts = 0;
  const wrong = failing('wrongPassword', 'The password is wrong.');
  mockShell({
    vault_status: () => ({ state: open ? 'open' : 'locked', folder, keyring: false }),
    unlock_vault: () => {
      if (++attempts === 1) return wrong();
      open = true;
      return null;
    },
  });
  const user = userEvent.setup();
  render(App);
  await user.type(await screen.findByTestId('unlock-password'), 'nope{Enter}');
  expect(await screen.findByTestId('error-message')).toHaveTextContent('Wrong password');
  expect(screen.getByTestId('unlock-password')).toHaveFocus();
  expect(await problems()).toEqual([]);
  await user.clear(screen.getByTestId('unlock-password'));
  await user.keyboard('right{Enter}');
  await user.click((await screen.findAllByTestId('profile-choice'))[0] as HTMLElement);
  expect(await screen.findByTestId('nav-home')).toBeVisible();
});

function lockedWith(profiles: ProfileView[]) {
  let state = 'locked';
  return mockShell({
    vault_status: () => ({ state, folder, keyring: false }),
    list_profiles: () => profiles,
    unlock_vault: () => {
      state = 'open';
      return null;
    },
    lock_vault: () => {
      state = 'locked';
      return null;
    },
  });
}

test('after unlocking, the profile is chosen; Enter goes on in the one used last', async () => {
  const [personal, company] = profiles as [ProfileView, ProfileView];
  const last = { ...company, selected: true };
  const calls = lockedWith([{ ...personal, selected: false }, last]);
  const user = userEvent.setup();
  render(App);
  await user.type(await screen.findByTestId('unlock-password'), 'right{Enter}');
  const choices = await screen.findAllByTestId('profile-choice');
  expect(choices.map(({ textContent }) => textContent.trim())).toEqual([
    expect.stringContaining('personal') as string,
    expect.stringContaining('used last') as string,
  ]);
  expect(choices[1]).toHaveFocus();
  expect(await problems()).toEqual([]);
  await user.keyboard('{Enter}');
  expect(await screen.findByTestId('nav-home')).toBeVisible();
  expect(calls.filter(({ command }) => command === 'select_profile')).toEqual([]);

  await user.keyboard('{Control>}l{/Control}');
  await user.type(await screen.findByTestId('unlock-password'), 'right{Enter}');
  await screen.findAllByTestId('profile-choice');
  await user.keyboard('{ArrowDown}{Enter}');
  expect(await screen.findByTestId('nav-home')).toBeVisible();
  expect(calls).toContainEqual({ command: 'select_profile', args: { id: personal.id } });
});

test('the wallet can be locked while the profile is chosen', async () => {
  lockedWith(profiles);
  const user = userEvent.setup();
  render(App);
  await user.type(await screen.findByTestId('unlock-password'), 'right{Enter}');
  await screen.findAllByTestId('profile-choice');
  await user.keyboard('{Control>}l{/Control}');
  expect(await screen.findByTestId('unlock-password')).toBeVisible();
  expect(screen.queryByTestId('profile-choice')).toBeNull();
});

test('a wallet with one profile opens in it at once', async () => {
  lockedWith(profiles.slice(0, 1));
  const user = userEvent.setup();
  render(App);
  await user.type(await screen.findByTestId('unlock-password'), 'right{Enter}');
  expect(await screen.findByTestId('nav-home')).toBeVisible();
});

test('a vault in use says so and can be tried again', async () => {
  let busy = true;
  mockShell({
    vault_status: () =>
      busy
        ? {
            state: 'unusable',
            folder,
            failure: { code: 'inUse', message: verbatim('idw has it open.') },
          }
        : { state: 'locked', folder, keyring: false },
  });
  const user = userEvent.setup();
  render(App);
  expect(await screen.findByTestId('error-message')).toHaveTextContent('idw has it open.');
  busy = false;
  await user.click(screen.getByTestId('unusable-retry'));
  expect(await screen.findByTestId('unlock-password')).toBeVisible();
});

test('everything can be reached by keyboard, and Control+L locks', async () => {
  let open = true;
  mockShell({
    vault_status: () => ({ state: open ? 'open' : 'locked', folder, keyring: false }),
    lock_vault: () => {
      open = false;
      return null;
    },
  });
  const user = userEvent.setup();
  render(App);
  await screen.findByTestId('nav-home');
  for (const [key, title] of [
    'Home',
    'Attributes',
    'Documents',
    'Sites',
    'Applications',
    'Requests',
    'Activity',
    'Settings',
  ].entries()) {
    await user.keyboard(`{Control>}${key + 1}{/Control}`);
    expect(await screen.findByRole('heading', { level: 1, name: title })).toBeVisible();
  }
  await user.keyboard('{Control>}l{/Control}');
  expect(await screen.findByTestId('unlock-password')).toBeVisible();
});

test('the theme is kept', async () => {
  mockShell();
  const user = userEvent.setup();
  render(App);
  await user.click(await screen.findByTestId('nav-settings'));
  await user.click(screen.getByTestId('settings-section-appearance'));
  await user.click(screen.getByTestId('theme-dark'));
  expect(document.documentElement.dataset.theme).toBe('dark');
  expect(localStorage.getItem('idw.theme')).toBe('dark');
  await user.click(screen.getByTestId('theme-light'));
  expect(document.documentElement.dataset.theme).toBe('light');
});

describe.each(['home', 'attributes', 'documents', 'sites', 'requests', 'activity', 'settings'])(
  '%s',
  (view) => {
    const lists = [
      'query_attributes',
      'query_documents',
      'list_sites',
      'list_requests',
      'logged_sites',
    ];

    async function go() {
      const user = userEvent.setup();
      render(App);
      await user.click(await screen.findByTestId(`nav-${view}`));
      if (view === 'settings') await user.click(screen.getByTestId('settings-section-vault'));
      await waitFor(() => {
        expect(screen.queryByTestId('loading')).toBeNull();
      });
    }

    test('filled, it is accessible', async () => {
      mockShell();
      await go();
      expect(await problems()).toEqual([]);
    });

    test('empty, it is accessible', async () => {
      mockShell({
        ...Object.fromEntries(lists.map((command) => [command, () => []])),
        query_attributes: (args) => attributePart([], args),
        query_documents: (args) => documentPart([], args),
        query_activity: (args) => activityPart([], args),
      });
      await go();
      expect(await problems()).toEqual([]);
      if (!['home', 'settings'].includes(view)) expect(screen.getByTestId('empty')).toBeVisible();
    });

    test('failed, it says why', async () => {
      const failed = failing('damaged', 'A record could not be read.');
      mockShell(
        Object.fromEntries(
          [...lists, 'list_accounts', 'vault_usage', 'about'].map((c) => [c, failed]),
        ),
      );
      await go();
      expect(screen.getAllByTestId('error-message')[0]).toHaveTextContent(
        'A record could not be read.',
      );
      expect(await problems()).toEqual([]);
    });
  },
);
