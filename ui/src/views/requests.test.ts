import { render, screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import App from '../App.svelte';
import type { PageEvent, RequestView } from '../lib/bindings';
import {
  eidConsent,
  eidIdentifyConsent,
  eidRequest,
  loginConsent,
  outcome,
  request,
  requests,
  profiles,
  serviceConsent,
} from '../testing/fixtures';
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
  const waiting = within(await screen.findByRole('list', { name: 'Needs your answer' }));
  const rows = waiting.getAllByTestId('request-row');
  expect(rows.map((row) => row.textContent)).toEqual([
    expect.stringMatching(/harbour\.example.* asks you to log in.*expires .*in 9 minutes/s),
    expect.stringMatching(/shop\.example.* asks you to log in.*expires .*in 6 minutes/s),
  ]);
  const over = within(screen.getByRole('list', { name: 'Earlier requests' }));
  expect(over.getByText('Answered')).toBeVisible();
  expect(over.getByText('Your answer was not delivered')).toBeVisible();
  expect(over.getByText(/The site cannot be reached/)).toBeVisible();
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
    'This request came from a link. The wallet cannot tell which page or program opened it.',
  );
  expect(calls).toContainEqual({
    command: 'open_request',
    args: { wait: expect.any(String) as string, id: 'request-1', profile: null },
  });
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
  await user.click(screen.getByTestId('discard-accept'));
  expect(await screen.findByTestId('request-prompt')).toBeVisible();
});

