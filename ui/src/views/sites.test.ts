import { render, screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import type { SiteView } from '../lib/bindings';
import { Navigation } from '../lib/navigation.svelte';
import { problems } from '../testing/axe';
import { sites } from '../testing/fixtures';
import { failing, mockShell } from '../testing/mock-shell';
import SitesScreen from './SitesScreen.svelte';
import { verbatim } from '../lib/words';

type Answers = NonNullable<Parameters<typeof mockShell>[0]>;

const [harbour, demo] = sites;
if (!harbour || !demo) throw new Error('the fixtures have two sites');

function show(answers: Answers = {}, add = false) {
  const calls = mockShell(answers);
  const nav = new Navigation();
  render(SitesScreen, { nav, add });
  return { calls, nav, user: userEvent.setup() };
}

const added = (more: object = {}) => ({
  site: harbour,
  renewed: false,
  changes: [],
  notes: [],
  ...more,
});

test('each site says at once whether it waits for an answer', async () => {
  const { nav, user } = show();
  const rows = await screen.findAllByTestId('site-row');
  await waitFor(() => {
    expect(rows[0]).toHaveTextContent(/Harbour Exchange.*Needs your answer/s);
  });
  expect(await problems()).toEqual([]);
  await user.click(screen.getByRole('button', { name: 'Harbour Exchange' }));
  expect(nav.place).toEqual({ view: 'sites', site: harbour.id });
});

test('searching looks at names and addresses', async () => {
  const { user } = show();
  const search = await screen.findByTestId('site-search');
  await user.type(search, 'FILES harbour');
  expect(screen.getAllByTestId('site-row')).toHaveLength(1);
  await user.clear(search);
  await user.type(search, 'nowhere');
  const empty = within(await screen.findByTestId('empty'));
  expect(empty.getByText(/No site matches/)).toBeVisible();
  expect(await problems()).toEqual([]);
  await user.click(empty.getByRole('button', { name: 'Clear the search' }));
  expect(screen.getAllByTestId('site-row')).toHaveLength(2);
});

test('two sites with one name have different icons and different pages', async () => {
  const twin: SiteView = { ...harbour, id: '77'.repeat(16), root: 'https://evil.example/lws' };
  const { nav, user } = show({ list_sites: () => [harbour, twin] });
  const buttons = await screen.findAllByRole('button', { name: 'Harbour Exchange' });
  expect(buttons).toHaveLength(2);
  if (buttons[1]) await user.click(buttons[1]);
  expect(nav.place).toEqual({ view: 'sites', site: twin.id });
});

test('many sites and long names do not break the list', async () => {
  const many = Array.from({ length: 300 }, (_, i) => ({
    ...demo,
    id: i.toString(16).padStart(32, '0'),
    name: `${'Nameless'.repeat(40)} ${i}`,
  }));
  show({ list_sites: () => many });
  const rows = await screen.findAllByTestId('site-row');
  expect(rows.length).toBeGreaterThan(5);
  expect(rows.length).toBeLessThan(60);
  expect(document.querySelector('[aria-setsize]')).toHaveAttribute('aria-setsize', '300');
});

test('an empty list says how to begin', async () => {
  const { user } = show({ list_sites: () => [] });
  const empty = within(await screen.findByTestId('empty'));
  expect(await problems()).toEqual([]);
  await user.click(empty.getByRole('button', { name: 'Add a site' }));
  expect(await screen.findByRole('dialog', { name: 'Add a site' })).toBeVisible();
  expect(await problems()).toEqual([]);
});

test('a list that cannot be read says so', async () => {
  show({ list_sites: failing('damaged', 'One record is damaged.') });
  expect(await screen.findByTestId('error-message')).toHaveTextContent('One record is damaged.');
  expect(await problems()).toEqual([]);
});

test('an address goes to the wallet as it was typed, which knows what it means', async () => {
  const { calls, nav, user } = show({ add_site: () => added() }, true);
  await user.type(await screen.findByTestId('site-url'), ' 127.0.0.1:8741 ');
  await user.click(screen.getByTestId('site-add-submit'));
  await waitFor(() => {
    expect(nav.place).toEqual({ view: 'sites', site: harbour.id });
  });
  expect(calls.find(({ command }) => command === 'add_site')?.args).toEqual({
    wait: expect.any(String) as string,
    url: '127.0.0.1:8741',
    name: null,
  });
});

test('a site that does not answer is cancelled at once, and the address stays', async () => {
  let refuse: (reason: unknown) => void = () => undefined;
  const { calls, user } = show(
    {
      add_site: () =>
        new Promise((_, reject) => {
          refuse = reject;
        }),
      cancel_wait: () => {
        refuse({ code: 'stopped', message: verbatim('You cancelled it. Nothing was changed.') });
        return null;
      },
    },
    true,
  );
  await user.type(await screen.findByTestId('site-url'), 'shop.example/lws');
  await user.click(screen.getByTestId('site-add-submit'));
  expect(await screen.findByRole('progressbar', { name: /Asking .*shop\.example/ })).toBeVisible();
  expect(await problems()).toEqual([]);
  await user.click(screen.getByTestId('site-add-cancel'));
  expect(await screen.findByTestId('site-add-stopped')).toHaveTextContent('Nothing was added.');
  const began = calls.find(({ command }) => command === 'add_site')?.args.wait;
  expect(calls.find(({ command }) => command === 'cancel_wait')?.args).toEqual({ id: began });
  expect(screen.getByTestId('site-url')).toHaveValue('shop.example/lws');
  expect(screen.getByTestId('site-add-submit')).toBeEnabled();
});

test('closing the form ends the request too', async () => {
  const { calls, user } = show({ add_site: () => new Promise(() => undefined) }, true);
  await user.type(await screen.findByTestId('site-url'), 'shop.example');
  await user.click(screen.getByTestId('site-add-submit'));
  await user.keyboard('{Escape}');
  await user.click(screen.getByTestId('dialog-close'));
  await waitFor(() => {
    expect(calls.map(({ command }) => command)).toContain('cancel_wait');
  });
});

test('a configuration is taken from a file, which is let go of in the end', async () => {
  const { calls, nav, user } = show({ add_site_from_file: () => added() }, true);
  await user.click(await screen.findByTestId('site-by-file'));
  expect(screen.getByTestId('site-add-submit')).toBeDisabled();
  await user.click(screen.getByTestId('site-file-choose'));
  expect(await screen.findByTestId('site-file-name')).toHaveTextContent(
    /lws\.json.*1.8 kB|lws\.json.*2 kB/,
  );
  expect(await problems()).toEqual([]);
  await user.type(screen.getByTestId('site-name'), 'shop');
  await user.click(screen.getByTestId('site-add-submit'));
  await waitFor(() => {
    expect(nav.place).toEqual({ view: 'sites', site: harbour.id });
  });
  expect(calls.find(({ command }) => command === 'add_site_from_file')?.args).toEqual({
    token: '60',
    name: 'shop',
  });
});

test('a configuration is pasted, and what is wrong with it is said', async () => {
  const { calls, user } = show(
    { add_site_from_text: failing('usage', 'The site’s description cannot be used.') },
    true,
  );
  await user.click(await screen.findByTestId('site-by-paste'));
  await user.click(screen.getByTestId('site-text'));
  await user.paste('{"website": {}}');
  expect(await problems()).toEqual([]);
  await user.click(screen.getByTestId('site-add-submit'));
  expect(await screen.findByTestId('error-message')).toHaveTextContent('cannot be used');
  expect(calls.find(({ command }) => command === 'add_site_from_text')?.args).toEqual({
    text: '{"website": {}}',
    name: null,
  });
  await user.click(screen.getByTestId('site-by-address'));
  expect(screen.queryByTestId('error-message')).toBeNull();
});

test('what has changed about a known site is read before its page opens', async () => {
  const { nav, user } = show(
    {
      add_site: () =>
        added({
          renewed: true,
          changes: [{ type: 'siteRenamed', was: 'Harbour', is: 'Harbour Exchange' }],
          notes: [{ id: 'site-note-unknown', arguments: { what: { text: 'Shoe Size' } } }],
        }),
    },
    true,
  );
  await user.type(await screen.findByTestId('site-url'), 'harbour.example');
  await user.click(screen.getByTestId('site-add-submit'));
  expect(await screen.findByTestId('site-added-changes')).toHaveTextContent('Harbour');
  expect(screen.getByTestId('site-added-notes')).toHaveTextContent('Shoe Size');
  expect(nav.place).toEqual({ view: 'sites' });
  expect(await problems()).toEqual([]);
  await user.click(screen.getByTestId('site-added-open'));
  expect(nav.place).toEqual({ view: 'sites', site: harbour.id });
});
