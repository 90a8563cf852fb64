import { verbatim } from '../../lib/words';
import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { problems } from '../../testing/axe';
import Details from './Details.svelte';
import FailureNote from './FailureNote.svelte';
import When from './When.svelte';

test('a failure shows its code, which is copied with its sentence', async () => {
  const user = userEvent.setup();
  render(FailureNote, {
    failure: { code: 'unreachable', message: verbatim('shop.example does not answer.') },
  });
  expect(screen.getByTestId('error-message')).toHaveTextContent(/Code:.*unreachable/);
  expect(await problems()).toEqual([]);
  await user.click(screen.getByTestId('failure-copy'));
  expect(await navigator.clipboard.readText()).toBe('unreachable: shop.example does not answer.');
});

test('a wrong password has no code to report', () => {
  render(FailureNote, { failure: { code: 'wrongPassword', message: verbatim('Try again.') } });
  expect(screen.queryByTestId('failure-copy')).toBeNull();
});

test('details are folded until they are wanted', async () => {
  const user = userEvent.setup();
  render(Details, {
    rows: [{ title: 'DID', text: 'did:eth:0x42', testid: 'did' }],
    testid: 'details',
  });
  expect(screen.getByTestId('details')).not.toHaveAttribute('open');
  expect(await problems()).toEqual([]);
  await user.click(screen.getByTestId('details-open'));
  expect(screen.getByTestId('details')).toHaveAttribute('open');
  await user.click(screen.getByRole('button', { name: /Copy: .*DID/ }));
  expect(await navigator.clipboard.readText()).toBe('did:eth:0x42');
});

test('details without rows are not there', () => {
  render(Details, { rows: [], testid: 'details' });
  expect(screen.queryByTestId('details')).toBeNull();
});

test('a date says its exact time in the tooltip, and to programs', () => {
  const time = new Date(2026, 2, 5, 14, 5, 9).toISOString();
  render(When, { time });
  const shown = screen.getByText('5 Mar 2026, 14:05');
  expect(shown).toHaveAttribute('datetime', time);
  expect(shown).toHaveAttribute('title', expect.stringMatching(/^2026-03-05 14:05:09 /));
});
