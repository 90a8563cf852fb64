import { verbatim } from '../lib/words';
import { render, screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { documents, shrinkOffer } from '../testing/fixtures';
import { failing, mockShell } from '../testing/mock-shell';
import DocumentsScreen from './DocumentsScreen.svelte';

const picture = documents[0];
const files = [
  { token: '5', name: 'passport.jpg', size: 1000 },
  { token: '6', name: 'notes.txt', size: 10 },
];

test('dropped files are added one after another, and each one tells what became of it', async () => {
  const wrong = failing('usage', 'Identity documents are JPEG, PNG or PDF files.');
  const calls = mockShell({
    add_document: ({ token }) =>
      token === '5'
        ? {
            document: picture,
            alreadyThere: false,
            repaired: false,
            notes: [],
            canBeCleaned: false,
          }
        : wrong(),
    remove_document: () => picture,
  });
  const user = userEvent.setup();
  const refused = [{ code: 'usage' as const, message: verbatim('photos is not a file.') }];
  render(DocumentsScreen, { dropped: { files, refused } });
  const list = within(await screen.findByTestId('added-files'));
  await waitFor(() => {
    expect(list.getByText(/Added without .?location and camera model/)).toBeVisible();
    expect(list.getByText(/JPEG, PNG or PDF/)).toBeVisible();
  });
  expect(list.getByText(/photos is not a file/)).toBeVisible();

  await user.click(list.getByTestId('keep-metadata'));
  expect(calls).toContainEqual({
    command: 'add_document',
    args: { token: '5', keepMetadata: true },
  });
  await user.click(list.getByRole('button', { name: 'Dismiss' }));
  expect(calls).toContainEqual({ command: 'discard_file', args: { token: '5' } });
});

test('the same file is noticed', async () => {
  mockShell({
    add_document: () => ({
      document: picture,
      alreadyThere: true,
      repaired: false,
      notes: [],
      canBeCleaned: false,
    }),
  });
  render(DocumentsScreen, {
    dropped: { files: [{ token: '5', name: 'again.jpg', size: 1 }], refused: [] },
  });
  expect(await screen.findByText(/already has this file as “.?passport.jpg.?”/)).toBeVisible();
});

test('a damaged one is mended by its file', async () => {
  mockShell({
    add_document: () => ({
      document: picture,
      alreadyThere: false,
      repaired: true,
      notes: [],
      canBeCleaned: false,
    }),
  });
  render(DocumentsScreen, {
    dropped: { files: [{ token: '5', name: 'again.jpg', size: 1 }], refused: [] },
  });
  expect(await screen.findByText(/“.?passport.jpg.?”, was damaged/)).toBeVisible();
  expect(screen.queryByTestId('keep-metadata')).toBeNull();
});

test('a PDF that tells something can be replaced by a copy that does not as it is added', async () => {
  const pdf = documents[3];
  const clean = {
    ...pdf,
    id: '9'.repeat(32),
    name: 'lease-clean.pdf',
    removed: 'comments',
    kept: null,
  };
  const calls = mockShell({
    add_document: () => ({
      document: pdf,
      alreadyThere: false,
      repaired: false,
      notes: ['It has no mark at its end.'],
      canBeCleaned: true,
    }),
    clean_document: () => ({ document: clean, attribute: null }),
    remove_document: () => pdf,
  });
  const user = userEvent.setup();
  render(DocumentsScreen, {
    dropped: { files: [{ token: '5', name: 'lease.exe', size: 1 }], refused: [] },
  });
  const list = within(await screen.findByTestId('added-files'));
  expect(await list.findByText(/still reveals .?the name of the author/)).toBeVisible();
  expect(list.getByText(/Saved as “.?lease.pdf/)).toBeVisible();
  expect(list.getByText('It has no mark at its end.')).toBeVisible();
  await user.click(list.getByTestId('clean-added'));
  expect(await list.findByText(/Added without .?comments/)).toBeVisible();
  expect(list.queryByTestId('clean-added')).toBeNull();
  expect(calls).toContainEqual({ command: 'clean_document', args: { id: pdf?.id, value: null } });
  expect(calls).toContainEqual({ command: 'remove_document', args: { id: pdf?.id } });
});

test('a copy without what a PDF tells is kept beside it, or it is said why there is none', async () => {
  const copy = { ...documents[3], name: 'lease-clean.pdf', removed: 'comments', kept: null };
  let signed = true;
  mockShell({
    clean_document: () =>
      signed ? failing('usage', 'The PDF is signed.')() : { document: copy, attribute: null },
  });
  const user = userEvent.setup();
  render(DocumentsScreen, {});
  const buttons = await screen.findAllByTestId('document-clean');
  expect(buttons).toHaveLength(2);
  await user.click(buttons[1] as HTMLElement);
  expect(await screen.findByText(/The PDF is signed/)).toBeVisible();
  signed = false;
  await user.click(screen.getAllByTestId('document-clean')[1] as HTMLElement);
  expect(await screen.findByText(/copy “.?lease-clean.pdf.?” without .?comments/)).toBeVisible();
});

test('a smaller copy is shown before it is kept, and let go of when it is not', async () => {
  const calls = mockShell({
    offer_shrink: () => ({ token: '9', offer: shrinkOffer }),
    keep_shrunk: () => ({ document: picture, attribute: null }),
  });
  const user = userEvent.setup();
  render(DocumentsScreen, {});
  await user.click((await screen.findAllByTestId('document-shrink'))[0] as HTMLElement);
  expect(await screen.findByText(/2000 × 1500/)).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Cancel' }));
  expect(calls).toContainEqual({ command: 'discard_shrink', args: { token: '9' } });
  expect(calls.some(({ command }) => command === 'keep_shrunk')).toBe(false);
  await user.click(screen.getAllByTestId('document-shrink')[0] as HTMLElement);
  await screen.findByText(/2000 × 1500/);
  await user.click(screen.getByTestId('shrink-keep'));
  await waitFor(() => {
    expect(calls).toContainEqual({ command: 'keep_shrunk', args: { token: '9', value: null } });
  });
});
