import { render, screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import AccountsCard from '../components/accounts/AccountsCard.svelte';
import QuarantineSetting from '../components/settings/QuarantineSetting.svelte';
import { problems } from '../testing/axe';
import { account } from '../testing/fixtures';
import { failing, mockShell, type Call } from '../testing/mock-shell';

const named = (calls: Call[], command: string) =>
  calls.filter((call) => call.command === command).map(({ args }) => args);

afterEach(() => {
  vi.useRealTimers();
});

/** The card, with the account of this place in the list open. */
async function open(row?: number) {
  const user = userEvent.setup({
    advanceTimers: (ms) => {
      if (vi.isFakeTimers()) vi.advanceTimersByTime(ms);
    },
  });
  render(AccountsCard);
  const rows = await screen.findAllByTestId('account-row');
  const chosen = row === undefined ? undefined : rows[row];
  if (chosen) {
    const [way] = within(chosen).getAllByRole('button');
    if (way) await user.click(way);
  }
  return user;
}

test('accounts are listed by their short addresses, and shown in full', async () => {
  mockShell();
  await open(0);
  expect(screen.getAllByTestId('account-row')[0]).toHaveTextContent(/main\s*Main\s*0x9858…da94/);
  expect(screen.getByTestId('account-address')).toHaveTextContent(account.address);
  expect(screen.queryByTestId('account-remove')).toBeNull();
  expect(await problems()).toEqual([]);
});

test('an account is made, and one is renamed', async () => {
  const calls = mockShell({
    new_account: () => account,
    rename_account: failing('exists', 'There is an account of that name already.'),
  });
  const user = await open();
  await user.click(screen.getByTestId('account-new'));
  await user.click(screen.getByTestId('account-save'));
  await waitFor(() => {
    expect(named(calls, 'new_account')).toEqual([{ name: null }]);
  });
  const row = screen.getAllByTestId('account-row')[1];
  if (row) await user.click(within(row).getByRole('button', { name: 'savings' }));
  await user.click(screen.getByTestId('account-rename'));
  await user.clear(screen.getByTestId('account-name'));
  await user.type(screen.getByTestId('account-name'), 'main{Enter}');
  expect(await screen.findByTestId('error-message')).toHaveTextContent('of that name already');
});

test('removing an imported key that was never exported needs a second yes', async () => {
  const calls = mockShell({ remove_account: () => account });
  const user = await open(1);
  await user.click(screen.getByTestId('account-remove'));
  expect(await screen.findByTestId('account-lost')).toHaveTextContent('never exported');
  expect(screen.getByText(/Harbour Exchange.?\. From now on/)).toBeVisible();
  expect(await problems()).toEqual([]);
  expect(screen.getByTestId('account-remove-accept')).toBeDisabled();
  await user.click(screen.getByTestId('account-elsewhere'));
  await user.click(screen.getByTestId('account-remove-accept'));
  await waitFor(() => {
    expect(named(calls, 'remove_account')).toEqual([{ name: 'savings' }]);
  });
});

test('keys come in from a file, a phrase or as they are, and another way forgets what was typed', async () => {
  const calls = mockShell({
    import_account: failing('wrongPassword', 'The password does not open the key file.'),
  });
  const user = await open();
  await user.click(screen.getByTestId('account-import'));
  const secret = () => screen.getByTestId('import-secret');
  await user.type(secret(), 'of the file');
  expect(screen.getByTestId('import-account')).toBeDisabled();
  await user.click(screen.getByTestId('import-choose'));
  expect(await screen.findByText('UTC--2026-05-12--savings.json')).toBeVisible();
  expect(secret()).toHaveValue('of the file');
  await user.click(screen.getByTestId('import-account'));
  expect(await screen.findByTestId('error-message')).toHaveTextContent('does not open');
  expect(await problems()).toEqual([]);
  await user.click(screen.getByTestId('import-phrase'));
  expect(secret()).toHaveValue('');
  expect(secret()).toHaveAttribute('type', 'password');
  await user.type(secret(), 'test test junk');
  await user.clear(screen.getByTestId('import-index'));
  await user.type(screen.getByTestId('import-index'), '3');
  await user.click(screen.getByTestId('import-account'));
  await user.click(screen.getByTestId('import-private-key'));
  await user.type(secret(), '42');
  await user.click(screen.getByTestId('import-account'));
  await waitFor(() => {
    expect(named(calls, 'import_account').map(({ key }) => key)).toEqual([
      { type: 'keyFile', token: '40', password: 'of the file' },
      { type: 'phrase', words: 'test test junk', index: 3 },
      { type: 'privateKey', text: '42' },
    ]);
  });
  expect(named(calls, 'discard_file')).toEqual([{ token: '40' }]);
});

test('a key file that is chosen when the dialog has gone is let go of', async () => {
  let choose: (file: unknown) => void = () => undefined;
  const calls = mockShell({ pick_key_file: () => new Promise((chosen) => (choose = chosen)) });
  const user = await open();
  await user.click(screen.getByTestId('account-import'));
  await user.click(screen.getByTestId('import-choose'));
  await user.click(screen.getByTestId('dialog-close'));
  choose({ token: '77', name: 'late.json', size: 492 });
  await waitFor(() => {
    expect(named(calls, 'discard_file')).toEqual([{ token: '77' }]);
  });
});

test('another file takes the place of the first, which is let go of', async () => {
  let picked = 50;
  const calls = mockShell({
    pick_key_file: () => ({ token: String(picked++), name: 'key.json', size: 492 }),
  });
  const user = await open();
  await user.click(screen.getByTestId('account-import'));
  await user.click(screen.getByTestId('import-choose'));
  await user.type(screen.getByTestId('import-secret'), 'of the file');
  await user.click(screen.getByTestId('import-choose'));
  await waitFor(() => {
    expect(named(calls, 'discard_file')).toEqual([{ token: '50' }]);
  });
  expect(screen.getByTestId('import-secret')).toHaveValue('of the file');
});

test('a key file is written under a password of its own', async () => {
  const calls = mockShell();
  const user = await open(0);
  await user.click(screen.getByTestId('account-export'));
  await user.type(screen.getByTestId('export-password'), 'of the wallet');
  await user.type(screen.getByTestId('export-file-password'), 'words of the file');
  await user.type(screen.getByTestId('export-file-password-repeat'), 'words of the file');
  await waitFor(() => {
    expect(screen.getByTestId('export-submit')).toBeEnabled();
  });
  expect(await problems()).toEqual([]);
  await user.click(screen.getByTestId('export-submit'));
  expect(await screen.findByTestId('export-done')).toHaveTextContent('savings.json');
  expect(named(calls, 'export_key_file')).toEqual([
    {
      token: '41',
      name: 'main',
      password: 'of the wallet',
      filePassword: 'words of the file',
      nfkc: false,
    },
  ]);
});

test('a password that ethers reads as another is warned of, and its other form is offered', async () => {
  const calls = mockShell();
  const user = await open(0);
  await user.click(screen.getByTestId('account-export'));
  await user.type(screen.getByTestId('export-password'), 'of the wallet');
  await user.type(screen.getByTestId('export-file-password'), 'words of the \u{fb01}le');
  await user.type(screen.getByTestId('export-file-password-repeat'), 'words of the \u{fb01}le');
  expect(await screen.findByTestId('export-nfkc-note')).toHaveTextContent('Ethers');
  expect(await problems()).toEqual([]);
  await user.click(screen.getByTestId('export-nfkc'));
  await waitFor(() => {
    expect(screen.getByTestId('export-submit')).toBeEnabled();
  });
  await user.click(screen.getByTestId('export-submit'));
  await screen.findByTestId('export-done');
  expect(named(calls, 'export_key_file').map(({ nfkc }) => nfkc)).toEqual([true]);
});

test('a key file without a password comes in, and a phrase is pasted in several lines', async () => {
  const calls = mockShell();
  const user = await open();
  await user.click(screen.getByTestId('account-import'));
  await user.click(screen.getByTestId('import-choose'));
  await screen.findByText('UTC--2026-05-12--savings.json');
  await user.click(screen.getByTestId('import-account'));
  await waitFor(() => {
    expect(named(calls, 'import_account').map(({ key }) => key)).toEqual([
      { type: 'keyFile', token: '40', password: '' },
    ]);
  });
  await user.click(screen.getByTestId('account-import'));
  await user.click(screen.getByTestId('import-phrase'));
  await user.click(screen.getByTestId('import-secret'));
  await user.paste('1 legal 3 thank\r\n2 winner 4 year\n');
  expect(screen.getByTestId('import-secret')).toHaveValue('1 legal 3 thank 2 winner 4 year ');
});

test('a shown secret is hidden again after a minute, and asks for the password then', async () => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
  mockShell();
  const user = await open(0);
  await user.click(screen.getByTestId('account-export'));
  await user.click(screen.getByTestId('export-private-key'));
  await user.type(screen.getByTestId('export-password'), 'of the wallet{Enter}');
  expect(await screen.findByTestId('revealed')).toHaveTextContent('0x4242');
  await vi.advanceTimersByTimeAsync(50_000);
  expect(screen.getByTestId('revealed')).toBeVisible();
  await vi.advanceTimersByTimeAsync(11_000);
  expect(screen.queryByTestId('revealed')).toBeNull();
  expect(screen.getByTestId('export-password')).toHaveValue('');
  await user.click(screen.getByTestId('export-phrase'));
  await user.type(screen.getByTestId('export-password'), 'of the wallet{Enter}');
  expect(await screen.findByTestId('revealed')).toHaveTextContent('junk');
  await user.click(screen.getByTestId('reveal-hide'));
  expect(screen.queryByTestId('revealed')).toBeNull();
});

