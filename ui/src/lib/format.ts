import { speech } from './language.svelte';
import { say, type PlainId } from './words';

/** A number with separators between thousands: `12,345`. */
export function formatAmount(n: number): string {
  return n.toLocaleString(speech.locale);
}

/** How many there are, for a message that chooses by the number and shows it in digits. */
export function amount(n: number): { count: number; number: string } {
  return { count: n, number: formatAmount(n) };
}

/** The name of a country or of a part of one (ISO 3166-1 alpha-2). Other text is shown as it is. */
export function formatCountry(code: string): string {
  // The engine has a name for the country that nobody knows, too.
  if (!/^[a-z]{2}$/i.test(code) || /^zz$/i.test(code)) return code;
  return formats().countries.of(code.toUpperCase()) ?? code;
}

const sizeUnits = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;

/** What formats dates and sizes in one language. They are dear to make. */
class Formats {
  readonly day: Intl.DateTimeFormat;
  readonly clock: Intl.DateTimeFormat;
  readonly relative: Intl.RelativeTimeFormat;
  readonly countries: Intl.DisplayNames;
  /** By unit, then by decimal places. */
  readonly sizes: Intl.NumberFormat[][];

  constructor(locale: string) {
    this.day = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: 'numeric' });
    this.clock = new Intl.DateTimeFormat(locale, {
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    });
    this.countries = new Intl.DisplayNames(locale, { type: 'region', fallback: 'none' });
    this.relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
    this.sizes = sizeUnits.map((unit) =>
      [0, 1].map(
        (digits) =>
          new Intl.NumberFormat(locale, {
            style: 'unit',
            unit,
            unitDisplay: unit === 'byte' ? 'long' : 'short',
            minimumFractionDigits: digits,
            maximumFractionDigits: digits,
          }),
      ),
    );
  }
}

const made = new Map<string, Formats>();

/** Those of the language that the window speaks. */
function formats(): Formats {
  const { locale } = speech;
  const found = made.get(locale) ?? new Formats(locale);
  made.set(locale, found);
  return found;
}

/** A size for people, in decimal units: `2 bytes`, `14 kB`, `1.4 MB`. */
export function formatSize(bytes: number): string {
  let size = bytes;
  let unit = 0;
  while (size >= 999.5 && unit < sizeUnits.length - 1) {
    size /= 1000;
    unit++;
  }
  const digits = unit > 1 && size < 9.95 ? 1 : 0;
  return formats().sizes[unit]?.[digits]?.format(size) ?? '';
}

/** A date (`YYYY-MM-DD`) or a time (RFC 3339) as a day: `5 Mar 2026`. */
export function formatDay(date: string): string {
  // A bare date is a day on the wall, not an instant: noon keeps it that day in every time zone.
  const instant = new Date(date.length === 10 ? `${date}T12:00:00` : date);
  return Number.isNaN(instant.getTime()) ? date : formats().day.format(instant);
}

/** A time (RFC 3339) as a day and an hour: `5 Mar 2026, 14:05`. A date has no hour. */
export function formatMoment(time: string): string {
  const instant = new Date(time);
  if (time.length === 10 || Number.isNaN(instant.getTime())) return formatDay(time);
  return `${formats().day.format(instant)}, ${formats().clock.format(instant)}`;
}

/** The exact time here, for a tooltip: `2026-03-05 14:05:09 +01:00`. A date stays what it is. */
export function exactTime(time: string): string {
  const instant = new Date(time);
  if (time.length === 10 || Number.isNaN(instant.getTime())) return time;
  const ahead = -instant.getTimezoneOffset();
  const local = new Date(instant.getTime() + ahead * 60_000).toISOString();
  const two = (n: number) => String(Math.floor(n)).padStart(2, '0');
  const zone = `${ahead < 0 ? '-' : '+'}${two(Math.abs(ahead) / 60)}:${two(Math.abs(ahead) % 60)}`;
  return `${local.slice(0, 10)} ${local.slice(11, 19)} ${zone}`;
}

