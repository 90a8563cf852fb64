import type {
  AttributeInput,
  AttributeTypeView,
  AttributeView,
  DocumentView,
  FieldView,
  FileSource,
} from './bindings';
import { readDate } from './dates';
import { say } from './words';

/** A file in the form: one just chosen, or a document that the wallet holds already. */
export interface FormFile {
  source: FileSource;
  name: string;
  size: number;
}

/** What the form holds while it is being filled in, by field path. */
export interface Draft {
  text: Record<string, string>;
  files: Record<string, FormFile[]>;
  label: string;
  /** Leaves location and camera data in new pictures. */
  keepMetadata: boolean;
}

/**
 * The fields that the form shows. A type with lists of groups (`members.*.equity`) has no form that
 * would be simpler than its JSON, and is entered as that.
 */
export function formFields(type: AttributeTypeView): FieldView[] {
  if (!type.fields.some((field) => field.path.includes('*'))) return type.fields;
  const { title, description } = type;
  return [
    { path: '', title, description, kind: { type: 'json' }, required: true, repeated: false },
  ];
}

/** An empty form, or one filled from a value that is to be changed. */
export function makeDraft(type: AttributeTypeView, from?: AttributeView): Draft {
  const draft: Draft = { text: {}, files: {}, label: from?.label ?? '', keepMetadata: false };
  for (const field of formFields(type)) {
    const value = from ? valueAt(from.value, field.path) : undefined;
    if (field.kind.type === 'file') {
      draft.files[field.path] = filesIn(value, from?.documents ?? []);
    } else {
      draft.text[field.path] = asText(value, field);
    }
  }
  return draft;
}

/** Puts what a machine-readable zone says about this attribute into the form. */
export function fillFrom(draft: Draft, type: AttributeTypeView, value: unknown): void {
  for (const field of formFields(type)) {
    if (field.kind.type === 'file') continue;
    const text = asText(valueAt(value, field.path), field);
    if (text !== '') draft.text[field.path] = text;
  }
}

/** A value field by field for reading, files left out: those are shown as pictures. */
export function shownFields(
  type: AttributeTypeView,
  value: unknown,
): { path: string; title: string; text: string }[] {
  return formFields(type)
    .filter((field) => field.kind.type !== 'file')
    .map((field) => ({
      path: field.path,
      title: field.title,
      text: inWords(asText(valueAt(value, field.path), field), field),
    }))
    .filter(({ text }) => text !== '');
}

function inWords(text: string, { kind }: FieldView): string {
  if (kind.type === 'choice') {
    return kind.options.find((option) => option.value === text)?.title ?? text;
  }
  if (kind.type === 'flag') return flagText(text);
  return text;
}

function flagText(text: string): string {
  if (text === 'true') return say('field-yes');
  return text === 'false' ? say('field-no') : text;
}

/** What is still to be filled in before the form can be saved, by field path. */
export function gaps(type: AttributeTypeView, draft: Draft): Record<string, string> {
  const found: Record<string, string> = {};
  for (const field of formFields(type)) {
    if (field.kind.type === 'json' && !isJson(draft.text[field.path] ?? '')) {
      found[field.path] = say('field-json-wrong');
    } else if (field.required && !isFilled(field, draft)) {
      found[field.path] =
        field.kind.type === 'file'
          ? say('consent-fill-choose-file')
          : say('consent-fill-needed', { title: field.title });
    } else if (field.kind.type === 'date' && !isDate(draft.text[field.path] ?? '')) {
      found[field.path] = say('date-not-a-date');
    }
  }
  return found;
}

/**
 * Why a label is needed: without one of its own, a new value would take the place of one that is
 * there.
 */
export function labelGap(
  type: AttributeTypeView,
  draft: Draft,
  held: Pick<AttributeView, 'name' | 'label' | 'summary'>[],
): string | undefined {
  const label = draft.label.trim() || null;
  const same = held.filter(({ name }) => name === type.name);
  if (same.length === 0) return undefined;
  if (label === null) return say('attribute-label-needed', { held: same[0]?.summary ?? '' });
  return same.some((other) => other.label === label) ? say('attribute-label-taken') : undefined;
}

/**
 * The command's input. Empty fields are left out: an absent value is not an empty one. What the
 * form does not show stays as it is in `from`.
 */
export function makeInput(
  type: AttributeTypeView,
  draft: Draft,
  from?: AttributeView,
): AttributeInput {
  const input: AttributeInput = {
    name: type.name,
    text: null,
    json: null,
    fields: [],
    files: [],
    keepMetadata: draft.keepMetadata,
    label: draft.label.trim() || null,
    id: from?.id ?? null,
    changeVerified: false,
  };
  const fields = formFields(type);
  for (const field of fields) {
    if (field.kind.type === 'file') {
      for (const file of draft.files[field.path] ?? []) {
        input.files.push({ path: field.path, source: file.source });
      }
      continue;
    }
    const text = (draft.text[field.path] ?? '').trim();
    if (text === '') continue;
    if (field.path === '' && field.kind.type === 'json') input.json = JSON.parse(text) as unknown;
    else if (field.path === '') input.text = written(text, field);
    else input.fields.push({ path: field.path, value: written(text, field) });
  }
  // Begin from the old value without the fields shown, so that what was emptied is gone.
  if (from && isObject(from.value)) input.json ??= without(from.value, fields);
  return input;
}

function without(value: Record<string, unknown>, fields: FieldView[]): unknown {
  const copy = structuredClone(value);
  for (const { path } of fields) {
    const steps = path.split('.');
    const last = steps.pop();
    const parent = valueAt(copy, steps.join('.'));
    if (last !== undefined && isObject(parent)) Reflect.deleteProperty(parent, last);
    // A group that is empty now was there only for its fields.
    const group = steps.at(-1);
    if (group !== undefined && isObject(parent) && Object.keys(parent).length === 0) {
      const above = valueAt(copy, steps.slice(0, -1).join('.'));
      if (isObject(above)) Reflect.deleteProperty(above, group);
    }
  }
  return copy;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isJson(text: string): boolean {
  if (text.trim() === '') return true;
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** A date in the one form that the schema takes. */
function written(text: string, field: FieldView): string {
  return field.kind.type === 'date' ? (readDate(text) ?? text) : text;
}

function isDate(text: string): boolean {
  return text.trim() === '' || readDate(text) !== undefined;
}

function isFilled(field: FieldView, draft: Draft): boolean {
  if (field.kind.type === 'file') return (draft.files[field.path] ?? []).length > 0;
  return (draft.text[field.path] ?? '').trim() !== '';
}

function valueAt(value: unknown, path: string): unknown {
  if (path === '') return value;
  let here = value;
  for (const step of path.split('.')) {
    if (typeof here !== 'object' || here === null) return undefined;
    here = (here as Record<string, unknown>)[step];
  }
  return here;
}

function asText(value: unknown, field: FieldView): string {
  if (value === undefined || value === null) return '';
  if (field.kind.type === 'json') return JSON.stringify(value, null, 2);
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'boolean'
    ? String(value)
    : JSON.stringify(value);
}

/** The documents that a file field refers to; a file's `content` is its document's id. */
function filesIn(value: unknown, documents: DocumentView[]): FormFile[] {
  const values: unknown[] = Array.isArray(value) ? value : [value];
  return values.flatMap((one) => {
    const id = valueAt(one, 'content');
    const document = documents.find((d) => d.id === id);
    if (!document) return [];
    return [
      { source: { type: 'document', id: document.id }, name: document.name, size: document.size },
    ];
  });
}