test('a secret is copied for a while, and that is said; an address stays', async () => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
  const calls = mockShell();
  const user = await open(0);
  await user.click(screen.getByRole('button', { name: /Copy: .*Address/ }));
  expect(await navigator.clipboard.readText()).toBe(account.address);
  expect(named(calls, 'copy_secret')).toEqual([]);
  await user.click(screen.getByTestId('account-export'));
  await user.click(screen.getByTestId('export-private-key'));
  await user.type(screen.getByTestId('export-password'), 'of the wallet{Enter}');
  await user.click(await screen.findByRole('button', { name: 'Copy the private key' }));
  const said = screen.getByTestId('secret-copied');
  await waitFor(() => {
    expect(said).toHaveTextContent(/clears the clipboard in .?30.? seconds/);
  });
  expect(named(calls, 'copy_secret')).toEqual([{ text: `0x${'42'.repeat(32)}` }]);
  expect(await navigator.clipboard.readText()).toBe(account.address);
  expect(await problems()).toEqual([]);
  await vi.advanceTimersByTimeAsync(31_000);
  expect(said).toHaveTextContent(/^$/);
});

test('what is selected of a secret and copied by keyboard is taken away again too', async () => {
  const calls = mockShell();
  const user = await open(0);
  await user.click(screen.getByTestId('account-export'));
  await user.click(screen.getByTestId('export-phrase'));
  await user.type(screen.getByTestId('export-password'), 'of the wallet{Enter}');
  const words = await screen.findByTestId('revealed');
  document.getSelection()?.selectAllChildren(words);
  const copy = new Event('copy', { bubbles: true, cancelable: true });
  words.dispatchEvent(copy);
  expect(copy.defaultPrevented).toBe(true);
  await waitFor(() => {
    expect(named(calls, 'copy_secret')).toHaveLength(1);
  });
  expect(String(named(calls, 'copy_secret')[0]?.text)).toContain('junk');
});

test('what a repair kept aside is removed after a second yes', async () => {
  let asides = [{ name: 'damaged-1700000000', since: '2023-11-14T22:13:20Z', bytes: 524_288 }];
  const calls = mockShell({
    list_quarantined: () => asides,
    remove_quarantined: () => {
      const [removed] = asides;
      asides = [];
      return removed;
    },
  });
  const user = userEvent.setup();
  render(QuarantineSetting);
  expect(await screen.findByText(/524 kB.? of damaged data/)).toBeVisible();
  await user.click(screen.getByTestId('quarantine-remove'));
  await user.click(screen.getByTestId('confirm-accept'));
  await waitFor(() => {
    expect(screen.queryByTestId('quarantine-remove')).toBeNull();
  });
  expect(named(calls, 'remove_quarantined')).toEqual([{ name: 'damaged-1700000000' }]);
});
