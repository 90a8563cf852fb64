import { expect, test } from 'vitest';
import { secondsUntil, timeLeftSaid, timeLeftText } from './countdown';

const now = Date.parse('2026-05-12T09:30:00Z');
const plain = (text: string | undefined) => text?.replaceAll(/[⁨⁩]/g, '');

test('seconds are counted to the end and not beyond', () => {
  const check = (time: string, expected: number) => {
    expect(secondsUntil(time, now)).toBe(expected);
  };
  check('2026-05-12T09:31:00Z', 60);
  check('2026-05-12T09:30:00.200Z', 1);
  check('2026-05-12T09:30:00Z', 0);
  check('2026-05-12T09:29:00Z', 0);
});

test('what is left is said in minutes and seconds', () => {
  const check = (seconds: number, expected: string) => {
    expect(plain(timeLeftText(seconds))).toBe(expected);
  };
  check(245, '4 min 05 s');
  check(60, '1 min 00 s');
  check(59, '59 s');
  check(1, '1 s');
  check(0, 'Expired');
});

test('a voice speaks at each full minute and ten seconds before the end, and never in between', () => {
  const check = (before: number, after: number, expected: string | undefined) => {
    expect(plain(timeLeftSaid(before, after))).toBe(expected);
  };
  check(121, 120, '2 minutes left');
  check(120, 119, undefined);
  check(61, 60, 'One minute left');
  check(60, 59, undefined);
  check(11, 10, '10 seconds left');
  check(10, 9, undefined);
  // A machine that slept: only what is true now.
  check(200, 50, 'One minute left');
  check(200, 8, '10 seconds left');
  check(200, 0, undefined);
});
