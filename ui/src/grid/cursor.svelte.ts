// The active cell of a grid, what is being typed into it, and what keys and the clipboard do.

import { matches } from '../words/pinyin';
import { readCells, writeCells } from './clipboard';
import type { Column, Option } from './column';
import type { CellText, Entries, Entry } from './entries.svelte';
import { at, filling, move, rangeOf, repeated, tab, type Cell, type Filling, type Selection } from './move';

const PASTE_ROWS_MAX = 5000;
const LIST_MAX = 40;
const ARROWS = ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight'];

export interface CursorOptions {
  entries: Entries;
  columns: () => Column[];
  /** Whether rows can be added and changed. */
  open: () => boolean;
  /** The active cell moved; it is brought into view. */
  moved: (cell: Cell) => void;
  /** Puts text into the field that holds the focus, selected or not. */
  hold: (text: string, selected: boolean) => void;
}

export class Cursor {
  #options: CursorOptions;
  #selection = $state.raw<Selection>(at(0, 0, { rows: 1, columns: 1 }));
  /** What is being typed; nothing while moving about. `opened`: the cell's own text was opened. */
  editing = $state<{ text: string; opened: boolean } | null>(null);
  /** Which entry of the list is meant. */
  listed = $state(0);
  /** Whether the list was gone through, so that its entry is meant even without text. */
  #chosen = false;
  /** Where the handle of the range is drawn to; nothing while it rests. */
  filling = $state.raw<Filling | null>(null);
  /** Column where a run of Tab began; Enter returns to it. */
  #tabbedFrom: number | null = null;

