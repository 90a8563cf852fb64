import { render, screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import type { ChoiceInput } from '../../lib/bindings';
import { account, documents, outcome, signUpConsent } from '../../testing/fixtures';
import { failing, mockShell } from '../../testing/mock-shell';
import DisclosureFlow from './DisclosureFlow.svelte';
import { verbatim } from '../../lib/words';

function start(purpose: 'logIn' | 'signUp' | 'apply' = 'signUp') {
  const onend = vi.fn();
  render(DisclosureFlow, { site: 'Harbour Exchange', name: 'Harbour Exchange', purpose, onend });
  return { onend, user: userEvent.setup() };
}

async function item(name: string) {
  const items = await screen.findAllByTestId('consent-item');
  const found = items.find((element) => element.dataset.name === name);
  if (!found) throw new Error(`no item ${name}`);
  return within(found);
}

test('shows who asks, as whom, and each value', async () => {
  mockShell();
  start();
  expect(await screen.findByTestId('consent-url')).toHaveTextContent('https://harbour.example');
  expect(screen.getByTestId('consent-account')).toHaveTextContent('0x6Fac…b9C0');
  expect((await item('first-name')).getByText('Ada')).toBeVisible();
  expect(screen.getByText(/files\.harbour\.example.? receives .?the files/)).toBeVisible();
  expect((await item('passport')).getByText(/passport\.jpg/)).toBeVisible();
  expect((await item('passport')).getByText(/in .?43.? days\.$/)).toBeVisible();
});

test('optional things are off until switched on, and required ones have no switch', async () => {
  const calls = mockShell();
  const { user } = start();
  const address = await item('physical-address');
  const toggle = address.getByRole('switch', { name: /Send .?Address/ });
  expect(toggle).not.toBeChecked();
  expect((await item('first-name')).queryByRole('switch')).toBeNull();
  await user.click(toggle);
  expect(toggle).toBeChecked();
  await user.selectOptions((await item('email')).getByRole('combobox'), 'emailwork');
  await user.click(screen.getByTestId('consent-approve'));
  await screen.findByTestId('result');

  const approved = calls.find(({ command }) => command === 'approve')?.args;
  expect(approved?.id).toBe('1');
  const items = approved?.choices as ChoiceInput[];
  expect(items.map(({ included }) => included)).toEqual([true, true, true, true, true, false]);
  expect(items.find(({ want }) => want === 'want-email')?.value).toBe('emailwork');
});

test('a value that the site has refused goes again only when the user says so', async () => {
  const reason = 'This is not a first name.';
  const [first, ...others] = signUpConsent.items;
  if (!first) throw new Error('the consent asks for something');
  const values = first.choices.map(({ id }) => id);
  const consent = {
    ...signUpConsent,
    items: [{ ...first, refused: { values, reason } }, ...others],
  };
  const calls = mockShell({ propose: () => ({ id: '1', consent }) });
  const { user } = start();
  const name = await item('first-name');
  expect(name.getByTestId('consent-refused-value')).toHaveTextContent(reason);
  expect(screen.getByTestId('consent-approve')).toBeDisabled();
  expect(screen.getByTestId('consent-refused')).toHaveTextContent('First Name');
  await user.click(name.getByTestId('consent-again'));
  expect(screen.queryByTestId('consent-refused')).toBeNull();
  await user.click(screen.getByTestId('consent-approve'));
  await screen.findByTestId('result');
  const items = calls.find(({ command }) => command === 'approve')?.args.choices as ChoiceInput[];
  expect(items.map(({ again }) => again)).toEqual([true, false, false, false, false, false]);
});

test('nothing is sent when the user declines', async () => {
  const calls = mockShell();
  const { user, onend } = start();
  await screen.findAllByTestId('consent-item');
  await user.click(screen.getByTestId('consent-decline'));
  await waitFor(() => {
    expect(onend).toHaveBeenCalled();
  });
  expect(calls.map(({ command }) => command)).toContain('decline');
  expect(calls.map(({ command }) => command)).not.toContain('approve');
});

test('what the wallet does not know says why, and cannot be agreed to', async () => {
  const [first, ...others] = signUpConsent.items;
  if (!first) throw new Error('the consent asks for something');
  const unknown = {
    ...first,
    requirement: { ...first.requirement, title: 'tax-number', fromSite: true, known: false },
    choices: [],
    missing: {
      type: 'notKnown',
      because: {
        id: 'error-verbatim',
        arguments: { text: { text: 'Its schema could not be fetched.' } },
      },
    } as const,
  };
  mockShell({
    propose: () => ({ id: '1', consent: { ...signUpConsent, items: [unknown, ...others] } }),
  });
  start();
  const name = await item('first-name');
  expect(name.getByText(/Its schema could not be fetched/)).toBeVisible();
  expect(name.getByText('Defined by the site')).toBeVisible();
  expect(name.queryByTestId('consent-add')).toBeNull();
  expect(screen.getByTestId('consent-approve')).toBeDisabled();
  expect(screen.getByTestId('consent-missing')).toHaveTextContent(/Missing: .?tax-number/);
});

test('what the site has already is said beside the value', async () => {
  const [first, ...others] = signUpConsent.items;
  const items = [{ ...first, alreadySent: '2026-11-20' }, ...others];
  mockShell({ propose: () => ({ id: '1', consent: { ...signUpConsent, items } }) });
  start();
  expect(await screen.findByTestId('consent-already-sent')).toHaveTextContent(/already sent this/);
});

test('a login that finds no account offers to sign up', async () => {
  mockShell({ approve: failing('noAccount', 'no account') });
  const { user } = start('logIn');
  await user.click(await screen.findByTestId('consent-approve'));
  await user.click(await screen.findByTestId('offer-signup'));
  expect(await screen.findByRole('heading', { name: /Sign up at/ })).toBeVisible();
});

test('a KYC application begins with its template', async () => {
  const calls = mockShell();
  const { user } = start('apply');
  await user.click(await screen.findByRole('button', { name: 'Personal account' }));
  await screen.findAllByTestId('consent-item');
  expect(calls.find(({ command }) => command === 'propose')?.args.intent).toMatchObject({
    purpose: 'apply',
    template: '5f1a',
  });
});

test('only web addresses can be opened, and leaving the site is said', async () => {
  const { outcome } = await import('../../testing/fixtures');
  mockShell({
    approve: () => ({ ...outcome, redirectUrl: 'javascript:alert(1)', redirectLeavesSite: true }),
  });
  const { user } = start();
  await user.click(await screen.findByTestId('consent-approve'));
  expect(await screen.findByTestId('result-redirect')).toHaveTextContent('javascript:alert(1)');
  expect(screen.queryByTestId('result-open')).toBeNull();
  expect(screen.getByText('This address belongs to another site')).toBeVisible();
});

test('another account can be chosen, which makes another proposal', async () => {
  const named = account;
  const calls = mockShell({
    list_accounts: () => [named, signUpConsent.account],
    propose: ({ intent }) => ({
      id: '1',
      consent: (intent as { account: string | null }).account
        ? { ...signUpConsent, account: named }
        : signUpConsent,
    }),
  });
  const { user } = start();
  await user.selectOptions(await screen.findByTestId('consent-as'), 'main');
  expect(await screen.findByText(/can recognise you/)).toBeVisible();
  expect(calls.filter(({ command }) => command === 'propose').at(-1)?.args.intent).toMatchObject({
    account: 'main',
  });
});

test('what is being sent can be stopped', async () => {
  let stop: (reason: unknown) => void = () => undefined;
  mockShell({
    approve: () => new Promise((_, reject) => (stop = reject)),
    stop_sending: () => {
      stop({ code: 'stopped', message: verbatim('You stopped it.') });
      return null;
    },
  });
  const { user } = start();
  await user.click(await screen.findByTestId('consent-approve'));
  await user.click(await screen.findByTestId('consent-stop'));
  expect(await screen.findByTestId('error-message')).toHaveTextContent('You stopped it.');
});

test('what changed since the last time comes first', async () => {
  const change = { type: 'requiredNow', title: 'Passport', than: 'lastTime' } as const;
  mockShell({
    propose: () => ({ id: '1', consent: { ...signUpConsent, changed: true, changes: [change] } }),
  });
  start();
  expect(await screen.findByTestId('consent-changes')).toHaveTextContent(
    /Passport.? was optional last time; it is required now\./,
  );
});

test('a file that is too large is offered to be made smaller', async () => {
  const [document] = documents.filter(({ mimeType }) => mimeType.startsWith('image/'));
  if (!document) throw new Error('the fixtures have a picture');
  const tooLarge = [
    {
      attribute: 'passport',
      document: document.id,
      name: document.name,
      size: document.size,
      limit: 100_000,
    },
  ];
  const items = signUpConsent.items.map((item) =>
    item.requirement.name === 'passport'
      ? {
          ...item,
          choices: [],
          missing: { type: 'tooLarge', file: tooLarge[0] } as const,
          tooLarge,
        }
      : item,
  );
  const calls = mockShell({
    propose: () => ({ id: '1', consent: { ...signUpConsent, items } }),
    offer_shrink: failing('other', 'no'),
  });
  const { user } = start();
  expect(await screen.findByTestId('consent-too-large')).toHaveTextContent('100 kB');
  await user.click(screen.getByTestId('consent-shrink'));
  await waitFor(() => {
    expect(calls.find(({ command }) => command === 'offer_shrink')?.args).toEqual({
      id: document.id,
      maxBytes: 100_000,
    });
  });
});

test('a clock that is off is told of', async () => {
  mockShell({
    approve: () => ({
      ...outcome,
      clock: {
        id: 'error-verbatim',
        arguments: { text: { text: 'The clock is 7 minutes ahead.' } },
      },
    }),
  });
  const { user } = start('logIn');
  await user.click(await screen.findByTestId('consent-approve'));
  expect(await screen.findByTestId('result-clock')).toHaveTextContent('7 minutes ahead');
});
