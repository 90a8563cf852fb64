import { render, screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { attributes, zone, zoneText } from '../testing/fixtures';
import { problems } from '../testing/axe';
import { failing, mockShell } from '../testing/mock-shell';
import AttributesScreen from './AttributesScreen.svelte';

async function open() {
  const user = userEvent.setup();
  render(AttributesScreen, {});
  await screen.findAllByTestId('attribute-row');
  return user;
}

test('searching and ordering are done by the wallet, as on the command line', async () => {
  const calls = mockShell();
  const user = await open();
  await user.type(screen.getByTestId('attribute-search'), 'passport');
  await waitFor(() => {
    expect(screen.getAllByTestId('attribute-row')).toHaveLength(1);
  });
  await user.selectOptions(screen.getByTestId('attribute-order'), 'expiry');
  expect(calls).toContainEqual({
    command: 'query_attributes',
    args: {
      query: 'passport',
      order: 'expiry',
      filter: { type: 'without', ids: [] },
      part: { offset: 0, limit: 100 },
    },
  });
});

test('a value tells where it comes from, what became of it, and who has an old one', async () => {
  mockShell();
  const user = await open();
  await user.click(screen.getAllByRole('button', { name: /^.?Email/ })[0] as HTMLElement);
  const dialog = within(screen.getByTestId('attribute-detail'));
  expect(dialog.getByTestId('detail-provenance')).toHaveTextContent('entered by you');
  await dialog.findByTestId('detail-history');
  const events = dialog.getAllByTestId('history-event');
  expect(events.map(({ dataset }) => dataset.type)).toEqual(['sent', 'changed', 'sent', 'entered']);
  expect(events[0]).toHaveTextContent(
    /Sent to .?Harbour Exchange.? to sign up asked for as “.?Newsletter address.?”\s*Outdated/,
  );
  expect(events[2]).toHaveTextContent(/May have reached .?Demo relying party.?/);
  expect(dialog.getByText(/You have changed this value since/)).toBeVisible();
  expect(await problems()).toEqual([]);
});

test('a label can be taken away, and another value be sent first', async () => {
  const calls = mockShell({
    relabel_attribute: () => attributes[2],
    set_default_attribute: () => attributes[3],
  });
  const user = await open();
  await user.click(screen.getAllByRole('button', { name: /^.?Email/ })[1] as HTMLElement);
  await user.click(screen.getByTestId('detail-unlabel'));
  await user.click(screen.getByTestId('detail-default'));
  const id = attributes[3]?.id;
  expect(calls).toContainEqual({ command: 'relabel_attribute', args: { id, label: null } });
  expect(calls).toContainEqual({ command: 'set_default_attribute', args: { id } });
});

test('a passport’s zone is read once it is whole, and enters what was chosen', async () => {
  const calls = mockShell();
  const user = await open();
  await user.click(screen.getByTestId('attribute-mrz'));
  await user.click(screen.getByTestId('mrz-text'));
  await user.paste('P<UTO');
  expect(calls.some(({ command }) => command === 'read_mrz')).toBe(false);
  expect(screen.getByTestId('mrz-enter')).toBeDisabled();
  await user.clear(screen.getByTestId('mrz-text'));
  await user.paste(zoneText);
  expect(await screen.findByTestId('mrz-verified')).toHaveTextContent(
    'All check digits are correct',
  );
  const [held, birth, passport] = screen
    .getAllByTestId('mrz-proposal')
    .map((row) => within(row).getByRole('checkbox'));
  expect(held).toBeDisabled();
  expect(birth).toBeChecked();
  expect(await problems()).toEqual([]);
  await user.click(passport as HTMLElement);
  await user.click(screen.getByTestId('mrz-enter'));
  expect(await screen.findByTestId('attribute-said')).toHaveTextContent('1 value was added');
  expect(calls).toContainEqual({
    command: 'apply_mrz',
    args: { text: zoneText, names: ['date-of-birth'] },
  });
});

test('a slip in the zone is told, and nothing can be entered', async () => {
  mockShell({
    read_mrz: failing(
      'usage',
      'A character is mistyped: the check digit of the number does not fit.',
    ),
  });
  const user = await open();
  await user.click(screen.getByTestId('attribute-mrz'));
  await user.click(screen.getByTestId('mrz-text'));
  await user.paste(zoneText);
  await waitFor(() => {
    expect(screen.getByTestId('mrz-text')).toHaveAccessibleDescription(/check digit/);
  });
  expect(screen.getByTestId('mrz-enter')).toBeDisabled();
});

test('the passport form is filled from the zone, and stays editable', async () => {
  const calls = mockShell();
  const user = userEvent.setup();
  render(AttributesScreen, { add: 'passport' });
  await user.click(await screen.findByTestId('mrz-open'));
  await user.click(screen.getByTestId('mrz-text'));
  await user.paste(zoneText);
  await waitFor(() => {
    expect(screen.getByTestId('field-expires')).toHaveValue('2031-05-04');
  });
  await user.clear(screen.getByTestId('field-expires'));
  await user.type(screen.getByTestId('field-expires'), '2031-05-05');
  expect(screen.getByTestId('field-expires')).toHaveValue('2031-05-05');
  expect(calls.some(({ command }) => command === 'apply_mrz')).toBe(false);
});

test('of two days that a zone leaves possible the user chooses one, and none is chosen before', async () => {
  const day = (choice: string) => ({
    name: 'date-of-birth',
    title: 'Date of Birth',
    value: choice,
    summary: choice,
    held: null,
    action: 'propose' as const,
    note: 'The zone has two digits for the year.',
    choice,
  });
  const calls = mockShell({
    read_mrz: () => ({
      ...zone,
      proposals: [day('1915-02-03'), day('2015-02-03')],
      notes: ['The nationality is given as: Kosovo (RKS).'],
    }),
  });
  const user = await open();
  await user.click(screen.getByTestId('attribute-mrz'));
  await user.click(screen.getByTestId('mrz-text'));
  await user.paste(zoneText);
  expect(await screen.findByTestId('mrz-note')).toHaveTextContent('Kosovo (RKS)');
  const [earlier, later] = screen
    .getAllByTestId('mrz-proposal')
    .map((row) => within(row).getByRole('checkbox'));
  expect(earlier).not.toBeChecked();
  expect(later).not.toBeChecked();
  expect(screen.getByTestId('mrz-enter')).toBeDisabled();
  await user.click(earlier as HTMLElement);
  await user.click(later as HTMLElement);
  expect(earlier).not.toBeChecked();
  expect(later).toBeChecked();
  await user.click(screen.getByTestId('mrz-enter'));
  expect(calls).toContainEqual({
    command: 'apply_mrz',
    args: { text: zoneText, names: ['date-of-birth=2015-02-03'] },
  });
});

test('a value is changed in place, and the change can be left', async () => {
  const calls = mockShell();
  const user = await open();
  await user.click(screen.getAllByRole('button', { name: /^.?First Name/ })[0] as HTMLElement);
  await user.click(await screen.findByTestId('detail-edit'));
  expect(screen.queryByTestId('detail-history')).toBeNull();
  await user.click(screen.getByTestId('detail-edit-cancel'));
  expect(screen.getByTestId('detail-value')).toHaveTextContent('Ada');
  await user.click(screen.getByTestId('detail-edit'));
  const field = screen.getByTestId('field-value');
  expect(field).toHaveValue('Ada');
  expect(await problems()).toEqual([]);
  await user.clear(field);
  await user.type(field, 'Augusta');
  await user.click(screen.getByTestId('attribute-save'));
  expect(await screen.findByTestId('detail-value')).toBeVisible();
  expect(document.querySelectorAll('dialog')).toHaveLength(1);
  expect(calls.find(({ command }) => command === 'set_attribute')?.args.input).toMatchObject({
    id: 'first-name',
    text: 'Augusta',
  });
});
