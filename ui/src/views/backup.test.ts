import { render, screen, waitFor } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import App from '../App.svelte';
import BackupCard from '../components/backup/BackupCard.svelte';
import { problems } from '../testing/axe';
import { backupReport, itemNamed, mergeReport } from '../testing/fixtures';
import { verbatim } from '../lib/words';
import { failing, mockShell, type Call } from '../testing/mock-shell';

const named = (calls: Call[], command: string) =>
  calls.filter((call) => call.command === command).map(({ args }) => args);

function open() {
  let merged = 0;
  render(BackupCard, { onmerged: () => merged++ });
  return { user: userEvent.setup(), merged: () => merged };
}

test('a backup: the password, a passphrase that was written down, a place, a report', async () => {
  const wrong = failing('wrongPassword', 'The password is wrong.');
  const calls = mockShell({
    backup_standing: () => ({ last: null, due: true }),
    confirm_password: ({ password }) => (password === 'right' ? null : wrong()),
  });
  const { user } = open();
  expect(await screen.findByTestId('backup-last')).toHaveTextContent('No backup yet');
  await user.click(screen.getByTestId('backup-create'));
  await user.type(screen.getByTestId('backup-password'), 'nope{Enter}');
  expect(await screen.findByTestId('error-message')).toHaveTextContent('Wrong password');
  await user.clear(screen.getByTestId('backup-password'));
  await user.type(screen.getByTestId('backup-password'), 'right{Enter}');
  expect(await screen.findByTestId('passphrase-words')).toHaveTextContent('orbit-velvet');
  expect(await problems()).toEqual([]);
  expect(screen.getByTestId('backup-save')).toBeDisabled();
  await user.click(screen.getByTestId('passphrase-written'));
  await user.click(screen.getByTestId('backup-save'));
  expect(await screen.findByTestId('backup-done')).toHaveTextContent('identity-wallet-2026-11-22');
  expect(screen.getByTestId('backup-contents')).toHaveTextContent('4.1 MB');
  expect(named(calls, 'create_backup')[0]).toMatchObject({
    token: '50',
    passphrase: 'orbit-velvet-canyon-ladder-timber-museum-quantum-ribbon-salmon-harvest',
  });
  expect(await problems()).toEqual([]);
  await user.click(screen.getByTestId('backup-close'));
  expect(named(calls, 'forget_backup').length).toBeGreaterThan(0);
});

test('a weak passphrase needs a second yes, and a failure keeps the passphrase', async () => {
  let full = true;
  const noRoom = failing('other', 'There is no room for the backup; no file was left behind.');
  const calls = mockShell({ create_backup: () => (full ? noRoom() : backupReport) });
  const { user } = open();
  await user.click(screen.getByTestId('backup-create'));
  await user.type(screen.getByTestId('backup-password'), 'right{Enter}');
  await user.click(await screen.findByTestId('passphrase-own'));
  await user.type(screen.getByTestId('passphrase-new'), 'weak');
  await user.type(screen.getByTestId('passphrase-new-repeat'), 'weak');
  await user.click(await screen.findByTestId('password-weak'));
  await user.click(screen.getByTestId('backup-save'));
  expect(await screen.findByTestId('error-message')).toHaveTextContent('no room for the backup');
  expect(screen.getByTestId('passphrase-new')).toHaveValue('weak');
  full = false;
  await user.click(screen.getByTestId('backup-save'));
  expect(await screen.findByTestId('backup-done')).toBeVisible();
  expect(named(calls, 'create_backup').map(({ passphrase }) => passphrase)).toEqual([
    'weak',
    'weak',
  ]);
});

test('what is cancelled is no failure', async () => {
  let cancel: () => void = () => undefined;
  const stopped = failing('stopped', 'You cancelled it. No backup was made.');
  mockShell({
    create_backup: () => new Promise((_, reject) => (cancel = () => void stopped().catch(reject))),
    cancel_backup: () => {
      cancel();
      return null;
    },
  });
  const { user } = open();
  await user.click(screen.getByTestId('backup-create'));
  await user.type(screen.getByTestId('backup-password'), 'right{Enter}');
  await user.click(await screen.findByTestId('passphrase-written'));
  await user.click(screen.getByTestId('backup-save'));
  await user.click(await screen.findByTestId('backup-cancel'));
  expect(await screen.findByTestId('backup-cancelled')).toHaveTextContent('No backup was made');
  expect(screen.queryByTestId('error-message')).toBeNull();
  expect(screen.getByTestId('passphrase-written')).toBeChecked();
});

