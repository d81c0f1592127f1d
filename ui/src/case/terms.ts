// The terms that steer the adjustment, and what each may say.

/** Switches with their values, and amounts or rates that are typed. */
export const TERMS: Record<string, readonly string[] | null> = {
  'deductible.fixed': null,
  'deductible.rate': null,
  'deductible.rule': ['max', 'fixed', 'rate', 'min', 'sum'],
  'deductible.rate_base': ['gross_loss', 'net_of_salvage', 'after_average', 'sum_insured'],
  'deductible.timing': ['after_average', 'before_average'],
  'average.basis': ['full_value', 'first_loss'],
  'salvage.timing': ['before_average', 'after_average_full', 'insurer_share'],
  'limit.event': null,
  'recovery.method': ['deduct_from_loss', 'deduct_from_payable', 'insured_first', 'pro_rata'],
};

/** The values a term chooses from; nothing where an amount or a rate is typed. */
export function valuesOf(code: string): readonly string[] | null {
  return TERMS[code] ?? null;
}
