// The rows of a grid: records of the case, rows that are being entered, and what was typed but is
// not saved. Everything typed is shown at once and kept until the program has it or refused it.

import type { Delta } from '../backend/bindings/Delta';
import type { Edit } from '../backend/bindings/Edit';
import type { Row } from '../backend/bindings/Row';
import { editable, readTyped } from '../case/typed';
import type { Column, Option } from './column';

/** A row of the grid; it keeps its key when its record is made. */
export interface Entry {
  key: string;
  record: Row | null;
}

/** What was typed into a cell and is not saved. */
interface Pending {
  text: string;
  value: string | null;
  /** Why it was refused, in words; nothing while it is on its way. */
  problem: string | null;
}

/** Text for one cell; the value as well where it was chosen from a list. */
export interface CellText {
  key: string;
  field: string;
  text: string;
  value?: string;
}

export interface EntriesOptions {
  kind: string;
  columns: () => Column[];
  rows: () => Row[];
  /** Fields every new record gets. */
  defaults?: () => Record<string, string>;
  /** Whether the last row is an empty one that begins a record; true when absent. */
  grows?: boolean;
  /** How a person would name a record. */
  nameOf: (row: Row | null) => string;
  /** More to delete together with a record. */
  alsoDelete?: (id: string) => Edit[];
  /** Shows a refusal that has no cell to be shown at. */
  refused: (thrown: unknown) => void;
  save: (label: string, subject: string, edits: Edit[]) => Promise<Delta>;
  say: (key: string) => string;
  /** The words of an error of the program. */
  explain: (thrown: unknown) => string;
}

export class Entries {
  #options: EntriesOptions;
  #pending = new Map<string, Pending>();
  /** Raised when what is pending or a key changed: one signal, as a paste may hold thousands. */
  #version = $state(0);
  /** Keys of rows that were begun and have no record yet. */
  #begun = $state.raw<string[]>([]);
  /** Record made from a begun row → the key the row had. */
  #keys = new Map<string, string>();
  #next = $state(1);
  #tail: Promise<void> = Promise.resolve();

  constructor(options: EntriesOptions) {
    this.#options = options;
  }

