import { act, render, screen } from '@testing-library/svelte';
import { afterEach, expect, test, vi } from 'vitest';
import TimeLeft from './TimeLeft.svelte';

afterEach(() => {
  vi.useRealTimers();
});

test('the time is counted down, and a screen reader hears only of the marks', async () => {
  vi.useFakeTimers({ now: Date.parse('2026-05-12T09:30:00Z') });
  render(TimeLeft, { ends: '2026-05-12T09:31:02Z' });
  const pass = (seconds: number) => act(() => vi.advanceTimersByTime(seconds * 1000));
  const [left, said] = [screen.getByTestId('time-left'), screen.getByTestId('time-left-said')];
  expect(left).toHaveTextContent(/1.* min .*02.* s/);
  expect(said.textContent).toBe('');
  await pass(2);
  expect(said).toHaveTextContent('One minute left');
  await pass(1);
  expect(left).toHaveTextContent(/59.* s/);
  await pass(49);
  expect(said).toHaveTextContent('10 seconds left');
  await pass(15);
  expect(left).toHaveTextContent('Expired');
});
