import { render, screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import App from '../App.svelte';
import type { PageEvent } from '../lib/bindings';
import { attributes, documents, profiles, sites } from '../testing/fixtures';
import { problems } from '../testing/axe';
import { failing, mockShell } from '../testing/mock-shell';
import { documentPart } from '../testing/parts';

type Answers = NonNullable<Parameters<typeof mockShell>[0]>;

/** A wallet that forgets the documents that are removed. */
function wallet(answers: Answers = {}) {
  let tell: ((news: PageEvent) => void) | undefined;
  let left = documents;
  const calls = mockShell({
    query_documents: (args) => documentPart(left, args),
    remove_document: ({ id }) => {
      left = left.filter((document) => document.id !== id);
      return documents[0];
    },
    watch: ({ onEvent }) => {
      tell = (onEvent as { onmessage: (news: PageEvent) => void }).onmessage;
      return null;
    },
    ...answers,
  });
  const removals = () => calls.filter(({ command }) => /^remove_/.test(command));
  return { calls, removals, tell: (event: PageEvent) => tell?.(event) };
}

/** Removes the first document that nothing uses, and gives its name. */
async function removeOne(user: ReturnType<typeof userEvent.setup>) {
  await user.click(await screen.findByTestId('nav-documents'));
  const rows = await screen.findAllByTestId('document-row');
  const row = rows.find((row) => within(row).getByTestId('document-remove').matches(':enabled'));
  if (!row) throw new Error('every document is used');
  const name = documents.find(({ name }) => row.textContent.includes(name))?.name ?? '';
  await user.click(within(row).getByTestId('document-remove'));
  return name;
}

const rows = () => screen.queryAllByTestId('document-row');
const isShown = (name: string) => rows().some((row) => row.textContent.includes(name));

test('a removed document goes at once, and comes back with Undo', async () => {
  const { removals } = wallet();
  const user = userEvent.setup();
  render(App);
  const name = await removeOne(user);
  await waitFor(() => {
    expect(isShown(name)).toBe(false);
  });
  const said = screen.getByRole('status', { name: 'Removals' });
  expect(said).toHaveTextContent(name);
  expect(await problems()).toEqual([]);
  await user.click(screen.getByTestId('removal-action'));
  await waitFor(() => {
    expect(isShown(name)).toBe(true);
  });
  expect(said.textContent.trim()).toBe('');
  expect(removals()).toEqual([]);
});

test('Control+Z takes the last removal back, but not while typing', async () => {
  const { removals } = wallet();
  const user = userEvent.setup();
  render(App);
  const name = await removeOne(user);
  await user.click(screen.getByTestId('document-search'));
  await user.keyboard('{Control>}z{/Control}');
  await waitFor(() => {
    expect(isShown(name)).toBe(false);
  });
  screen.getByTestId('nav-documents').focus();
  await user.keyboard('{Control>}z{/Control}');
  await waitFor(() => {
    expect(isShown(name)).toBe(true);
  });
  expect(removals()).toEqual([]);
});

test('another screen opens without what was removed', async () => {
  const { calls, removals } = wallet();
  const user = userEvent.setup();
  render(App);
  await removeOne(user);
  const before = calls.length;
  await user.click(screen.getByTestId('nav-home'));
  expect(await screen.findByRole('heading', { level: 1, name: 'Home' })).toBeVisible();
  expect(removals()).toHaveLength(1);
  const later = calls.slice(before).map(({ command }) => command);
  expect(later.indexOf('remove_document')).toBeLessThan(later.indexOf('list_reminders'));
  expect(screen.queryByTestId('removal')).toBeNull();
});

test('locking carries it out before the keys go', async () => {
  let open = true;
  const { calls } = wallet({
    vault_status: () => ({ state: open ? 'open' : 'locked', folder: '/vault', keyring: false }),
    lock_vault: () => {
      open = false;
      return null;
    },
  });
  const user = userEvent.setup();
  render(App);
  await removeOne(user);
  await user.click(screen.getByTestId('lock'));
  expect(await screen.findByTestId('unlock-password')).toBeVisible();
  const order = calls.map(({ command }) => command);
  expect(order.indexOf('remove_document')).toBeGreaterThan(-1);
  expect(order.indexOf('remove_document')).toBeLessThan(order.indexOf('lock_vault'));
});

test('closing the window carries it out, and asks nothing', async () => {
  const { calls, tell } = wallet();
  const user = userEvent.setup();
  render(App);
  await removeOne(user);
  await waitFor(() => {
    expect(calls).toContainEqual({ command: 'hold_window', args: { held: true } });
  });
  tell({ type: 'closeRequested' });
  await waitFor(() => {
    expect(calls.map(({ command }) => command)).toContain('close_window');
  });
  const order = calls.map(({ command }) => command);
  expect(order.indexOf('remove_document')).toBeGreaterThan(-1);
  expect(order.indexOf('remove_document')).toBeLessThan(order.indexOf('close_window'));
});

test('another profile is not worked in before it is carried out', async () => {
  const { calls } = wallet({ select_profile: () => profiles[1] });
  const user = userEvent.setup();
  render(App);
  await removeOne(user);
  await user.click(screen.getByTestId('profile-switcher'));
  await user.keyboard('{ArrowDown}{Enter}');
  await waitFor(() => {
    expect(calls.map(({ command }) => command)).toContain('select_profile');
  });
  const order = calls.map(({ command }) => command);
  expect(order.indexOf('remove_document')).toBeLessThan(order.indexOf('select_profile'));
});

test('what could not be removed is shown again and says why', async () => {
  const { calls, tell } = wallet({ remove_document: failing('other', 'The disk is full.') });
  const user = userEvent.setup();
  render(App);
  const name = await removeOne(user);
  tell({ type: 'closeRequested' });
  expect(await screen.findByTestId('removal-failed')).toHaveTextContent('The disk is full.');
  await waitFor(() => {
    expect(isShown(name)).toBe(true);
  });
  expect(calls.map(({ command }) => command)).not.toContain('close_window');
  expect(await problems()).toEqual([]);
  await user.click(screen.getByTestId('removal-failed-action'));
  expect(screen.queryByTestId('removal-failed')).toBeNull();
});

test('an attribute is removed from its row and from its page', async () => {
  const { removals } = wallet();
  const user = userEvent.setup();
  render(App);
  await user.click(await screen.findByTestId('nav-attributes'));
  const before = (await screen.findAllByTestId('attribute-row')).length;
  const [bin] = screen.getAllByTestId('attribute-remove');
  if (bin) await user.click(bin);
  await waitFor(() => {
    expect(screen.getAllByTestId('attribute-row')).toHaveLength(before - 1);
  });
  const [row] = screen.getAllByTestId('attribute-row');
  const [way] = row ? within(row).getAllByRole('button') : [];
  if (way) await user.click(way);
  // A dialog in front: what is pending is carried out, so that nothing is saved over it.
  await waitFor(() => {
    expect(removals()).toEqual([
      { command: 'remove_attribute', args: { name: attributes[0]?.id, label: null } },
    ]);
  });
  await user.click(await screen.findByTestId('detail-remove'));
  expect(screen.queryByTestId('attribute-detail')).toBeNull();
  expect(screen.getByTestId('removal')).toHaveTextContent('Removed');
});

test('a removed site is gone from the list of sites, and Undo brings it back', async () => {
  const { removals } = wallet();
  const user = userEvent.setup();
  render(App);
  await user.click(await screen.findByTestId('nav-sites'));
  await user.click(await screen.findByText(sites[0]?.name ?? ''));
  await user.click(await screen.findByTestId('site-remove'));
  expect(await screen.findAllByTestId('site-row')).toHaveLength(sites.length - 1);
  await user.click(screen.getByTestId('removal-action'));
  expect(screen.getAllByTestId('site-row')).toHaveLength(sites.length);
  expect(removals()).toEqual([]);
});
