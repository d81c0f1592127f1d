// Columns and rows of the grids over records of the open case.

import { shapeOf, wordsOf, type Kind } from '../backend/kinds';
import type { Edit } from '../backend/bindings/Edit';
import { nameOf } from '../case/names';
import { grouped } from '../case/typed';
import type { Column, Option } from '../grid/column';
import { Entries } from '../grid/entries.svelte';
import { t, words } from '../words/words.svelte';
import { app, explain } from './state.svelte';

/** What refers to a record, by kind: emptied when the record is deleted. */
const REFERRING: Partial<Record<Kind, string>> = {
  policy_item: 'policy_item',
  measurement: 'measurement',
  unit_price: 'price',
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
  } else if (shape.shape === 'reference') {
    const target = shape.kind;
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

function alsoDelete(kind: Kind, id: string): Edit[] {
  if (kind === 'loss_line') {
    return app
      .rows('line_photo')
      .filter((link) => link.fields['line'] === id)
      .map((link) => ({ do: 'delete', kind: 'line_photo', id: link.id }));
  }
  const field = REFERRING[kind];
  if (!field) return [];
  return app
    .rows('loss_line')
    .filter((line) => line.fields[field] === id)
    .map((line) => ({ do: 'set', kind: 'loss_line', id: line.id, field, value: null }));
}

/** The rows of a grid over a kind. */
export function entriesOf(kind: Kind, columns: () => Column[]): Entries {
  return new Entries({
    kind,
    columns,
    rows: () => app.rows(kind),
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
