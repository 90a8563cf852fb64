import { expect, test, vi } from 'vitest';
import type { PartInput } from './bindings';
import { PagedList } from './paged-list.svelte';
import { verbatim } from './words';

interface Part {
  revision: string;
  total: number;
  rows: string[];
}

/** A wallet whose list can change. */
function wallet(total: number) {
  const state = { total, revision: 1 };
  const asked: PartInput[] = [];
  const read = ({ offset, limit }: PartInput, prefix: string): Promise<Part> => {
    asked.push({ offset, limit });
    const { total, revision } = state;
    const length = Math.max(0, Math.min(limit, total - offset));
    const name = (at: number) => `${prefix}${String(offset + at)} of ${String(revision)}`;
    const rows = Array.from({ length }, (_, at) => name(at));
    return Promise.resolve({ revision: String(revision), total, rows });
  };
  return { state, asked, list: new PagedList(read) };
}

test('what is seen is read, what is near is read ahead, and what is far is let go', async () => {
  const { asked, list } = wallet(10_000);
  await list.open('row ');
  expect(list.total).toBe(10_000);
  expect(list.row(0)).toBe('row 0 of 1');
  expect(asked).toEqual([{ offset: 0, limit: 100 }]);
  list.look(80, 95);
  await vi.waitFor(() => {
    expect(list.row(150)).toBe('row 150 of 1');
  });
  list.look(9_990, 9_999);
  await vi.waitFor(() => {
    expect(list.row(9_999)).toBe('row 9999 of 1');
  });
  expect(list.row(0)).toBeUndefined();
  const { length } = asked;
  list.look(9_980, 9_990);
  expect(asked).toHaveLength(length);
});

test('the row that has the focus stays, wherever the list is scrolled to', async () => {
  const { list } = wallet(10_000);
  await list.open('row ');
  list.look(9_990, 9_999, 3);
  await vi.waitFor(() => {
    expect(list.row(9_999)).toBe('row 9999 of 1');
  });
  expect(list.row(3)).toBe('row 3 of 1');
});

test('no two parts of different states are shown together', async () => {
  const { state, asked, list } = wallet(300);
  await list.open('row ');
  state.revision = 2;
  state.total = 299;
  list.look(90, 110);
  await vi.waitFor(() => {
    expect(list.row(110)).toBe('row 110 of 2');
  });
  expect(list.row(90)).toBe('row 90 of 2');
  expect(list.total).toBe(299);
  expect(asked.at(-1)).toEqual({ offset: 0, limit: 200 });
});

test('another question begins at the top, and an older answer comes to nothing', async () => {
  const { list } = wallet(300);
  const older = list.open('old ');
  await list.open('new ');
  expect(await older).toBeUndefined();
  expect(list.row(0)).toBe('new 0 of 1');
});

test('a part that cannot be read is told, and the rest stays', async () => {
  const failure = { code: 'damaged', message: verbatim('One record could not be read.') };
  const list = new PagedList<Part, []>(({ offset }) =>
    offset === 0
      ? Promise.resolve({ revision: '1', total: 300, rows: Array<string>(100).fill('row') })
      : Promise.reject(Object.assign(new Error('It failed.'), failure)),
  );
  await list.open();
  list.look(50, 70);
  await vi.waitFor(() => {
    expect(list.partFailure?.code).toBe('damaged');
  });
  expect(list.row(0)).toBe('row');
  expect(list.row(120)).toBeUndefined();
});
