// Columns and rows of the grids over records of the open case.

import { FIELDS } from '../backend/fields';
import { isKind, shapeOf, wordsOf, type Kind } from '../backend/kinds';
import type { Edit } from '../backend/bindings/Edit';
import type { Row } from '../backend/bindings/Row';
import { nameOf } from '../case/names';
import { editable, grouped } from '../case/typed';
import type { Column, Option } from '../grid/column';
import { Entries } from '../grid/entries.svelte';
import { t, words } from '../words/words.svelte';
import { app, explain } from './state.svelte';

/** Records that say something of another one and go with it. */
const PARTS: Partial<Record<Kind, string[]>> = {
  line_photo: ['line', 'photo'],
  line_document: ['line', 'document'],
  position: ['scenario'],
  photo_mark: ['photo'],
  note_person: ['note', 'person'],
  quote: ['price'],
  photo_link: ['photo', 'note', 'measurement', 'document'],
  signature: ['sheet', 'note', 'person'],
  measurement: ['deducts_from'],
  cause_evidence: ['cause'],
  negotiation_position: ['round'],
};

type More = Partial<Omit<Column, 'field' | 'widthPx'>>;

/** A column over a field: its name, its list and how it is shown follow from its shape. */
export function column(kind: Kind, field: string, widthPx: number, more: More = {}): Column {
  const shape = shapeOf(kind, field);
  const made: Column = { field, title: words.field(kind, field), widthPx, shape };
  if (shape.shape === 'choice') {
    made.options = () =>
      wordsOf(kind, field).map((value) => ({ value, text: words.choice(kind, field, value) }));
    made.show = (row) => words.choice(kind, field, row.fields[field] ?? '');
  } else if (shape.shape === 'decimal') {
    made.end = true;
    made.show = (row) => grouped(row.fields[field] ?? '');
  } else if (shape.shape === 'ratio') {
    made.end = true;
    made.show = (row) => editable(shape, row.fields[field] ?? '');
  } else if (shape.shape === 'localTime') {
    made.show = (row) => editable(shape, row.fields[field] ?? '');
  } else if (shape.shape === 'integer') {
    made.end = true;
  } else if (shape.shape === 'reference') {
    const target = shape.kind as Kind;
    made.options = () => recordOptions(target, () => '');
    made.show = (row) => {
      const id = row.fields[field];
      return id ? nameOf(target, app.row(target, id)) : '';
    };
  }
  return { ...made, ...more };
}

/** Records to choose from, under names that tell them apart. */
export function recordOptions(kind: Kind, detail: (fields: Record<string, string>, id: string) => string): Option[] {
  const seen = new Map<string, number>();
  return app.rows(kind).map((row) => {
    const name = nameOf(kind, row);
    const times = (seen.get(name) ?? 0) + 1;
    seen.set(name, times);
    return { value: row.id, text: times > 1 ? `${name} (${times})` : name, detail: detail(row.fields, row.id) };
  });
}

/** What else changes when a record is deleted: its parts go too, fields that name it are emptied. */
export function alsoDelete(kind: Kind, id: string): Edit[] {
  const edits: Edit[] = [];
  for (const other of Object.keys(FIELDS).filter(isKind)) {
    const fields = Object.keys(FIELDS[other]).filter((field) => {
      const shape = shapeOf(other, field);
      return shape.shape === 'reference' && shape.kind === kind;
    });
    if (fields.length === 0) continue;
    for (const row of app.rows(other)) {
      const naming = fields.filter((field) => row.fields[field] === id);
      if (naming.some((field) => PARTS[other]?.includes(field))) {
        edits.push({ do: 'delete', kind: other, id: row.id });
      } else {
        for (const field of naming) edits.push({ do: 'set', kind: other, id: row.id, field, value: null });
      }
    }
  }
  return edits;
}

/** Which rows of a kind a grid shows, and what new ones begin with. */
export interface Part {
  rows?: () => Row[];
  defaults?: () => Record<string, string>;
  /** Whether rows are begun by typing; true when absent. */
  grows?: boolean;
}

/** The rows of a grid over a kind, or over a part of it. */
export function entriesOf(kind: Kind, columns: () => Column[], part: Part = {}): Entries {
  return new Entries({
    kind,
    columns,
    rows: part.rows ?? (() => app.rows(kind)),
    defaults: part.defaults ?? (() => ({})),
    grows: part.grows ?? true,
    nameOf: (row) => nameOf(kind, row),
    alsoDelete: (id) => alsoDelete(kind, id),
    save: app.edit,
    refused: app.refused,
    say: t,
    explain,
  });
}

/** What a grid brings into view: the selected record when it is one of its own. */
export function revealed(kind: Kind): { id: string; field: string | null } | null {
  const selected = app.selected;
  if (selected?.of !== 'record' || selected.kind !== kind) return null;
  return { id: selected.id, field: selected.field ?? null };
}
