// Which photos an action is about, and what can be done to all of them at once: one step of undo.

import { alsoDelete } from '../../app/columns';
import { app } from '../../app/state.svelte';
import type { Edit } from '../../backend/bindings/Edit';
import type { Row } from '../../backend/bindings/Row';
import { nameOf } from '../../case/names';
import { parts } from '../../case/time';
import { t, words } from '../../words/words.svelte';
import { filled } from './template';

class Picked {
  #ids = $state.raw<ReadonlySet<string>>(new Set());
  /** Where a range begins. */
  #anchor: string | null = null;

  /** The photo the cursor is on. */
  get current(): string | null {
    return app.selected?.of === 'record' && app.selected.kind === 'photo' ? app.selected.id : null;
  }

  has(id: string): boolean {
    const current = this.current;
    return current !== null && this.#ids.has(current) ? this.#ids.has(id) : id === current;
  }

  /** The photos an action is about, in the order of their numbers. */
  get rows(): Row[] {
    const current = this.current;
    if (current === null) return [];
    const ids = this.#ids.has(current) ? this.#ids : new Set([current]);
    return app.rows('photo').filter((row) => ids.has(row.id));
  }

  get many(): boolean {
    const current = this.current;
    return current !== null && this.#ids.size > 1 && this.#ids.has(current) && this.rows.length > 1;
  }

  only(id: string): void {
    this.#anchor = id;
    this.#ids = new Set([id]);
    app.select('photo', id);
  }

  toggle(id: string): void {
    const ids = new Set(this.rows.map((row) => row.id));
    if (ids.has(id) && ids.size > 1) ids.delete(id);
    else ids.add(id);
    this.#anchor = id;
    this.#ids = ids;
    app.select('photo', ids.has(id) ? id : ([...ids][0] ?? id));
  }

  /** Everything between where the range began and here. */
  reach(photos: readonly Row[], id: string): void {
    const anchor = this.#anchor ?? this.current ?? id;
    const at = (key: string) => Math.max(0, photos.findIndex((photo) => photo.id === key));
    const [from, to] = [at(anchor), at(id)].sort((a, b) => a - b);
    this.#anchor = anchor;
    this.#ids = new Set(photos.slice(from, (to ?? 0) + 1).map((photo) => photo.id));
    app.select('photo', id);
  }

  all(photos: readonly Row[]): void {
    const current = this.current;
    this.#ids = new Set(photos.map((photo) => photo.id));
    const first = photos[0];
    if (first && (current === null || !this.#ids.has(current))) app.select('photo', first.id);
  }
}

export const picked = new Picked();

function subject(rows: readonly Row[], more = ''): string {
  const [first] = rows;
  const what = rows.length === 1 && first ? nameOf('photo', first) : t('photos-many', { count: rows.length });
  return more ? `${what} · ${more}` : what;
}

/** Says the same of every photo; what it says already is left alone. */
function set(label: string, rows: readonly Row[], more: string, field: string, value: (row: Row) => string): Promise<unknown> {
  const edits = rows.flatMap((row): Edit[] => {
    const next = value(row);
    if ((row.fields[field] ?? '') === next) return [];
    return [{ do: 'set', kind: 'photo', id: row.id, field, value: next || null }];
  });
  return edits.length > 0 ? app.choose(label, subject(rows, more), edits) : Promise.resolve();
}

export function setField(rows: readonly Row[], field: string, value: string): Promise<unknown> {
  return set('change-photo', rows, words.field('photo', field), field, () => value);
}

/** 1 to 5; 0 takes the rating away. */
export function rate(rows: readonly Row[], stars: number): Promise<unknown> {
  return set('rate-photo', rows, '★'.repeat(stars), 'rating', () => (stars > 0 ? String(stars) : ''));
}

/** Sets photos aside, or takes them back when all of them are. */
export function reject(rows: readonly Row[]): Promise<unknown> {
  const back = rows.every((row) => row.fields['rejected'] === 'yes');
  return set(back ? 'unreject-photo' : 'reject-photo', rows, '', 'rejected', () => (back ? '' : 'yes'));
}

/** What the words of a template stand for on one photo. */
export function captionOf(row: Row, template: string): string {
  const damage = app.row('damage_place', row.fields['damage_place'] ?? '')?.fields['name'] ?? '';
  const place = row.fields['place'] ?? '';
  const taken = parts(app.view?.photos[row.id]?.taken ?? '');
  return filled(template, {
    damage: damage || place,
    place,
    view: words.choice('photo', 'view', row.fields['view'] ?? ''),
    number: row.fields['number'] ?? '',
    time: `${taken.day} ${taken.clock.slice(0, 5)}`.trim(),
  });
}

export function caption(rows: readonly Row[], template: string): Promise<unknown> {
  return set('caption-photo', rows, '', 'caption', (row) => captionOf(row, template));
}

/** Deletes photos with their links and marks; the originals stay in the file, and undo brings all back. */
export function remove(rows: readonly Row[]): Promise<unknown> {
  const seen = new Set<string>();
  const edits = rows
    .flatMap((row): Edit[] => [...alsoDelete('photo', row.id), { do: 'delete', kind: 'photo', id: row.id }])
    .filter((edit) => {
      if (edit.do !== 'delete') return true;
      const first = !seen.has(edit.id);
      seen.add(edit.id);
      return first;
    });
  return edits.length > 0 ? app.change('delete-photo', subject(rows), edits) : Promise.resolve();
}

/** Opens the list of what photos can be linked to; set by the list, which knows how. */
let openLinks: (rows: readonly Row[]) => unknown = () => undefined;

export function onLink(open: (rows: readonly Row[]) => unknown): void {
  openLinks = open;
}

/** What a key means for the photos picked; nothing when it means nothing. */
export function photoKey(event: KeyboardEvent, rows: readonly Row[]): (() => unknown) | null {
  if (!app.writable || rows.length === 0 || event.ctrlKey || event.metaKey || event.altKey) return null;
  if (/^[0-5]$/.test(event.key)) return () => rate(rows, Number(event.key));
  switch (event.key.toLowerCase()) {
    case 'x':
      return () => reject(rows);
    case 'l':
      return () => openLinks(rows);
    case 'c':
      return () => into(rows.length > 1 ? 'photos-caption' : 'field-photo-caption');
    default:
      return null;
  }
}

/** Moves the cursor into a field of the inspector. */
function into(testid: string): void {
  app.inspector = true;
  requestAnimationFrame(() =>
    requestAnimationFrame(() => document.querySelector<HTMLElement>(`[data-testid="${testid}"]`)?.focus()),
  );
}
