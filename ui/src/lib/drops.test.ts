import { afterEach, expect, test, vi } from 'vitest';
import { mockShell } from '../testing/mock-shell';
import { drops } from './drops.svelte';

const file = { token: '7', name: 'page.jpg', size: 3 };

function zone(inside: Element, take: () => void): HTMLElement {
  const element = document.createElement('div');
  inside.append(element);
  drops.zone(take)(element);
  return element;
}

afterEach(() => {
  document.body.replaceChildren();
});

function dropOn(element: Element | null) {
  document.elementFromPoint = () => element;
  drops.hear({ type: 'dropped', x: 1, y: 1, files: [file], refused: [] });
}

test('the zone under the pointer takes the files', () => {
  mockShell();
  const [first, second] = [vi.fn(), vi.fn()];
  zone(document.body, first);
  const other = zone(document.body, second);
  const child = other.appendChild(document.createElement('span'));
  document.elementFromPoint = () => child;
  drops.hear({ type: 'dragging', x: 1, y: 1 });
  expect(drops.over).toBe(other);
  dropOn(child);
  expect(drops.over).toBeUndefined();
  expect(first).not.toHaveBeenCalled();
  expect(second).toHaveBeenCalledWith({ files: [file], refused: [] });
});

test('elsewhere the page takes them, but not behind a dialog', () => {
  const calls = mockShell();
  const page = vi.fn();
  const done = drops.page(page);
  dropOn(document.body);
  expect(page).toHaveBeenCalledTimes(1);
  const dialog = document.createElement('dialog');
  document.body.append(dialog);
  dialog.showModal();
  dropOn(document.body);
  expect(page).toHaveBeenCalledTimes(1);
  expect(calls).toContainEqual({ command: 'discard_file', args: { token: '7' } });
  done();
});
