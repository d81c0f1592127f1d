import { describe, expect, test } from 'vitest';
import { drawn, pathOf, pointOn, signs, textOf, widthOf, type Point } from './strokes';

describe('strokes', () => {
  test('points are thousandths of the height and stay on the pad', () => {
    const pad = { left: 100, top: 50, height: 200 };
    expect(pointOn(pad, 200, 100)).toEqual([500, 250]);
    expect(pointOn(pad, 0, 999)).toEqual([0, 1000]);
  });

  test('points that are too near are left out', () => {
    const stroke: Point[] = [[10, 10]];
    expect(drawn(stroke, [12, 11])).toBe(stroke);
    expect(drawn(stroke, [30, 11])).toHaveLength(2);
  });

  test('are written and drawn', () => {
    const strokes: Point[][] = [
      [
        [1, 2],
        [30, 4],
      ],
      [[5, 6]],
    ];
    expect(textOf(strokes)).toBe('1,2 30,4;5,6');
    expect(pathOf('1,2 30,4;5,6')).toBe('M1,2L30,4M5,6');
    expect(widthOf('1,2 3000,4')).toBe(3040);
    expect(signs(strokes)).toBe(true);
    expect(signs([[[5, 6]]])).toBe(false);
  });
});
