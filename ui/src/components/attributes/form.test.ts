import { render, screen, waitFor } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import type { AttributeInput } from '../../lib/bindings';
import { types } from '../../testing/fixtures';
import { failing, mockShell } from '../../testing/mock-shell';
import { attributePart } from '../../testing/parts';
import AttributeForm from './AttributeForm.svelte';

function open(name?: string) {
  const onsaved = vi.fn();
  render(AttributeForm, { types, name, onsaved, onclose: vi.fn() });
  return { onsaved, user: userEvent.setup() };
}

/** The wallet holds no value yet. */
const none = (args: Record<string, unknown>) => attributePart([], args);

test('the form has the fields of its attribute', async () => {
  mockShell({ query_attributes: none });
  const { user } = open();
  await user.selectOptions(screen.getByTestId('attribute-type'), 'nationality');
  expect(screen.getByTestId('field-country').tagName).toBe('SELECT');
  expect(screen.getByTestId('field-denonym')).toHaveAttribute('type', 'text');
  await user.selectOptions(screen.getByTestId('attribute-type'), 'first-name');
  expect(screen.getByTestId('field-value')).toBeVisible();
  expect(screen.queryByTestId('field-country')).toBeNull();
});

test('what is missing is said at its field, and nothing is saved', async () => {
  const calls = mockShell({ query_attributes: none });
  const { user } = open('nationality');
  await user.click(screen.getByTestId('attribute-save'));
  expect(screen.getByTestId('field-country')).toHaveAccessibleDescription('Country is needed.');
  expect(calls.map(({ command }) => command)).not.toContain('set_attribute');
});

test('files come by token, and one that is too large is refused at once', async () => {
  let size = 60_000_000;
  const calls = mockShell({
    query_attributes: none,
    pick_file: () => ({ token: '9', name: 'page.jpg', size }),
  });
  const { user, onsaved } = open('passport');
  await user.click(screen.getByTestId('field-image'));
  expect(await screen.findByText(/at most 50 MB fit here/)).toBeVisible();
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
  mockShell({
    query_attributes: none,
    set_attribute: failing('usage', 'Date of Birth must be a date like 1985-04-12.'),
  });
  const { user } = open('date-of-birth');
  await user.type(screen.getByTestId('field-value'), 'yesterday');
  await user.click(screen.getByTestId('attribute-save'));
  expect(await screen.findByTestId('error-message')).toHaveTextContent('must be a date');
  expect(screen.getByTestId('field-value')).toHaveValue('yesterday');
});
