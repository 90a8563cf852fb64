import { render, screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { applications } from '../lib/applications.svelte';
import { Navigation } from '../lib/navigation.svelte';
import { RequestsController } from '../lib/requests.svelte';
import { problems } from '../testing/axe';
import { requests as inbox, sites } from '../testing/fixtures';
import { failing, mockShell } from '../testing/mock-shell';
import HomeScreen from './HomeScreen.svelte';

type Answers = NonNullable<Parameters<typeof mockShell>[0]>;

async function show(answers: Answers = {}) {
  const calls = mockShell(answers);
  const nav = new Navigation();
  const requests = new RequestsController();
  await requests.refresh();
  render(HomeScreen, { nav, requests });
  return { calls, nav, requests, user: userEvent.setup() };
}

test('requests and applications that need an answer stand before everything else', async () => {
  const { nav, requests, user } = await show({ list_requests: () => inbox });
  const answers = within(await screen.findByTestId('needs-answer'));
  const asks = answers.getAllByTestId('home-request');
  expect(asks).toHaveLength(requests.open.length);
  expect(answers.getAllByTestId('home-application')).toHaveLength(3);
  expect(await problems()).toEqual([]);
  await user.click(answers.getAllByRole('button')[0] ?? document.body);
  expect(nav.place).toEqual({ view: 'requests', show: requests.open[0]?.id });
  const [first] = answers.getAllByTestId('home-application');
  if (first) await user.click(within(first).getByRole('button'));
  expect(nav.place).toEqual({ view: 'applications', show: applications.needUser[0]?.id });
  requests.stop();
});

test('where nothing needs an answer, nothing is said of answers', async () => {
  await show({ list_applications: () => [] });
  await screen.findByTestId('account-address');
  expect(screen.queryByTestId('needs-answer')).toBeNull();
  expect(await problems()).toEqual([]);
});

test('a new wallet says what to do first', async () => {
  const none = () => [];
  const { nav, user } = await show({
    overview: () => ({ attributes: 0, documents: 0, fullName: null }),
    list_sites: none,
    list_reminders: none,
    list_applications: none,
    list_providers: none,
  });
  expect(await screen.findByText('Three steps to your first login')).toBeVisible();
  expect(screen.queryByTestId('home-verify')).toBeNull();
  expect(await problems()).toEqual([]);
  await user.click(screen.getByTestId('home-add-site'));
  expect(nav.place).toEqual({ view: 'sites', add: true });
});

test('a site that was added and not used, and a backup that is due, are suggested', async () => {
  const { nav, user } = await show({ backup_standing: () => ({ last: null, due: true }) });
  const suggested = within(await screen.findByTestId('suggested'));
  expect(suggested.getByTestId('backup-hint')).toHaveTextContent('the only copy');
  await user.click(suggested.getByRole('button', { name: /Sign up at .*Demo relying party/ }));
  expect(nav.place).toEqual({ view: 'sites', site: sites[1]?.id });
});

test('a site that could not be asked in the background is mentioned and raises no alarm', async () => {
  await show({ refresh_application: failing('unreachable', 'Nobody answers.') });
  const stop = applications.begin();
  expect(await screen.findByTestId('unreached')).toHaveTextContent(
    /could not reach .*Harbour Exchange.*just now.*try again/,
  );
  expect(screen.queryByRole('alert')).toBeNull();
  expect(await problems()).toEqual([]);
  stop();
});

test('a wallet that cannot be read says so', async () => {
  const { calls, user } = await show({ list_sites: failing('damaged', 'It is damaged.') });
  expect(await screen.findByTestId('error-message')).toHaveTextContent('It is damaged.');
  expect(await problems()).toEqual([]);
  const before = calls.filter(({ command }) => command === 'list_sites').length;
  await user.click(screen.getByRole('button', { name: 'Try again' }));
  await waitFor(() => {
    expect(calls.filter(({ command }) => command === 'list_sites').length).toBeGreaterThan(before);
  });
});
