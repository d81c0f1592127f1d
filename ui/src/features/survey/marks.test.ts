import { expect, it } from 'vitest';
import { bent, drawn, moved, PARTS, pointsText, spotsOf } from './marks';

it('reads what it writes', () => {
  const text = '0,0 1000000,500000';
  expect(pointsText(spotsOf(text))).toBe(text);
  expect(spotsOf('1,x'), 'what does not read is no mark').toEqual([]);
});

it('keeps a mark inside the picture', () => {
  const spots = spotsOf('100000,100000 900000,200000');
  expect(pointsText(moved(spots, { x: 500_000, y: -500_000 })), 'shape and size stay').toBe('200000,0 1000000,100000');
  expect(pointsText(bent(spots, 1, { x: 2 * PARTS, y: -5 }))).toBe('100000,100000 1000000,0');
});

it('thins a long stroke and keeps its end', () => {
  const spots = Array.from({ length: 5_000 }, (_, n) => ({ x: n, y: n }));
  const kept = spotsOf(pointsText(spots));
  expect(kept.length).toBeLessThanOrEqual(801);
  expect(kept.at(-1)).toEqual({ x: 4_999, y: 4_999 });
});

it('tells a mark from a slip of the hand', () => {
  expect(drawn('box', spotsOf('5,5 6,6'))).toBe(false);
  expect(drawn('box', spotsOf('5,5 90000,6'))).toBe(true);
  expect(drawn('text', spotsOf('5,5'))).toBe(true);
});