test('a backup is checked, and what is wrong with it is told apart', async () => {
  const failures = [
    failing('wrongPassword', 'That is not the passphrase of this backup.'),
    failing('damaged', 'The backup is cut short.'),
  ];
  mockShell({ test_backup: () => (failures.shift() ?? (() => backupReport))() });
  const { user } = open();
  await user.click(screen.getByTestId('backup-check'));
  await waitFor(() => {
    expect(screen.getByTestId('check-passphrase')).toHaveFocus();
  });
  for (const title of ['Wrong passphrase', 'The backup cannot be used']) {
    await user.type(await screen.findByTestId('check-passphrase'), 'a guess{Enter}');
    expect(await screen.findByTestId('error-message')).toHaveTextContent(title);
  }
  await user.type(await screen.findByTestId('check-passphrase'), ' and more{Enter}');
  expect(await screen.findByTestId('check-done')).toHaveTextContent('data is intact');
  expect(screen.getByTestId('backup-contents')).toHaveTextContent('Example Ltd');
  expect(await problems()).toEqual([]);
});

test('a merge tells first what would come in, and then does it', async () => {
  const calls = mockShell();
  const { user, merged } = open();
  await user.click(screen.getByTestId('backup-merge'));
  await user.type(await screen.findByTestId('merge-passphrase'), 'the passphrase{Enter}');
  expect(await screen.findByTestId('merge-summary')).toHaveTextContent(/will add .?3.? items/);
  expect(screen.getAllByTestId('merge-row')).toHaveLength(4);
  expect(screen.getByText(/already has .?2.? items/)).toBeVisible();
  expect(await problems()).toEqual([]);
  expect(named(calls, 'merge_backup')).toEqual([]);
  expect(merged()).toBe(0);
  await user.click(screen.getByTestId('merge-submit'));
  expect(await screen.findByTestId('merge-done')).toHaveTextContent(/added .?3.? items/);
  expect(merged()).toBe(1);
  expect(JSON.stringify(named(calls, 'merge_backup'))).not.toContain('passphrase');
});

test('what does not fit is left out of a merge, and the list says why', async () => {
  const reason = verbatim('A text was expected.');
  const left = {
    kind: 'attribute',
    name: itemNamed('Email'),
    profile: 'personal',
    outcome: 'leftOut',
    reason,
  };
  mockShell({ try_merge: () => ({ ...mergeReport, items: [...mergeReport.items, left] }) });
  const { user } = open();
  await user.click(screen.getByTestId('backup-merge'));
  await user.type(await screen.findByTestId('merge-passphrase'), 'the passphrase{Enter}');
  expect(await screen.findByTestId('merge-left-out')).toHaveTextContent('cannot add 1 item');
  expect(screen.getAllByTestId('merge-row')[0]).toHaveTextContent(/Email.*expected.*Left out/s);
  expect(screen.getByTestId('merge-submit')).toHaveTextContent(/Add .?3.? items/);
  expect(await problems()).toEqual([]);
});

test('what a new backup cannot hold is named', async () => {
  const remark = {
    kind: 'account',
    name: itemNamed('foreign'),
    outcome: 'leftOut',
    reason: { id: 'backup-reason-key-wrong', arguments: {} },
  };
  mockShell({ test_backup: () => ({ ...backupReport, remarks: [remark] }) });
  const { user } = open();
  await user.click(screen.getByTestId('backup-check'));
  await user.type(await screen.findByTestId('check-passphrase'), 'the passphrase{Enter}');
  expect(await screen.findByTestId('backup-remarks')).toHaveTextContent(
    /Account.? “.?foreign.?” was left out\. .?It has the wrong key\./,
  );
});

const heading = (name: RegExp) => screen.getByRole('heading', { level: 2, name });

