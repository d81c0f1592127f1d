import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const tokens = readFileSync('src/styles/tokens.css', 'utf8');

/** The colours of a theme by name; light is the base of the others. */
function colours(theme: string): Record<string, string> {
  const blocks = [...tokens.matchAll(/:root(?:\[data-theme='(\w+)'\])?\s*\{([^}]*)\}/g)];
  const own = blocks.filter(([, name]) => (name ?? 'light') === theme).map(([, , text = '']) => text);
  return Object.fromEntries([...own.join('').matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name, value]) => [name, value]));
}

/** Relative luminance as WCAG 2 defines it. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

const GROUNDS = ['ground', 'surface', 'raised', 'hover', 'accent-ground'];
const PAIRS: [string, string][] = [
  ...GROUNDS.flatMap((ground) => ['text', 'dim', 'accent'].map((text): [string, string] => [text, ground])),
  ...['ground', 'surface'].flatMap((ground) => ['ok', 'warn', 'stop', 'seal'].map((text): [string, string] => [text, ground])),
  ['warn', 'warn-ground'],
  ['stop', 'stop-ground'],
  ['text', 'stop-ground'],
  ['on-accent', 'accent'],
];

describe.each([
  ['light', 4.5],
  ['dark', 4.5],
  ['sun', 7],
])('%s', (theme, least) => {
  it(`has a contrast of at least ${least}:1 wherever text stands`, () => {
    const of = colours(theme);
    const low = PAIRS.map(([text, ground]) => ({ text, ground, is: contrast(of[text] ?? '#888888', of[ground] ?? '#888888') }))
      .filter(({ is }) => is < least)
      .map(({ text, ground, is }) => `${text} on ${ground}: ${is.toFixed(2)}`);
    expect(low).toEqual([]);
  });
});
