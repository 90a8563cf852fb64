import * as shell from './bindings';

/** Where the page kept the minutes before the shell did. */
const KEY = 'idw.autoLockMinutes';

/**
 * Hands the time until the wallet locks to the shell, where an earlier version left it in the page. One that cannot
 * be chosen any more becomes the next shorter one.
 */
export async function handOverAutoLock(): Promise<void> {
  const kept = localStorage.getItem(KEY);
  if (kept === null) return;
  const minutes = Number(kept);
  if (Number.isFinite(minutes) && minutes >= 0) {
    const { choices } = await shell.autoLock();
    const fitting = choices.filter((choice) => choice <= minutes).at(-1) ?? choices[0];
    await shell.setAutoLock(minutes === 0 ? null : (fitting ?? null));
  }
  localStorage.removeItem(KEY);
}
