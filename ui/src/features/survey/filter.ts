// Which photos the contact sheet shows.

import type { CaseView } from '../../backend/bindings/CaseView';
import type { Row } from '../../backend/bindings/Row';
import { rowsOf } from '../../case/delta';

export const FILTERS = ['all', 'unlinked', 'flagged', 'uncaptioned'] as const;
export type Filter = (typeof FILTERS)[number];

/** The photos of a filter by number. */
export function photosOf(view: CaseView, filter: Filter): Row[] {
  const linked = new Set(rowsOf(view, 'line_photo').map((link) => link.fields['photo']));
  const passes = (row: Row): boolean => {
    switch (filter) {
      case 'unlinked':
        return !linked.has(row.id);
      case 'flagged':
        return (view.photos[row.id]?.oddities.length ?? 0) > 0;
      case 'uncaptioned':
        return !row.fields['caption'];
      default:
        return true;
    }
  };
  return rowsOf(view, 'photo')
    .filter(passes)
    .sort((a, b) => (a.fields['number'] ?? '').localeCompare(b.fields['number'] ?? '', 'en', { numeric: true }));
}
