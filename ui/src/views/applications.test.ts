import { render, screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { Navigation } from '../lib/navigation.svelte';
import { applications, outcome } from '../testing/fixtures';
import { failing, mockShell } from '../testing/mock-shell';
import ApplicationsScreen from './ApplicationsScreen.svelte';

function show(id?: string) {
  const nav = new Navigation();
  render(ApplicationsScreen, { nav, show: id });
  return { nav, user: userEvent.setup() };
}

const [done, wanting, draft, unknown] = applications.map(({ id }) => id);

test('the newest comes first, each with whose move it is', async () => {
  mockShell();
  show();
  const rows = await screen.findAllByTestId('application-row');
  expect(rows).toHaveLength(4);
  expect(rows[0]).toHaveTextContent('Demo relying party');
  expect(rows[0]).toHaveTextContent('May have arrived');
  expect(rows[1]).toHaveTextContent('Not sent yet');
  expect(rows[2]).toHaveTextContent('Your move');
  expect(rows[3]).toHaveTextContent('Done');
});

test('an empty list says how to begin', async () => {
  mockShell({ list_applications: () => [] });
  const { nav, user } = show();
  await user.click(
    within(await screen.findByTestId('empty')).getByRole('button', { name: 'Go to sites' }),
  );
  expect(nav.place).toEqual({ view: 'sites' });
});

test('one that the site wants more for is answered through the consent', async () => {
  const calls = mockShell();
  const { user } = show(wanting);
  expect(await screen.findByTestId('application-wanted')).toHaveTextContent(
    'The bill is older than three months.',
  );
  await waitFor(() => {
    expect(calls.map(({ command }) => command)).toContain('refresh_application');
  });
  await user.click(screen.getByTestId('application-update'));
  await screen.findAllByTestId('consent-item');
  expect(calls.find(({ command }) => command === 'propose_update')?.args).toEqual({ id: wanting });
  expect(calls.map(({ command }) => command)).not.toContain('propose');
  await user.click(screen.getByTestId('consent-approve'));
  await screen.findByTestId('result');
  expect(calls.find(({ command }) => command === 'approve')?.args.id).toBe('2');
});

test('an interrupted one goes on, and shows how far it is', async () => {
  let finish: (value: unknown) => void = () => undefined;
  const calls = mockShell({
    resume_application: () =>
      new Promise((resolve) => {
        finish = resolve;
      }),
  });
  const { user } = show(draft);
  await screen.findByText(/2 files have/);
  await user.click(await screen.findByTestId('application-resume'));
  expect(calls.find(({ command }) => command === 'resume_application')?.args).toMatchObject({
    id: draft,
    choice: null,
  });
  await user.click(await screen.findByTestId('application-stop'));
  expect(calls.find(({ command }) => command === 'stop_sending')?.args).toEqual({ id: draft });
  finish({ ...outcome, purpose: 'apply' });
  expect(await screen.findByTestId('result')).toBeVisible();
});

test('where the site cannot tell whether it arrived, the user decides', async () => {
  const calls = mockShell({ resume_application: failing('usage', 'The site cannot tell.') });
  const { user } = show(unknown);
  await user.click(await screen.findByTestId('application-resume'));
  await screen.findByTestId('application-undecided');
  expect(calls.filter(({ command }) => command === 'resume_application')).toHaveLength(1);
  await user.click(screen.getByTestId('application-assume'));
  await waitFor(() => {
    const choices = calls
      .filter(({ command }) => command === 'resume_application')
      .map(({ args }) => args.choice);
    expect(choices).toEqual([null, 'assumeSent']);
  });
});

test('one that would go elsewhere than agreed is shown first, and nothing is sent before', async () => {
  let agreed = false;
  const place = { host: 'evil.example', sees: ['token', 'files'] };
  const change = { type: 'placeNotAgreedTo', place };
  const calls = mockShell({
    application_changes: () => (agreed ? [] : [change]),
    agree_to_application: () => {
      agreed = true;
      return null;
    },
  });
  const { user } = show(draft);
  expect(await screen.findByTestId('application-changed')).toHaveTextContent(
    /evil\.example.? would get .*a token that acts as you.? and .?the files.*, which you have not/,
  );
  expect(screen.queryByTestId('application-resume')).toBeNull();
  await user.click(screen.getByTestId('application-agree'));
  await user.click(await screen.findByTestId('application-resume'));
  expect(calls.find(({ command }) => command === 'agree_to_application')?.args).toEqual({
    id: draft,
    seen: [change],
  });
  const sent = calls.map(({ command }) => command);
  expect(sent.indexOf('resume_application')).toBeGreaterThan(sent.indexOf('agree_to_application'));
});

test('giving one up is asked about first', async () => {
  const calls = mockShell();
  const { user } = show(draft);
  await user.click(await screen.findByTestId('application-cancel'));
  expect(calls.map(({ command }) => command)).not.toContain('cancel_application');
  await user.click(screen.getByTestId('confirm-accept'));
  await waitFor(() => {
    expect(calls.find(({ command }) => command === 'cancel_application')?.args).toEqual({
      id: draft,
    });
  });
});

test('one that has ended is not asked about, and cannot be given up', async () => {
  const calls = mockShell();
  show(done);
  await screen.findByTestId('application-text');
  expect(screen.queryByTestId('application-cancel')).toBeNull();
  expect(calls.map(({ command }) => command)).not.toContain('refresh_application');
});

test('a site that never tells is complained of only to who asks', async () => {
  mockShell({ refresh_application: failing('usage', 'The site does not tell.') });
  const { user } = show(wanting);
  await screen.findByTestId('application-text');
  expect(screen.queryByTestId('error-message')).toBeNull();
  await user.click(await screen.findByTestId('application-refresh'));
  expect(await screen.findByTestId('error-message')).toHaveTextContent('The site does not tell.');
});
