import { fireEvent, render, screen, waitFor } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import App from '../../App.svelte';
import type { PageEvent } from '../../lib/bindings';
import { unsaved } from '../../lib/unsaved.svelte';
import { problems } from '../../testing/axe';
import { mockShell } from '../../testing/mock-shell';

type Answers = NonNullable<Parameters<typeof mockShell>[0]>;

/** The form of a new site, with an address in it. */
async function typed(answers: Answers = {}) {
  let tell: ((news: PageEvent) => void) | undefined;
  const calls = mockShell({
    watch: ({ onEvent }) => {
      tell = (onEvent as { onmessage: (news: PageEvent) => void }).onmessage;
      return null;
    },
    ...answers,
  });
  const user = userEvent.setup();
  render(App);
  await user.click(await screen.findByTestId('nav-sites'));
  await user.click(await screen.findByTestId('site-add'));
  await user.type(screen.getByTestId('site-url'), 'shop.example');
  const close = () => tell?.({ type: 'closeRequested' });
  return { calls, user, close };
}

const names = (calls: { command: string }[]) => calls.map(({ command }) => command);

/** What the web view does at Escape. */
const escape = () =>
  fireEvent(
    screen.getAllByRole('dialog').at(-1) ?? document.body,
    new Event('cancel', { cancelable: true }),
  );

test.each([
  ['Escape', escape],
  ['the cross', () => fireEvent.click(screen.getByTestId('dialog-close'))],
  ['Cancel', () => fireEvent.click(screen.getByRole('button', { name: 'Cancel' }))],
] as const)('%s asks before what was entered is lost', async (_, leave) => {
  const { user } = await typed();
  await leave();
  expect(screen.getByText('Discard what you entered?')).toBeVisible();
  await waitFor(() => {
    expect(screen.getByTestId('discard-keep')).toHaveFocus();
  });
  expect(await problems()).toEqual([]);

  await user.keyboard('{Enter}');
  expect(screen.queryByTestId('discard-keep')).toBeNull();
  expect(screen.getByTestId('site-url')).toHaveValue('shop.example');

  await leave();
  await user.click(screen.getByTestId('discard-accept'));
  expect(screen.queryByTestId('site-url')).toBeNull();
  expect(screen.getByTestId('site-add')).toHaveFocus();
});

test('Escape at the question goes on editing, where the focus was', async () => {
  await typed();
  await escape();
  await waitFor(() => {
    expect(screen.getByTestId('discard-keep')).toHaveFocus();
  });
  await escape();
  await waitFor(() => {
    expect(screen.getByTestId('site-url')).toHaveFocus();
  });
});

test('nothing is asked where nothing was entered, or it was taken out again', async () => {
  const { user } = await typed();
  await user.clear(screen.getByTestId('site-url'));
  await escape();
  expect(screen.queryByTestId('site-url')).toBeNull();
});

test('a snapshot has what was entered, and no secret', async () => {
  mockShell();
  const user = userEvent.setup();
  render(App);
  await user.click(await screen.findByTestId('nav-settings'));
  await user.click(screen.getByTestId('settings-section-checks'));
  await user.click(await screen.findByTestId('providers-add'));
  expect(unsaved.isDirty).toBe(false);
  await user.type(screen.getByTestId('provider-secret'), 'do not keep me');
  expect(unsaved.isDirty).toBe(true);
  await user.type(screen.getByTestId('provider-name'), 'Example Check');
  expect(unsaved.snapshot()).toMatchObject([
    { kind: 'provider', content: { name: 'Example Check', dialect: 'web-kyc' } },
  ]);
  expect(JSON.stringify(unsaved.snapshot())).not.toContain('do not keep me');
});

test('a key that is typed counts as input, and is in no snapshot', async () => {
  mockShell();
  const user = userEvent.setup();
  render(App);
  await user.click(await screen.findByTestId('nav-settings'));
  await user.click(screen.getByTestId('settings-section-profiles'));
  await user.click(screen.getByTestId('account-import'));
  await user.click(screen.getByTestId('import-private-key'));
  expect(unsaved.isDirty).toBe(false);
  await user.type(screen.getByTestId('import-secret'), '4242');
  expect(unsaved.isDirty).toBe(true);
  expect(JSON.stringify(unsaved.snapshot())).not.toContain('4242');
});

test('a form that was saved or closed is unsaved no longer', async () => {
  const { user } = await typed({ add_site: () => ({ site: { name: 'Shop' } }) });
  expect(unsaved.snapshot()).toEqual([
    { kind: 'site', content: { way: 'address', address: 'shop.example', text: '', name: '' } },
  ]);
  await user.click(screen.getByTestId('dialog-close'));
  await user.click(screen.getByTestId('discard-accept'));
  expect(unsaved.snapshot()).toEqual([]);
});

test('the window asks before it closes with what was entered', async () => {
  const { calls, user, close } = await typed();
  await waitFor(() => {
    expect(calls).toContainEqual({ command: 'hold_window', args: { held: true } });
  });
  close();
  expect(await screen.findByText('Close the window?')).toBeVisible();
  await waitFor(() => {
    expect(screen.getByTestId('confirm-cancel')).toHaveFocus();
  });
  expect(await problems()).toEqual([]);
  await user.click(screen.getByTestId('confirm-cancel'));
  expect(screen.getByTestId('site-url')).toHaveValue('shop.example');
  expect(names(calls)).not.toContain('close_window');

  close();
  await user.click(await screen.findByTestId('confirm-accept'));
  expect(names(calls)).toContain('close_window');
});

test('the window closes at once where there is nothing to lose', async () => {
  const { calls, user } = await typed();
  await user.clear(screen.getByTestId('site-url'));
  await waitFor(() => {
    expect(calls.filter(({ command }) => command === 'hold_window').at(-1)?.args).toEqual({
      held: false,
    });
  });
});