test('no to a request is no, and closing what it would send is not', async () => {
  const { calls, user } = await open([request]);
  await user.click(await screen.findByTestId('request-prompt-look'));
  await screen.findByTestId('consent-by-link');
  await user.click(screen.getByTestId('dialog-close'));
  expect(calls.some(({ command }) => command === 'decline_request')).toBe(false);
  expect(await screen.findByTestId('request-decline')).toBeVisible();

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

/** Looks at a request by Auth eID, as the shell proposes it. */
async function look(answers: Answers = {}) {
  const window = await open([eidRequest], {
    open_request: () => ({ id: 'proposal-1', consent: eidConsent }),
    ...answers,
  });
  await window.user.click(await screen.findByTestId('request-prompt-look'));
  return window;
}

test('what a party asks by Auth eID has its own words, the email, and the time that is left', async () => {
  await look();
  const asked = within(await screen.findByTestId('asked'));
  expect(asked.getByText('ada@mail.example')).toBeVisible();
  expect(asked.getByTestId('time-left')).toHaveTextContent(/[12].* min .*\d\d.* s/);
  expect(asked.getByTestId('asked-verified')).toHaveTextContent(/was not checked/);
  expect(screen.queryByTestId('consent-by-link')).toBeNull();
  expect(asked.queryByTestId('asked-service')).toBeNull();
  expect(await problems()).toEqual([]);
});

test('a party of a service is named with the service whose operator answers for it', async () => {
  await look({ open_request: () => ({ id: 'proposal-1', consent: serviceConsent }) });
  const shown = within(await screen.findByTestId('asked'));
  expect(shown.getByText('Sample Shop')).toBeVisible();
  expect(shown.getByTestId('asked-service')).toHaveTextContent(
    /registered at .*eid\.example.*, whose operator vouches for the name/,
  );
  expect(await problems()).toEqual([]);
});

test('a request that is taken back or over while it is looked at says so, and can only be closed', async () => {
  const { calls, user, becomes } = await look();
  await screen.findByTestId('consent-approve');
  becomes([{ ...eidRequest, status: 'withdrawn' }]);
  expect(await screen.findByTestId('request-over')).toHaveTextContent(/withdrew it/);
  expect(screen.getByRole('heading', { name: 'This request has ended' })).toBeVisible();
  expect(screen.queryByTestId('consent-approve')).toBeNull();
  expect(await problems()).toEqual([]);
  becomes([{ ...eidRequest, status: 'ended' }]);
  await waitFor(() => {
    expect(screen.getByTestId('request-over')).toHaveTextContent(/It has expired/);
  });
  await user.click(screen.getByTestId('request-over-close'));
  expect(screen.queryByTestId('consent')).toBeNull();
  expect(calls.some(({ command }) => command === 'decline_request')).toBe(false);
});

test('a yes needs the number that the page shows', async () => {
  const asked = { ...eidConsent.asked, numbers: [17, 42, 88] };
  const { calls, user } = await look({
    open_request: () => ({ id: 'proposal-1', consent: { ...eidConsent, asked } }),
  });
  const numbers = within(await screen.findByRole('group', { name: /Which number/ }));
  expect(numbers.getAllByRole('radio')).toHaveLength(3);
  expect(screen.getByTestId('consent-approve')).toBeDisabled();
  expect(await problems()).toEqual([]);
  await user.click(numbers.getByRole('radio', { name: '42' }));
  await user.click(screen.getByTestId('consent-approve'));
  await screen.findByTestId('result');
  expect(calls.find(({ command }) => command === 'approve')?.args.number).toBe(42);
});

test('a wrong number is a no, and there is nothing to try again', async () => {
  const asked = { ...eidConsent.asked, numbers: [17, 42, 88] };
  const { user, becomes } = await look({
    open_request: () => ({ id: 'proposal-1', consent: { ...eidConsent, asked } }),
    approve: failing('declined', 'That is not the number; the request was declined.'),
  });
  await user.click(await screen.findByTestId('number-17'));
  await user.click(screen.getByTestId('consent-approve'));
  expect(await screen.findByTestId('error-message')).toHaveTextContent('not the number');
  becomes([{ ...eidRequest, status: 'declined' }]);
  await user.click(await screen.findByTestId('request-over-close'));
  expect(screen.queryByTestId('consent')).toBeNull();
});

test('what is made for whoever asks can be looked at before it goes', async () => {
  const png =
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==';
  const asked = { ...eidConsent.asked, files: ['kyc.pdf', 'residency.pdf'] };
  const { calls, user } = await look({
    open_request: () => ({ id: 'proposal-1', consent: { ...eidConsent, asked } }),
    look_at_files: () => [
      { name: 'kyc.pdf', picture: png },
      { name: 'residency.pdf', picture: null },
    ],
  });
  expect(await screen.findByTestId('made-files')).toHaveTextContent('kyc.pdf, residency.pdf');
  expect(screen.queryByTestId('made-file-page')).toBeNull();
  await user.click(screen.getByTestId('made-files-look'));
  expect(await screen.findByTestId('made-file-page')).toHaveAccessibleName(
    /^First page of .kyc\.pdf.$/,
  );
  expect(screen.getByTestId('made-files')).toHaveTextContent(/cannot show .?residency\.pdf/);
  expect(calls.find(({ command }) => command === 'look_at_files')?.args.id).toBe('proposal-1');
  expect(await problems()).toEqual([]);
});

test('whoever asks can be blocked where the answer is no', async () => {
  const { calls, user } = await look();
  await user.click(await screen.findByTestId('consent-block'));
  await waitFor(() => {
    expect(screen.queryByTestId('consent')).toBeNull();
  });
  expect(calls).toContainEqual({ command: 'decline_and_block', args: { id: 'request-eid' } });
  expect(calls.some(({ command }) => command === 'decline_request')).toBe(false);
});

test('nobody can be blocked whom the wallet does not know', async () => {
  const { user } = await open([request]);
  await user.click(await screen.findByTestId('request-prompt-look'));
  await screen.findByTestId('consent-by-link');
  expect(screen.queryByTestId('consent-block')).toBeNull();
});

test('an answer that is under way is not taken for a request that is over', async () => {
  let arrive: (value: unknown) => void = () => undefined;
  const { user, becomes } = await look({ approve: () => new Promise((done) => (arrive = done)) });
  await user.click(await screen.findByTestId('consent-approve'));
  becomes([{ ...eidRequest, status: 'answering' }]);
  becomes([{ ...eidRequest, status: 'answered' }]);
  expect(await screen.findByTestId('consent-stop')).toBeVisible();
  arrive({ ...outcome, purpose: 'logIn' });
  expect(await screen.findByTestId('result')).toBeVisible();
  expect(screen.queryByTestId('request-over')).toBeNull();
});

test('another profile that has the email answers, and what it lacks is not added to this one', async () => {
  const [first, ...others] = eidIdentifyConsent.items;
  if (!first) throw new Error('the consent asks for something');
  const items = [{ ...first, choices: [], missing: { type: 'notHeld' } }, ...others];
  const { calls } = await look({
    who_answers: () => ({ type: 'other', profile: { id: 'ltd', name: 'Example Ltd' } }),
    open_request: () => ({ id: 'proposal-1', consent: { ...eidIdentifyConsent, items } }),
  });
  expect(await screen.findByTestId('consent-profile')).toHaveTextContent(/Example Ltd.* answers/);
  expect(calls).toContainEqual({
    command: 'open_request',
    args: { wait: expect.any(String) as string, id: 'request-eid', profile: 'ltd' },
  });
  expect(screen.queryByTestId('consent-add')).toBeNull();
  expect(screen.getByTestId('consent-missing')).toHaveTextContent(/switch to .*Example Ltd/);
});

test('where several profiles have the email the user says which one answers', async () => {
  const { calls, user, becomes } = await look({
    who_answers: () => ({
      type: 'oneOf',
      profiles: [
        { id: 'ada', name: 'Ada' },
        { id: 'ltd', name: 'Example Ltd' },
      ],
    }),
  });
  const choices = await screen.findAllByTestId('request-profile-choice');
  expect(choices.map((choice) => choice.textContent.trim())).toEqual(['Ada', 'Example Ltd']);
  expect(calls.some(({ command }) => command === 'open_request')).toBe(false);
  expect(await problems()).toEqual([]);
  await user.click(screen.getByRole('button', { name: 'Example Ltd' }));
  await screen.findByTestId('consent-approve');
  expect(calls).toContainEqual({
    command: 'open_request',
    args: { wait: expect.any(String) as string, id: 'request-eid', profile: 'ltd' },
  });
  await user.click(screen.getByTestId('dialog-close'));

  await user.click(screen.getByTestId('request-look'));
  await screen.findAllByTestId('request-profile-choice');
  becomes([{ ...eidRequest, status: 'ended' }]);
  expect(await screen.findByTestId('request-over')).toBeVisible();
  expect(screen.queryByTestId('request-profile-choice')).toBeNull();
});

test('while the wallet is locked the screen says that a request waits, until its time is over', async () => {
  let until: string | null = null;
  let tell: ((news: PageEvent) => void) | undefined;
  mockShell({
    vault_status: () => ({ state: 'locked', folder: '/vault', keyring: false }),
    request_waits: () => until,
    watch: ({ onEvent }) => {
      tell = (onEvent as { onmessage: (news: PageEvent) => void }).onmessage;
      return null;
    },
  });
  render(App);
  await screen.findByTestId('unlock-password');
  expect(screen.queryByTestId('unlock-request-waits')).toBeNull();
  until = eidRequest.ends;
  tell?.({ type: 'requestsChanged' });
  expect(await screen.findByTestId('unlock-request-waits')).toHaveTextContent(
    'A request is waiting. Unlock to see it.',
  );
  expect(await problems()).toEqual([]);
  until = null;
  tell?.({ type: 'requestsChanged' });
  await waitFor(() => {
    expect(screen.queryByTestId('unlock-request-waits')).toBeNull();
  });
});

test('the wallet is taken from `idw serve` with the password', async () => {
  let state = 'served';
  const calls = mockShell({
    vault_status: () => ({ state, folder: '/vault', keyring: false }),
    list_profiles: () => profiles.slice(0, 1),
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
