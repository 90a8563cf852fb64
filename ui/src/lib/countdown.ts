import { say } from './words';

/** A screen reader is told when so many seconds are left, and at each full minute. */
const LAST_MARK_SECONDS = 10;

/** The seconds until a moment (RFC 3339), rounded up; 0 where it has passed. */
export function secondsUntil(time: string, now: number = Date.now()): number {
  return Math.max(0, Math.ceil((Date.parse(time) - now) / 1000));
}

/** `4 min 05 s`, `42 s`. */
export function timeLeftText(seconds: number): string {
  if (seconds <= 0) return say('time-left-none');
  const [minutes, rest] = [Math.floor(seconds / 60), seconds % 60];
  if (minutes === 0) return say('time-left-seconds', { seconds: String(rest) });
  return say('time-left', { minutes: String(minutes), seconds: String(rest).padStart(2, '0') });
}

/**
 * What a screen reader is told once `before` seconds have become `now`; nothing in between, as a voice that counts
 * each second would hide everything else.
 */
export function timeLeftSaid(before: number, now: number): string | undefined {
  const mark = now > LAST_MARK_SECONDS ? Math.ceil(now / 60) * 60 : LAST_MARK_SECONDS;
  if (now <= 0 || !(now <= mark && mark < before)) return undefined;
  return mark === LAST_MARK_SECONDS
    ? say('time-left-said-ten')
    : say('time-left-said', { minutes: mark / 60 });
}
