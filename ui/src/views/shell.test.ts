import { verbatim } from '../lib/words';
import { render, screen, waitFor } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import App from '../App.svelte';
import type { PageEvent } from '../lib/bindings';
import { problems } from '../testing/axe';
import { documents, profiles } from '../testing/fixtures';
import { failing, mockShell } from '../testing/mock-shell';

const folder = '/vault';

test('another profile is switched to, and what is shown follows', async () => {
  let active = profiles[0]?.id;
  const calls = mockShell({
    list_profiles: () => profiles.map((p) => ({ ...p, selected: p.id === active })),
    select_profile: ({ id }) => {
      active = String(id);
      return profiles[1];
    },
  });
  const user = userEvent.setup();
  render(App);
  await waitFor(() => {
    expect(screen.getByTestId('profile-active')).toHaveTextContent('personal');
  });
  const asked = () => calls.filter(({ command }) => command === 'overview').length;
  const before = asked();
  await user.click(screen.getByTestId('profile-switcher'));
  expect(document.activeElement).toHaveTextContent('personal');
  await user.keyboard('{ArrowDown}{Enter}');
  await waitFor(() => {
    expect(screen.getByTestId('profile-active')).toHaveTextContent('Example Works Ltd');
  });
  await waitFor(() => {
    expect(asked()).toBeGreaterThan(before);
  });
  await user.click(screen.getByTestId('profile-switcher'));
  await user.keyboard('{Escape}');
  expect(screen.getByTestId('profile-switcher')).toHaveFocus();
});

test('a new profile is made and worked in', async () => {
  const calls = mockShell({ add_profile: () => profiles[1] });
  const user = userEvent.setup();
  render(App);
  await user.click(await screen.findByTestId('profile-switcher'));
  await user.click(screen.getByTestId('profile-add'));
  await user.click(screen.getByTestId('profile-kind-company'));
  await user.type(screen.getByTestId('profile-name'), 'Example Works Ltd{Enter}');
  await waitFor(() => {
    expect(screen.queryByTestId('profile-form')).toBeNull();
  });
  expect(calls).toContainEqual({
    command: 'add_profile',
    args: { name: 'Example Works Ltd', kind: 'company' },
  });
  expect(calls).toContainEqual({
    command: 'select_profile',
    args: { id: '62'.repeat(16) },
  });
});

test('what was repaired is told until it was read', async () => {
  let open = false;
  mockShell({
    vault_status: () => ({ state: open ? 'open' : 'locked', folder, keyring: true }),
    unlock_vault: () => {
      open = true;
      return null;
    },
    unlock_with_keyring: failing('other', 'The Secret Service did not answer.'),
    list_profiles: () => profiles.slice(0, 1),
    list_notices: () => [
      { type: 'repaired', cause: 'databaseUnreadable' },
      { type: 'recordsRecovered', count: 2 },
      { type: 'nothingMissing' },
    ],
  });
  const user = userEvent.setup();
  render(App);
  await user.click(await screen.findByTestId('unlock-keyring'));
  expect(await screen.findByTestId('error-message')).toHaveTextContent(
    'You can still use your password.',
  );
  await user.type(screen.getByTestId('unlock-password'), 'right{Enter}');
  expect(await screen.findByTestId('notices')).toHaveTextContent(
    /The vault was repaired because its database could not be read\. ?\u20682\u2069 records were recovered\. ?Nothing is missing\./,
  );
  await user.click(screen.getByTestId('notices-dismiss'));
  expect(screen.queryByTestId('notices')).toBeNull();
});

test('a lock by the system is told on the unlock screen', async () => {
  let open = true;
  let tell: ((news: PageEvent) => void) | undefined;
  mockShell({
    vault_status: () => ({ state: open ? 'open' : 'locked', folder, keyring: false }),
    lock_vault: () => {
      open = false;
      return null;
    },
    watch: ({ onEvent }) => {
      tell = (onEvent as { onmessage: (news: PageEvent) => void }).onmessage;
      return null;
    },
  });
  render(App);
  await screen.findByTestId('nav-home');
  await waitFor(() => {
    expect(tell).toBeDefined();
  });
  tell?.({ type: 'locked', reason: { why: 'screenLocked' } });
  expect(await screen.findByText('Locked because the screen was locked.')).toBeVisible();
});

test('a link that the wallet does not take says why', async () => {
  let tell: ((event: PageEvent) => void) | undefined;
  mockShell({
    watch: ({ onEvent }) => {
      tell = (onEvent as { onmessage: (event: PageEvent) => void }).onmessage;
      return null;
    },
  });
  const user = userEvent.setup();
  render(App);
  await screen.findByTestId('nav-home');
  tell?.({
    type: 'linkRefused',
    failure: { code: 'notFound', message: verbatim('Add the site first.') },
  });
  expect(await screen.findByTestId('link-refused')).toHaveTextContent('Add the site first.');
  expect(await problems()).toEqual([]);
  await user.click(screen.getByTestId('link-dismiss'));
  expect(screen.queryByTestId('link-refused')).toBeNull();
});

const file = { arrayBuffer: () => Promise.resolve(new Uint8Array([1, 2, 3, 4]).buffer) };

function paste(into: Element) {
  const event = new Event('paste', { bubbles: true, cancelable: true });
  Object.assign(event, { clipboardData: { files: [file] } });
  into.dispatchEvent(event);
  return event;
}

test('a pasted picture crosses as bytes and is added once to the documents', async () => {
  const calls = mockShell({
    paste_file: () => ({ token: '8', name: 'pasted picture', size: 4 }),
    add_document: () => ({ document: documents[0], alreadyThere: false, repaired: false }),
  });
  render(App);
  await screen.findByTestId('nav-home');
  expect(paste(document.body).defaultPrevented).toBe(true);
  expect(await screen.findByTestId('added-files')).toBeVisible();
  await waitFor(() => {
    expect(calls.filter(({ command }) => command === 'add_document')).toEqual([
      { command: 'add_document', args: { token: '8', keepMetadata: false } },
    ]);
  });
});

test('with a form open, a pasted picture goes to its first empty field', async () => {
  mockShell({ paste_file: () => ({ token: '8', name: 'pasted picture', size: 4 }) });
  const user = userEvent.setup();
  render(App);
  await user.click(await screen.findByTestId('nav-attributes'));
  await user.click(screen.getByTestId('attribute-add'));
  await user.selectOptions(await screen.findByTestId('attribute-type'), 'passport');
  paste(document.body);
  const field = screen.getByRole('group', { name: 'Passport page' });
  await waitFor(() => {
    expect(field).toHaveTextContent('pasted picture');
  });
  expect(screen.queryByTestId('added-files')).toBeNull();
});
