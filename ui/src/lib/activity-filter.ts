import type { ActivityFilterInput, ActivityKindInput, LoggedSite } from './bindings';
import { speech } from './language.svelte';

/** What of the activity log is shown. */
export interface ActivityFilter {
  /** Words that all have to be in an entry. */
  query: string;
  kind: ActivityKindInput;
  /** The key of a site, as `siteKey` makes it; empty for all. */
  site: string;
  /** The first day and the last, `YYYY-MM-DD` in local time; empty for no limit. */
  from: string;
  to: string;
}

export const everything: ActivityFilter = { query: '', kind: 'all', site: '', from: '', to: '' };

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

/**
 * What tells a site of the log from others: its root. Entries from before the log said it have only the name, which is kept apart
 * from all roots.
 */
export function siteKey({ root, name }: LoggedSite): string {
  return root === null ? `name ${name}` : `root ${root}`;
}

/**
 * The filter as the wallet takes it. Days are the user's own: an entry of late evening belongs to that day, whatever day it is
 * in Greenwich. Half a date, which is still being typed, limits nothing.
 */
export function filterInput(filter: ActivityFilter, sites: LoggedSite[]): ActivityFilterInput {
  const site = sites.find((one) => siteKey(one) === filter.site);
  return {
    text: filter.query,
    language: speech.language,
    kind: filter.kind,
    site: site ? { root: site.root, name: site.root === null ? site.name : null } : null,
    from: beginOf(filter.from, 0),
    before: beginOf(filter.to, 1),
  };
}

/** The moment at which a day begins where the user is, or one of the days after it. */
function beginOf(day: string, daysAfter: number): string | null {
  if (!isDay(day)) return null;
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  const begin = new Date(2000, 0, 1);
  // Not by the constructor, which takes the years 0 to 99 for those of the last century.
  begin.setFullYear(year, month - 1, date + daysAfter);
  return begin.toISOString();
}

/** Without case and accents, as the wallet searches. */
export function fold(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLocaleLowerCase();
}
