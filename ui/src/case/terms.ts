// The terms that steer the adjustment, and what each may say.

/** Switches with their values, and amounts or rates that are typed. */
export const TERMS: Record<string, readonly string[] | null> = {
  'deductible.fixed': null,
  'deductible.rate': null,
  'deductible.rule': ['max', 'fixed', 'rate', 'min', 'sum'],
  'deductible.rate_base': ['gross_loss', 'net_of_salvage', 'after_average', 'sum_insured'],
  'deductible.timing': ['after_average', 'before_average'],
  'deductible.scope': ['per_event_once', 'per_item', 'highest_of_items'],
  'deductible.franchise': ['false', 'true'],
  'average.basis': ['full_value', 'coinsurance_pct', 'first_loss', 'margin_clause'],
  'average.coinsurance_pct': null,
  'salvage.timing': ['before_average', 'after_average_full', 'insurer_share'],
  'limit.event': null,
  'limit.aggregate': null,
  'limit.timing': ['after_deductible', 'before_deductible'],
  'recovery.method': ['deduct_from_loss', 'deduct_from_payable', 'insured_first', 'pro_rata', 'top_down'],
};

/** The values a term chooses from; nothing where an amount or a rate is typed. */
export function valuesOf(code: string): readonly string[] | null {
  return TERMS[code] ?? null;
}
