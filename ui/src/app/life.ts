// The records of a claim's life: on which part of which page they are entered, and their columns.

import { FIELDS } from '../backend/fields';
import { shapeOf, type Kind } from '../backend/kinds';
import type { Column } from '../grid/column';
import { column } from './columns';

/** The kinds entered on each part, in the order in which the work goes. */
export const LIFE = {
  intake: ['notice', 'advice', 'disclosure', 'client_policy'],
  timeline: ['event', 'vehicle'],
  causes: ['cause_option', 'cause_evidence'],
  cover: ['coverage_test'],
  experts: ['strategy', 'expert'],
  requests: ['paper_request'],
  negotiation: ['negotiation_round', 'negotiation_position'],
  payment: ['approval', 'payment', 'refusal'],
  recovery: ['third_party', 'returned_part', 'dispute'],
  work: ['work_entry'],
  closing: ['reserve', 'archive', 'risk_advice', 'finding_answer'],
} as const satisfies Record<string, readonly Kind[]>;
export type LifePart = keyof typeof LIFE;

/** The part on which a kind is entered. */
export function lifePartOf(kind: string): LifePart | undefined {
  return (Object.keys(LIFE) as LifePart[]).find((part) => (LIFE[part] as readonly string[]).includes(kind));
}

/** Texts of some pages have no place in a cell; the inspector has. */
const CELL_LETTERS_MAX = 2_000;
const WIDTHS_PX: Record<string, number> = { text: 150, date: 100, localTime: 140, decimal: 110, integer: 90, choice: 120, reference: 130 };

function widthOf(kind: Kind, field: string): number {
  const shape = shapeOf(kind, field);
  if (shape.shape === 'text') return shape.max <= 3 ? 54 : shape.max > 200 ? 200 : 150;
  return WIDTHS_PX[shape.shape] ?? 120;
}

/** A column for each field that fits into a cell. */
export function lifeColumns(kind: Kind): Column[] {
  return Object.keys(FIELDS[kind])
    .filter((field) => {
      const shape = shapeOf(kind, field);
      return shape.shape !== 'text' || shape.max <= CELL_LETTERS_MAX;
    })
    .map((field) => column(kind, field, widthOf(kind, field)));
}
