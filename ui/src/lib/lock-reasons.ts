import type { LockReason } from './bindings';
import { say } from './words';

/** Why the wallet locked without being asked to. */
export function lockReason(reason: LockReason): string {
  switch (reason.why) {
    case 'unused':
      return say('lock-unused', { minutes: reason.minutes });
    case 'sleep':
      return say('lock-sleep');
    case 'screenLocked':
      return say('lock-screen');
  }
}
