// Which photos and papers support which loss lines.

import type { Row } from '../backend/bindings/Row';
import { app } from '../app/state.svelte';
import { nameOf } from './names';

function subject(line: Row, photo: Row): string {
  return `${nameOf('photo', photo)} · ${nameOf('loss_line', line)}`;
}

export function linkPhoto(line: Row | undefined, photo: Row | undefined): Promise<unknown> {
  if (!line || !photo) return Promise.resolve();
  return app.change('link-photo', subject(line, photo), [
    { do: 'add', kind: 'line_photo', fields: { line: line.id, photo: photo.id }, name: null },
  ]);
}

export function unlinkPhoto(line: Row, photo: Row): Promise<unknown> {
  const links = app
    .rows('line_photo')
    .filter((link) => link.fields['line'] === line.id && link.fields['photo'] === photo.id);
  if (links.length === 0) return Promise.resolve();
  return app.change(
    'unlink-photo',
    subject(line, photo),
    links.map((link) => ({ do: 'delete', kind: 'line_photo', id: link.id })),
  );
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
