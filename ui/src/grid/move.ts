// Where the active cell of a grid goes; as in a spreadsheet.

export interface Cell {
  row: number;
  column: number;
}

export interface Size {
  rows: number;
  columns: number;
}

/** The active cell and the other corner of the range; equal when one cell is selected. */
export interface Selection {
  active: Cell;
  anchor: Cell;
}

/** A range with its corners in order, both inside. */
export interface Range {
  top: number;
  left: number;
  bottom: number;
  right: number;
}

export interface Keys {
  ctrl: boolean;
  shift: boolean;
}

/** Tells whether a cell holds something, for jumps to the edge of what is filled. */
export type Filled = (cell: Cell) => boolean;

const PAGE_ROWS = 15;
const STEPS: Record<string, Cell> = {
  ArrowUp: { row: -1, column: 0 },
  ArrowDown: { row: 1, column: 0 },
  ArrowLeft: { row: 0, column: -1 },
  ArrowRight: { row: 0, column: 1 },
};

export function rangeOf({ active, anchor }: Selection): Range {
  return {
    top: Math.min(active.row, anchor.row),
    bottom: Math.max(active.row, anchor.row),
    left: Math.min(active.column, anchor.column),
    right: Math.max(active.column, anchor.column),
  };
}

export function inRange(range: Range, row: number, column: number): boolean {
  return row >= range.top && row <= range.bottom && column >= range.left && column <= range.right;
}

/** One cell selected, brought inside the grid. */
export function at(row: number, column: number, size: Size): Selection {
  const cell = inside({ row, column }, size);
  return { active: cell, anchor: cell };
}

function inside(cell: Cell, size: Size): Cell {
  const clamp = (n: number, count: number) => Math.max(0, Math.min(n, count - 1));
  return { row: clamp(cell.row, size.rows), column: clamp(cell.column, size.columns) };
}

/** Ctrl+arrow: to the last filled cell of the run, or over a gap to the next filled one. */
function jump(from: Cell, step: Cell, size: Size, filled: Filled): Cell {
  const next = (cell: Cell): Cell | null => {
    const moved = { row: cell.row + step.row, column: cell.column + step.column };
    const held = inside(moved, size);
    return held.row === moved.row && held.column === moved.column ? moved : null;
  };
  let cell = from;
  const first = next(cell);
  if (!first) return cell;
  const run = filled(cell) && filled(first);
  for (let ahead: Cell | null = first; ahead; ahead = next(cell)) {
    if (run && !filled(ahead)) break;
    cell = ahead;
    if (!run && filled(ahead)) break;
  }
  return cell;
}

/** The cell a movement key leads to; nothing when the key moves nothing. */
function target(key: string, keys: Keys, from: Cell, size: Size, filled: Filled): Cell | null {
  const step = STEPS[key];
  if (step) {
    if (keys.ctrl) return jump(from, step, size, filled);
    return inside({ row: from.row + step.row, column: from.column + step.column }, size);
  }
  switch (key) {
    case 'Home':
      return { row: keys.ctrl ? 0 : from.row, column: 0 };
    case 'End':
      return inside({ row: keys.ctrl ? size.rows - 1 : from.row, column: size.columns - 1 }, size);
    case 'PageUp':
      return inside({ row: from.row - PAGE_ROWS, column: from.column }, size);
    case 'PageDown':
      return inside({ row: from.row + PAGE_ROWS, column: from.column }, size);
    default:
      return null;
  }
}

/** The selection after a movement key, or nothing when the key is not one. */
export function move(
  selection: Selection,
  key: string,
  keys: Keys,
  size: Size,
  filled: Filled,
): Selection | null {
  const active = target(key, keys, selection.active, size, filled);
  if (!active) return null;
  return { active, anchor: keys.shift ? selection.anchor : active };
}

/** Tab and Shift+Tab: along the row, then to the next; nothing past either end. */
export function tab(from: Cell, back: boolean, size: Size): Cell | null {
  const index = from.row * size.columns + from.column + (back ? -1 : 1);
  if (index < 0 || index >= size.rows * size.columns) return null;
  return { row: Math.floor(index / size.columns), column: index % size.columns };
}

/** The cells a fill handle is drawn over: beyond the range, along one direction. */
export interface Filling {
  range: Range;
  /** Rows of the range repeat downwards or upwards, else columns sideways. */
  along: 'rows' | 'columns';
}

/** Where a range is filled to when its handle is drawn to a cell; nothing inside the range. */
export function filling(range: Range, to: Cell): Filling | null {
  const below = Math.max(to.row - range.bottom, range.top - to.row, 0);
  const aside = Math.max(to.column - range.right, range.left - to.column, 0);
  if (below === 0 && aside === 0) return null;
  if (below >= aside) {
    const down = to.row > range.bottom;
    const [top, bottom] = down ? [range.bottom + 1, to.row] : [to.row, range.top - 1];
    return { range: { ...range, top, bottom }, along: 'rows' };
  }
  const right = to.column > range.right;
  const [left, end] = right ? [range.right + 1, to.column] : [to.column, range.left - 1];
  return { range: { ...range, left, right: end }, along: 'columns' };
}

/** Which row or column of a range a filled one repeats, as the range goes on in both directions. */
export function repeated(at: number, from: number, to: number): number {
  const length = to - from + 1;
  return from + ((((at - from) % length) + length) % length);
}