test('by keyboard alone: the focus follows each step of a backup, and returns to its opener', async () => {
  let write: (report: unknown) => void = () => undefined;
  mockShell({ create_backup: () => new Promise((written) => (write = written)) });
  const { user } = open();
  screen.getByTestId('backup-create').focus();
  await user.keyboard('{Enter}');
  expect(screen.getByTestId('backup-password')).toHaveFocus();
  await user.keyboard('right{Enter}');
  await screen.findByTestId('passphrase-words');
  expect(heading(/Back up/)).toHaveFocus();
  screen.getByTestId('passphrase-written').focus();
  await user.keyboard(' ');
  screen.getByTestId('backup-save').focus();
  await user.keyboard('{Enter}');
  await screen.findByTestId('backup-cancel');
  await waitFor(() => {
    expect(heading(/Back up/)).toHaveFocus();
  });
  write(backupReport);
  await screen.findByTestId('backup-done');
  await waitFor(() => {
    expect(heading(/Back up/)).toHaveFocus();
  });
  screen.getByTestId('backup-close').focus();
  await user.keyboard('{Enter}');
  expect(screen.getByTestId('backup-create')).toHaveFocus();
});

test('by keyboard alone: a failure gives the focus back to what was typed, and a report to its heading', async () => {
  const failures = [failing('wrongPassword', 'That is not the passphrase of this backup.')];
  mockShell({ try_merge: () => (failures.shift() ?? (() => mergeReport))() });
  const { user } = open();
  screen.getByTestId('backup-merge').focus();
  await user.keyboard('{Enter}');
  await waitFor(() => {
    expect(screen.getByTestId('merge-passphrase')).toHaveFocus();
  });
  await user.keyboard('wrong{Enter}');
  expect(await screen.findByTestId('error-message')).toBeVisible();
  expect(screen.getByTestId('merge-passphrase')).toHaveFocus();
  await user.keyboard('right{Enter}');
  await screen.findByTestId('merge-summary');
  await waitFor(() => {
    expect(heading(/Restore from/)).toHaveFocus();
  });
  screen.getByTestId('merge-submit').focus();
  await user.keyboard('{Enter}');
  await screen.findByTestId('merge-done');
  await waitFor(() => {
    expect(heading(/Restore from/)).toHaveFocus();
  });
});

test('a wallet is restored instead of created', async () => {
  let restored = false;
  const wrong = failing('wrongPassword', 'That is not the passphrase of this backup.');
  const calls = mockShell({
    vault_status: () => ({ state: restored ? 'open' : 'none', folder: '/vault' }),
    restore_backup: ({ passphrase }) => {
      if (passphrase !== 'right') return wrong();
      restored = true;
      return backupReport;
    },
  });
  const user = userEvent.setup();
  render(App);
  await user.click(await screen.findByTestId('create-restore'));
  expect(await problems()).toEqual([]);
  await user.click(screen.getByTestId('restore-choose'));
  await user.type(await screen.findByTestId('restore-passphrase'), 'wrong');
  await user.type(screen.getByTestId('restore-password'), 'four unrelated words');
  await user.type(screen.getByTestId('restore-password-repeat'), 'four unrelated words');
  await waitFor(() => {
    expect(screen.getByTestId('restore-submit')).toBeEnabled();
  });
  await user.click(screen.getByTestId('restore-submit'));
  expect(await screen.findByTestId('error-message')).toHaveTextContent('Wrong passphrase');
  await user.clear(screen.getByTestId('restore-passphrase'));
  await user.type(screen.getByTestId('restore-passphrase'), 'right');
  await user.click(screen.getByTestId('restore-submit'));
  expect(await screen.findByTestId('restore-done')).toBeVisible();
  await waitFor(() => {
    expect(screen.getByRole('heading', { level: 1 })).toHaveFocus();
  });
  expect(screen.getByTestId('backup-contents')).toHaveTextContent(/12.? attributes/);
  expect(await problems()).toEqual([]);
  await user.click(screen.getByTestId('restore-open'));
  expect(await screen.findByTestId('nav-home')).toBeVisible();
  expect(named(calls, 'forget_backup').length).toBeGreaterThan(0);
});

test('home says when a backup is due, and makes one', async () => {
  mockShell({ backup_standing: () => ({ last: null, due: true }) });
  const user = userEvent.setup();
  render(App);
  expect(await screen.findByTestId('backup-hint')).toHaveTextContent('No backup yet');
  await user.click(screen.getByTestId('backup-hint-create'));
  expect(await screen.findByTestId('backup-password')).toBeVisible();
});

test('home says that the date of the last backup is still to come', async () => {
  const ahead = '2091-01-01T12:00:00Z';
  mockShell({ backup_standing: () => ({ last: null, ahead, due: true }) });
  render(App);
  const hint = await screen.findByTestId('backup-hint');
  expect(hint).toHaveTextContent('Last backup: unknown.');
  expect(hint).not.toHaveTextContent('the only copy');
});
