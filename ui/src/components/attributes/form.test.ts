import { render, screen, waitFor } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import type { AttributeInput } from '../../lib/bindings';
import { problems } from '../../testing/axe';
import { documents, types } from '../../testing/fixtures';
import { failing, mockShell } from '../../testing/mock-shell';
import { attributePart } from '../../testing/parts';
import AttributeForm from './AttributeForm.svelte';

/** A wallet that holds nothing of what is entered. */
function mock(answers: Parameters<typeof mockShell>[0] = {}) {
  const none = (args: Record<string, unknown>) => attributePart([], args);
  return mockShell({ query_attributes: none, ...answers });
}

function open(name?: string) {
  const onsaved = vi.fn();
  render(AttributeForm, { types, name, onsaved, onclose: vi.fn() });
  return { onsaved, user: userEvent.setup() };
}

test('the form has the fields of its attribute', async () => {
  mock();
  const { user } = open();
  await user.selectOptions(screen.getByTestId('attribute-type'), 'nationality');
  expect(screen.getByTestId('field-country').tagName).toBe('SELECT');
  expect(screen.getByTestId('field-denonym')).toHaveAttribute('type', 'text');
  await user.selectOptions(screen.getByTestId('attribute-type'), 'first-name');
  expect(screen.getByTestId('field-value')).toBeVisible();
  expect(screen.queryByTestId('field-country')).toBeNull();
});

test('what is missing is said at its field, and nothing is saved', async () => {
  const calls = mock();
  const { user } = open('nationality');
  await user.click(screen.getByTestId('attribute-save'));
  expect(screen.getByTestId('field-country')).toHaveAccessibleDescription(
    /Country.? is required\./,
  );
  expect(calls.map(({ command }) => command)).not.toContain('set_attribute');
});

test('files come by token, and one that is too large is refused at once', async () => {
  let size = 60_000_000;
  const calls = mock({ pick_file: () => ({ token: '9', name: 'page.jpg', size }) });
  const { user, onsaved } = open('passport');
  await user.click(screen.getByTestId('field-image'));
  expect(await screen.findByText(/Choose a file of at most .?50 MB/)).toBeVisible();
  size = 1000;
  await user.click(screen.getByTestId('field-image'));
  expect(await screen.findByText('page.jpg')).toBeVisible();
  await user.click(screen.getByTestId('field-selfie.image'));
  await user.type(screen.getByTestId('field-issued'), '2021-05-05');
  await user.type(screen.getByTestId('field-expires'), '2031-05-04');
  await user.click(screen.getByTestId('attribute-save'));
  await waitFor(() => {
    expect(onsaved).toHaveBeenCalled();
  });
  const input = calls.find(({ command }) => command === 'set_attribute')?.args
    .input as AttributeInput;
  expect(input.files).toEqual([
    { path: 'image', source: { type: 'staged', token: '9' } },
    { path: 'selfie.image', source: { type: 'staged', token: '9' } },
  ]);
});

test('what the schema refuses is shown, and what was typed stays', async () => {
  mock({ set_attribute: failing('usage', 'Email must be an address like ada@mail.example.') });
  const { user } = open('email');
  await user.type(screen.getByTestId('field-value'), 'ada');
  await user.click(screen.getByTestId('attribute-save'));
  expect(await screen.findByTestId('error-message')).toHaveTextContent('must be an address');
  expect(screen.getByTestId('field-value')).toHaveValue('ada');
});

test('a date is read as it is typed, and a word that is no date is not sent', async () => {
  const calls = mock();
  const { user, onsaved } = open('date-of-birth');
  const field = screen.getByTestId('field-value');
  await user.type(field, 'yesterday');
  await user.click(screen.getByTestId('attribute-save'));
  expect(field).toHaveAccessibleDescription(/Enter a date as YYYY-MM-DD/);
  expect(calls.map(({ command }) => command)).not.toContain('set_attribute');
  await user.clear(field);
  await user.type(field, '19850412');
  expect(field).toHaveValue('1985-04-12');
  await user.clear(field);
  await user.type(field, '12 April 1985');
  await user.click(screen.getByTestId('attribute-save'));
  await waitFor(() => {
    expect(onsaved).toHaveBeenCalled();
  });
  const input = calls.find(({ command }) => command === 'set_attribute')?.args
    .input as AttributeInput;
  expect(input.text).toBe('1985-04-12');
});

test('a day is chosen in the calendar with the keyboard, and Escape closes only that', async () => {
  mock();
  const { user } = open('date-of-birth');
  const field = screen.getByTestId('field-value');
  await user.type(field, '1985-04-12');
  await user.keyboard('{Alt>}{ArrowDown}{/Alt}');
  expect(await screen.findByTestId('calendar')).toBeVisible();
  await waitFor(() => {
    expect(document.activeElement).toHaveAttribute('data-day', '1985-04-12');
  });
  expect(await problems()).toEqual([]);
  await user.keyboard('{ArrowDown}{ArrowRight}{PageDown}');
  await waitFor(() => {
    expect(document.activeElement).toHaveAttribute('data-day', '1985-05-20');
  });
  await user.keyboard('{Enter}');
  expect(field).toHaveValue('1985-05-20');
  expect(screen.queryByTestId('calendar')).toBeNull();
  await user.click(screen.getByTestId('field-value-calendar'));
  await screen.findByTestId('calendar');
  await user.keyboard('{Escape}');
  expect(screen.queryByTestId('calendar')).toBeNull();
  expect(field).toHaveFocus();
  expect(screen.getByTestId('attribute-form')).toBeVisible();
});

test('a file that is in the wallet can be chosen, if the field takes it', async () => {
  const calls = mock();
  const { user, onsaved } = open('passport');
  await user.click(screen.getByTestId('field-image-wallet'));
  const choices = await screen.findAllByTestId('wallet-file-choice');
  expect(choices).toHaveLength(documents.length);
  expect(await problems()).toEqual([]);
  await user.click(choices[0] as HTMLElement);
  expect(screen.queryByTestId('wallet-file')).toBeNull();
  await user.click(screen.getByTestId('field-selfie.image-wallet'));
  await user.click((await screen.findAllByTestId('wallet-file-choice'))[1] as HTMLElement);
  await user.type(screen.getByTestId('field-issued'), '2021-05-05');
  await user.type(screen.getByTestId('field-expires'), '2031-05-04');
  await user.click(screen.getByTestId('attribute-save'));
  await waitFor(() => {
    expect(onsaved).toHaveBeenCalled();
  });
  const input = calls.find(({ command }) => command === 'set_attribute')?.args
    .input as AttributeInput;
  expect(input.files).toEqual([
    { path: 'image', source: { type: 'document', id: documents[0]?.id } },
    { path: 'selfie.image', source: { type: 'document', id: documents[1]?.id } },
  ]);
});

test('a wallet without a file that fits says so', async () => {
  mock({ list_documents: () => documents.map((one) => ({ ...one, size: 60_000_000 })) });
  const { user } = open('passport');
  await user.click(screen.getByTestId('field-image-wallet'));
  expect(await screen.findByText(/No document in this wallet fits/)).toBeVisible();
});
