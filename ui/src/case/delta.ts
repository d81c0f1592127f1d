// A case as the program sent it, and what a change makes of it.

import type { CaseView } from '../backend/bindings/CaseView';
import type { Change } from '../backend/bindings/Change';
import type { Delta } from '../backend/bindings/Delta';
import type { Edit } from '../backend/bindings/Edit';
import type { Row } from '../backend/bindings/Row';

/** Keys are made in the order of time, so the order of keys is the order of entry. */
function placed(rows: readonly Row[], row: Row): Row[] {
  const at = rows.findIndex((other) => other.id >= row.id);
  if (at === -1) return [...rows, row];
  const found = rows[at];
  const after = found && found.id === row.id ? at + 1 : at;
  return [...rows.slice(0, at), row, ...rows.slice(after)];
}

function changedRows(rows: readonly Row[], changes: readonly Change[]): Row[] {
  let next = [...rows];
  for (const change of changes) {
    const { id, row } = change;
    if (!row) next = next.filter((other) => other.id !== id);
    else if (next.length === 0 || (next.at(-1)?.id ?? '') < id) next.push(row);
    else next = placed(next, row);
  }
  return next;
}

function changedMap<T>(
  before: { [key in string]?: T },
  changes: { [key in string]?: T | null },
): { [key in string]: T } {
  const after = { ...before } as { [key in string]: T };
  for (const [id, value] of Object.entries(changes)) {
    if (value == null) Reflect.deleteProperty(after, id);
    else after[id] = value as T;
  }
  return after;
}

/** The case as it will be with these values; records are neither made nor deleted. */
export function withEdits(view: CaseView, edits: readonly Edit[]): CaseView {
  const byKind = new Map<string, Map<string, Row['fields']>>();
  for (const edit of edits) {
    if (edit.do !== 'set') continue;
    const of = byKind.get(edit.kind) ?? new Map<string, Row['fields']>();
    of.set(edit.id, { ...of.get(edit.id), [edit.field]: edit.value ?? '' });
    byKind.set(edit.kind, of);
  }
  const rows: CaseView['rows'] = { ...view.rows };
  for (const [kind, of] of byKind) {
    rows[kind] = rowsOf(view, kind).map((row) => {
      const fields = of.get(row.id);
      return fields ? { ...row, fields: { ...row.fields, ...fields } } : row;
    });
  }
  return { ...view, rows };
}

/** The case after a change. What did not change is the same object as before. */
export function applyDelta(view: CaseView, delta: Delta): CaseView {
  const rows: CaseView['rows'] = { ...view.rows };
  const byKind = new Map<string, Change[]>();
  for (const change of delta.changes) {
    const list = byKind.get(change.kind);
    if (list) list.push(change);
    else byKind.set(change.kind, [change]);
  }
  for (const [kind, changes] of byKind) rows[kind] = changedRows(rows[kind] ?? [], changes);
  return {
    ...view,
    savedAt: delta.savedAt,
    rows,
    derived: changedMap(view.derived, delta.derived),
    photos: changedMap(view.photos, delta.photos),
    figures: delta.figures,
    findings: delta.findings ?? view.findings,
    undo: delta.undo,
    redo: delta.redo,
  };
}

/** The rows of a kind; none where the case has none. */
export function rowsOf(view: CaseView, kind: string): Row[] {
  return view.rows[kind] ?? [];
}

/** A field of a row as text. */
export function valueOf(row: Row | undefined, field: string): string {
  return row?.fields[field] ?? '';
}
