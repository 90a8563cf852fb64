import { render, screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { Navigation } from '../lib/navigation.svelte';
import { applications, outcome } from '../testing/fixtures';
import { problems } from '../testing/axe';
import { failing, mockShell } from '../testing/mock-shell';
import ApplicationsScreen from './ApplicationsScreen.svelte';
import { verbatim } from '../lib/words';

function show(id?: string) {
  const nav = new Navigation();
  render(ApplicationsScreen, { nav, show: id });
  return { nav, user: userEvent.setup() };
}

const [done, wanting, draft, unknown] = applications.map(({ id }) => id);

test('what needs the user comes first, the newest before the others, each with how it stands', async () => {
  mockShell();
  show();
  const rows = await screen.findAllByTestId('application-row');
  expect(rows).toHaveLength(4);
  expect(rows[0]).toHaveTextContent(/Demo relying party.*May have arrived/s);
  expect(rows[1]).toHaveTextContent('Not sent yet');
  expect(rows[2]).toHaveTextContent(/Needs your answer.*The site needs more information/s);
  expect(rows[3]).toHaveTextContent('Approved');
  const headings = [...document.querySelectorAll('h2.heading')].map((one) =>
    one.textContent.trim(),
  );
  expect(headings).toEqual(['Needs your answer', 'Ended']);
  expect(await problems()).toEqual([]);
});

test('searching finds an application by its site and by what it is for', async () => {
  mockShell();
  const { user } = show();
  await user.type(await screen.findByTestId('application-search'), 'harbour business');
  expect(screen.getAllByTestId('application-row')).toHaveLength(1);
  await user.type(screen.getByTestId('application-search'), ' zzz');
  const empty = within(await screen.findByTestId('empty'));
  expect(empty.getByText(/No application matches/)).toBeVisible();
  expect(await problems()).toEqual([]);
  await user.click(empty.getByRole('button', { name: 'Clear the search' }));
  expect(screen.getAllByTestId('application-row')).toHaveLength(4);
});

test('a list that cannot be read says so, and is read again', async () => {
  let fails = true;
  mockShell({
    list_applications: () =>
      fails ? failing('damaged', 'One record is damaged.')() : applications,
  });
  const { user } = show();
  expect(await screen.findByTestId('error-message')).toHaveTextContent('One record is damaged.');
  expect(await problems()).toEqual([]);
  fails = false;
  await user.click(screen.getByRole('button', { name: 'Try again' }));
  expect(await screen.findAllByTestId('application-row')).toHaveLength(4);
});

test('everything that was asked for is listed with how it stands and what the site says', async () => {
  mockShell();
  show(wanting);
  const items = await screen.findAllByTestId('application-item');
  expect(items.map((item) => item.dataset.state)).toEqual([
    'sent',
    'sent',
    'notAccepted',
    'missing',
  ]);
  expect(items[1]).toHaveTextContent(/Passport.*passport\.jpg.*1\.2 MB.*selfie\.jpg/s);
  expect(items[2]).toHaveTextContent(
    /Utility Bill.*asked for as .*Proof of address.*older than three months.*Not accepted/s,
  );
  expect(screen.getByText(/2.* of .*4.* sent/)).toBeVisible();
  expect(screen.getByTestId('application-text')).toHaveTextContent(
    'The site needs more information.',
  );
  expect(await problems()).toEqual([]);
});

test('each file says how far it is while it is sent', async () => {
  let tell: (news: unknown) => void = () => undefined;
  mockShell({
    resume_application: ({ onProgress }) => {
      tell = (onProgress as { onmessage: (news: unknown) => void }).onmessage;
      return new Promise(() => undefined);
    },
  });
  const { user } = show(draft);
  await user.click(await screen.findByTestId('application-resume'));
  const texts = () => screen.getAllByTestId('application-file').map((file) => file.textContent);
  expect(texts()).toEqual(['Sent', 'Waiting']);
  tell({ type: 'upload', file: 1, name: 'selfie.jpg', sent: 310_000, total: 1_240_000 });
  await waitFor(() => {
    expect(texts()).toEqual(['Sent', expect.stringMatching(/25.? %/)]);
  });
  const [bar] = screen.getAllByRole('progressbar', { name: /Sending .*selfie\.jpg/ });
  expect(bar).toHaveAttribute('value', '0.25');
  tell({ type: 'upload', file: 1, name: 'selfie.jpg', sent: 1_240_000, total: 1_240_000 });
  await waitFor(() => {
    expect(texts()).toEqual(['Sent', 'Sent']);
  });
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
    /Harbour Exchange.* needs more from you/,
  );
  await waitFor(() => {
    expect(calls.map(({ command }) => command)).toContain('refresh_application');
  });
  await user.click(screen.getByTestId('application-update'));
  await screen.findAllByTestId('consent-item');
  expect(calls.find(({ command }) => command === 'propose_update')?.args.id).toBe(wanting);
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
  expect(await screen.findByTestId('application-left')).toHaveTextContent('One file has not');
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

test('withdrawing one is asked about first', async () => {
  const calls = mockShell();
  const { user } = show(draft);
  await user.click(await screen.findByTestId('application-cancel'));
  expect(screen.getByRole('dialog', { name: 'Withdraw this application?' })).toBeVisible();
  expect(calls.map(({ command }) => command)).not.toContain('cancel_application');
  expect(await problems()).toEqual([]);
  await user.click(screen.getByTestId('withdraw-accept'));
  await waitFor(() => {
    expect(calls.find(({ command }) => command === 'cancel_application')?.args).toEqual({
      wait: expect.any(String) as string,
      id: draft,
    });
  });
});

test('waiting for a site that does not answer a withdrawal can be cancelled', async () => {
  let refuse: (reason: unknown) => void = () => undefined;
  const calls = mockShell({
    cancel_application: () =>
      new Promise((_, reject) => {
        refuse = reject;
      }),
    cancel_wait: () => {
      refuse({ code: 'stopped', message: verbatim('You stopped waiting.') });
      return null;
    },
  });
  const { user } = show(wanting);
  await user.click(await screen.findByTestId('application-cancel'));
  await user.click(screen.getByTestId('withdraw-accept'));
  await user.click(await screen.findByTestId('withdraw-stop'));
  expect(await screen.findByTestId('withdraw-stopped')).toHaveTextContent('You stopped waiting.');
  const began = calls.find(({ command }) => command === 'cancel_application')?.args.wait;
  expect(calls.filter(({ command }) => command === 'cancel_wait').at(-1)?.args).toEqual({
    id: began,
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
