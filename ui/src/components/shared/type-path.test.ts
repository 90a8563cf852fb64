import { render, screen, waitFor } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { problems } from '../../testing/axe';
import { failing, mockShell } from '../../testing/mock-shell';
import TypePath from './TypePath.svelte';

const save = {
  id: '7',
  title: { id: 'backup-create-title', arguments: {} },
  saveAs: 'wallet.backup',
};

test('what is typed goes to the shell, and a file is replaced only after a yes', async () => {
  let exists = true;
  const calls = mockShell({
    answer_path: ({ replace }) => {
      if (exists && replace !== true) return failing('exists', 'There is a file with this name.')();
      exists = false;
      return null;
    },
  });
  const onclose = vi.fn();
  const user = userEvent.setup();
  render(TypePath, { question: save, onclose });
  const field = screen.getByTestId('type-path-text');
  expect(field).toHaveValue('~/wallet.backup');
  expect(field).toHaveFocus();
  expect(await problems()).toEqual([]);
  await user.keyboard('{Enter}');
  await user.click(await screen.findByTestId('type-path-replace'));
  await waitFor(() => {
    expect(onclose).toHaveBeenCalledOnce();
  });
  expect(calls.map(({ args }) => args)).toEqual([
    { id: '7', path: '~/wallet.backup', replace: false },
    { id: '7', path: '~/wallet.backup', replace: true },
  ]);
});

test('a path that leads nowhere leaves the question open, and Escape answers with nothing', async () => {
  const calls = mockShell({
    answer_path: ({ path }) =>
      path === null ? null : failing('notFound', 'There is no such file.')(),
  });
  const onclose = vi.fn();
  const user = userEvent.setup();
  render(TypePath, { question: { ...save, saveAs: null }, onclose });
  expect(screen.getByTestId('type-path-confirm')).toBeDisabled();
  await user.type(screen.getByTestId('type-path-text'), '/no/such/file');
  await user.click(screen.getByTestId('type-path-confirm'));
  expect(await screen.findByTestId('error-message')).toBeVisible();
  expect(onclose).not.toHaveBeenCalled();
  await user.click(screen.getByTestId('dialog-close'));
  await waitFor(() => {
    expect(onclose).toHaveBeenCalledOnce();
  });
  expect(calls.at(-1)?.args).toEqual({ id: '7', path: null, replace: false });
});
