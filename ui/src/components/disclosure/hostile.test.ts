import { render, screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import type { ConsentItem } from '../../lib/bindings';
import { account, activity, knowledge, outcome, sent, signUpConsent } from '../../testing/fixtures';
import { problems } from '../../testing/axe';
import { mockShell } from '../../testing/mock-shell';
import { outOfSight, scrollToEnd } from '../../testing/seen';
import ActivityRow from '../activity/ActivityRow.svelte';
import SiteKnowledgeList from '../activity/SiteKnowledgeList.svelte';
import DisclosureFlow from './DisclosureFlow.svelte';
import OutcomePanel from './OutcomePanel.svelte';

const LONG = 'x'.repeat(4000);
const HIDDEN = /[\p{Cc}\u202e]/u;
const OVERRIDE = 'Newsletter\u202e preference\u0007';

function consentOf(change: (item: ConsentItem, i: number) => ConsentItem) {
  return { ...signUpConsent, items: signUpConsent.items.map(change) };
}

function start(consent = signUpConsent, answers: Parameters<typeof mockShell>[0] = {}) {
  let asked = 0;
  const propose = () => ({ id: String(++asked), consent });
  const calls = mockShell({ propose, ...answers });
  render(DisclosureFlow, {
    site: '1',
    name: 'Harbour Exchange',
    purpose: 'signUp',
    onend: vi.fn(),
  });
  return { calls, user: userEvent.setup() };
}

test('agreeing waits until the end was seen, and says why; refusing does not wait', async () => {
  outOfSight();
  const { calls, user } = start();
  const agree = await screen.findByTestId('consent-approve');
  await waitFor(() => {
    expect(agree).toHaveAttribute('aria-disabled', 'true');
  });
  expect(agree).toHaveAccessibleDescription('Scroll down to see everything first');
  expect(screen.getByTestId('consent-decline')).toBeEnabled();
  await user.click(agree);
  expect(calls.map(({ command }) => command)).not.toContain('approve');
  expect(await problems()).toEqual([]);
  await user.click(screen.getByTestId('consent-scroll-on'));
  expect(agree).toHaveFocus();
  scrollToEnd();
  await waitFor(() => {
    expect(agree).not.toHaveAttribute('aria-disabled');
  });
  expect(screen.queryByTestId('consent-scroll-on')).toBeNull();
  expect(agree).toHaveFocus();
  expect(agree).toHaveAccessibleDescription('');
  await user.click(agree);
  expect(await screen.findByTestId('result')).toBeVisible();
});

test('what was seen of one proposal does not count for another', async () => {
  const named = account;
  const { calls, user } = start(signUpConsent, {
    list_accounts: () => [named, signUpConsent.account],
  });
  const agree = await screen.findByTestId('consent-approve');
  await waitFor(() => {
    expect(agree).not.toHaveAttribute('aria-disabled');
  });
  outOfSight();
  await user.selectOptions(await screen.findByTestId('consent-as'), 'main');
  await waitFor(() => {
    expect(screen.getByTestId('consent-approve')).toHaveAttribute('aria-disabled', 'true');
  });
  await user.click(screen.getByTestId('consent-approve'));
  expect(calls.map(({ command }) => command)).not.toContain('approve');
});

test('yes and no stand in one row', async () => {
  start();
  const agree = await screen.findByTestId('consent-approve');
  expect(screen.getByTestId('consent-decline').parentElement).toBe(agree.parentElement);
});

test('the wallet’s own title stands first, and the site’s words are quoted and cleaned', async () => {
  start(
    consentOf((item, i) =>
      i === 0
        ? { ...item, requirement: { ...item.requirement, title: 'Tax number', askedAs: OVERRIDE } }
        : item,
    ),
  );
  const [row] = await screen.findAllByTestId('consent-item');
  const text = row?.textContent ?? '';
  expect(text.indexOf('Tax number')).toBeLessThan(text.indexOf('asked for as'));
  expect(within(row as HTMLElement).getByTestId('asked-as')).toHaveTextContent(
    /asked for as “.?Newsletter preference.?”/,
  );
  expect(text).not.toMatch(HIDDEN);
});

test('a value of 4,000 characters is cut, and shown as a whole when the user wants it', async () => {
  const { user } = start(
    consentOf((item, i) =>
      i === 0 ? { ...item, choices: item.choices.map((one) => ({ ...one, summary: LONG })) } : item,
    ),
  );
  const [row] = await screen.findAllByTestId('consent-item');
  const within_ = within(row as HTMLElement);
  expect((row?.textContent ?? '').length).toBeLessThan(400);
  await user.click(within_.getByTestId('show-all'));
  expect(row).toHaveTextContent(LONG);
  expect(within_.getByTestId('show-all')).toHaveTextContent('Show less');
});

test('a site’s name cannot fill the heading', async () => {
  mockShell({ propose: () => ({ id: '1', consent: { ...signUpConsent, site: LONG } }) });
  render(DisclosureFlow, { site: '1', name: LONG, purpose: 'signUp', onend: vi.fn() });
  const heading = await screen.findByRole('heading', { level: 2 });
  expect((heading.textContent ?? '').length).toBeLessThan(100);
});

test('two things with one schema are told apart, and so are two with one label', async () => {
  const email = signUpConsent.items.find(({ requirement }) => requirement.name === 'email');
  if (!email) throw new Error('the consent asks for an email');
  const named = (id: string) => ({
    ...email,
    id,
    requirement: { ...email.requirement, id, which: id },
  });
  const { calls, user } = start({ ...signUpConsent, items: [named('billing'), named('support')] });
  const rows = await screen.findAllByTestId('consent-item');
  expect(rows.map((row) => /billing|support/.exec(row.textContent ?? '')?.[0])).toEqual([
    'billing',
    'support',
  ]);
  await user.selectOptions(
    within(rows[1] as HTMLElement).getByTestId('consent-choice'),
    'emailwork',
  );
  await user.click(screen.getByTestId('consent-approve'));
  await screen.findByTestId('result');
  expect(calls.find(({ command }) => command === 'approve')?.args.choices).toMatchObject([
    { want: 'billing', value: 'emailprivate' },
    { want: 'support', value: 'emailwork' },
  ]);
});

test('result, activity and “what it knows” show both names, and no optional thing as required', async () => {
  mockShell();
  const tax = {
    ...sent('tax-number', 'Tax number', ['page\u202egnp.exe']),
    askedAs: OVERRIDE,
    required: false,
  };
  const entry = { ...activity[2], sent: [tax] } as (typeof activity)[0];
  const shown = [
    render(OutcomePanel, { outcome: { ...outcome, sent: [tax], message: LONG } }),
    render(ActivityRow, { entry }),
  ];
  for (const { container } of shown) {
    const one = within(container).getByTestId('sent');
    expect(one).toHaveTextContent(/Tax number asked for as “.?Newsletter preference.?”/);
    expect(one).toHaveTextContent(/optional/);
    expect(one).not.toHaveTextContent(/required/);
    expect(container.textContent).not.toMatch(HIDDEN);
    expect(container.textContent).not.toContain(LONG);
  }
  const [known] = knowledge.attributes;
  if (!known) throw new Error('the site knows something');
  const { container } = render(SiteKnowledgeList, {
    knowledge: {
      ...knowledge,
      attributes: [{ ...known, title: 'Tax number', askedAs: OVERRIDE }],
    },
  });
  expect(within(container).getByTestId('known-attribute')).toHaveTextContent(
    /Tax number asked for as “.?Newsletter preference.?”/,
  );
});
