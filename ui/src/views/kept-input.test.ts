import { cleanup, render, screen, waitFor } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import App from '../App.svelte';
import { problems } from '../testing/axe';
import { profiles } from '../testing/fixtures';
import { mockShell } from '../testing/mock-shell';

/** A wallet that seals what it was given when it locks. */
function wallet() {
  let open = true;
  let sealed: string | null = null;
  const calls = mockShell({
    vault_status: () => ({ state: open ? 'open' : 'locked', folder: '/vault', keyring: false }),
    keep_unsaved: ({ content }) => {
      sealed = content as string | null;
      return null;
    },
    unsaved: () => sealed,
    lock_vault: () => {
      open = false;
      return null;
    },
    list_profiles: () => profiles.slice(0, 1),
    unlock_vault: () => {
      open = true;
      return null;
    },
  });
  return { calls, sealed: () => sealed };
}

test('what was typed when the wallet locked comes back, in its form', async () => {
  const { sealed } = wallet();
  const user = userEvent.setup();
  render(App);
  await user.click(await screen.findByTestId('nav-attributes'));
  await user.click(await screen.findByTestId('attribute-add'));
  await user.selectOptions(await screen.findByTestId('attribute-type'), 'first-name');
  await user.type(screen.getByTestId('field-value'), 'X12');
  // At once: nothing waits for the moment after the last change.
  await user.keyboard('{Control>}l{/Control}');
  await user.type(await screen.findByTestId('unlock-password'), 'right{Enter}');
  expect(sealed()).toContain('X12');

  expect(await screen.findByTestId('kept-input')).toBeVisible();
  expect(await problems()).toEqual([]);
  await user.click(screen.getByTestId('kept-continue'));
  expect(await screen.findByTestId('field-value')).toHaveValue('X12');
  expect(screen.queryByTestId('kept-input')).toBeNull();
  expect(sealed()).toContain('X12');

  await user.click(screen.getByTestId('dialog-close'));
  await user.click(await screen.findByTestId('discard-accept'));
  await waitFor(() => {
    expect(sealed()).toBeNull();
  });
});

test('what is kept can be discarded, and what makes no sense is not shown', async () => {
  for (const [content, shown] of [
    ['[{"kind":"site","content":{"url":"shop.example"}}]', true],
    ['[{"kind":7}]', false],
    ['not JSON', false],
  ] as const) {
    const calls = mockShell({ unsaved: () => content });
    const user = userEvent.setup();
    render(App);
    await screen.findByTestId('nav-home');
    if (shown) await user.click(await screen.findByTestId('kept-discard'));
    await waitFor(() => {
      expect(calls.filter(({ command }) => command === 'keep_unsaved').at(-1)?.args).toEqual({
        content: null,
      });
    });
    expect(screen.queryByTestId('kept-input')).toBeNull();
    cleanup();
  }
});

test('secrets are never in what is kept', async () => {
  const { calls, sealed } = wallet();
  const user = userEvent.setup();
  render(App);
  await user.click(await screen.findByTestId('nav-settings'));
  await user.click(await screen.findByTestId('settings-section-profiles'));
  await user.click(await screen.findByTestId('account-import'));
  await user.click(await screen.findByTestId('import-private-key'));
  await user.type(screen.getByTestId('import-secret'), '0x4242');
  await waitFor(() => {
    expect(sealed()).toContain('account-import');
  });
  const kept = calls.filter(({ command }) => command === 'keep_unsaved');
  expect(JSON.stringify(kept)).not.toContain('4242');
});
