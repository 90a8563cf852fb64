import type { ActivityView } from './bindings';

/** Which kinds of entries a filter shows. */
export type KindFilter =
  'all' | 'sent' | 'logins' | 'signUps' | 'applications' | 'failed' | 'sites' | 'wallet';

/** What of the activity log is shown. */
export interface ActivityFilter {
  /** Words that all have to be in an entry. */
  query: string;
  kind: KindFilter;
  /** The key of a site, as `siteKey` makes it; empty for all. */
  site: string;
  /** The first day and the last, `YYYY-MM-DD` in local time; empty for no limit. */
  from: string;
  to: string;
}

export const everything: ActivityFilter = { query: '', kind: 'all', site: '', from: '', to: '' };

/** A site of the log, to choose from. */
export interface LoggedSite {
  key: string;
  name: string;
}

export function isFiltered({ query, kind, site, from, to }: ActivityFilter): boolean {
  return query.trim() !== '' || kind !== 'all' || site !== '' || from !== '' || to !== '';
}

/** Whether a text is a day that exists, `YYYY-MM-DD`. Where a web view has no field for dates, people type it. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

/** Whether no day lies between the two. */
export function areDatesWrong({ from, to }: ActivityFilter): boolean {
  return isDay(from) && isDay(to) && from > to;
}

/** The entries that a filter lets through, in their order. */
export function filtered(entries: ActivityView[], filter: ActivityFilter): ActivityView[] {
  const words = fold(filter.query).split(/\s+/).filter(Boolean);
  return entries.filter(
    (entry) =>
      isOfKind(entry, filter.kind) &&
      (filter.site === '' || siteKey(entry) === filter.site) &&
      isBetween(entry.at, filter.from, filter.to) &&
      words.every((word) => searched(entry).includes(word)),
  );
}

/**
 * What tells a site of the log from others: its root. Entries from before the log said it have only the name, which is kept apart
 * from all roots.
 */
export function siteKey({ root, site }: ActivityView): string {
  if (root !== null) return `root ${root}`;
  return site === null ? '' : `name ${site}`;
}

/** The sites of the log by name, each under the name that it had last. Entries come the newest first. */
export function loggedSites(entries: ActivityView[]): LoggedSite[] {
  const names = new Map<string, string>();
  for (const entry of entries) {
    const key = siteKey(entry);
    if (entry.site !== null && !names.has(key)) names.set(key, entry.site);
  }
  return [...names]
    .map(([key, name]) => ({ key, name }))
    .sort((one, other) => one.name.localeCompare(other.name));
}

function isOfKind(
  { kind, failed, purpose, sent, site }: ActivityView,
  wanted: KindFilter,
): boolean {
  switch (wanted) {
    case 'all':
      return true;
    case 'sent':
      return sent.length > 0;
    case 'logins':
      return purpose === 'logIn';
    case 'signUps':
      return purpose === 'signUp';
    case 'applications':
      return purpose === 'apply' || kind.startsWith('application');
    case 'failed':
      return failed || kind === 'outcomeUnknown';
    case 'sites':
      return kind === 'siteAdded' || kind === 'siteRemoved';
    case 'wallet':
      return site === null;
  }
}

/** Days are the user's own: an entry of late evening belongs to that day, whatever day it is in Greenwich. */
function isBetween(at: string, from: string, to: string): boolean {
  // What is no day yet, because it is being typed, limits nothing.
  const [first, last] = [from, to].map((day) => (isDay(day) ? day : ''));
  if (!first && !last) return true;
  const time = new Date(at);
  const two = (part: number) => String(part).padStart(2, '0');
  const day = `${time.getFullYear()}-${two(time.getMonth() + 1)}-${two(time.getDate())}`;
  return (!first || day >= first) && (!last || day <= last);
}

function searched({ text, site, account, sent }: ActivityView): string {
  const parts = [text, site ?? '', account ?? ''];
  for (const { title, files } of sent) parts.push(title, ...files);
  return fold(parts.join('\n'));
}

/** Without case and accents, as the wallet searches. */
export function fold(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLocaleLowerCase();
}
