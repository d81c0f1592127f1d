// What photos belong to: loss lines, quantities, damaged places, notes, papers; and which papers support
// which loss lines. Each change is one step of undo, however many records it is about.

import { app } from '../app/state.svelte';
import type { Edit } from '../backend/bindings/Edit';
import type { Row } from '../backend/bindings/Row';
import { t, words } from '../words/words.svelte';
import { nameOf } from './names';

export const TARGETS = ['loss_line', 'measurement', 'damage_place', 'note', 'document'] as const;
export type TargetKind = (typeof TARGETS)[number];

export interface Target {
  kind: TargetKind;
  id: string;
}

/** The field of a `photo_link` that names what the photo belongs to. */
const LINK_FIELD = { measurement: 'measurement', note: 'note', document: 'document' } as const;

/** The records that say that a photo belongs to something. */
function linkRows(target: Target): { kind: 'line_photo' | 'photo_link'; rows: Row[] } {
  const { kind, id } = target;
  if (kind === 'loss_line') {
    return { kind: 'line_photo', rows: app.rows('line_photo').filter((link) => link.fields['line'] === id) };
  }
  if (kind === 'damage_place') return { kind: 'photo_link', rows: [] };
  return { kind: 'photo_link', rows: app.rows('photo_link').filter((link) => link.fields[LINK_FIELD[kind]] === id) };
}

/** Keys of the photos of something. */
export function photosOfTarget(target: Target): Set<string> {
  if (target.kind === 'damage_place') {
    return new Set(app.rows('photo').filter((row) => row.fields['damage_place'] === target.id).map((row) => row.id));
  }
  const ids = linkRows(target).rows.map((link) => link.fields['photo'] ?? '');
  const own = target.kind === 'measurement' ? app.row('measurement', target.id)?.fields['photo'] : undefined;
  return new Set(own ? [...ids, own] : ids);
}

/** What a photo belongs to, in the order of the kinds. */
export function targetsOf(photo: Row): Target[] {
  const of = (kind: TargetKind, ids: (string | undefined)[]): Target[] =>
    [...new Set(ids)].flatMap((id) => (id && app.row(kind, id) ? [{ kind, id }] : []));
  const links = app.rows('photo_link').filter((link) => link.fields['photo'] === photo.id);
  const measured = app.rows('measurement').filter((row) => row.fields['photo'] === photo.id);
  return [
    ...of('loss_line', app.rows('line_photo').filter((link) => link.fields['photo'] === photo.id).map((link) => link.fields['line'])),
    ...of('measurement', [...links.map((link) => link.fields['measurement']), ...measured.map((row) => row.id)]),
    ...of('note', links.map((link) => link.fields['note'])),
    ...of('document', links.map((link) => link.fields['document'])),
  ];
}

function subject(photos: readonly Row[], target: Target): string {
  const [first] = photos;
  const what = photos.length === 1 && first ? nameOf('photo', first) : t('photos-many', { count: photos.length });
  return `${what} · ${nameOf(target.kind, app.row(target.kind, target.id))}`;
}

/** Those linked already stay so. */
export function linkPhotos(photos: readonly Row[], target: Target): Promise<unknown> {
  const there = photosOfTarget(target);
  const { kind, id } = target;
  const edits = photos
    .filter((photo) => !there.has(photo.id))
    .map((photo): Edit => {
      if (kind === 'damage_place') return { do: 'set', kind: 'photo', id: photo.id, field: 'damage_place', value: id };
      if (kind === 'loss_line') return { do: 'add', kind: 'line_photo', fields: { line: id, photo: photo.id }, name: null };
      return { do: 'add', kind: 'photo_link', fields: { photo: photo.id, [LINK_FIELD[kind]]: id }, name: null };
    });
  return edits.length > 0 ? app.change('link-photo', subject(photos, target), edits) : Promise.resolve();
}

export function unlinkPhotos(photos: readonly Row[], target: Target): Promise<unknown> {
  const ids = new Set(photos.map((photo) => photo.id));
  const edits: Edit[] = [];
  if (target.kind === 'damage_place') {
    for (const photo of photos) {
      if (photo.fields['damage_place'] !== target.id) continue;
      edits.push({ do: 'set', kind: 'photo', id: photo.id, field: 'damage_place', value: null });
    }
  } else {
    const { kind, rows } = linkRows(target);
    for (const link of rows) {
      if (ids.has(link.fields['photo'] ?? '')) edits.push({ do: 'delete', kind, id: link.id });
    }
    const own = target.kind === 'measurement' ? app.row('measurement', target.id)?.fields['photo'] : undefined;
    if (own && ids.has(own)) edits.push({ do: 'set', kind: 'measurement', id: target.id, field: 'photo', value: null });
  }
  return edits.length > 0 ? app.change('unlink-photo', subject(photos, target), edits) : Promise.resolve();
}

/** What photos can be linked to, by kind, with what tells one from another. */
export function targetOptions(kind: TargetKind): { target: Target; name: string; detail: string }[] {
  const rows = kind === 'note' ? app.rows(kind).toReversed() : app.rows(kind);
  return rows.map((row) => ({ target: { kind, id: row.id }, name: nameOf(kind, row), detail: detailOf(kind, row.fields) }));
}

function detailOf(kind: TargetKind, fields: Row['fields']): string {
  if (kind === 'note') return [(fields['at'] ?? '').slice(0, 16).replace('T', ' '), fields['place']].filter(Boolean).join(' ');
  if (kind === 'measurement') return [fields['location'], fields['expression']].filter(Boolean).join(' ');
  if (kind === 'document') return [words.choice('document', 'kind', fields['kind'] ?? ''), fields['title']].filter(Boolean).join(' ');
  return fields['location'] ?? '';
}

/** That a paper proves something of a line; the same link is not made twice. */
export function linkDocument(paper: Row, line: Row | undefined, facet: string): Promise<unknown> {
  const same = app
    .rows('line_document')
    .some(
      (link) =>
        link.fields['document'] === paper.id && link.fields['line'] === line?.id && link.fields['facet'] === facet,
    );
  if (!line || same) return Promise.resolve();
  return app.change('link-document', `${nameOf('document', paper)} · ${nameOf('loss_line', line)}`, [
    { do: 'add', kind: 'line_document', fields: { line: line.id, document: paper.id, facet }, name: null },
  ]);
}

export function unlinkDocument(paper: Row, link: Row): Promise<unknown> {
  return app.change('unlink-document', nameOf('document', paper), [{ do: 'delete', kind: 'line_document', id: link.id }]);
}
