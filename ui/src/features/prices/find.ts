// Finding a price by a part of its text or by the initials of its pinyin. A bill has fourteen
// thousand: what a row is found by is worked out once.

import type { Row } from '../../backend/bindings/Row';
import { initials } from '../../words/pinyin';

const SEARCHED = ['item', 'boq_code', 'feature', 'source'];
const known = new WeakMap<Row, { text: string; initials: string }>();

function foundBy(row: Row): { text: string; initials: string } {
  let found = known.get(row);
  if (!found) {
    const text = SEARCHED.map((field) => row.fields[field] ?? '').join('\n').toLowerCase();
    found = { text, initials: SEARCHED.map((field) => initials(row.fields[field] ?? '')).join('\n') };
    known.set(row, found);
  }
  return found;
}

/** Rows that hold every word that was typed, as text or as initials. */
export function find(rows: Row[], typed: string): Row[] {
  const wanted = typed.toLowerCase().split(/\s+/).filter((word) => word !== '');
  if (wanted.length === 0) return rows;
  return rows.filter((row) => {
    const by = foundBy(row);
    return wanted.every((word) => by.text.includes(word) || by.initials.includes(word));
  });
}
