import { render, screen, waitFor } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import type { PartInput } from '../lib/bindings';
import { problems } from '../testing/axe';
import { manyAttributes } from '../testing/many';
import { mockShell } from '../testing/mock-shell';
import { attributePart } from '../testing/parts';
import AttributesScreen from './AttributesScreen.svelte';

const COUNT = 10_000;
/** The whole screen with its toolbar, and some twenty rows. */
const FEW_NODES = 700;

async function open() {
  const attributes = manyAttributes(COUNT);
  const calls = mockShell({
    query_attributes: (args) => attributePart(attributes, args),
    get_attribute: ({ id }) => attributes.find((one) => one.id === id),
  });
  const user = userEvent.setup();
  render(AttributesScreen, {});
  await screen.findAllByTestId('attribute-row');
  return { user, calls, attributes };
}

const places = () =>
  screen
    .getAllByRole('listitem')
    .filter((item) => item.hasAttribute('aria-posinset'))
    .map((item) => Number(item.getAttribute('aria-posinset')));

/** Without the marks around the parts, which let each keep its own direction. */
const plain = (name?: string | null) => (name ?? '').replaceAll(/[\u2068\u2069]/g, '');

/** The place of the row that has the focus. */
const focused = () =>
  Number(document.activeElement?.closest('li')?.getAttribute('aria-posinset') ?? 0);

test('of ten thousand rows only those that are seen are in the page', async () => {
  const { calls } = await open();
  expect(document.querySelectorAll('*').length).toBeLessThan(FEW_NODES);
  expect(places().length).toBeLessThan(40);
  for (const item of screen.getAllByRole('listitem')) {
    if (item.hasAttribute('aria-posinset')) {
      expect(item).toHaveAttribute('aria-setsize', String(COUNT));
    }
  }
  const asked = calls.filter(({ command }) => command === 'query_attributes');
  for (const { args } of asked) expect((args.part as PartInput).limit).toBeLessThanOrEqual(200);
  expect(asked.length).toBeLessThan(4);
  expect(await problems()).toEqual([]);
});

test('the keys go through the whole list, and the focus stays on its row', async () => {
  const { user } = await open();
  screen.getAllByTestId('attribute-row')[0]?.querySelector('button')?.focus();
  expect(focused()).toBe(1);
  await user.keyboard('{ArrowDown}{ArrowDown}{ArrowUp}');
  await waitFor(() => {
    expect(focused()).toBe(2);
  });
  await user.keyboard('{End}');
  await waitFor(() => {
    expect(focused()).toBe(COUNT);
  });
  await user.keyboard('{ArrowDown}');
  expect(focused()).toBe(COUNT);
  await user.keyboard('{Home}');
  await waitFor(() => {
    expect(focused()).toBe(1);
  });
  await user.keyboard('{PageDown}');
  await waitFor(() => {
    expect(focused()).toBeGreaterThan(5);
  });
  expect(plain(document.activeElement?.getAttribute('aria-label'))).toMatch(/, label \d+: /);
});

test('Tab comes to one row, and goes through what can be done with it', async () => {
  const { user } = await open();
  const stops = () =>
    [...document.querySelectorAll<HTMLElement>('li[aria-posinset] button')].filter(
      ({ tabIndex }) => tabIndex === 0,
    );
  expect(new Set(stops().map((button) => button.closest('li')))).toHaveLength(1);
  expect(stops()).toHaveLength(3);
  stops()[0]?.focus();
  await user.keyboard('{ArrowDown}');
  await waitFor(() => {
    expect(focused()).toBe(2);
  });
  await user.tab();
  expect(document.activeElement).toHaveAccessibleName(/^Change /);
  expect(focused()).toBe(2);
});

test('rows say what they are', async () => {
  mockShell();
  render(AttributesScreen, {});
  const rows = await screen.findAllByTestId('attribute-row');
  const names = rows.map((row) => plain(row.querySelector('button')?.getAttribute('aria-label')));
  expect(names.some((name) => /^Email, \w+: \S+@\S+$/.test(name))).toBe(true);
});
