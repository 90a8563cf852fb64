import { say } from './words';

const sizeUnits = ['bytes', 'kB', 'MB', 'GB'] as const;

/** A size for people, in decimal units: `2 bytes`, `14 kB`, `1.4 MB`. */
export function formatSize(bytes: number): string {
  let size = bytes;
  let unit = 0;
  while (size >= 999.5 && unit < sizeUnits.length - 1) {
    size /= 1000;
    unit++;
  }
  const digits = unit > 1 && size < 9.95 ? 1 : 0;
  return `${size.toFixed(digits)} ${sizeUnits[unit]}`;
}

const day = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short', year: 'numeric' });
const moment = new Intl.DateTimeFormat(undefined, {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
});

/** A date (`YYYY-MM-DD`) or a time (RFC 3339) as a day in the user's own spelling. */
export function formatDay(date: string): string {
  // A bare date is a day on the wall, not an instant: noon keeps it that day in every time zone.
  const instant = new Date(date.length === 10 ? `${date}T12:00:00` : date);
  return Number.isNaN(instant.getTime()) ? date : day.format(instant);
}

export function formatMoment(time: string): string {
  const instant = new Date(time);
  return Number.isNaN(instant.getTime()) ? time : moment.format(instant);
}

const relative = new Intl.RelativeTimeFormat(undefined, { numeric: 'auto' });

/** How long ago, as far as it is worth telling: "5 minutes ago", "yesterday", then the day. */
export function formatAgo(time: string, now: Date = new Date()): string {
  const seconds = (new Date(time).getTime() - now.getTime()) / 1000;
  if (Number.isNaN(seconds)) return time;
  const age = Math.abs(seconds);
  if (age < 45) return 'just now';
  if (age < 45 * 60) return relative.format(Math.round(seconds / 60), 'minute');
  if (age < 22 * 3600) return relative.format(Math.round(seconds / 3600), 'hour');
  if (age < 6.5 * 86400) return relative.format(Math.round(seconds / 86400), 'day');
  return formatDay(time);
}

/** How long it still takes: "in less than a minute", "in 8 minutes", then the day. What is past is as good as now. */
export function formatAhead(time: string, now: Date = new Date()): string {
  const seconds = (new Date(time).getTime() - now.getTime()) / 1000;
  if (seconds < 60) return say('time-ahead-seconds');
  if (seconds < 90 * 60) return relative.format(Math.floor(seconds / 60), 'minute');
  return formatMoment(time);
}

/** `Last backup: 3 days ago, 12 May 2026`. `ahead` is the date of one that is still to come. */
export function lastBackup(
  { last, ahead }: { last: string | null; ahead?: string },
  now: Date = new Date(),
): string {
  if (last === null && ahead !== undefined) {
    return `Last backup: unknown. Its date, ${formatDay(ahead)}, is still to come: a clock was wrong`;
  }
  if (last === null) return 'No backup yet';
  const days = Math.round((new Date(last).getTime() - now.getTime()) / 86_400_000);
  const ago = days > -2 ? formatAgo(last, now) : inDays(days);
  return `Last backup: ${ago}, ${formatDay(last)}`;
}

/** `in 5 days`, `tomorrow`, `2 days ago`. */
export function inDays(days: number): string {
  return relative.format(days, 'day');
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

const typeNames: Record<string, string> = {
  'application/pdf': 'PDF',
  'image/jpeg': 'JPEG picture',
  'image/png': 'PNG picture',
  'audio/mpeg': 'MP3 audio',
  'audio/mp3': 'MP3 audio',
  'audio/mp4': 'MP4 audio',
  'audio/ogg': 'Ogg audio',
  'audio/x-wav': 'WAV audio',
};

export function formatType(mimeType: string): string {
  return typeNames[mimeType] ?? mimeType;
}

export function count(n: number, one: string, many = `${one}s`): string {
  return `${n.toLocaleString()} ${n === 1 ? one : many}`;
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
