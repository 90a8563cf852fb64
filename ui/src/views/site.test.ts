import { render, screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import type { SiteView } from '../lib/bindings';
import { Navigation } from '../lib/navigation.svelte';
import { verbatim } from '../lib/words';
import { problems } from '../testing/axe';
import { sites } from '../testing/fixtures';
import { mockShell } from '../testing/mock-shell';
import { activityPart } from '../testing/parts';
import SiteScreen from './SiteScreen.svelte';

const HARBOUR = '51'.repeat(16);
const DEMO = '52'.repeat(16);

/** Shows the page of the site with this id. */
function show(site: string) {
  const nav = new Navigation();
  render(SiteScreen, { nav, site });
  return { nav, user: userEvent.setup() };
}

test('every place that gets something is named with what it gets', async () => {
  mockShell();
  show(HARBOUR);
  expect(await screen.findByText(/receives .?a token that acts as you, the files/)).toBeVisible();
  expect(screen.getByText('Made by an earlier version')).toBeInTheDocument();
});

test('the key of an earlier version is used only after everyone who gets what it signs was shown', async () => {
  const spread = {
    ...sites[1],
    recipients: [{ host: 'k.example/kyc', sees: ['token'] }],
  };
  const calls = mockShell({ list_sites: () => [spread], use_earlier_key: () => spread });
  const { user } = show(DEMO);
  await user.click(await screen.findByTestId('site-earlier-key'));
  const asked = within(await screen.findByTestId('confirm'));
  expect(asked.getByText(/k\.example\/kyc.? receives .?a token that acts as you/)).toBeVisible();
  expect(asked.getByText(/http:\/\/127\.0\.0\.1:8741\/lws.? receives everything/)).toBeVisible();
  expect(calls.map(({ command }) => command)).not.toContain('use_earlier_key');
  await user.click(screen.getByTestId('confirm-accept'));
  await waitFor(() => {
    expect(calls.find(({ command }) => command === 'use_earlier_key')?.args).toEqual({
      site: sites[1]?.id,
    });
  });
});

test('a site that got another name keeps what happened there, and gets nothing of others that had its name', async () => {
  const entry = (number: number, text: string, site: string, root: string | null) => ({
    number,
    at: '2026-11-21T08:05:00Z',
    text: verbatim(text),
    kind: 'loggedIn',
    site,
    root,
    account: 'main',
    sent: [],
    failed: false,
    purpose: null,
  });
  mockShell({
    query_activity: (args) =>
      activityPart(
        [
          entry(1, 'Logged in to Old Name', 'Old Name', 'https://harbour.example/lws'),
          entry(2, 'Logged in to somebody else', 'Harbour Exchange', 'https://other.example/lws'),
          entry(3, 'Logged in long ago', 'Harbour Exchange', null),
        ],
        args,
      ),
  });
  show(HARBOUR);
  expect(await screen.findByText('Logged in to Old Name')).toBeVisible();
  expect(screen.getByText('Logged in long ago')).toBeVisible();
  expect(screen.queryByText('Logged in to somebody else')).toBeNull();
});

const primary = () =>
  screen
    .getAllByRole('button')
    .filter((button) => button.dataset.primary === '')
    .map((button) => button.dataset.testid);

test.each([
  ['never signed up', { connected: false }, 'site-signup'],
  ['an account there', { connected: true }, 'site-login'],
  ['only applications', { connected: false, offers: ['apply'] }, 'site-apply'],
] as [string, Partial<SiteView>, string][])(
  'the button for what the user most likely wants stands out: %s',
  async (_, more, expected) => {
    mockShell({ list_sites: () => [{ ...sites[1], ...more }], list_applications: () => [] });
    show(DEMO);
    await screen.findByTestId(expected);
    expect(primary()).toEqual([expected]);
    expect(await problems()).toEqual([]);
  },
);

test('an application for which the site waits is answered from the site’s page', async () => {
  mockShell();
  const { nav, user } = show(HARBOUR);
  await user.click(await screen.findByTestId('site-answer'));
  expect(primary()).toEqual(['site-answer']);
  expect(screen.getByTestId('site-login')).toBeVisible();
  expect(nav.place).toMatchObject({ view: 'applications' });
});

test('a request that names the site is answered from its page', async () => {
  mockShell({ site_requests: () => ['request-1'], list_applications: () => [] });
  const { nav, user } = show(DEMO);
  await user.click(await screen.findByTestId('site-answer'));
  expect(nav.place).toEqual({ view: 'requests', show: 'request-1' });
});

test('a site is found by its id though another one has its name now', async () => {
  const twin = { ...sites[0], id: '77'.repeat(16), url: 'https://evil.example' };
  mockShell({ list_sites: () => [twin, ...sites], list_applications: () => [] });
  show(sites[0]?.id ?? '');
  expect(await screen.findByText('https://harbour.example')).toBeVisible();
  expect(screen.queryByText('https://evil.example')).toBeNull();
});

test('a site that is gone says so', async () => {
  mockShell();
  show('nobody');
  expect(await screen.findByTestId('site-gone')).toBeVisible();
  expect(await problems()).toEqual([]);
});

test('a letter asks the site to delete the data; it is copied or saved, and nothing is sent', async () => {
  const calls = mockShell();
  const { user } = show(HARBOUR);
  await user.click(await screen.findByTestId('site-delete-data'));
  const text = await screen.findByTestId<HTMLTextAreaElement>('letter-text');
  expect(text.value).toContain('Art. 17 GDPR');
  expect(await problems()).toEqual([]);
  await user.type(text, 'Ada Example');
  await user.click(screen.getByTestId('letter-copy'));
  expect(await navigator.clipboard.readText()).toMatch(/Yours faithfully,\s+Ada Example$/);
  const before = calls.length;
  await user.click(screen.getByTestId('letter-save'));
  expect(await screen.findByTestId('letter-saved')).toHaveTextContent('delete-my-data.txt');
  expect(calls.slice(before).map(({ command }) => command)).toEqual(['save_letter']);
  expect(calls.at(-1)?.args.text).toContain('Ada Example');
});

test('what can be applied for is asked of the site, which can be cancelled', async () => {
  const calls = mockShell({ list_templates: () => new Promise(() => undefined) });
  const { user } = show(HARBOUR);
  await user.click(await screen.findByTestId('site-apply'));
  await user.click(await screen.findByTestId('template-cancel'));
  const began = calls.find(({ command }) => command === 'list_templates')?.args;
  expect(began?.site).toBe(sites[0]?.id);
  await waitFor(() => {
    expect(calls.find(({ command }) => command === 'cancel_wait')?.args).toEqual({
      id: began?.wait,
    });
  });
});
