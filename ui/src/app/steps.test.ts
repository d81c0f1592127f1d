import { describe, expect, it } from 'vitest';
import type { CaseView } from '../backend/bindings/CaseView';
import { blocks, stepOf, stepState, weights } from './steps';

function view(part: Partial<CaseView>): CaseView {
  return {
    id: 'c',
    fileName: 'a.lisuan',
    readOnly: null,
    savedAt: null,
    rows: {},
    derived: {},
    photos: {},
    figures: {} as CaseView['figures'],
    findings: [],
    undo: null,
    redo: null,
    ...part,
  };
}

const finding = (level: string, kind: string, field: string | null = null) => ({ check: 'X', level, kind, id: '1', field, args: {}, about: '', answer: null });
const line = { id: '1', fields: {} };

describe('steps', () => {
  it('places what is found where it is entered', () => {
    expect(stepOf('claim_case', 'liability')).toBe('cause');
    expect(stepOf('claim_case', 'loss_date')).toBe('policy');
    expect(stepOf('line_photo', null)).toBe('lines');
  });

  it('goes from empty over work to done', () => {
    expect(stepState(view({}), 'survey')).toBe('empty');
    expect(stepState(view({ rows: { note: [line] } }), 'survey')).toBe('work');
    expect(stepState(view({ rows: { note: [line], photo: [line] } }), 'survey')).toBe('done');
  });

  it('is blocked by a stop, and not done with a warning', () => {
    const rows = { note: [line], photo: [line] };
    expect(stepState(view({ rows, findings: [finding('E', 'photo')] }), 'survey')).toBe('blocked');
    expect(stepState(view({ rows, findings: [finding('W', 'photo')] }), 'survey')).toBe('work');
    expect(stepState(view({ rows, findings: [finding('E', 'measurement')] }), 'survey'), 'of another step').toBe('done');
  });

  it('counts by weight', () =>
    expect(weights([finding('E', 'note'), finding('W', 'note'), finding('W', 'note')])).toEqual({ stop: 1, warn: 2, info: 0, settled: 0 }));
  it('counts what is left to do', () => {
    const answered = (level: string, standing: 'explained' | 'waived' | 'insufficient') => ({ ...finding(level, 'note'), answer: { id: '2', standing } });
    const all = [answered('W', 'explained'), answered('W', 'insufficient'), answered('E', 'waived'), answered('I', 'explained')];
    expect(weights(all)).toEqual({ stop: 0, warn: 1, info: 1, settled: 2 });
  });
});

describe('answers', () => {
  it('a waiver frees the report, an incomplete one does not', () => {
    const waived = { ...finding('E', 'photo'), answer: { id: '2', standing: 'waived' } };
    expect(blocks(waived)).toBe(false);
    expect(blocks({ ...waived, answer: { id: '2', standing: 'insufficient' } })).toBe(true);
  });
});
