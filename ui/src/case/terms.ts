// The terms that steer the adjustment, and what each may say.

/** Switches with their values, and amounts or rates that are typed. */
export const TERMS: Record<string, readonly string[] | null> = {
  'deductible.rule': ['max', 'fixed', 'rate', 'time', 'min', 'sum'],
  'deductible.rate_base': ['gross_loss', 'net_of_salvage', 'after_average', 'sum_insured'],
  'deductible.timing': ['after_average', 'before_average'],
  'deductible.scope': ['per_event_once', 'per_item', 'highest_of_items'],
  'deductible.franchise': ['false', 'true'],
  'average.basis': ['full_value', 'coinsurance_pct', 'first_loss', 'ho_80', 'margin_clause'],
  'average.coinsurance_pct': null,
  'average.margin_pct': null,
  'item_cap.timing': ['before_deductible', 'after_deductible'],
  'betterment.timing': ['before_average', 'after_average'],
  'salvage.timing': ['before_average', 'after_average_full', 'insurer_share'],
  'limit.timing': ['after_deductible', 'before_deductible'],
  'sue_labour.average': ['true', 'false'],
  'sue_labour.deductible': ['false', 'true'],
  'contribution.method': ['sum_insured', 'independent_liability', 'sequential'],
  'fx.date': ['loss_date', 'cost_date', 'agreement_date', 'payment_date'],
  'recovery.method': ['deduct_from_loss', 'deduct_from_payable', 'insured_first', 'pro_rata', 'top_down'],
};

/** Amounts and rates that older cases have as terms and scenarios name in one word. */
export const TYPED_TERMS = ['deductible.fixed', 'deductible.rate', 'limit.event', 'limit.aggregate'] as const;

/** What a scenario may say otherwise about a loss line or an insured item. */
export const LINE_POINTS = [
  'line.amount',
  'line.quantity',
  'line.price',
  'line.coverage',
  'line.betterment',
  'line.depreciation',
  'line.salvage',
] as const;
export const ITEM_POINTS = ['item.sum_insured', 'item.insurable_value', 'item.ratio', 'item.salvage'] as const;

/** The values a term chooses from; nothing where an amount or a rate is typed. */
export function valuesOf(code: string): readonly string[] | null {
  return TERMS[code] ?? null;
}
