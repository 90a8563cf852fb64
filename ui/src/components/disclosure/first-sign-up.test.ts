import { render, screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import type { AttributeInput, AttributeView, ConsentItem, ConsentView } from '../../lib/bindings';
import { account, attributes, signUpConsent, types, zoneText } from '../../testing/fixtures';
import { asks } from '../../testing/fixtures/sites';
import { problems } from '../../testing/axe';
import { mockShell } from '../../testing/mock-shell';
import DisclosureFlow from './DisclosureFlow.svelte';
import { verbatim } from '../../lib/words';

const FIVE = ['first-name', 'last-name', 'email', 'date-of-birth', 'nationality'];

function item(name: string, more: Partial<ConsentItem> = {}): ConsentItem {
  return {
    id: `want-${name}`,
    requirement: asks(name, types.find((type) => type.name === name)?.title ?? name),
    choices: [],
    missing: { type: 'notHeld' },
    notes: [],
    tooLarge: [],
    included: true,
    newRequest: false,
    alreadySent: null,
    refused: null,
    ...more,
  };
}

/** A wallet that holds nothing at first, and offers what is saved in it. */
function emptyWallet(items: ConsentItem[], answers: Parameters<typeof mockShell>[0] = {}) {
  const held: AttributeView[] = [];
  const calls = mockShell({
    propose: () => {
      const filled = items.map((one) => {
        const choices = held.filter(({ name }) => name === one.requirement.name);
        return choices.length > 0 ? { ...one, choices, missing: null } : one;
      });
      const consent: ConsentView = { ...signUpConsent, items: filled };
      return { id: String(calls.length), consent };
    },
    set_attribute: ({ input }) => {
      const { name, text, fields } = input as AttributeInput;
      const like = attributes[0] as AttributeView;
      const value = text ?? fields.map((one) => one.value).join(' ');
      const title = types.find((type) => type.name === name)?.title ?? name;
      const saved = { ...like, id: `${name}-${held.length}`, name, title, summary: value, value };
      held.push(saved);
      return saved;
    },
    ...answers,
  });
  return { calls, held };
}

function start() {
  render(DisclosureFlow, {
    site: '1',
    name: 'Harbour Exchange',
    purpose: 'signUp',
    onend: vi.fn(),
  });
  return userEvent.setup();
}

const saved = (calls: { command: string; args: Record<string, unknown> }[]) =>
  calls
    .filter(({ command }) => command === 'set_attribute')
    .map(({ args }) => (args.input as AttributeInput).name);

test('a first sign-up that asks for five attributes takes two clicks and no dialog but one', async () => {
  const { calls } = emptyWallet(FIVE.map((name) => item(name)));
  const user = start();
  let clicks = 0;
  document.addEventListener('pointerdown', () => clicks++);
  const sheet = within(await screen.findByTestId('missing-sheet'));
  const field = (name: string, path = 'value') =>
    within(
      sheet
        .getAllByTestId('missing-entry')
        .find((entry) => entry.dataset.name === name) as HTMLElement,
    ).getByTestId(`field-${path}`);
  await waitFor(() => {
    expect(field('first-name')).toHaveFocus();
  });
  expect(screen.queryByTestId('consent-approve')).toBeNull();
  expect(await problems()).toEqual([]);

  await user.keyboard('Ada{Enter}Example{Enter}ada@mail.example{Enter}12 April 1985{Enter}');
  expect(field('nationality', 'country')).toHaveFocus();
  await user.selectOptions(field('nationality', 'country'), 'GB');
  const whileChoosing = clicks;
  await user.click(screen.getByTestId('consent-save'));
  await waitFor(() => {
    expect(screen.queryByTestId('missing-sheet')).toBeNull();
  });
  await user.click(await screen.findByTestId('consent-approve'));
  await screen.findByTestId('result');

  expect(saved(calls)).toEqual(FIVE);
  const approved = calls.find(({ command }) => command === 'approve')?.args.choices as unknown[];
  expect(approved).toHaveLength(5);
  expect(clicks - whileChoosing).toBe(2);
  expect(clicks).toBeLessThan(15);
  expect(document.querySelectorAll('dialog')).toHaveLength(1);
});

test('Return behind the last field saves, and a gap keeps the sheet and takes the focus', async () => {
  const { calls } = emptyWallet([item('first-name'), item('last-name')]);
  const user = start();
  await screen.findByTestId('missing-sheet');
  const [first, last] = screen.getAllByTestId('field-value');
  await waitFor(() => {
    expect(first).toHaveFocus();
  });
  await user.click(screen.getByTestId('consent-save'));
  expect(first).toHaveAccessibleDescription(/First Name.? is required/);
  await waitFor(() => {
    expect(first).toHaveFocus();
  });
  expect(saved(calls)).toEqual([]);
  await user.keyboard('Ada{Enter}');
  expect(last).toHaveFocus();
  await user.keyboard('Example{Enter}');
  await screen.findByTestId('consent-approve');
  expect(saved(calls)).toEqual(['first-name', 'last-name']);
});

test('what the wallet refuses stays in the sheet, and the others are saved', async () => {
  let refusing = true;
  const { held } = emptyWallet([item('first-name'), item('email')]);
  const user = start();
  await screen.findByTestId('missing-sheet');
  const like = attributes[0] as AttributeView;
  const again = mockShell({
    set_attribute: ({ input }) => {
      const { name, text } = input as AttributeInput;
      if (name === 'email' && refusing) {
        return Promise.reject({
          code: 'usage',
          message: verbatim('This is not an email address.'),
        } as never);
      }
      held.push({ ...like, name, summary: text ?? '', value: text });
      return held.at(-1);
    },
    propose: () => ({
      id: '9',
      consent: {
        ...signUpConsent,
        items: [item('first-name'), item('email')].map((one) => ({
          ...one,
          choices: held.filter(({ name }) => name === one.requirement.name),
          missing: null,
        })),
      },
    }),
  });
  await user.keyboard('Ada{Enter}nobody{Enter}');
  expect(await screen.findByTestId('error-message')).toHaveTextContent('not an email address');
  expect(screen.getByText(/Saved in your wallet: .?First Name/)).toBeVisible();
  expect(screen.getAllByTestId('missing-entry').map((entry) => entry.dataset.name)).toEqual([
    'email',
  ]);
  refusing = false;
  await user.type(screen.getByTestId('field-value'), '@mail.example{Enter}');
  await screen.findByTestId('consent-approve');
  expect(saved(again)).toEqual(['first-name', 'email', 'email']);
});

test('the code of a passport fills several fields', async () => {
  const { calls } = emptyWallet([item('first-name'), item('date-of-birth')]);
  const user = start();
  await user.click(await screen.findByTestId('mrz-open'));
  await user.click(screen.getByTestId('mrz-text'));
  await user.paste(zoneText);
  const [first, birth] = await screen.findAllByTestId('field-value');
  await waitFor(() => {
    expect(birth).toHaveValue('1974-08-12');
  });
  expect(first).toHaveValue('Anna Maria');
  await user.click(screen.getByTestId('consent-save'));
  await screen.findByTestId('consent-approve');
  expect(saved(calls)).toEqual(['first-name', 'date-of-birth']);
});

test('an optional attribute joins the sheet when it is wanted, and a value that is not accepted is changed', async () => {
  const held = attributes.find(({ name }) => name === 'physical-address') as AttributeView;
  const { calls } = emptyWallet([
    item('physical-address', { missing: { type: 'notAccepted', because: null } }),
    item('middle-name', {
      included: false,
      requirement: asks('middle-name', 'Middle Name', false),
    }),
  ]);
  const user = start();
  expect(await screen.findByTestId('field-address_line_1')).toHaveValue('12 Harbour Street');
  expect(screen.getByText(/Optional: .?Address line 2, City/)).toBeVisible();
  await user.click(screen.getByTestId('consent-add'));
  await user.type(await screen.findByTestId('field-value'), 'King');
  await user.click(screen.getByTestId('consent-save'));
  await screen.findByTestId('consent-approve');
  const inputs = calls
    .filter(({ command }) => command === 'set_attribute')
    .map(({ args }) => args.input as AttributeInput);
  expect(inputs.map(({ name, id }) => [name, id])).toEqual([
    ['physical-address', held.id],
    ['middle-name', null],
  ]);
});

test('one attribute that is asked for twice is filled in once', async () => {
  const twice = ['home', 'work'].map((which) =>
    item('email', { id: which, requirement: { ...asks('email', 'Email'), id: which, which } }),
  );
  const { calls } = emptyWallet(twice, { list_accounts: () => [account] });
  const user = start();
  await screen.findByTestId('missing-sheet');
  expect(screen.getAllByTestId('missing-entry')).toHaveLength(1);
  await user.keyboard('ada@mail.example{Enter}');
  await user.click(await screen.findByTestId('consent-approve'));
  await screen.findByTestId('result');
  expect(saved(calls)).toEqual(['email']);
});
