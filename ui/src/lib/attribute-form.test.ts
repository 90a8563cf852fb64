import { describe, expect, test } from 'vitest';
import { attributes, types } from '../testing/fixtures';
import { formFields, gaps, labelGap, makeDraft, makeInput } from './attribute-form';
import type { AttributeTypeView, AttributeView } from './bindings';

const type = (name: string) => types.find((t) => t.name === name) as AttributeTypeView;
const value = (name: string) => attributes.find((a) => a.name === name) as AttributeView;

test('a value of one field is its text', () => {
  const draft = makeDraft(type('first-name'));
  draft.text[''] = '  Ada ';
  expect(makeInput(type('first-name'), draft)).toEqual({
    name: 'first-name',
    text: 'Ada',
    json: null,
    fields: [],
    files: [],
    keepMetadata: false,
    label: null,
    id: null,
    changeVerified: false,
  });
});

test('fields left empty are left out', () => {
  const draft = makeDraft(type('physical-address'));
  draft.text.address_line_1 = '12 Harbour Street';
  draft.text.city = ' ';
  expect(makeInput(type('physical-address'), draft).fields).toEqual([
    { path: 'address_line_1', value: '12 Harbour Street' },
  ]);
});

test('what is required and missing is named by its field', () => {
  const passport = type('passport');
  expect(Object.keys(gaps(passport, makeDraft(passport)))).toEqual([
    'image',
    'issued',
    'expires',
    'selfie.image',
  ]);
});

describe('changing a value', () => {
  test('the form begins with what is there, files by their documents', () => {
    const draft = makeDraft(type('passport'), value('passport'));
    expect(draft.text).toMatchObject({ issued: '2017-01-05', expires: '2027-01-04' });
    expect(draft.files['selfie.image']?.map(({ name }) => name)).toEqual(['selfie.jpg']);
    expect(gaps(type('passport'), draft)).toEqual({});
  });

  test('a field that was emptied is gone, and what the form does not show stays', () => {
    const held = {
      ...value('physical-address'),
      value: { address_line_1: 'a', city: 'b', note: 'c' },
    };
    const draft = makeDraft(type('physical-address'), held);
    draft.text.city = '';
    const input = makeInput(type('physical-address'), draft, held);
    expect(input.json).toEqual({ note: 'c' });
    expect(input.fields).toEqual([{ path: 'address_line_1', value: 'a' }]);
    expect(input.id).toBe(held.id);
  });

  test('a document that stays is named by its id', () => {
    const held = value('passport');
    const input = makeInput(type('passport'), makeDraft(type('passport'), held), held);
    expect(input.files).toContainEqual({
      path: 'image',
      source: { type: 'document', id: '1'.repeat(32) },
    });
    expect(input.json).toEqual({});
  });
});

test('a second value needs a label of its own', () => {
  const email = type('email');
  const draft = makeDraft(email);
  expect(labelGap(email, draft, attributes)).toMatch(/label/);
  draft.label = 'work';
  expect(labelGap(email, draft, attributes)).toMatch(/already has this label/);
  draft.label = 'club';
  expect(labelGap(email, draft, attributes)).toBeUndefined();
  expect(labelGap(type('middle-name'), makeDraft(type('middle-name')), attributes)).toBeUndefined();
});

test('lists of groups are entered as JSON, which must be JSON', () => {
  const structure: AttributeTypeView = {
    ...type('passport'),
    fields: type('passport').fields.map((f) => ({ ...f, path: `members.*.${f.path}` })),
  };
  expect(formFields(structure).map(({ path, kind }) => [path, kind.type])).toEqual([['', 'json']]);
  const draft = makeDraft(structure);
  draft.text[''] = '{"members": [';
  expect(gaps(structure, draft)['']).toMatch(/JSON/);
  draft.text[''] = '{"members": []}';
  expect(makeInput(structure, draft).json).toEqual({ members: [] });
});
