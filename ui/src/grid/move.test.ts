import { describe, expect, it } from 'vitest';
import { at, filling, move, rangeOf, repeated, tab } from './move';

const size = { rows: 6, columns: 3 };
const plain = { ctrl: false, shift: false };
/** First column: rows 0 to 2 and 4 are filled. */
const filled = ({ row, column }: { row: number; column: number }) => column === 0 && [0, 1, 2, 4].includes(row);

describe('move', () => {
  it('stays inside', () => {
    expect(move(at(0, 0, size), 'ArrowUp', plain, size, filled)?.active).toEqual({ row: 0, column: 0 });
    expect(move(at(5, 2, size), 'ArrowRight', plain, size, filled)?.active).toEqual({ row: 5, column: 2 });
    expect(move(at(1, 1, size), 'PageDown', plain, size, filled)?.active).toEqual({ row: 5, column: 1 });
  });

  it('widens the range with Shift and gives it up without', () => {
    const wide = move(at(1, 1, size), 'ArrowDown', { ctrl: false, shift: true }, size, filled);
    expect(wide && rangeOf(wide)).toEqual({ top: 1, bottom: 2, left: 1, right: 1 });
    const after = wide && move(wide, 'ArrowLeft', plain, size, filled);
    expect(after?.anchor).toEqual(after?.active);
  });

  it('jumps to the edge of a run, then over the gap', () => {
    const ctrl = { ctrl: true, shift: false };
    const edge = move(at(0, 0, size), 'ArrowDown', ctrl, size, filled);
    expect(edge?.active.row, 'last of the run').toBe(2);
    const next = edge && move(edge, 'ArrowDown', ctrl, size, filled);
    expect(next?.active.row, 'first after the gap').toBe(4);
    const last = next && move(next, 'ArrowDown', ctrl, size, filled);
    expect(last?.active.row, 'the end of the grid').toBe(5);
  });

  it('goes to the first and last column, with Ctrl to the corners', () => {
    expect(move(at(2, 1, size), 'Home', plain, size, filled)?.active).toEqual({ row: 2, column: 0 });
    expect(move(at(2, 1, size), 'End', { ctrl: true, shift: false }, size, filled)?.active).toEqual({ row: 5, column: 2 });
  });

  it('leaves other keys alone', () => expect(move(at(0, 0, size), 'x', plain, size, filled)).toBeNull());
});

describe('tab', () => {
  it('goes along the row and on to the next', () => {
    expect(tab({ row: 0, column: 2 }, false, size)).toEqual({ row: 1, column: 0 });
    expect(tab({ row: 1, column: 0 }, true, size)).toEqual({ row: 0, column: 2 });
  });
  it('leaves the grid at both ends', () => {
    expect(tab({ row: 5, column: 2 }, false, size)).toBeNull();
    expect(tab({ row: 0, column: 0 }, true, size)).toBeNull();
  });
});

describe('the fill handle', () => {
  const range = { top: 2, bottom: 3, left: 1, right: 2 };

  it('goes one way, the farther one', () => {
    expect(filling(range, { row: 6, column: 3 })).toEqual({ range: { ...range, top: 4, bottom: 6 }, along: 'rows' });
    expect(filling(range, { row: 0, column: 1 })).toEqual({ range: { ...range, top: 0, bottom: 1 }, along: 'rows' });
    expect(filling(range, { row: 3, column: 5 })).toEqual({ range: { ...range, left: 3, right: 5 }, along: 'columns' });
    expect(filling(range, { row: 2, column: 2 })).toBeNull();
  });

  it('repeats the range', () => {
    expect([4, 5, 6, 1, 0].map((row) => repeated(row, 2, 3))).toEqual([2, 3, 2, 3, 2]);
  });
});
