import { describe, expect, it } from 'vitest';
import type { CaseView } from '../backend/bindings/CaseView';
import type { Delta } from '../backend/bindings/Delta';
import type { Figures } from '../backend/bindings/Figures';
import { applyDelta, rowsOf, withEdits } from './delta';

const figures: Figures = {
  currency: 'CNY',
  claimed: null,
  assessed: null,
  salvage: null,
  deductible: null,
  recovered: null,
  balance: null,
  payable: null,
  payableWords: null,
  settled: null,
  settlementKind: null,
  bars: [0, 0, 0, 0],
};
const look = { hasPreview: true, widthPx: 4, heightPx: 3, taken: '', corrected: null, offsetAssumed: false, oddities: [], near: null };

function view(): CaseView {
  return {
    id: 'c',
    fileName: 'a.lisuan',
    readOnly: null,
    savedAt: null,
    rows: {
      note: [
        { id: '1', fields: { text: 'a' } },
        { id: '3', fields: { text: 'c' } },
      ],
      photo: [{ id: 'p', fields: {} }],
    },
    derived: {},
    photos: { p: look },
    figures,
    findings: [],
    undo: null,
    redo: null,
  };
}

function delta(part: Partial<Delta>): Delta {
  return { savedAt: 't', changes: [], added: [], derived: {}, photos: {}, figures, findings: [], undo: null, redo: null, ...part };
}

const ids = (of: CaseView, kind: string) => rowsOf(of, kind).map((row) => row.id);

describe('applyDelta', () => {
  it('adds, changes and removes rows in the order of their keys', () => {
    const changes = [
      { kind: 'note', id: '4', row: { id: '4', fields: { text: 'd' } } },
      { kind: 'note', id: '2', row: { id: '2', fields: { text: 'b' } } },
      { kind: 'note', id: '3', row: { id: '3', fields: { text: 'C' } } },
      { kind: 'note', id: '1', row: null },
    ];
    const after = applyDelta(view(), delta({ changes }));
    expect(ids(after, 'note'), 'a row that comes back stands where it was').toEqual(['2', '3', '4']);
    expect(rowsOf(after, 'note')[1]?.fields['text']).toBe('C');
    expect(after.savedAt).toBe('t');
  });

  it('leaves what did not change as the same object, so that nothing else is painted anew', () => {
    const before = view();
    const after = applyDelta(before, delta({ changes: [{ kind: 'note', id: '1', row: null }] }));
    expect(after.rows['photo']).toBe(before.rows['photo']);
    expect(ids(before, 'note'), 'the case before is not touched').toEqual(['1', '3']);
  });

  it('takes kinds the case had no rows of', () => {
    const row = { id: 't', fields: { code: 'deductible.fixed' } };
    const after = applyDelta(view(), delta({ changes: [{ kind: 'term', id: 't', row }] }));
    expect(ids(after, 'term')).toEqual(['t']);
  });

  it('drops derived values and looks that are gone', () => {
    const after = applyDelta(view(), delta({ photos: { p: null, q: look } }));
    expect(Object.keys(after.photos)).toEqual(['q']);
  });

  it('shows values that are on their way, and nothing else anew', () => {
    const before = view();
    const [first] = rowsOf(before, 'note');
    const after = withEdits(before, [
      { do: 'set', kind: 'note', id: first?.id ?? '', field: 'text', value: 'new' },
      { do: 'set', kind: 'note', id: first?.id ?? '', field: 'place', value: null },
      { do: 'delete', kind: 'note', id: '3' },
    ]);
    expect(rowsOf(after, 'note')[0]?.fields).toMatchObject({ text: 'new', place: '' });
    expect(ids(after, 'note'), 'deleted by the answer alone').toEqual(['1', '3']);
    expect(rowsOf(after, 'note')[1]).toBe(rowsOf(before, 'note')[1]);
    expect(after.rows['photo']).toBe(before.rows['photo']);
  });
});
