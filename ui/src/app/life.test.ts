import { describe, expect, it } from 'vitest';
import { FIELDS } from '../backend/fields';
import type { Kind } from '../backend/kinds';
import { LANGUAGES, hasWords, keyPart } from '../words/catalogue';
import { LIFE, lifeColumns, lifePartOf, type LifePart } from './life';
import { stepOf } from './steps';

const PAGES: Record<LifePart, string> = {
  intake: 'policy',
  timeline: 'cause',
  causes: 'cause',
  cover: 'cause',
  experts: 'cause',
  requests: 'evidence',
  negotiation: 'adjustment',
  payment: 'adjustment',
  recovery: 'adjustment',
  work: 'dossier',
  closing: 'dossier',
};
const KINDS = Object.entries(LIFE).flatMap(([part, kinds]) => kinds.map((kind): [LifePart, Kind] => [part as LifePart, kind]));

describe('the life of a claim', () => {
  it.each(KINDS)('%s: %s is entered on the page its findings lead to', (part, kind) => {
    expect(lifePartOf(kind)).toBe(part);
    expect(stepOf(kind, null)).toBe(PAGES[part]);
    for (const language of LANGUAGES) expect(hasWords(language, `life-${keyPart(kind)}-about`)).toBe(true);
  });

  it('keeps texts of some pages out of cells, and nothing else', () => {
    const left = KINDS.flatMap(([, kind]) => {
      const shown = lifeColumns(kind).map(({ field }) => field);
      return Object.keys(FIELDS[kind]).filter((field) => !shown.includes(field)).map((field) => `${kind}.${field}`);
    });
    expect(left).toEqual([
      'disclosure.text',
      'strategy.plan',
      'expert.opinion',
      'paper_request.items',
      'negotiation_round.minutes',
      'refusal.reasons',
    ]);
  });

  it('keeps what a side asks apart from what was assessed', () => {
    const shown = lifeColumns('negotiation_position').map(({ field }) => field);
    expect(shown).toEqual(expect.arrayContaining(['amount', 'assessed']));
  });
});
