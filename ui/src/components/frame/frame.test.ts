import { readFileSync } from 'node:fs';
import { render, screen, waitFor } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import App from '../../App.svelte';
import {
  applyAppearance,
  preferences,
  type Contrast,
  type Theme,
} from '../../lib/preferences.svelte';
import { ariaKeys, keysInWords, watchShortcuts } from '../../lib/shortcuts';
import { zoom } from '../../lib/zoom.svelte';
import { problems } from '../../testing/axe';
import { failing, mockShell } from '../../testing/mock-shell';

afterEach(() => {
  preferences.sidebarCollapsed = false;
  preferences.zoom = 100;
  preferences.theme = 'system';
  preferences.contrast = 'system';
});

test('the sidebar collapses to icons, which keep their names, and that is remembered', async () => {
  mockShell();
  const user = userEvent.setup();
  render(App);
  const toggle = await screen.findByTestId('sidebar-toggle');
  expect(toggle).toHaveAttribute('aria-expanded', 'true');
  await user.click(toggle);
  expect(toggle).toHaveAttribute('aria-expanded', 'false');
  expect(screen.getByRole('button', { name: 'Documents' })).toBeInTheDocument();
  expect(localStorage.getItem('idw.sidebar')).toBe('collapsed');
  expect(await problems()).toEqual([]);
  await user.keyboard('{Control>}b{/Control}');
  expect(localStorage.getItem('idw.sidebar')).toBe('expanded');
});

test('the first thing that the keyboard comes to skips to the content', async () => {
  mockShell();
  const user = userEvent.setup();
  render(App);
  await screen.findByTestId('nav-home');
  await user.tab();
  expect(screen.getByRole('button', { name: 'Skip to the content' })).toHaveFocus();
  await user.keyboard('{Enter}');
  expect(screen.getByRole('main')).toHaveFocus();
});

const zooms = (calls: { command: string; args: unknown }[]) =>
  calls.filter(({ command }) => command === 'zoom_window').map(({ args }) => args);

test('the zoom follows its keys everywhere, is remembered, and has ends', async () => {
  const calls = mockShell({
    vault_status: () => ({ state: 'locked', folder: '/vault', keyring: false }),
  });
  const user = userEvent.setup();
  render(App);
  await screen.findByTestId('unlock-password');
  await user.keyboard('{Control>}+{/Control}');
  await user.keyboard('{Control>}={/Control}');
  expect(preferences.zoom).toBe(125);
  expect(localStorage.getItem('idw.zoom')).toBe('125');
  await user.keyboard('{Control>}-{/Control}');
  await user.keyboard('{Control>}0{/Control}');
  expect(zooms(calls)).toEqual([110, 125, 110, 100].map((percent) => ({ percent })));
  for (let time = 0; time < 20; time++) await user.keyboard('{Control>}+{/Control}');
  expect(preferences.zoom).toBe(300);
  expect(zoom.canGrow).toBe(false);
  for (let time = 0; time < 20; time++) await user.keyboard('{Control>}-{/Control}');
  expect(preferences.zoom).toBe(50);
  expect(zoom.canShrink).toBe(false);
});

test('what is remembered is taken up at the start', async () => {
  preferences.zoom = 150;
  const calls = mockShell();
  render(App);
  await screen.findByTestId('nav-home');
  expect(zooms(calls)).toEqual([{ percent: 150 }]);
});

test('a zoom that the window refuses is not kept, and the settings say why', async () => {
  mockShell({ zoom_window: failing('other', 'The window cannot be zoomed.') });
  const user = userEvent.setup();
  render(App);
  await user.click(await screen.findByTestId('nav-settings'));
  await user.click(screen.getByTestId('settings-section-appearance'));
  await user.click(screen.getByTestId('zoom-in'));
  expect(await screen.findByTestId('error-message')).toHaveTextContent('cannot be zoomed');
  await waitFor(() => {
    expect(preferences.zoom).toBe(100);
  });
});

test('high contrast is chosen beside the theme', async () => {
  mockShell();
  const user = userEvent.setup();
  render(App);
  await user.click(await screen.findByTestId('nav-settings'));
  await user.click(screen.getByTestId('settings-section-appearance'));
  expect(document.documentElement.dataset.contrast).toBe('standard');
  await user.click(screen.getByTestId('contrast-high'));
  await user.click(screen.getByTestId('theme-dark'));
  await waitFor(() => {
    expect(document.documentElement.dataset).toMatchObject({ contrast: 'high', theme: 'dark' });
  });
  expect(await problems()).toEqual([]);
});

test.each(
  (['system', 'light', 'dark'] satisfies Theme[]).flatMap((theme) =>
    (['system', 'standard', 'high'] satisfies Contrast[]).map(
      (contrast) => [theme, contrast] as const,
    ),
  ),
)('the first frame wears %s and %s as the page does', (theme, contrast) => {
  preferences.theme = theme;
  preferences.contrast = contrast;
  applyAppearance();
  const { dataset } = document.documentElement;
  const page = { ...dataset };
  delete dataset.theme;
  delete dataset.contrast;
  const script = readFileSync('public/first-frame.js', 'utf8');
  // Indirect, so that it runs as the script of a page does.
  (0, eval)(script);
  expect({ ...dataset }).toEqual(page);
});

test('a shortcut is found on keyboards with other letters, and where digits need Shift', () => {
  const palette = vi.fn();
  const home = vi.fn();
  const end = watchShortcuts({ palette, home });
  const press = (init: KeyboardEventInit) =>
    document.body.dispatchEvent(new KeyboardEvent('keydown', { bubbles: true, ...init }));
  press({ key: 'л', code: 'KeyK', ctrlKey: true });
  press({ key: 'k', code: 'KeyK', metaKey: true });
  expect(palette).toHaveBeenCalledTimes(2);
  press({ key: '&', code: 'Digit1', ctrlKey: true });
  expect(home).toHaveBeenCalledOnce();
  // Another letter on the same key of another Latin layout, and with Alt, is something else.
  press({ key: 't', code: 'KeyK', ctrlKey: true });
  press({ key: 'k', code: 'KeyK', ctrlKey: true, altKey: true });
  press({ key: 'k', code: 'KeyK' });
  expect(palette).toHaveBeenCalledTimes(2);
  end();
  press({ key: 'k', code: 'KeyK', ctrlKey: true });
  expect(palette).toHaveBeenCalledTimes(2);
});

test('keys are written as people and screen readers know them', () => {
  expect(keysInWords('zoomOut')).toBe('Ctrl+−');
  expect(keysInWords('sheet')).toBe('?');
  expect(ariaKeys('zoomIn')).toBe('Control+Plus');
  expect(ariaKeys('lock')).toBe('Control+L');
});
