import { verbatim } from '../../lib/words';
import { render, screen, waitFor } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import type { CheckPreview, CheckStepView } from '../../lib/bindings';
import { problems } from '../../testing/axe';
import { checkPreview, provider, testProvider, types } from '../../testing/fixtures';
import { failing, mockShell } from '../../testing/mock-shell';
import VerifyDialog from './VerifyDialog.svelte';

/** The dialog, and what became of it. */
function open() {
  const ended: string[] = [];
  const { unmount } = render(VerifyDialog, {
    types,
    onedit: ({ name }: { name: string }) => ended.push(`edit ${name}`),
    onclose: () => ended.push('close'),
  });
  return { user: userEvent.setup(), ended, unmount };
}

async function start(user: ReturnType<typeof userEvent.setup>) {
  await waitFor(() => {
    expect(screen.getByTestId('verify-start')).toBeEnabled();
  });
  await user.click(screen.getByTestId('verify-start'));
}

test('a check runs from the provider to what is kept', async () => {
  const calls = mockShell();
  const { user, ended } = open();
  expect(await screen.findByText('Example Check')).toBeInTheDocument();
  expect(await problems()).toEqual([]);
  await start(user);
  expect(await screen.findByTestId('verify-undecided')).toHaveTextContent('First Name');
  expect(screen.getByTestId('verify-keep')).toBeDisabled();
  expect(await problems()).toEqual([]);
  await user.click(screen.getByTestId('verify-first-name-beside'));
  await user.click(screen.getByTestId('verify-date-of-birth-leave'));
  expect(screen.getByTestId('verify-keep')).toHaveTextContent(/Keep \W*2\W* values/);
  await user.click(screen.getByTestId('verify-keep'));
  await screen.findByTestId('verify-kept');
  expect(calls.find(({ command }) => command === 'keep_check')?.args).toEqual({
    choices: [
      { item: 'a', choice: 'beside' },
      { item: 'b', choice: 'leave' },
      { item: 'c', choice: 'take' },
    ],
  });
  expect(await problems()).toEqual([]);
  await user.click(screen.getByTestId('verify-complete'));
  expect(ended).toEqual(['edit passport']);
});

test('the client secret is asked for where the wallet keeps none', async () => {
  const calls = mockShell({ provider_secret_state: () => ({ state: 'missing' }) });
  const { user } = open();
  await user.type(await screen.findByTestId('verify-secret'), 'hush');
  await start(user);
  await screen.findByTestId('verify-keep');
  const run = calls.find(({ command }) => command === 'run_check');
  expect(run?.args).toMatchObject({ provider: provider.id, secret: 'hush' });
});

test('the window shows where to go, and cancelling gives the check up', async () => {
  let report: (step: CheckStepView) => void = () => undefined;
  let arrive: (preview: CheckPreview) => void = () => undefined;
  const calls = mockShell({
    run_check: (args) => {
      report = (args.onStep as { onmessage: typeof report }).onmessage;
      return new Promise<CheckPreview>((resolve) => (arrive = resolve));
    },
  });
  const { user, ended, unmount } = open();
  await start(user);
  expect(await screen.findByTestId('verify-waiting')).toHaveTextContent('Contacting the provider');
  const address = 'https://check.example/authorize?state=1';
  report({ type: 'browser', address, unopened: verbatim('There is no browser.') });
  expect(await screen.findByTestId('verify-address')).toHaveTextContent(address);
  expect(screen.getByText(/There is no browser/)).toBeInTheDocument();
  expect(await problems()).toEqual([]);
  await user.click(screen.getByTestId('verify-again'));
  expect(calls.at(-1)).toEqual({ command: 'open_in_browser', args: { url: address } });
  report({ type: 'fetching' });
  expect(await screen.findByText(/Getting the results/)).toBeInTheDocument();
  await user.click(screen.getByTestId('verify-cancel'));
  expect(ended).toEqual(['close']);
  unmount();
  expect(calls.at(-1)?.command).toBe('cancel_check');
  arrive(checkPreview);
});

test('a failed check says why and can be started again', async () => {
  mockShell({ run_check: failing('declined', 'Nobody came back in time.') });
  const { user } = open();
  await start(user);
  const told = await screen.findByTestId('error-message');
  expect(told).toHaveTextContent(/The check did not succeed.*Nobody came back in time\./);
  expect(screen.getByTestId('verify-start')).toHaveTextContent('Start again');
});

test('what came is not thrown away without a question', async () => {
  mockShell();
  const { user, ended } = open();
  await start(user);
  await screen.findByTestId('verify-keep');
  await user.click(screen.getByTestId('verify-cancel'));
  await user.click(await screen.findByTestId('confirm-cancel'));
  expect(ended).toEqual([]);
  await user.click(screen.getByTestId('verify-cancel'));
  await user.click(await screen.findByTestId('confirm-accept'));
  expect(ended).toEqual(['close']);
});

test('what the user says of the document and the names is asked of the wallet', async () => {
  const unknown: CheckPreview = {
    ...checkPreview,
    documents: [{ kind: null, said: 'RESIDENCE', numberEnd: null }],
  };
  const calls = mockShell({ run_check: () => unknown });
  const { user } = open();
  await start(user);
  expect(await screen.findByText(/RESIDENCE/)).toBeInTheDocument();
  await user.selectOptions(screen.getByTestId('verify-document-kind'), 'national-id');
  await user.selectOptions(screen.getByTestId('verify-first-names'), '1');
  const asked = calls.filter(({ command }) => command === 'review_check_again');
  expect(asked.map(({ args }) => args.options)).toEqual([
    { document: 'national-id', firstNames: null, selfie: null },
    { document: 'national-id', firstNames: 1, selfie: null },
  ]);
});

test('a selfie can be given at once, and the choice for other values stays', async () => {
  const calls = mockShell({
    pick_file: () => ({ token: '9', name: 'me.jpg', size: 1000 }),
  });
  const { user } = open();
  await start(user);
  await user.click(await screen.findByTestId('verify-first-name-take'));
  await user.click(screen.getByTestId('verify-selfie'));
  await waitFor(() => {
    expect(calls.find(({ command }) => command === 'review_check_again')?.args).toEqual({
      options: { document: null, firstNames: null, selfie: { type: 'staged', token: '9' } },
    });
  });
  expect(screen.getByTestId('verify-keep')).toBeEnabled();
});

test('without a provider one can be added on the spot', async () => {
  let known: unknown[] = [];
  const calls = mockShell({
    list_providers: () => known,
    add_provider: () => {
      known = [testProvider];
      return testProvider;
    },
  });
  const { user } = open();
  await user.click(await screen.findByTestId('verify-add-provider'));
  await user.type(screen.getByTestId('provider-name'), 'Tests');
  await user.type(screen.getByTestId('provider-client-id'), 'com.example.wallet');
  await user.type(screen.getByTestId('provider-secret'), 'hush');
  await user.click(screen.getByTestId('provider-web-idv'));
  expect(screen.getByText(/Web IDV is less secure/)).toBeInTheDocument();
  expect(await problems()).toEqual([]);
  await user.click(screen.getByTestId('provider-add'));
  expect(await screen.findByText('Test provider')).toBeInTheDocument();
  expect(calls.find(({ command }) => command === 'add_provider')?.args).toEqual({
    input: {
      name: 'Tests',
      dialect: 'web-idv',
      clientId: 'com.example.wallet',
      secret: 'hush',
      authorize: '',
      api: '',
      redirect: '',
      listen: '',
      trusted: false,
    },
  });
});