  list = $derived.by(() => this.#options.entries.list(this.#options.open()));
  columns = $derived.by(() => this.#options.columns());
  size = $derived.by(() => ({ rows: this.list.length, columns: this.columns.length }));
  active = $derived.by(() => this.#inside(this.#selection.active));
  range = $derived.by(() => rangeOf({ active: this.active, anchor: this.#inside(this.#selection.anchor) }));
  several = $derived.by(() => this.range.top !== this.range.bottom || this.range.left !== this.range.right);
  entry = $derived.by(() => this.list[this.active.row]);
  column = $derived.by(() => this.columns[this.active.column]);
  choices = $derived.by((): Option[] => {
    const { editing, entry, column } = this;
    if (!editing || !entry || !column) return [];
    const options = this.#options.entries.options(entry, column) ?? [];
    const found = editing.opened ? options : options.filter((option) => matches(option.text, editing.text));
    return found.slice(0, LIST_MAX);
  });

  constructor(options: CursorOptions) {
    this.#options = options;
  }

  #inside(cell: Cell): Cell {
    return at(cell.row, cell.column, this.size).active;
  }

  get #open(): boolean {
    return this.#options.open();
  }

  // Selecting: at once, never after something else

  select(selection: Selection): void {
    this.#selection = selection;
    this.#options.moved(selection.active);
  }

  selectCell(row: number, column: number): void {
    this.select(at(row, column, this.size));
  }

  /** The mouse came down on a cell. */
  press(cell: Cell, widen: boolean): void {
    this.commit();
    this.#tabbedFrom = null;
    this.select({ active: cell, anchor: widen ? this.#selection.anchor : cell });
  }

  /** The mouse is drawn over a cell. */
  drag(cell: Cell): void {
    this.#selection = { active: cell, anchor: this.#selection.anchor };
  }

  #filled = (cell: Cell): boolean => {
    const entry = this.list[cell.row];
    const column = this.columns[cell.column];
    return entry !== undefined && column !== undefined && this.#options.entries.text(entry, column) !== '';
  };

  #selected(): { rows: Entry[]; columns: Column[] } {
    const { top, bottom, left, right } = this.range;
    return { rows: this.list.slice(top, bottom + 1), columns: this.columns.slice(left, right + 1) };
  }

  // Editing

  begin(text: string, opened: boolean): void {
    if (!this.#open || !this.column || this.column.computed) {
      this.#options.hold('', false);
      return;
    }
    this.editing = { text, opened };
    this.#chosen = false;
    const same = this.choices.findIndex((option) => option.text === text);
    this.listed = Math.max(opened ? -1 : 0, same);
    if (opened) this.#options.hold(text, true);
  }

  /** Opens the cell with what it holds. */
  openCell(): void {
    if (this.editing || !this.entry || !this.column) return;
    this.begin(this.#options.entries.raw(this.entry, this.column), true);
  }

  /** The text in the field changed. */
  typed(text: string): void {
    if (!this.editing) {
      this.begin(text, false);
      return;
    }
    this.editing = { text, opened: false };
    this.#chosen = false;
    this.listed = Math.max(0, this.choices.findIndex((option) => option.text === text));
  }

  stop(): void {
    this.editing = null;
    this.#options.hold('', false);
  }

  /** Takes what was typed; a chosen entry of the list stands for its text. */
  commit(): void {
    const { editing, entry, column } = this;
    if (!editing || !entry || !column) return;
    const { entries } = this.#options;
    const cell: CellText = { key: entry.key, field: column.field, text: editing.text };
    const option = editing.text.trim() !== '' || this.#chosen ? this.choices[this.listed] : undefined;
    const same = cell.text === entries.raw(entry, column);
    const rows = this.list;
    this.stop();
    if (option) void entries.commit(rows, [{ ...cell, text: option.text, value: option.value }]);
    else if (!same) void entries.commit(rows, [cell]);
  }

  /** An entry of the list was clicked. */
  pick(index: number): void {
    this.listed = index;
    this.#chosen = true;
    this.commit();
    this.selectCell(this.active.row + 1, this.active.column);
  }

  clear(): void {
    if (!this.#open) return;
    const { rows, columns } = this.#selected();
    const cells = rows.flatMap((e) => columns.map((c) => ({ key: e.key, field: c.field, text: '' })));
    void this.#options.entries.commit(this.list, cells);
  }

  #fillDown(): void {
    const { entries } = this.#options;
    const { rows, columns } = this.#selected();
    const single = rows.length === 1;
    const source = single ? this.list[this.range.top - 1] : rows[0];
    if (!this.#open || !source) return;
    const cells = (single ? rows : rows.slice(1)).flatMap((e) =>
      columns.map((c) => ({ key: e.key, field: c.field, text: entries.raw(source, c) })),
    );
    void entries.commit(this.list, cells, 'fill-down');
  }

  /** The handle of the range is drawn over a cell. */
  fillTo(cell: Cell): void {
    this.filling = filling(this.range, this.#inside(cell));
  }

  /** The handle was let go: the range is repeated over what it was drawn over. */
  fill(): void {
    const { entries } = this.#options;
    const { range: from, filling: to, list, columns } = this;
    this.filling = null;
    if (!this.#open || !to) return;
    const cells: CellText[] = [];
    for (let row = to.range.top; row <= to.range.bottom; row += 1) {
      for (let at = to.range.left; at <= to.range.right; at += 1) {
        const source = list[to.along === 'rows' ? repeated(row, from.top, from.bottom) : row];
        const sourceColumn = columns[to.along === 'columns' ? repeated(at, from.left, from.right) : at];
        const [entry, column] = [list[row], columns[at]];
        if (!source || !sourceColumn || !entry || !column) continue;
        cells.push({ key: entry.key, field: column.field, text: entries.raw(source, sourceColumn) });
      }
    }
    void entries.commit(list, cells, 'fill');
    const corner = (pick: (a: number, b: number) => number, side: 'top' | 'left' | 'bottom' | 'right') =>
      pick(from[side], to.range[side]);
    this.select({
      active: { row: corner(Math.min, 'top'), column: corner(Math.min, 'left') },
      anchor: { row: corner(Math.max, 'bottom'), column: corner(Math.max, 'right') },
    });
  }

  #removeRows(): void {
    if (this.#open) void this.#options.entries.remove(this.#selected().rows.map((e) => e.key));
  }

  // The clipboard

  copied(): string {
    const { entries } = this.#options;
    const { rows, columns } = this.#selected();
    return writeCells(rows.map((e) => columns.map((c) => entries.raw(e, c) || entries.text(e, c))));
  }

  paste(text: string): void {
    if (!this.#open || text === '') return;
    this.stop();
    const { top, left, bottom, right } = this.range;
    const pasted = readCells(text).slice(0, PASTE_ROWS_MAX);
    const wide = Math.max(...pasted.map((row) => row.length));
    // One cell pasted into a range fills it.
    const one = pasted.length === 1 && wide === 1 && this.several;
    void this.#options.entries.commit(this.list, one ? this.#filling(pasted[0]?.[0] ?? '') : this.#spread(pasted), 'paste');
    this.select({
      active: { row: top, column: left },
      anchor: {
        row: one ? bottom : top + pasted.length - 1,
        column: one ? right : Math.min(this.size.columns - 1, left + wide - 1),
      },
    });
  }

  #filling(text: string): CellText[] {
    const { rows, columns } = this.#selected();
    return rows.flatMap((e) => columns.map((c) => ({ key: e.key, field: c.field, text })));
  }

  /** Cells from the corner of the selection on; rows beyond the last become new ones. */
  #spread(pasted: string[][]): CellText[] {
    const { top, left } = this.range;
    const spare = Math.max(0, top + pasted.length - this.list.length + 1);
    const keys = [...this.list.slice(0, -1).map((e) => e.key), ...this.#options.entries.keysBelow(spare + 1)];
    return pasted.flatMap((row, n) =>
      row.flatMap((text, m) => {
        const key = keys[top + n];
        const field = this.columns[left + m]?.field;
        return key && field ? [{ key, field, text }] : [];
      }),
    );
  }

  // Keys

  /** Whether the key was taken. */
  key(event: KeyboardEvent): boolean {
    return this.editing ? this.#editKey(event) : this.#moveKey(event);
  }

  #editKey(event: KeyboardEvent): boolean {
    const { key } = event;
    if (this.choices.length > 0 && (key === 'ArrowDown' || key === 'ArrowUp')) {
      const last = this.choices.length - 1;
      const { listed } = this;
      this.listed = key === 'ArrowDown' ? (listed >= last ? 0 : listed + 1) : listed <= 0 ? last : listed - 1;
      this.#chosen = true;
      return true;
    }
    if (key === 'Escape') {
      this.stop();
      return true;
    }
    const enter = key === 'Enter' && !event.altKey;
    const along = !this.editing?.opened && ARROWS.includes(key);
    if (!enter && key !== 'Tab' && !along) return false;
    this.commit();
    return this.#moveKey(event);
  }

  #moveKey(event: KeyboardEvent): boolean {
    const { key } = event;
    const ctrl = event.ctrlKey || event.metaKey;
    if (key === 'Tab') return this.#tabKey(event.shiftKey);
    if (key === 'Enter' && !ctrl) {
      this.selectCell(this.active.row + (event.shiftKey ? -1 : 1), this.#tabbedFrom ?? this.active.column);
      this.#tabbedFrom = null;
      return true;
    }
    if (event.altKey && key !== 'ArrowDown') return false;
    if (key === 'F2' || (event.altKey && key === 'ArrowDown')) {
      this.openCell();
      return true;
    }
    if (ctrl) {
      const done = this.#ctrlKey(key.toLowerCase());
      if (done !== null) return done;
    } else if (key === 'Delete' || key === 'Backspace') {
      this.clear();
      return true;
    }
    const next = move(this.#selection, key, { ctrl, shift: event.shiftKey }, this.size, this.#filled);
    if (!next) return false;
    this.#tabbedFrom = null;
    this.select(next);
    return true;
  }

  /** Whether a key with Ctrl was taken; nothing when it may still move. */
  #ctrlKey(key: string): boolean | null {
    switch (key) {
      case 'd':
        this.#fillDown();
        return true;
      case 'a':
        this.select({
          active: { row: 0, column: 0 },
          anchor: { row: this.size.rows - 1, column: this.size.columns - 1 },
        });
        return true;
      case 'delete':
        this.#removeRows();
        return true;
      case 'c':
      case 'x':
        // An empty field copies nothing in some engines; with text in it the event always comes.
        this.#options.hold(this.copied() || ' ', true);
        setTimeout(() => {
          if (!this.editing) this.#options.hold('', false);
        });
        return false;
      case 'v':
      case 'z':
        return false;
      default:
        return null;
    }
  }

  #tabKey(back: boolean): boolean {
    const to = tab(this.active, back, this.size);
    // Past either end the focus leaves the grid.
    if (!to) return false;
    this.#tabbedFrom ??= this.active.column;
    this.selectCell(to.row, to.column);
    return true;
  }
}
