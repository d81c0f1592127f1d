// Kinds of record and what their fields may hold.

import type { Shape } from './bindings/Shape';
import { FIELDS } from './fields';

export type Kind = keyof typeof FIELDS;

const ALL: Record<string, Record<string, Shape>> = FIELDS as never;

/** The shape of a field; text where the program knows more fields than the window. */
export function shapeOf(kind: Kind, field: string): Shape {
  return ALL[kind]?.[field] ?? { shape: 'text', max: 200 };
}

/** The words of a choice field, in order. */
export function wordsOf(kind: Kind, field: string): string[] {
  const shape = shapeOf(kind, field);
  return shape.shape === 'choice' ? [...shape.words] : [];
}

export function isKind(name: string): name is Kind {
  return name in ALL;
}
