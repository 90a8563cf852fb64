import { FluentNumber } from '@fluent/bundle';
import type { Catalogue } from './catalogue';
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

/** Without separators between thousands: Rust sets none either. */
function plain(values: Record<string, string | number>) {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'number' ? new FluentNumber(value, { useGrouping: false }) : value,
    ]),
  );
}
