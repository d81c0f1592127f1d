import { describe, expect, it } from 'vitest';
import { editable, grouped, percent, plainDate, plainDecimal, plainRatio, readTyped } from './typed';

describe('numbers as people type them', () => {
  it.each([
    ['1,234.50', '1234.50'],
    ['１２．５', '12.5'],
    [' 20，000，000 ', '20000000'],
    ['￥30,000', '30000'],
    ['-3', '-3'],
    ['0.10', '0.10'],
  ])('%s is %s, digit for digit', (typed, kept) => expect(plainDecimal(typed)).toBe(kept));

  it.each(['abc', '1e5', '1.2.3', '12 m3', '--1', '.'])('%s is no number', (typed) =>
    expect(plainDecimal(typed)).toBeNull(),
  );
});

describe('dates as people type them', () => {
  it.each([
    ['2026-11-22', '2026-11-22'],
    ['2026/1/2', '2026-01-02'],
    ['2026.1.2', '2026-01-02'],
    ['20260102', '2026-01-02'],
    ['2026年1月2日', '2026-01-02'],
  ])('%s is %s', (typed, kept) => expect(plainDate(typed)).toBe(kept));

  it.each(['2026-02-30', '26-1-1', 'tomorrow', '2026-13-01'])('%s is no date', (typed) =>
    expect(plainDate(typed)).toBeNull(),
  );
});

describe('ratios as people type them', () => {
  it.each([
    ['15%', '0.15'],
    ['１２．５％', '0.125'],
    ['100 %', '1'],
    ['0.85', '0.85'],
    ['0.5%', '0.005'],
    ['0%', '0'],
    ['120%', '1.2'],
  ])('%s is %s', (typed, kept) => expect(plainRatio(typed)).toBe(kept));
  it.each([
    ['0.15', '15%'],
    ['0.125', '12.5%'],
    ['1', '100%'],
    ['0.005', '0.5%'],
    ['1.2', '120%'],
    ['0', '0%'],
  ])('%s is shown as %s and read back', (kept, shown) => {
    expect(percent(kept)).toBe(shown);
    expect(plainRatio(percent(kept))).toBe(kept);
  });
  it('is edited in per cent', () => expect(editable({ shape: 'ratio' }, '0.1')).toBe('10%'));
  it('a whole number has no point', () => {
    expect(readTyped({ shape: 'integer' }, '３')).toEqual({ value: '3' });
    expect(readTyped({ shape: 'integer' }, '1.5')).toEqual({ problem: 'problem-integer' });
    expect(readTyped({ shape: 'ratio' }, 'x%')).toEqual({ problem: 'problem-ratio' });
  });
});

describe('readTyped', () => {
  it('empties a field with nothing but spaces', () =>
    expect(readTyped({ shape: 'decimal' }, '  ')).toEqual({ value: null }));
  it('says what is wrong by a key of words', () => {
    expect(readTyped({ shape: 'decimal' }, 'x')).toEqual({ problem: 'problem-number' });
    expect(readTyped({ shape: 'date' }, 'x')).toEqual({ problem: 'problem-date' });
    expect(readTyped({ shape: 'choice', words: ['a'] }, 'x')).toEqual({ problem: 'problem-choice' });
    expect(readTyped({ shape: 'text', max: 2 }, '三个字')).toEqual({ problem: 'problem-long' });
  });
  it('keeps text as typed', () =>
    expect(readTyped({ shape: 'text', max: 20 }, ' 12.50×3 ')).toEqual({ value: ' 12.50×3 ' }));
});

describe('times as people type them', () => {
  it.each([
    ['2026-11-22 15:02:11', '2026-11-22T15:02:11'],
    ['2026/1/2 9:05', '2026-01-02T09:05:00'],
    ['2026-01-02T09:05:00', '2026-01-02T09:05:00'],
  ])('%s is %s', (typed, value) => expect(readTyped({ shape: 'localTime' }, typed)).toEqual({ value }));
  it('are shown the same way', () => {
    expect(editable({ shape: 'localTime' }, '2026-01-02T09:05:00')).toBe('2026-01-02 09:05');
    expect(editable({ shape: 'localTime' }, '2026-01-02T09:05:11')).toBe('2026-01-02 09:05:11');
  });
  it('a moment has its offset', () => {
    expect(readTyped({ shape: 'moment' }, '2026-11-22 15:02 +08:00')).toEqual({ value: '2026-11-22T15:02:00+08:00' });
    expect(readTyped({ shape: 'moment' }, '2026-11-22 15:02')).toEqual({ problem: 'problem-moment' });
    expect(readTyped({ shape: 'localTime' }, '2026-11-22 25:02')).toEqual({ problem: 'problem-time' });
  });
});

describe('grouped', () => {
  it.each([
    ['1234567.8900', '1,234,567.8900'],
    ['-1000', '-1,000'],
    ['999', '999'],
    ['12345678901234567890.12', '12,345,678,901,234,567,890.12'],
    ['abc', 'abc'],
  ])('%s is shown as %s', (value, shown) => expect(grouped(value)).toBe(shown));
});
