import { render, screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { Navigation } from '../lib/navigation.svelte';
import { sites } from '../testing/fixtures';
import { mockShell } from '../testing/mock-shell';
import SiteScreen from './SiteScreen.svelte';

function show(site: string) {
  const nav = new Navigation();
  render(SiteScreen, { nav, site });
  return { nav, user: userEvent.setup() };
}

test('every place that gets something is named with what it gets', async () => {
  mockShell();
  show('Harbour Exchange');
  expect(await screen.findByText('gets a token that acts as you, the files')).toBeVisible();
  expect(screen.getByText('Made by an earlier version')).toBeVisible();
});

test('the key of an earlier version is used only after everyone who gets what it signs was shown', async () => {
  const spread = {
    ...sites[1],
    recipients: [{ host: 'k.example/kyc', sees: ['token'] }],
  };
  const calls = mockShell({ list_sites: () => [spread], use_earlier_key: () => spread });
  const { user } = show('Demo relying party');
  await user.click(await screen.findByTestId('site-earlier-key'));
  const asked = within(await screen.findByTestId('confirm'));
  expect(asked.getByText('k.example/kyc')).toBeVisible();
  expect(asked.getByText('http://127.0.0.1:8741/lws')).toBeVisible();
  expect(calls.map(({ command }) => command)).not.toContain('use_earlier_key');
  await user.click(screen.getByTestId('confirm-accept'));
  await waitFor(() => {
    expect(calls.find(({ command }) => command === 'use_earlier_key')?.args).toEqual({
      site: 'Demo relying party',
    });
  });
});

test('a site that got another name keeps what happened there, and gets nothing of others that had its name', async () => {
  const entry = (number: number, text: string, site: string, root: string | null) => ({
    number,
    at: '2026-11-21T08:05:00Z',
    text,
    kind: 'loggedIn',
    site,
    root,
    account: 'main',
    sent: [],
    failed: false,
    purpose: null,
  });
  mockShell({
    list_activity: () => [
      entry(1, 'Logged in to Old Name', 'Old Name', 'https://harbour.example/lws'),
      entry(2, 'Logged in to somebody else', 'Harbour Exchange', 'https://other.example/lws'),
      entry(3, 'Logged in long ago', 'Harbour Exchange', null),
    ],
  });
  show('Harbour Exchange');
  expect(await screen.findByText('Logged in to Old Name')).toBeVisible();
  expect(screen.getByText('Logged in long ago')).toBeVisible();
  expect(screen.queryByText('Logged in to somebody else')).toBeNull();
});