  /** Records, begun rows, and the empty row for the next one. */
  list(open: boolean): Entry[] {
    void this.#version;
    const rows: Entry[] = this.#options
      .rows()
      .map((record) => ({ key: this.#keys.get(record.id) ?? record.id, record }));
    for (const key of this.#begun) rows.push({ key, record: null });
    if (open && this.#options.grows !== false) rows.push({ key: this.#emptyKey, record: null });
    return rows;
  }

  #pendingAt(key: string, field: string): Pending | undefined {
    void this.#version;
    return this.#pending.get(cellKey(key, field));
  }

  get #emptyKey(): string {
    return `new-${this.#next}`;
  }

  /** Keys for as many rows below the last one, the empty row first. */
  keysBelow(count: number): string[] {
    return Array.from({ length: count }, (_, n) => `new-${this.#next + n}`);
  }

  /** What a cell shows. */
  text(entry: Entry, column: Column): string {
    const pending = this.#pendingAt(entry.key, column.field);
    if (pending) return pending.text;
    if (!entry.record) return '';
    return column.show ? column.show(entry.record) : (entry.record.fields[column.field] ?? '');
  }

  /** What a cell holds when it is opened or copied. */
  raw(entry: Entry, column: Column): string {
    const pending = this.#pendingAt(entry.key, column.field);
    if (pending) return pending.text;
    const value = entry.record?.fields[column.field] ?? '';
    if (column.computed) return entry.record ? this.text(entry, column) : '';
    const options = this.options(entry, column);
    return options?.find((option) => option.value === value)?.text ?? editable(column.shape, value);
  }

  /** Why a cell is wrong, in words. */
  problem(entry: Entry, column: Column): string | null {
    const pending = this.#pendingAt(entry.key, column.field);
    if (pending) return pending.problem;
    return entry.record && column.problem ? column.problem(entry.record) : null;
  }

  /** Whether anything in the row was refused or is wrong. */
  hasProblem(entry: Entry): boolean {
    const columns = this.#options.columns();
    if (this.#version > 0 && this.#pending.size > 0) return columns.some((column) => this.problem(entry, column) !== null);
    const { record } = entry;
    return record !== null && columns.some((column) => (column.problem?.(record) ?? null) !== null);
  }

  options(entry: Entry, column: Column): Option[] | null {
    if (!column.options) return null;
    return column.options((field) => {
      const pending = this.#pendingAt(entry.key, field);
      return pending?.value ?? entry.record?.fields[field] ?? '';
    });
  }

  /** Takes what was typed into cells: one step of undo. Shown now, saved in order. */
  commit(entries: Entry[], cells: CellText[], label?: string): Promise<void> {
    const columns = new Map(this.#options.columns().map((column) => [column.field, column]));
    const known = new Map(entries.map((entry) => [entry.key, entry]));
    const sound: CellText[] = [];
    const begun = new Set(this.#begun);
    const begin = (entry: Entry): unknown => entry.record ?? begun.add(entry.key);
    for (const cell of cells) {
      const column = columns.get(cell.field);
      if (!column || column.computed) continue;
      const entry = known.get(cell.key) ?? { key: cell.key, record: null };
      if (!entry.record && cell.text.trim() === '' && !begun.has(cell.key)) continue;
      const read = this.#read(entry, column, cell);
      const place = cellKey(cell.key, cell.field);
      if ('problem' in read) {
        this.#pending.set(place, { text: cell.text, value: null, problem: this.#options.say(read.problem) });
        begin(entry);
      } else if (this.#unchanged(entry, column, read.value)) {
        this.#pending.delete(place);
      } else {
        this.#pending.set(place, { text: cell.text, value: read.value, problem: null });
        begin(entry);
        sound.push(cell);
      }
    }
    this.#version += 1;
    if (begun.size > this.#begun.length) this.#begin([...begun]);
    if (sound.length === 0) return Promise.resolve();
    this.#tail = this.#tail.then(() => this.#send(sound, label));
    return this.#tail;
  }

  #unchanged(entry: Entry, column: Column, value: string | null): boolean {
    return entry.record !== null && (entry.record.fields[column.field] ?? null) === value;
  }

  #read(entry: Entry, column: Column, cell: CellText) {
    if (cell.value !== undefined) return { value: cell.value === '' ? null : cell.value };
    const options = this.options(entry, column);
    if (!options) return readTyped(column.shape, cell.text);
    const typed = cell.text.trim();
    if (typed === '') return { value: null };
    const found = options.find((option) => option.text === typed || option.value === typed);
    return found ? { value: found.value } : { problem: 'problem-choice' };
  }

  #begin(keys: string[]): void {
    this.#begun = keys;
    for (const key of keys) {
      const number = Number(key.slice('new-'.length));
      if (number >= this.#next) this.#next = number + 1;
    }
  }

  /** Runs after everything taken before, so that a begun row has its record by then. */
  async #send(cells: CellText[], label?: string): Promise<void> {
    const { kind, nameOf, save, explain } = this.#options;
    const edits: Edit[] = [];
    const made: string[] = [];
    const byRow = new Map<string, CellText[]>();
    for (const cell of cells) {
      const group = byRow.get(cell.key);
      if (group) group.push(cell);
      else byRow.set(cell.key, [cell]);
    }
    const records = this.#records();
    let subject = '';
    for (const [key, group] of byRow) {
      const record = records.get(key);
      if (record) {
        subject ||= nameOf(record);
        for (const { field } of group) {
          edits.push({ do: 'set', kind, id: record.id, field, value: this.#value(key, field) });
        }
      } else {
        const fields: Record<string, string> = { ...this.#options.defaults?.() };
        for (const { field } of group) {
          const value = this.#value(key, field);
          if (value !== null) fields[field] = value;
        }
        // A begun row that was emptied again makes no record.
        if (group.every(({ field }) => this.#value(key, field) === null)) continue;
        edits.push({ do: 'add', kind, fields, name: null });
        made.push(key);
        subject ||= nameOf({ id: '', fields });
      }
    }
    if (edits.length === 0) {
      this.#version += 1;
      for (const cell of cells) this.#settle(cell, null);
      const left = new Set([...this.#pending.keys()].map((place) => place.slice(0, place.indexOf(' '))));
      this.#begun = this.#begun.filter((key) => left.has(key));
      return;
    }
    const word = label ?? `${made.length > 0 ? 'add' : 'change'}-${kind.replaceAll('_', '-')}`;
    try {
      const delta = await save(word, subject, edits);
      delta.added.forEach((id, n) => {
        const key = made[n];
        if (key) this.#keys.set(id, key);
      });
      const done = new Set(made);
      this.#begun = this.#begun.filter((key) => !done.has(key));
      for (const cell of cells) this.#settle(cell, null);
      this.#version += 1;
    } catch (thrown) {
      const reason = explain(thrown);
      for (const cell of cells) this.#settle(cell, reason);
      this.#version += 1;
    }
  }

  /** A cell is saved or refused, unless something else was typed into it meanwhile. */
  #settle(cell: CellText, problem: string | null): void {
    const place = cellKey(cell.key, cell.field);
    const pending = this.#pending.get(place);
    if (!pending || pending.text !== cell.text) return;
    if (problem === null) this.#pending.delete(place);
    else this.#pending.set(place, { ...pending, problem });
  }

  #value(key: string, field: string): string | null {
    return this.#pending.get(cellKey(key, field))?.value ?? null;
  }

  /** Records by the key of their row. */
  #records(): Map<string, Row> {
    return new Map(this.#options.rows().map((row) => [this.#keys.get(row.id) ?? row.id, row]));
  }

  /** Deletes rows: one step of undo. Begun rows without a record are dropped. */
  remove(keys: string[]): Promise<void> {
    this.#tail = this.#tail.then(async () => {
      const { kind, nameOf, save, refused, alsoDelete } = this.#options;
      const standing = this.#records();
      const records = keys.map((key) => standing.get(key)).filter((row) => row !== undefined);
      for (const place of [...this.#pending.keys()]) {
        if (keys.includes(place.slice(0, place.indexOf(' ')))) this.#pending.delete(place);
      }
      this.#begun = this.#begun.filter((key) => !keys.includes(key));
      this.#version += 1;
      if (records.length === 0) return;
      const all = records.flatMap((row): Edit[] => [
        ...(alsoDelete?.(row.id) ?? []),
        { do: 'delete', kind, id: row.id },
      ]);
      // What goes with one row may be another of them: each goes once, and nothing of it is set.
      const gone = new Set(all.flatMap((edit) => (edit.do === 'delete' ? [edit.id] : [])));
      const edits = all.filter((edit) => (edit.do === 'delete' ? gone.delete(edit.id) : edit.do !== 'set' || !gone.has(edit.id)));
      await save(`delete-${kind.replaceAll('_', '-')}`, nameOf(records[0] ?? null), edits).catch(refused);
    });
    return this.#tail;
  }
}

function cellKey(key: string, field: string): string {
  return `${key} ${field}`;
}
