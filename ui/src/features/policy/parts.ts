// The parts of the policy page and what is entered on each.

export const PARTS = ['schedule', 'terms', 'costs', 'insurers', 'clauses', 'intake'] as const;
export type Part = (typeof PARTS)[number];

const PLACES: Record<string, Part> = {
  claim_case: 'schedule',
  policy_item: 'schedule',
  policy_section: 'schedule',
  deductible: 'terms',
  policy_limit: 'terms',
  reduction: 'terms',
  term: 'terms',
  extension: 'costs',
  sue_labour: 'costs',
  other_policy: 'insurers',
  coinsurer: 'insurers',
  exchange_rate: 'insurers',
  policy_clause: 'clauses',
  endorsement: 'clauses',
  notice: 'intake',
  advice: 'intake',
  disclosure: 'intake',
};

/** The part on which a kind of record is entered. */
export function partOf(kind: string): Part | undefined {
  return PLACES[kind];
}
