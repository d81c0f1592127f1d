// Which photos the contact sheet shows.

import type { CaseView } from '../../backend/bindings/CaseView';
import type { Row } from '../../backend/bindings/Row';
import { rowsOf } from '../../case/delta';

export const FILTERS = ['all', 'kept', 'rejected', 'unlinked', 'similar', 'findings', 'flagged', 'uncaptioned'] as const;
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

/** Photos that show nearly the same as another one, by the first of their group. */
export function nearGroups(view: CaseView): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const [id, look] of Object.entries(view.photos)) {
    if (!look?.near) continue;
    const group = groups.get(look.near);
    if (group) group.push(id);
    else groups.set(look.near, [id]);
  }
  return groups;
}

/** The other photos that show nearly the same, in the order they came in. */
export function nearOf(view: CaseView, id: string): Row[] {
  const first = view.photos[id]?.near;
  if (!first) return [];
  return rowsOf(view, 'photo').filter((row) => row.id !== id && view.photos[row.id]?.near === first);
}

/** The photos that are wanted, by number; similar ones beside each other. */
export function photosOf(view: CaseView, wanted: Wanted): Row[] {
  const linked = new Set(
    [...rowsOf(view, 'line_photo'), ...rowsOf(view, 'photo_link'), ...rowsOf(view, 'measurement')].map(
      (link) => link.fields['photo'],
    ),
  );
  const found = new Set(view.findings.filter((finding) => finding.kind === 'photo').map((finding) => finding.id));
  const is: Record<Filter, (row: Row) => boolean> = {
    all: () => true,
    kept: (row) => row.fields['rejected'] !== 'yes',
    rejected: (row) => row.fields['rejected'] === 'yes',
    unlinked: (row) => !linked.has(row.id),
    similar: (row) => Boolean(view.photos[row.id]?.near),
    findings: (row) => found.has(row.id),
    flagged: (row) => (view.photos[row.id]?.oddities.length ?? 0) > 0,
    uncaptioned: (row) => !row.fields['caption'],
  };
  // Keys carry the time they were made: groups come in the order of their first photos.
  const group = (row: Row) => (wanted.is === 'similar' ? (view.photos[row.id]?.near ?? '') : '');
  return rowsOf(view, 'photo')
    .filter(
      (row) =>
        is[wanted.is](row) &&
        says(row, 'view', wanted.view) &&
        says(row, 'damage_place', wanted.damagePlace) &&
        says(row, 'place', wanted.place),
    )
    .sort((a, b) => (group(a) < group(b) ? -1 : group(a) > group(b) ? 1 : 0) || ORDER.compare(a.fields['number'] ?? '', b.fields['number'] ?? ''));
}
