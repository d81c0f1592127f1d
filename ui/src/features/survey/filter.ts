// Which photos the contact sheet shows.

import type { CaseView } from '../../backend/bindings/CaseView';
import type { Row } from '../../backend/bindings/Row';
import { rowsOf } from '../../case/delta';

export const FILTERS = ['all', 'kept', 'rejected', 'unlinked', 'findings', 'flagged', 'uncaptioned'] as const;
export type Filter = (typeof FILTERS)[number];

/** What a photo must be and say to be shown; an empty text asks nothing. */
export interface Wanted {
  is: Filter;
  view: string;
  damagePlace: string;
  place: string;
}

export const EVERYTHING: Wanted = { is: 'all', view: '', damagePlace: '', place: '' };

/** Stands for photos that say nothing of it. */
export const NONE = '-';

/** One for all: `localeCompare` makes its rules anew for every pair, which 5,000 photos feel. */
const ORDER = new Intl.Collator('en', { numeric: true });

function says(row: Row, field: string, wanted: string): boolean {
  return wanted === '' || (row.fields[field] ?? '') === (wanted === NONE ? '' : wanted);
}

/** The photos that are wanted, by number. */
export function photosOf(view: CaseView, wanted: Wanted): Row[] {
  const linked = new Set(rowsOf(view, 'line_photo').map((link) => link.fields['photo']));
  const found = new Set(view.findings.filter((finding) => finding.kind === 'photo').map((finding) => finding.id));
  const is: Record<Filter, (row: Row) => boolean> = {
    all: () => true,
    kept: (row) => row.fields['rejected'] !== 'yes',
    rejected: (row) => row.fields['rejected'] === 'yes',
    unlinked: (row) => !linked.has(row.id),
    findings: (row) => found.has(row.id),
    flagged: (row) => (view.photos[row.id]?.oddities.length ?? 0) > 0,
    uncaptioned: (row) => !row.fields['caption'],
  };
  return rowsOf(view, 'photo')
    .filter(
      (row) =>
        is[wanted.is](row) &&
        says(row, 'view', wanted.view) &&
        says(row, 'damage_place', wanted.damagePlace) &&
        says(row, 'place', wanted.place),
    )
    .sort((a, b) => ORDER.compare(a.fields['number'] ?? '', b.fields['number'] ?? ''));
}
