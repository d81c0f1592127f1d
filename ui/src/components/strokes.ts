// The strokes of a drawn signature: `x,y x,y;x,y …` in thousandths of the pad's height.

export type Point = [number, number];

/** The pad is no wider than so many times its height. */
const X_MAX = 10_000;
const Y_MAX = 1_000;
/** Nearer points say nothing about a hand. */
const STEP = 6;

/** Where on the pad a pointer is, in thousandths of its height. */
export function pointOn(pad: { left: number; top: number; height: number }, x: number, y: number): Point {
  const at = (offset: number, max: number) =>
    Math.min(max, Math.max(0, Math.round((offset * Y_MAX) / Math.max(1, pad.height))));
  return [at(x - pad.left, X_MAX), at(y - pad.top, Y_MAX)];
}

/** A stroke with one more point, unless it is too near to the last. */
export function drawn(stroke: Point[], point: Point): Point[] {
  const last = stroke.at(-1);
  const near = last && Math.abs(last[0] - point[0]) < STEP && Math.abs(last[1] - point[1]) < STEP;
  return near ? stroke : [...stroke, point];
}

/** As the program keeps them. */
export function textOf(strokes: Point[][]): string {
  return strokes.map((stroke) => stroke.map((point) => point.join(',')).join(' ')).join(';');
}

/** Whether a hand moved at all. */
export function signs(strokes: Point[][]): boolean {
  return strokes.some((stroke) => stroke.length > 1);
}

/** The path of an SVG. */
export function pathOf(text: string): string {
  return text
    .split(';')
    .filter((stroke) => stroke !== '')
    .map((stroke) => `M${stroke.split(' ').join('L')}`)
    .join('');
}

/** How wide the drawing is, with room for the pen. */
export function widthOf(text: string): number {
  const xs = [...text.matchAll(/(\d+),/g)].map((found) => Number(found[1]));
  return Math.max(1_000, ...xs) + 40;
}
