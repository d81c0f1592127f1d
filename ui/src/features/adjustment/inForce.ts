// What the policy file says that steers the calculation, in the order in which it is applied.

import type { Row } from '../../backend/bindings/Row';
import { nameOf } from '../../case/names';
import { grouped, percent } from '../../case/typed';
import { t, words } from '../../words/words.svelte';

export interface InForce {
  kind: string;
  id: string;
  name: string;
  value: string;
  clause: string | null;
}

/** An amount and a rate, either of which may be missing. */
function both(row: Row, amount: string, rate: string): string {
  const parts = [grouped(row.fields[amount] ?? ''), row.fields[rate] ? percent(row.fields[rate]) : ''];
  return parts.filter(Boolean).join(' · ');
}

function valueOf(kind: string, row: Row): string {
  switch (kind) {
    case 'deductible': {
      const days = row.fields['days'];
      return [both(row, 'fixed', 'rate'), days ? t('adjustment-days', { days }) : ''].filter(Boolean).join(' · ');
    }
    case 'policy_limit':
      return both(row, 'amount', 'rate_of_sum_insured');
    case 'extension':
      return [both(row, 'limit_amount', 'limit_of_sum_insured'), row.fields['limit_of_loss'] ? percent(row.fields['limit_of_loss']) : '']
        .filter(Boolean)
        .join(' · ');
    case 'reduction':
      return percent(row.fields['rate'] ?? '');
    default:
      return words.termValue(row.fields['code'] ?? '', row.fields['value'] ?? '');
  }
}

/** Everything in force with its clause; what says nothing yet is left out. */
export function inForce(rows: (kind: string) => Row[]): InForce[] {
  return ['extension', 'reduction', 'deductible', 'policy_limit', 'term'].flatMap((kind) =>
    rows(kind)
      .map((row) => {
        const name = nameOf(kind, row);
        const of = words.kind(kind);
        return {
          kind,
          id: row.id,
          name: kind === 'term' || name === of ? name : `${of} ${name}`,
          value: valueOf(kind, row),
          clause: row.fields['clause'] ?? null,
        };
      })
      .filter((entry) => entry.value !== ''),
  );
}
