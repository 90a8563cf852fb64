/** A day as its parts; the month counts from 1. */
export interface Day {
  year: number;
  month: number;
  day: number;
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/**
 * A date as people type or paste it, as `YYYY-MM-DD`; nothing where it is none, or could be more than one: 3/4/2026 is
 * another day in London than in New York.
 */
export function readDate(text: string): string | undefined {
  const typed = text.trim().toLowerCase();
  const found =
    parts(/^(\d{4})[-/. ]?(\d{2})[-/. ]?(\d{2})$/, typed, [1, 2, 3]) ??
    parts(/^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/, typed, [1, 2, 3]) ??
    parts(/^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})$/, typed, [3, 2, 1]) ??
    parts(/^(\d{1,2})\.?\s+([a-z]{3,9})\.?,?\s+(\d{4})$/, typed, [3, 2, 1]) ??
    parts(/^([a-z]{3,9})\.?\s+(\d{1,2}),?\s+(\d{4})$/, typed, [3, 1, 2]);
  return found && isReal(found) ? isoOf(found) : undefined;
}

function parts(
  pattern: RegExp,
  text: string,
  [year, month, day]: [number, number, number],
): Day | undefined {
  const match = pattern.exec(text);
  if (!match) return undefined;
  const named = match[month] ?? '';
  // Names as in English: the first three letters tell them apart.
  const number = /^\d/.test(named) ? Number(named) : months.indexOf(named.slice(0, 3)) + 1;
  return { year: Number(match[year]), month: number, day: Number(match[day]) };
}

/** Whether there is such a day. */
export function isReal({ year, month, day }: Day): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);
}

export function daysIn(year: number, month: number): number {
  return at({ year, month: month + 1, day: 0 }).getUTCDate();
}

export function isoOf({ year, month, day }: Day): string {
  return `${String(year).padStart(4, '0')}-${pad(month)}-${pad(day)}`;
}

export function dayOf(iso: string): Day {
  const [year = 1, month = 1, day = 1] = iso.split('-').map(Number);
  return { year, month, day };
}

/** So many days later. */
export function moved(iso: string, days: number): string {
  const { year, month, day } = dayOf(iso);
  return fromDate(at({ year, month, day: day + days }));
}

/** The same day so many months later, or the last one of that month. */
export function movedMonths(iso: string, by: number): string {
  const { year, month, day } = dayOf(iso);
  const first = dayOf(fromDate(at({ year, month: month + by, day: 1 })));
  return isoOf({ ...first, day: Math.min(day, daysIn(first.year, first.month)) });
}

/** The days of a month's page: whole weeks, beginning with Monday. */
export function monthPage(year: number, month: number): string[] {
  const first = isoOf({ year, month, day: 1 });
  const before = (at({ year, month, day: 1 }).getUTCDay() + 6) % 7;
  const shown = Math.ceil((before + daysIn(year, month)) / 7) * 7;
  return Array.from({ length: shown }, (_, i) => moved(first, i - before));
}

export function today(now = new Date()): string {
  return isoOf({ year: now.getFullYear(), month: now.getMonth() + 1, day: now.getDate() });
}

function at({ year, month, day }: Day): Date {
  const date = new Date(0);
  // Not the constructor: it takes the year 85 for 1985.
  date.setUTCFullYear(year, month - 1, day);
  return date;
}

function fromDate(date: Date): string {
  return isoOf({
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
  });
}

const pad = (number: number) => String(number).padStart(2, '0');
