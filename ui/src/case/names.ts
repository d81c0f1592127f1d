// What a person would call a record.

import type { Row } from '../backend/bindings/Row';
import { words } from '../words/words.svelte';

const NAMED_BY: Record<string, string> = {
  claim_case: 'claim_no',
  policy_item: 'name',
  term: 'code',
  note: 'text',
  photo: 'number',
  measurement: 'item',
  unit_price: 'item',
  loss_line: 'item',
  recovery: 'from_whom',
  settlement: 'kind',
  policy_section: 'name',
  policy_clause: 'number',
  endorsement: 'number',
  deductible: 'name',
  policy_limit: 'name',
  extension: 'name',
  sue_labour: 'name',
  reduction: 'name',
  other_policy: 'insurer',
  coinsurer: 'name',
  interim_payment: 'paid_on',
  exchange_rate: 'from_currency',
  scenario: 'name',
  position: 'code',
  damage_place: 'name',
  camera_clock: 'camera',
  photo_mark: 'kind',
  person: 'name',
  measurement_sheet: 'number',
  signature: 'signed_at',
  quote: 'supplier',
  signatory: 'name',
  report: 'number',
  letter: 'subject',
  document: 'number',
  line_document: 'facet',
  handover: 'counterpart',
  notice: 'informant',
  advice: 'text',
  disclosure: 'person',
  client_policy: 'number',
  strategy: 'scope',
  event: 'what',
  cause_option: 'name',
  cause_evidence: 'note',
  coverage_test: 'question',
  expert: 'name',
  paper_request: 'items',
  work_entry: 'summary',
  negotiation_round: 'held_at',
  negotiation_position: 'side',
  reserve: 'set_on',
  approval: 'step',
  payment: 'payee',
  refusal: 'reasons',
  dispute: 'body',
  third_party: 'name',
  returned_part: 'part',
  archive: 'class',
  risk_advice: 'finding',
  vehicle: 'plate',
  finding_answer: 'check_no',
};
const LETTERS_MAX = 28;

function cut(text: string): string {
  const letters = [...text.replaceAll(/\s+/g, ' ')];
  return letters.length > LETTERS_MAX ? `${letters.slice(0, LETTERS_MAX).join('')}…` : letters.join('');
}

export function nameOf(kind: string, row: Row | null | undefined): string {
  const value = row?.fields[NAMED_BY[kind] ?? ''] ?? '';
  if (value === '') return words.kind(kind);
  if (kind === 'term' || kind === 'position') return words.term(value);
  if (kind === 'settlement') return words.choice(kind, 'kind', value);
  return cut(value);
}
