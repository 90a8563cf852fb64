import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { applications as fixtures } from '../testing/fixtures';
import { failing, mockShell, type Call } from '../testing/mock-shell';
import { applications, needsUser } from './applications.svelte';
import type { ApplicationView } from './bindings';

const [, wanting] = fixtures;
if (!wanting) throw new Error('the fixtures have one for which the site waits');

const underWay = (id: string, checked: string | null): ApplicationView => ({
  ...wanting,
  id,
  wanted: [],
  needsAnswer: false,
  status: 1,
  checked,
});

const asked = (calls: Call[]) =>
  calls.filter(({ command }) => command === 'refresh_application').map(({ args }) => args.id);

beforeEach(() => {
  vi.useFakeTimers({ now: new Date('2026-11-22T12:00:00Z') });
});

afterEach(() => {
  vi.useRealTimers();
});

test('the sites are asked at unlock and every 15 minutes, and their answers change the list', async () => {
  const calls = mockShell({
    list_applications: () => [underWay('a', null)],
    refresh_application: ({ id }) => ({ ...wanting, id }),
  });
  const end = applications.begin();
  await vi.advanceTimersByTimeAsync(0);
  expect(asked(calls)).toEqual(['a']);
  expect(applications.needUser.map(({ id }) => id)).toEqual(['a']);
  expect(applications.siteWaits(wanting.siteId)).toBe(true);
  await vi.advanceTimersByTimeAsync(15 * 60_000);
  expect(asked(calls)).toEqual(['a', 'a']);
  end();
  await vi.advanceTimersByTimeAsync(60 * 60_000);
  expect(asked(calls)).toHaveLength(2);
  expect(applications.all.value).toBeUndefined();
});

test('those that have ended, were not sent, or were just asked about are left alone', async () => {
  const calls = mockShell({
    list_applications: () => [
      { ...underWay('ended', null), ended: true },
      { ...underWay('draft', null), step: 'draft' },
      { ...underWay('no number', null), applicationId: null },
      underWay('just now', '2026-11-22T11:59:30Z'),
      underWay('due', '2026-11-22T11:00:00Z'),
    ],
    refresh_application: ({ id }) => underWay(String(id), '2026-11-22T12:00:00Z'),
  });
  applications.begin();
  await vi.advanceTimersByTimeAsync(0);
  expect(asked(calls)).toEqual(['due']);
});

test('one round asks about eight at most, those that waited longest first', async () => {
  const all = Array.from({ length: 12 }, (_, i) =>
    underWay(`a${i}`, `2026-11-22T0${i % 10}:00:0${i > 9 ? 1 : 0}Z`),
  );
  const calls = mockShell({
    list_applications: () => all,
    refresh_application: ({ id }) => underWay(String(id), new Date().toISOString()),
  });
  applications.begin();
  await vi.advanceTimersByTimeAsync(0);
  expect(asked(calls)).toEqual(['a0', 'a10', 'a1', 'a11', 'a2', 'a3', 'a4', 'a5']);
  await vi.advanceTimersByTimeAsync(15 * 60_000);
  expect(asked(calls).slice(8, 12)).toEqual(['a6', 'a7', 'a8', 'a9']);
});

test('a site that cannot be reached is noted and asked again; one that never tells is not', async () => {
  const calls = mockShell({
    list_applications: () => [underWay('down', null), underWay('classic', null)],
    refresh_application: ({ id }) =>
      id === 'down'
        ? failing('unreachable', 'Nobody answers.')()
        : failing('refused', 'The site does not tell.')(),
  });
  applications.begin();
  await vi.advanceTimersByTimeAsync(0);
  expect(applications.unreached.map(({ id }) => id)).toEqual(['down']);
  await vi.advanceTimersByTimeAsync(15 * 60_000);
  expect(asked(calls).filter((id) => id === 'down')).toHaveLength(2);
  expect(asked(calls).filter((id) => id === 'classic')).toHaveLength(1);
});

test('locking ends what is being asked, and a late answer changes nothing', async () => {
  let answer: (value: ApplicationView) => void = () => undefined;
  const calls = mockShell({
    list_applications: () => [underWay('a', null), underWay('b', null)],
    refresh_application: () =>
      new Promise((resolve) => {
        answer = resolve;
      }),
  });
  const lock = applications.begin();
  await vi.advanceTimersByTimeAsync(0);
  const wait = calls.find(({ command }) => command === 'refresh_application')?.args.wait;
  lock();
  expect(calls.find(({ command }) => command === 'cancel_wait')?.args).toEqual({ id: wait });
  answer({ ...wanting, id: 'a' });
  await vi.advanceTimersByTimeAsync(0);
  expect(applications.needUser).toEqual([]);
  expect(asked(calls)).toHaveLength(1);
});

test('who has to act: the user where the site waits or something was interrupted', () => {
  expect(fixtures.map(needsUser)).toEqual([false, true, true, true]);
});
