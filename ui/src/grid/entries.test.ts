import { describe, expect, it } from 'vitest';
import type { Delta } from '../backend/bindings/Delta';
import type { Edit } from '../backend/bindings/Edit';
import type { Row } from '../backend/bindings/Row';
import type { Column } from './column';
import { Entries } from './entries.svelte';

const columns: Column[] = [
  { field: 'item', title: 'Item', widthPx: 100, shape: { shape: 'text', max: 20 } },
  { field: 'amount', title: 'Amount', widthPx: 100, shape: { shape: 'decimal' } },
  {
    field: 'basis',
    title: 'Basis',
    widthPx: 100,
    shape: { shape: 'choice', words: ['market'] },
    options: () => [{ value: 'market', text: '市场价' }],
  },
];

/** A program that keeps rows and refuses the amount 13. */
function program() {
  const kept: Row[] = [];
  const asked: { label: string; edits: Edit[] }[] = [];
  const said: unknown[] = [];
  let rows: Row[] = [];
  const save = (label: string, _subject: string, edits: Edit[]): Promise<Delta> => {
    asked.push({ label, edits });
    const added: string[] = [];
    for (const edit of edits) {
      if (edit.do === 'set' && edit.value === '13') return Promise.reject(new Error('unlucky'));
      if (edit.do === 'add') {
        const id = `id${kept.length}`;
        kept.push({ id, fields: { ...edit.fields } as Row['fields'] });
        added.push(id);
      } else if (edit.do === 'set') {
        const row = kept.find((one) => one.id === edit.id);
        if (row && edit.value !== null) row.fields = { ...row.fields, [edit.field]: edit.value };
      } else kept.splice(kept.findIndex((one) => one.id === edit.id), 1);
    }
    rows = [...kept];
    return Promise.resolve({ added } as unknown as Delta);
  };
  const entries = new Entries({
    kind: 'unit_price',
    columns: () => columns,
    rows: () => rows,
    nameOf: (row) => row?.fields['item'] ?? '',
    save,
    refused: (thrown) => said.push(thrown),
    say: (key) => key,
    explain: String,
  });
  const cell = (row: number, column: number) => {
    const entry = entries.list(true)[row];
    const at = columns[column];
    if (!entry || !at) throw new Error('no such cell');
    return { text: entries.text(entry, at), problem: entries.problem(entry, at) };
  };
  const type = (row: number, field: string, text: string) => {
    const list = entries.list(true);
    return entries.commit(list, [{ key: list[row]?.key ?? '', field, text }]);
  };
  return { entries, asked, said, cell, type, rows: () => rows };
}

describe('entries', () => {
  it('makes one record of a row that is typed into faster than the program answers', async () => {
    const { entries, asked, type, rows } = program();
    const first = type(0, 'item', '砂');
    const second = type(0, 'amount', '1,250.50');
    expect(entries.list(true).length, 'the begun row and the next empty one').toBe(2);
    await Promise.all([first, second]);
    expect(rows()).toEqual([{ id: 'id0', fields: { item: '砂', amount: '1250.50' } }]);
    expect(asked.map((one) => one.label)).toEqual(['add-unit-price', 'change-unit-price']);
  });

  it('keeps the key of a row when its record is made, so that the selection stays', async () => {
    const { entries, type } = program();
    const key = entries.list(true)[0]?.key;
    await type(0, 'item', 'a');
    expect(entries.list(true)[0]?.key).toBe(key);
    expect(entries.list(true)[0]?.record?.id).toBe('id0');
  });

  it('shows what is typed before it is saved', () => {
    const { cell, type } = program();
    void type(0, 'item', 'a');
    expect(cell(0, 0)).toEqual({ text: 'a', problem: null });
  });

  it('keeps what cannot be right where it was typed, and saves the rest of the row', async () => {
    const { cell, type, rows } = program();
    await type(0, 'amount', 'abc');
    await type(0, 'item', '砂');
    expect(cell(0, 1)).toEqual({ text: 'abc', problem: 'problem-number' });
    expect(rows()).toEqual([{ id: 'id0', fields: { item: '砂' } }]);
    await type(0, 'amount', '12');
    expect(cell(0, 1)).toEqual({ text: '12', problem: null });
    expect(rows()[0]?.fields['amount']).toBe('12');
  });

  it('keeps what the program refused, with its reason', async () => {
    const { cell, type, rows } = program();
    await type(0, 'item', 'a');
    await type(0, 'amount', '13');
    expect(cell(0, 1)).toEqual({ text: '13', problem: 'Error: unlucky' });
    expect(rows()[0]?.fields['amount']).toBeUndefined();
  });

  it('takes the word of a list by its text and refuses others', async () => {
    const { cell, type, rows } = program();
    await type(0, 'basis', '市场价');
    expect(rows()[0]?.fields['basis']).toBe('market');
    await type(0, 'basis', '黑市价');
    expect(cell(0, 2).problem).toBe('problem-choice');
  });

  it('pastes a range as one step, the sound cells of it', async () => {
    const { entries, asked, rows } = program();
    const list = entries.list(true);
    const [first = '', second = ''] = entries.keysBelow(2);
    await entries.commit(
      list,
      [
        { key: first, field: 'item', text: 'a' },
        { key: first, field: 'amount', text: '1' },
        { key: second, field: 'item', text: 'b' },
        { key: second, field: 'amount', text: 'x' },
      ],
      'paste',
    );
    expect(asked.map((one) => one.label)).toEqual(['paste']);
    expect(rows().map((row) => row.fields)).toEqual([{ item: 'a', amount: '1' }, { item: 'b' }]);
  });

  it('asks nothing when nothing changed, and makes no record of an emptied row', async () => {
    const { asked, type, entries } = program();
    await type(0, 'item', '');
    await type(0, 'amount', 'abc');
    await type(0, 'amount', '');
    expect(asked).toEqual([]);
    expect(entries.list(true).length, 'only the empty row is left').toBe(1);
  });

  it('deletes rows in one step', async () => {
    const { entries, asked, type, rows } = program();
    await type(0, 'item', 'a');
    await type(1, 'item', 'b');
    await entries.remove(entries.list(true).map((entry) => entry.key));
    expect(rows()).toEqual([]);
    expect(asked.at(-1)?.label).toBe('delete-unit-price');
  });
});
