import { FluentNumber } from '@fluent/bundle';
import type { Argument, MessageData } from './bindings';
import type { Catalogue } from './catalogue';
import { formatAmount, formatCountry, formatDay, formatMoment, formatSize } from './format';
import { speech } from './language.svelte';

/** The id of a message. */
export type MessageId = keyof Catalogue;

/** The ids of the messages that take nothing. */
export type PlainId = {
  [Id in MessageId]: Catalogue[Id] extends undefined ? Id : never;
}[MessageId];

type Arguments<Id extends MessageId> = Catalogue[Id] extends undefined ? [] : [Catalogue[Id]];

/**
 * A message of the catalogue in words. Dates, sizes and long numbers go in as text, formatted by the caller; a number
 * chooses the plural form. Marks stand around the arguments that keep the direction of one, such as an Arabic name,
 * from changing that of the sentence.
 *
 *     say('reminder-expires', { title: 'Passport', days: 3 })
 */
export function say<Id extends MessageId>(id: Id, ...[values]: Arguments<Id>): string {
  const { bundle } = speech;
  const pattern = bundle.getMessage(id)?.value;
  if (!pattern) throw new Error(`There is no message ${id}.`);
  return bundle.formatPattern(pattern, plain(values ?? {}));
}

/** A message that Rust sent as data, in words. One that the catalogue does not have is shown by its id. */
export function tell({ id, arguments: values }: MessageData): string {
  const { bundle } = speech;
  const pattern = bundle.getMessage(id)?.value;
  if (!pattern) return `[${id}]`;
  const given: Record<string, string | number> = {};
  for (const [name, value] of Object.entries(values)) {
    if (value !== undefined) given[name] = 'number' in value ? value.number : text(value);
  }
  return bundle.formatPattern(pattern, plain(given));
}

/** What a message takes, as text. */
function text(argument: Argument): string {
  if ('text' in argument) return argument.text;
  if ('number' in argument) return String(argument.number);
  if ('message' in argument) return tell(argument.message);
  if ('amount' in argument) return formatAmount(argument.amount);
  if ('size' in argument) return formatSize(argument.size);
  if ('day' in argument) return formatDay(argument.day);
  if ('moment' in argument) return formatMoment(argument.moment);
  if ('country' in argument) return formatCountry(argument.country);
  return listed(argument.list.map(text));
}

/** Several things, joined by commas and "and". */
export function listed(items: readonly string[]): string {
  const [last = '', ...others] = items.toReversed();
  if (others.length === 0) return last;
  return say('list-and', { others: others.toReversed().join(', '), last });
}

/** A text that no catalogue has, such as what a library says, as a message. */
export function verbatim(text: string): MessageData {
  return { id: 'error-verbatim', arguments: { text: { text } } };
}

/** Without separators between thousands: Rust sets none either. */
function plain(values: Record<string, string | number>) {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'number' ? new FluentNumber(value, { useGrouping: false }) : value,
    ]),
  );
}
