import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import type { AttributeView } from '../../lib/bindings';
import { problems } from '../../testing/axe';
import { attributes, types, verified } from '../../testing/fixtures';
import { failing, mockShell } from '../../testing/mock-shell';
import AttributeForm from './AttributeForm.svelte';
import OriginBadges from './OriginBadges.svelte';

function edit(editing: AttributeView) {
  const saved: AttributeView[] = [];
  render(AttributeForm, {
    types,
    editing,
    onsaved: (value: AttributeView) => saved.push(value),
    onclose: () => undefined,
  });
  return saved;
}

test.each([
  [false, 'Verified'],
  [true, 'Verified (test)'],
])('a verified value is marked, and one of a test provider as that', (test, text) => {
  render(OriginBadges, { attribute: verified({}, test) });
  expect(screen.getByText(text)).toBeInTheDocument();
});

test('what a value lacks is said, and an entered value is not called verified', () => {
  render(OriginBadges, { attribute: { ...(attributes[0] as AttributeView), lacks: ['Selfie'] } });
  expect(document.body).toHaveTextContent(/Selfie.* missing/);
  expect(screen.queryByText('Verified')).toBeNull();
});

test('changing a verified value is told before and asked about', async () => {
  const refuse = failing('verified', 'It was verified.');
  const calls = mockShell({
    set_attribute: (args) =>
      (args.input as { changeVerified: boolean }).changeVerified ? attributes[0] : refuse(),
  });
  const user = userEvent.setup();
  const saved = edit(verified());
  expect(screen.getByTestId('attribute-verified')).toHaveTextContent(/Example Check/);
  expect(await problems()).toEqual([]);
  await user.click(screen.getByTestId('attribute-save'));
  await screen.findByTestId('confirm');
  expect(saved).toEqual([]);
  await user.click(screen.getByTestId('confirm-accept'));
  await expect.poll(() => saved).toEqual([attributes[0]]);
  const sent = calls.filter(({ command }) => command === 'set_attribute');
  expect(sent.map(({ args }) => args?.input)).toMatchObject([
    { changeVerified: false },
    { changeVerified: true },
  ]);
});

test('whoever says no keeps the verified value', async () => {
  const calls = mockShell({ set_attribute: failing('verified', 'It was verified.') });
  const user = userEvent.setup();
  const saved = edit(verified());
  await user.click(screen.getByTestId('attribute-save'));
  await user.click(await screen.findByTestId('confirm-cancel'));
  expect(screen.getByTestId('attribute-form')).toBeInTheDocument();
  expect(saved).toEqual([]);
  expect(calls.filter(({ command }) => command === 'set_attribute')).toHaveLength(1);
});

test('an entered value has no such notice', () => {
  mockShell();
  edit(attributes[0] as AttributeView);
  expect(screen.queryByTestId('attribute-verified')).toBeNull();
});
