// The steps of a case in their order, and how far each is.

import type { CaseView } from '../backend/bindings/CaseView';
import type { FindingView } from '../backend/bindings/FindingView';
import { rowsOf, valueOf } from '../case/delta';

export const STEPS = [
  'overview',
  'policy',
  'cause',
  'survey',
  'measurement',
  'prices',
  'lines',
  'adjustment',
  'evidence',
  'dossier',
  'handover',
] as const;
export type Step = (typeof STEPS)[number];

/** Empty, in work, done, blocked: shown by shape and word, not by colour alone. */
export type StepState = 'empty' | 'work' | 'done' | 'blocked';

const CAUSE_FIELDS = new Set(['cause', 'course', 'liability']);
/** What the reports say beside the figures. */
export const REPORT_FIELDS = [
  'report_no',
  'engaged_on',
  'principal',
  'reserve',
  'interim_advice',
  'subject',
  'basis',
  'third_party',
  'plan',
  'conclusion',
] as const;
const IN_REPORTS = new Set<string>(REPORT_FIELDS);
const PLACES: Record<string, Step> = {
  claim_case: 'policy',
  policy_item: 'policy',
  term: 'policy',
  note: 'survey',
  photo: 'survey',
  measurement: 'measurement',
  unit_price: 'prices',
  loss_line: 'lines',
  line_photo: 'lines',
  policy_section: 'policy',
  policy_clause: 'policy',
  endorsement: 'policy',
  deductible: 'policy',
  policy_limit: 'policy',
  extension: 'policy',
  sue_labour: 'policy',
  reduction: 'policy',
  other_policy: 'policy',
  coinsurer: 'policy',
  exchange_rate: 'policy',
  interim_payment: 'adjustment',
  damage_place: 'survey',
  camera_clock: 'survey',
  photo_mark: 'survey',
  photo_link: 'survey',
  person: 'survey',
  note_person: 'survey',
  measurement_sheet: 'measurement',
  signature: 'measurement',
  quote: 'prices',
  document: 'evidence',
  line_document: 'evidence',
  scenario: 'adjustment',
  position: 'adjustment',
  recovery: 'adjustment',
  settlement: 'adjustment',
  signatory: 'dossier',
  report: 'dossier',
  letter: 'dossier',
  handover: 'handover',
  notice: 'policy',
  advice: 'policy',
  disclosure: 'policy',
  client_policy: 'policy',
  strategy: 'cause',
  event: 'cause',
  cause_option: 'cause',
  cause_evidence: 'cause',
  coverage_test: 'cause',
  expert: 'cause',
  paper_request: 'evidence',
  work_entry: 'dossier',
  negotiation_round: 'adjustment',
  negotiation_position: 'adjustment',
  reserve: 'dossier',
  approval: 'adjustment',
  payment: 'adjustment',
  refusal: 'adjustment',
  dispute: 'adjustment',
  third_party: 'adjustment',
  returned_part: 'adjustment',
  archive: 'dossier',
  risk_advice: 'dossier',
  vehicle: 'cause',
  finding_answer: 'dossier',
};

/** The step on which a record, or a field of the case head, is entered. */
export function stepOf(kind: string, field: string | null): Step {
  if (kind === 'claim_case' && field && CAUSE_FIELDS.has(field)) return 'cause';
  if (kind === 'claim_case' && field && IN_REPORTS.has(field)) return 'dossier';
  return PLACES[kind] ?? 'overview';
}

function filled(view: CaseView, fields: string[]): number {
  const head = rowsOf(view, 'claim_case')[0];
  return fields.filter((field) => valueOf(head, field) !== '').length;
}

const HEAD = ['claim_no', 'insured', 'insurer', 'policy_no', 'policy_from', 'policy_to', 'loss_date'];

/** How much of a step there is: nothing, some, or what it needs. */
function amount(view: CaseView, step: Step): StepState {
  const count = (kind: string) => rowsOf(view, kind).length;
  const some = (any: boolean, all: boolean): StepState => (all ? 'done' : any ? 'work' : 'empty');
  switch (step) {
    case 'policy': {
      const head = filled(view, HEAD);
      return some(head > 0, head === HEAD.length && count('policy_item') > 0);
    }
    case 'cause': {
      const told = filled(view, ['cause', 'liability']);
      return some(told > 0, told === 2);
    }
    case 'survey':
      return some(count('note') + count('photo') > 0, count('note') > 0 && count('photo') > 0);
    case 'measurement':
      return some(count('measurement') > 0, count('measurement') > 0);
    case 'prices':
      return some(count('unit_price') > 0, count('unit_price') > 0);
    case 'lines':
      // Without lines the assessed loss is known: it is nothing.
      return some(count('loss_line') > 0, count('loss_line') > 0 && view.figures.assessed !== null);
    case 'evidence':
      return some(count('document') > 0, count('document') > 0);
    case 'adjustment':
      return some(view.figures.payable !== null, count('settlement') > 0);
    default:
      return 'empty';
  }
}

/** It weighs that much, and no supervisor waived it. */
export const blocks = (finding: FindingView): boolean => finding.level === 'E' && finding.answer?.standing !== 'waived';
/** A warning without a written reason. */
const wantsReason = (finding: FindingView): boolean => finding.level === 'W' && finding.answer?.standing !== 'explained';

/** The state of a step: what there is of it and what was found at it. */
export function stepState(view: CaseView, step: Step, exported = false): StepState {
  if (step === 'dossier') return exported ? 'done' : 'empty';
  const here = view.findings.filter((finding) => stepOf(finding.kind, finding.field) === step);
  const state = amount(view, step);
  if (state !== 'empty' && here.some(blocks)) return 'blocked';
  if (state === 'done' && here.some(wantsReason)) return 'work';
  return state;
}

/** How many findings of each weight. */
/** What is left to do, by weight; what was waived or explained is settled. */
export function weights(findings: readonly FindingView[]): { stop: number; warn: number; info: number; settled: number } {
  const count = (is: (finding: FindingView) => boolean) => findings.filter(is).length;
  const [stop, warn, info] = [count(blocks), count(wantsReason), count((finding) => finding.level === 'I')];
  return { stop, warn, info, settled: findings.length - stop - warn - info };
}
