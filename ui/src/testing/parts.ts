import type {
  ActivityFilterInput,
  ActivityListView,
  ActivityView,
  AttributeFilterInput,
  AttributeListView,
  AttributeRowView,
  AttributeView,
  DocumentListView,
  DocumentView,
  LoggedSite,
  PartInput,
} from '../lib/bindings';
import { tell } from '../lib/words';

type Arguments = Record<string, unknown>;

const REVISION = 'revision 1';

const part = <T>(rows: T[], { offset, limit }: PartInput) => rows.slice(offset, offset + limit);
const contains = (text: string, query: unknown) =>
  text.toLowerCase().includes(String(query).trim().toLowerCase());

/** What the shell gives for a part of the list of these values. */
export function attributePart(all: AttributeView[], args: Arguments): AttributeListView {
  const filter = args.filter as AttributeFilterInput;
  const found = all.filter(
    ({ id, name, title }) =>
      contains(title, args.query) &&
      (filter.type !== 'named' || filter.name === name) &&
      (filter.type !== 'without' || !filter.ids.includes(id)),
  );
  return {
    revision: REVISION,
    total: found.length,
    held: all.length,
    groups:
      args.order === 'catalogue' && found.length > 0
        ? [{ name: 'person', title: 'About you', count: found.length }]
        : [],
    rows: part(found, args.part as PartInput).map((one) => attributeRow(one, all)),
  };
}

function attributeRow(one: AttributeView, all: AttributeView[]): AttributeRowView {
  const { id, name, title, label, summary, origin, provenance, lacks } = one;
  const { expires, expiry, daysLeft, isDefault } = one;
  return {
    ...{ id, name, title, label, summary, origin, provenance, lacks },
    ...{ expires, expiry, daysLeft, isDefault },
    documents: one.documents.length,
    outdatedAt: one.lastSent.filter(({ current }) => !current).length,
    isOneOfSeveral: all.filter((other) => other.name === name).length > 1,
  };
}

/** What the shell gives for a part of the list of these documents. */
export function documentPart(all: DocumentView[], args: Arguments): DocumentListView {
  const without = args.without as string[];
  const found = all.filter(({ id, name }) => contains(name, args.query) && !without.includes(id));
  return {
    revision: REVISION,
    total: found.length,
    held: all.length,
    heldBytes: all.reduce((sum, { size }) => sum + size, 0),
    rows: part(found, args.part as PartInput),
  };
}

/** What the shell gives for a part of this log, which has the newest entry last: filtered by words, site and whether it was sent. */
export function activityPart(all: ActivityView[], args: Arguments): ActivityListView {
  const { text, kind, site } = args.filter as ActivityFilterInput;
  const found = all
    .filter(
      (one) =>
        contains([tell(one.text), ...one.sent.map(({ title }) => title)].join(' '), text) &&
        (kind !== 'sent' || one.sent.length > 0) &&
        (site === null || (one.root === null ? one.site === site.name : one.root === site.root)),
    )
    .toReversed();
  return {
    revision: REVISION,
    total: found.length,
    held: all.length,
    rows: part(found, args.part as PartInput),
  };
}

/** The sites of this log. */
export function sitesOf(all: ActivityView[]): LoggedSite[] {
  const sites = new Map<string, LoggedSite>();
  for (const { site: name, root } of all) {
    if (name !== null) sites.set(root ?? name, { name, root });
  }
  return [...sites.values()];
}
