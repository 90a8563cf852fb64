import { fireEvent, render, screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import App from '../../App.svelte';
import { matching, recent } from '../../lib/palette.svelte';
import { preferences } from '../../lib/preferences.svelte';
import { keysInWords, shortcuts } from '../../lib/shortcuts';
import { attributes } from '../../testing/fixtures';
import { problems } from '../../testing/axe';
import { mockShell } from '../../testing/mock-shell';
import { attributePart } from '../../testing/parts';

type Answers = NonNullable<Parameters<typeof mockShell>[0]>;

async function open(answers: Answers = {}) {
  const calls = mockShell(answers);
  const user = userEvent.setup();
  render(App);
  await screen.findByRole('heading', { level: 1, name: 'Home' });
  await user.keyboard('{Control>}k{/Control}');
  return { calls, user, field: await screen.findByRole('combobox') };
}

const options = () => screen.getAllByRole('option');
const chosen = () => options().find((option) => option.ariaSelected === 'true');

async function find(user: ReturnType<typeof userEvent.setup>, query: string, title: RegExp) {
  await user.keyboard(query);
  await waitFor(() => {
    expect(chosen()).toHaveTextContent(title);
  });
}

test('a screen is found by a few of its letters, and opened with Return', async () => {
  const { user, field } = await open();
  expect(field).toHaveFocus();
  expect(await problems()).toEqual([]);
  await find(user, 'docu', /Documents/);
  expect(await problems()).toEqual([]);
  await user.keyboard('{Enter}');
  expect(await screen.findByRole('heading', { level: 1, name: 'Documents' })).toBeVisible();
  expect(screen.queryByRole('combobox', { name: 'Find anything' })).toBeNull();
});

test('a section of the settings is opened', async () => {
  const { user } = await open();
  await find(user, 'settings vault', /Vault/);
  await user.keyboard('{Enter}');
  expect(await screen.findByTestId('settings-vault')).toBeVisible();
});

test('a site is found by its name', async () => {
  const { user } = await open();
  await find(user, 'harbour', /Harbour Exchange/);
  await user.keyboard('{Enter}');
  expect(await screen.findByRole('heading', { level: 1, name: 'Harbour Exchange' })).toBeVisible();
});

test('an attribute is found by its title, and its value stays hidden', async () => {
  const email = attributes.find(({ name }) => name === 'email');
  const { user } = await open({
    query_attributes: (args) => attributePart(email ? [email] : [], { ...args, query: '' }),
  });
  await user.keyboard('email');
  const group = await screen.findByRole('group', { name: 'Attributes' });
  expect(within(group).getByRole('option')).toHaveTextContent(/Email/);
  expect(group).not.toHaveTextContent(email?.summary ?? 'none');
});

test('an attribute that was found by its value shows it', async () => {
  const email = attributes.find(({ name }) => name === 'email');
  const { user } = await open({
    query_attributes: (args) => attributePart(email ? [email] : [], { ...args, query: '' }),
  });
  await user.keyboard((email?.summary ?? '').slice(0, 6));
  const group = await screen.findByRole('group', { name: 'Attributes' });
  expect(group).toHaveTextContent(email?.summary ?? 'none');
});

test('nothing found is said', async () => {
  const { user } = await open({ query_attributes: (args) => attributePart([], args) });
  await user.keyboard('qqqq');
  expect(await screen.findByText(/Nothing found/)).toBeVisible();
  expect(screen.queryByRole('option')).toBeNull();
  await user.keyboard('{Enter}');
  expect(screen.getByRole('combobox')).toBeVisible();
});

test('the arrow keys move, around the ends too', async () => {
  const { user, field } = await open();
  const first = options()[0];
  expect(chosen()).toBe(first);
  await user.keyboard('{ArrowUp}');
  expect(chosen()).toBe(options().at(-1));
  expect(field).toHaveAttribute('aria-activedescendant', chosen()?.id);
  await user.keyboard('{ArrowDown}');
  expect(chosen()).toBe(first);
  await user.keyboard('{Tab}');
  expect(field).toHaveFocus();
});

test('what was used last stands first, until the wallet is locked', async () => {
  const { user } = await open();
  await find(user, 'theme dark', /Dark/);
  await user.keyboard('{Enter}');
  expect(preferences.theme).toBe('dark');
  await user.keyboard('{Control>}k{/Control}');
  const group = await screen.findByRole('group', { name: 'Recent' });
  expect(within(group).getAllByRole('option')).toHaveLength(1);
  expect(options()[0]).toHaveTextContent(/Dark/);
  recent.forget();
  await waitFor(() => {
    expect(screen.queryByRole('group', { name: 'Recent' })).toBeNull();
  });
  preferences.theme = 'system';
});

test.each([
  ['add an attribute', 'attribute-form'],
  ['back up the', 'backup-password'],
  ['add a site', 'site-url'],
  ['verify my', 'verify'],
  ['show the shortcuts', 'shortcut-sheet'],
])('"%s" opens %s', async (query, testid) => {
  const { user } = await open();
  await find(user, query, new RegExp(query, 'i'));
  await user.keyboard('{Enter}');
  expect(await screen.findByTestId(testid)).toBeVisible();
});

test('a form is opened a second time from its own screen', async () => {
  const { user } = await open();
  for (let time = 0; time < 2; time++) {
    await find(user, 'add a site', /Add a site/);
    await user.keyboard('{Enter}');
    expect(await screen.findByTestId('site-url')).toBeVisible();
    await user.click(screen.getByTestId('dialog-close'));
    await user.keyboard('{Control>}k{/Control}');
  }
});

test('adding a document asks for a file', async () => {
  const { calls, user } = await open({ pick_file: () => null });
  await find(user, 'add a document', /Add a document/);
  await user.keyboard('{Enter}');
  await waitFor(() => {
    expect(calls.filter(({ command }) => command === 'pick_file')).toHaveLength(1);
  });
});

test('another profile is switched to', async () => {
  const { calls, user } = await open();
  await find(user, 'switch to', /Example Works Ltd/);
  await user.keyboard('{Enter}');
  await waitFor(() => {
    expect(calls).toContainEqual({
      command: 'select_profile',
      args: { id: '62'.repeat(16) },
    });
  });
});

test('with a dialog in front it does not open', async () => {
  const { user } = await open();
  await user.keyboard('{Control>}k{/Control}');
  expect(screen.getAllByTestId('palette')).toHaveLength(1);
});

test('Escape closes it, and gives the focus back', async () => {
  mockShell();
  const user = userEvent.setup();
  render(App);
  const home = await screen.findByTestId('nav-home');
  home.focus();
  await user.keyboard('{Control>}k{/Control}');
  await fireEvent(await screen.findByTestId('palette'), new Event('cancel', { cancelable: true }));
  expect(screen.queryByTestId('palette')).toBeNull();
  expect(home).toHaveFocus();
});

test('letters in order are enough; what was used lately goes before its like', () => {
  const items = ['Add a site', 'Add a document', 'Backup'].map((title) => ({ id: title, title }));
  const titles = (query: string, used: string[] = []) =>
    matching(items, query, used).map(({ title }) => title);
  expect(titles('adoc')[0]).toBe('Add a document');
  expect(titles('zzz')).toEqual([]);
  expect(titles('add a', ['Add a document'])[0]).toBe('Add a document');
});

test('the sheet shows every shortcut, with its keys', async () => {
  mockShell();
  const user = userEvent.setup();
  render(App);
  await screen.findByTestId('nav-home');
  await user.keyboard('?');
  const sheet = await screen.findByTestId('shortcut-sheet');
  expect(await problems()).toEqual([]);
  const shown = [...sheet.querySelectorAll('kbd')].map(({ textContent }) => textContent);
  expect(shown.toSorted()).toEqual(shortcuts.map(({ id }) => keysInWords(id)).toSorted());
});

test('a question mark that is typed is text', async () => {
  mockShell();
  const user = userEvent.setup();
  render(App);
  await user.click(await screen.findByTestId('nav-attributes'));
  await user.type(await screen.findByTestId('attribute-search'), '?');
  expect(screen.queryByTestId('shortcut-sheet')).toBeNull();
  expect(screen.getByTestId('attribute-search')).toHaveValue('?');
});
