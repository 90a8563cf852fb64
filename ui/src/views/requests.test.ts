import { render, screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import App from '../App.svelte';
import type { PageEvent, RequestView } from '../lib/bindings';
import { loginConsent, outcome, request, requests } from '../testing/fixtures';
import { problems } from '../testing/axe';
import { failing, mockShell } from '../testing/mock-shell';

type Answers = NonNullable<Parameters<typeof mockShell>[0]>;

/** A window whose inbox can be changed as the shell would. */
async function open(initial: RequestView[], answers: Answers = {}) {
  let inbox = initial;
  let tell: ((news: PageEvent) => void) | undefined;
  const calls = mockShell({
    list_requests: () => inbox,
    open_request: () => ({ id: 'proposal-1', consent: loginConsent }),
    approve: () => {
      inbox = inbox.map((one) => ({ ...one, status: 'answered' }));
      return { ...outcome, purpose: 'logIn' };
    },
    decline_request: ({ id }) => {
      inbox = inbox.map((one) => (one.id === id ? { ...one, status: 'declined' } : one));
      return inbox.find((one) => one.id === id);
    },
    watch: ({ onEvent }) => {
      tell = (onEvent as { onmessage: (news: PageEvent) => void }).onmessage;
      return null;
    },
    ...answers,
  });
  const user = userEvent.setup();
  render(App);
  await screen.findByTestId('nav-home');
  const becomes = (now: RequestView[]) => {
    inbox = now;
    tell?.({ type: 'requestsChanged' });
  };
  return { calls, user, becomes };
}

test('the list has the open ones first, says when they end, and what has become of the others', async () => {
  const { user } = await open(requests);
  await user.click(screen.getByTestId('nav-requests'));
  const waiting = within(await screen.findByRole('list', { name: 'Waiting for you' }));
  const rows = waiting.getAllByTestId('request-row');
  expect(rows.map((row) => row.textContent)).toEqual([
    expect.stringMatching(
      /harbour\.example.* asks you to log in.*Waits for your answer.*ends .*in 9 minutes/s,
    ),
    expect.stringMatching(/shop\.example.* asks you to log in.*ends .*in 6 minutes/s),
  ]);
  const over = within(screen.getByRole('list', { name: 'Over' }));
  expect(over.getByText('Answered')).toBeVisible();
  expect(over.getByText('Your answer was not delivered')).toBeVisible();
  expect(over.getByText(/the site cannot be reached/)).toBeVisible();
  expect(over.queryByTestId('request-look')).toBeNull();
  expect(await problems()).toEqual([]);
});

test('the badge counts the open ones and goes with the last', async () => {
  const { becomes } = await open(requests);
  expect(await screen.findByTestId('nav-requests-count')).toHaveTextContent(/2.*wait/);
  becomes([request]);
  await waitFor(() => {
    expect(screen.getByTestId('nav-requests-count')).toHaveTextContent(/1.*one waits/);
  });
  becomes([{ ...request, status: 'ended' }]);
  await waitFor(() => {
    expect(screen.queryByTestId('nav-requests-count')).toBeNull();
  });
});

test('a request that comes is told of, takes no focus, and is answered with the consent', async () => {
  const { calls, user, becomes } = await open([]);
  expect(screen.queryByTestId('request-prompt')).toBeNull();
  screen.getByTestId('nav-sites').focus();
  becomes([request]);
  expect(await screen.findByTestId('request-prompt')).toHaveTextContent(
    /harbour\.example.* asks you to log in/,
  );
  expect(screen.getByTestId('nav-sites')).toHaveFocus();
  expect(await problems()).toEqual([]);
  await user.click(screen.getByTestId('request-prompt-look'));
  expect(await screen.findByTestId('consent-by-link')).toHaveTextContent(
    'A link asked for this; the wallet cannot tell which page or program opened it.',
  );
  expect(calls).toContainEqual({ command: 'open_request', args: { id: 'request-1' } });
  await user.click(screen.getByTestId('consent-approve'));
  await user.click(await screen.findByTestId('result-close'));
  expect(await screen.findByText('Answered')).toBeVisible();
  expect(calls.find(({ command }) => command === 'approve')?.args.id).toBe('proposal-1');
  expect(screen.queryByTestId('request-prompt')).toBeNull();
});

test('what is told of once is not told of again, but the next one is', async () => {
  const { user, becomes } = await open([request]);
  await user.click(await screen.findByTestId('request-prompt-later'));
  expect(screen.queryByTestId('request-prompt')).toBeNull();
  expect(screen.getByTestId('nav-requests-count')).toBeVisible();
  becomes([request, { ...request, id: 'request-9', party: 'other.example' }]);
  expect(await screen.findByTestId('request-prompt')).toHaveTextContent(/other\.example/);
});

test('while a dialog is in front only the badge tells of a request', async () => {
  const { user, becomes } = await open([]);
  await user.click(screen.getByTestId('nav-sites'));
  await user.click(await screen.findByTestId('site-add'));
  await user.type(screen.getByTestId('site-url'), 'https://shop');
  becomes([request]);
  expect(await screen.findByTestId('nav-requests-count')).toHaveTextContent(/1/);
  expect(screen.queryByTestId('request-prompt')).toBeNull();
  expect(screen.getByTestId('site-url')).toHaveFocus();
  expect(screen.getByTestId('site-url')).toHaveValue('https://shop');
  await user.click(screen.getByTestId('dialog-close'));
  expect(await screen.findByTestId('request-prompt')).toBeVisible();
});

test('no to a request is no, and closing what it would send is not', async () => {
  const { calls, user } = await open([request]);
  await user.click(await screen.findByTestId('request-prompt-look'));
  await screen.findByTestId('consent-by-link');
  await user.click(screen.getByTestId('dialog-close'));
  expect(calls.some(({ command }) => command === 'decline_request')).toBe(false);
  expect(await screen.findByText('Waits for your answer')).toBeVisible();

  await user.click(screen.getByTestId('request-look'));
  await screen.findByTestId('consent-by-link');
  await user.click(screen.getByTestId('consent-decline'));
  expect(await screen.findByText('Declined')).toBeVisible();
  expect(calls).toContainEqual({ command: 'decline_request', args: { id: 'request-1' } });
});

test('a request that was answered elsewhere says so', async () => {
  const { user } = await open([request], {
    decline_request: failing('declined', 'This request was answered before.'),
  });
  await user.click(screen.getByTestId('nav-requests'));
  await user.click(await screen.findByTestId('request-decline'));
  expect(await screen.findByTestId('error-message')).toHaveTextContent('answered before');
});

test('the wallet is taken from `idw serve` with the password', async () => {
  let state = 'served';
  const calls = mockShell({
    vault_status: () => ({ state, folder: '/vault', keyring: false }),
    take_over_vault: ({ password }) => {
      if (password !== 'right') return failing('wrongPassword', 'The password is wrong.')();
      state = 'open';
      return null;
    },
  });
  const user = userEvent.setup();
  render(App);
  expect(await screen.findByText('“idw serve” holds this wallet')).toBeVisible();
  await user.type(screen.getByTestId('served-password'), 'wrong{Enter}');
  expect(await screen.findByTestId('error-message')).toHaveTextContent('The password is wrong.');
  await user.clear(screen.getByTestId('served-password'));
  await user.type(screen.getByTestId('served-password'), 'right{Enter}');
  expect(await screen.findByTestId('nav-home')).toBeVisible();
  expect(calls.filter(({ command }) => command === 'take_over_vault')).toHaveLength(2);
});
