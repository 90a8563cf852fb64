import { render, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { Navigation } from '../lib/navigation.svelte';
import { problems } from '../testing/axe';
import { knowledge } from '../testing/fixtures';
import { mockShell } from '../testing/mock-shell';
import { activityPart } from '../testing/parts';
import ActivityScreen from './ActivityScreen.svelte';
import SiteScreen from './SiteScreen.svelte';

test('the log is written out in the form that is asked for', async () => {
  const calls = mockShell();
  const user = userEvent.setup();
  render(ActivityScreen, { nav: new Navigation() });
  await user.click(await screen.findByTestId('activity-export-csv'));
  expect(await screen.findByTestId('activity-exported')).toHaveTextContent(
    /Exported .?6.? entries/,
  );
  expect(calls.find(({ command }) => command === 'export_activity')?.args).toEqual({
    format: 'csv',
    language: 'en',
  });
});

test('a file dialog that was closed says nothing', async () => {
  mockShell({ export_activity: () => null });
  const user = userEvent.setup();
  render(ActivityScreen, { nav: new Navigation() });
  await user.click(await screen.findByTestId('activity-export-json'));
  expect(screen.queryByTestId('activity-exported')).toBeNull();
});

test('who knows what leads to the site, or to what a removed one had', async () => {
  const calls = mockShell({
    site_knowledge: () => ({ ...knowledge, site: 'Old Shop', inWallet: false }),
  });
  const user = userEvent.setup();
  const nav = new Navigation();
  render(ActivityScreen, { nav });
  await user.click(await screen.findByTestId('activity-sites'));
  const [first, second] = await screen.findAllByTestId('knowing-site');
  if (!first || !second) throw new Error('two sites know something');
  expect(first).toHaveTextContent(/2.? outdated/);
  expect(await problems()).toEqual([]);
  await user.click(within(second).getByRole('button', { name: 'Old Shop' }));
  expect(await screen.findByTestId('knowledge-dialog')).toHaveTextContent('Old Shop');
  expect(calls.find(({ command }) => command === 'site_knowledge')?.args).toEqual({
    site: 'https://old.example/lws',
  });
  await user.click(await screen.findByTestId('site-delete-data'));
  const letter = await screen.findByTestId<HTMLTextAreaElement>('letter-text');
  expect(letter.value).toContain('To Old Shop');
  expect(await problems()).toEqual([]);
  await user.click(within(first).getByRole('button', { name: 'Harbour Exchange' }));
  expect(nav.place).toEqual({ view: 'sites', site: knowledge.root });
});

test('a site’s screen tells what it knows and whether that is still true', async () => {
  mockShell();
  render(SiteScreen, { nav: new Navigation(), site: knowledge.root });
  const rows = await screen.findAllByTestId('known-attribute');
  const texts = rows.map((row) => row.textContent);
  expect(texts[0]).toContain('Up to date');
  expect(texts[1]).toContain('Outdated');
  expect(texts[2]).toContain('May have arrived');
  expect(texts[2]).toContain('Removed here');
  expect(screen.getByTestId('known-document')).toHaveTextContent('bill.pdf');
  expect(await screen.findAllByTestId('application-row')).toHaveLength(3);
});

test('the log is searched and filtered by kind, site and day', async () => {
  mockShell();
  const user = userEvent.setup();
  render(ActivityScreen, { nav: new Navigation() });
  const rows = () => screen.getAllByTestId('activity-row').length;
  await screen.findAllByTestId('activity-row');
  expect(await problems()).toEqual([]);
  await user.type(screen.getByTestId('log-search'), 'passport');
  await vi.waitFor(() => {
    expect(rows()).toBe(1);
  });
  await user.click(screen.getByTestId('log-clear'));
  await vi.waitFor(() => {
    expect(rows()).toBe(6);
  });
  await user.selectOptions(screen.getByTestId('log-kind'), 'sent');
  await vi.waitFor(() => {
    expect(rows()).toBe(2);
  });
  await user.selectOptions(
    screen.getByTestId('log-site'),
    screen.getByRole('option', { name: 'Demo relying party' }),
  );
  const empty = within(await screen.findByTestId('empty'));
  expect(empty.getByText('Nothing matches')).toBeVisible();
  expect(await problems()).toEqual([]);
  await user.click(empty.getByRole('button', { name: 'Clear filters' }));
  await vi.waitFor(() => {
    expect(rows()).toBe(6);
  });
});

test('days that stand the wrong way round are pointed out', async () => {
  mockShell();
  const user = userEvent.setup();
  render(ActivityScreen, { nav: new Navigation() });
  await user.type(await screen.findByTestId('log-from'), '2026-11-20');
  await user.type(screen.getByTestId('log-to'), '2026-11-10');
  expect(screen.getByText('The start date is after the end date.')).toBeVisible();
});

test('an empty log says what comes here', async () => {
  mockShell({ query_activity: (args) => activityPart([], args) });
  render(ActivityScreen, { nav: new Navigation() });
  expect(await screen.findByTestId('empty')).toHaveTextContent('Log in, sign up or apply');
  expect(screen.queryByTestId('log-search')).toBeNull();
  expect(await problems()).toEqual([]);
});

test('a log that was tampered with is an alarm, with what is wrong', async () => {
  mockShell({
    verify_activity: () => ({
      entries: 6,
      intact: false,
      faults: [
        { id: 'activity-fault-order', arguments: { number: { text: '3' }, before: { text: '2' } } },
      ],
    }),
  });
  const user = userEvent.setup();
  render(ActivityScreen, { nav: new Navigation() });
  await user.click(await screen.findByTestId('activity-verify'));
  expect(await screen.findByRole('alert')).toHaveTextContent(/Entry .?3.? does not follow/);
  expect(await problems()).toEqual([]);
});