/** How long ago, for today and yesterday: `just now`, `5 minutes ago`, `2 hours ago`, `yesterday`; then the day. */
export function formatAgo(time: string, now: Date = new Date()): string {
  const instant = new Date(time);
  const seconds = (instant.getTime() - now.getTime()) / 1000;
  if (Number.isNaN(seconds)) return time;
  const age = Math.abs(seconds);
  if (age < 45) return say('time-just-now');
  const days = daysBetween(instant, now);
  if (days === 0 && age < 45 * 60)
    return formats().relative.format(Math.round(seconds / 60), 'minute');
  if (days === 0) return formats().relative.format(Math.round(seconds / 3600), 'hour');
  return days === -1 ? formats().relative.format(-1, 'day') : formatDay(time);
}

/** How many midnights lie between, here: -1 is yesterday. */
function daysBetween(instant: Date, now: Date): number {
  const midnight = (of: Date) => new Date(of.getFullYear(), of.getMonth(), of.getDate()).getTime();
  return Math.round((midnight(instant) - midnight(now)) / 86_400_000);
}

/** How long it still takes: "in less than a minute", "in 8 minutes", then the day. What is past is as good as now. */
export function formatAhead(time: string, now: Date = new Date()): string {
  const seconds = (new Date(time).getTime() - now.getTime()) / 1000;
  if (seconds < 60) return say('time-ahead-seconds');
  if (seconds < 90 * 60) return formats().relative.format(Math.floor(seconds / 60), 'minute');
  return formatMoment(time);
}

/** `Last backup: 12 May 2026`. `ahead` is the date of one that is still to come. */
export function lastBackup(
  { last, ahead }: { last: string | null; ahead?: string },
  now: Date = new Date(),
): string {
  if (last !== null) return say('backup-last', { when: formatAgo(last, now) });
  return ahead === undefined
    ? say('backup-none')
    : say('backup-last-ahead', { day: formatDay(ahead) });
}

/** `in 5 days`, `tomorrow`, `2 days ago`. */
export function inDays(days: number): string {
  return formats().relative.format(days, 'day');
}

/** `0x1234…cdef`: enough of an address to recognise it. */
export function shortAddress(address: string): string {
  return address.length <= 14 ? address : `${address.slice(0, 6)}…${address.slice(-4)}`;
}

/** A URL without what everyone knows: `https://` and a closing slash. */
export function bareUrl(url: string): string {
  return url.replace(/^https?:\/\//, '').replace(/\/$/, '');
}

/** The host of a web address, with its port unless that is the usual one; other text as it is. */
export function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : url;
}

const types: Record<string, { name: string; title: PlainId }> = {
  'application/pdf': { name: 'PDF', title: 'document-type-pdf' },
  'image/jpeg': { name: 'JPEG', title: 'document-type-jpeg' },
  'image/png': { name: 'PNG', title: 'document-type-png' },
  'audio/mpeg': { name: 'MP3', title: 'document-type-mp3' },
  'audio/mp3': { name: 'MP3', title: 'document-type-mp3' },
  'audio/mp4': { name: 'MP4', title: 'document-type-mp4' },
  'audio/ogg': { name: 'Ogg', title: 'document-type-ogg' },
  'audio/x-wav': { name: 'WAV', title: 'document-type-wav' },
};

/** What kind of file it is: `JPEG picture`. */
export function formatType(mimeType: string): string {
  const type = types[mimeType];
  return type ? say(type.title) : mimeType;
}

/** The name of a file format, the same in every language: `JPEG`. */
export function formatName(mimeType: string): string {
  return types[mimeType]?.name ?? mimeType;
}

export function count(n: number, one: string, many = `${one}s`): string {
  return `${n.toLocaleString(speech.locale)} ${n === 1 ? one : many}`;
}

/** A summary that begins with the title above it, without saying it twice. */
export function withoutTitle(summary: string, title: string): string {
  const beginning = `${title} · `;
  return summary.startsWith(beginning) ? capital(summary.slice(beginning.length)) : summary;
}

/** Words that begin a line: `In progress`. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
