// Points of marks on photos, in millionths of the upright width and height.

export const PARTS = 1_000_000;
/** Fewer than the program takes; a stroke drawn by hand needs no more. */
const SPOTS_MAX = 800;

export const TOOLS = [
  'arrow',
  'box',
  'ellipse',
  'freehand',
  'text',
  'dimension',
  'scale',
  'blur',
  'blackout',
] as const;
export type Tool = (typeof TOOLS)[number];

/** Keys of the tools in the viewer. */
export const TOOL_KEYS: Record<Tool, string> = {
  arrow: 'A',
  box: 'B',
  ellipse: 'E',
  freehand: 'F',
  text: 'T',
  dimension: 'D',
  scale: 'S',
  blur: 'U',
  blackout: 'K',
};

export interface Spot {
  x: number;
  y: number;
}

function within(part: number): number {
  return Math.max(0, Math.min(PARTS, Math.round(part)));
}

/** Points as they are kept; none where they do not read. */
export function spotsOf(text: string): Spot[] {
  const spots = text
    .split(' ')
    .filter(Boolean)
    .map((pair) => pair.split(',').map(Number))
    .map(([x = NaN, y = NaN]) => ({ x, y }));
  return spots.every((spot) => Number.isInteger(spot.x) && Number.isInteger(spot.y)) ? spots : [];
}

/** Points as they are kept. */
export function pointsText(spots: readonly Spot[]): string {
  const step = Math.ceil(spots.length / SPOTS_MAX) || 1;
  const kept = spots.filter((_, n) => n % step === 0 || n === spots.length - 1);
  return kept.map((spot) => `${within(spot.x)},${within(spot.y)}`).join(' ');
}

/** All points moved alike, as far as the picture goes. */
export function moved(spots: readonly Spot[], by: Spot): Spot[] {
  const room = (side: 'x' | 'y') => {
    const all = spots.map((spot) => spot[side]);
    return Math.max(-Math.min(...all), Math.min(PARTS - Math.max(...all), by[side]));
  };
  const [x, y] = [room('x'), room('y')];
  return spots.map((spot) => ({ x: spot.x + x, y: spot.y + y }));
}

/** One point moved. */
export function bent(spots: readonly Spot[], at: number, to: Spot): Spot[] {
  return spots.map((spot, n) => (n === at ? { x: within(to.x), y: within(to.y) } : spot));
}

/** Whether a drawn mark is more than a slip of the hand. */
export function drawn(tool: Tool, spots: readonly Spot[]): boolean {
  if (tool === 'text') return spots.length === 1;
  const [first] = spots;
  if (!first) return false;
  const away = Math.max(...spots.map((spot) => Math.hypot(spot.x - first.x, spot.y - first.y)));
  return away > PARTS / 200;
}
