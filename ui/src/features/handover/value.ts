// A value of a field in words.

import { isKind, shapeOf } from '../../backend/kinds';
import { app } from '../../app/state.svelte';
import { nameOf } from '../../case/names';
import { grouped, percent } from '../../case/typed';
import { t, words } from '../../words/words.svelte';

/** The name of a field; whether a record stands is one too. */
export function fieldName(kind: string, field: string): string {
  return field === 'alive' ? t('field-alive') : (words.maybe(`field-${kind}-${field}`.replaceAll('_', '-')) ?? field);
}

/** What a field holds, as people read it. */
export function shownValue(kind: string, field: string, value: string | null, name: string | null = null): string {
  if (value === null || value === '') return t('conflict-empty');
  if (field === 'alive') return t(value === '1' ? 'conflict-kept' : 'conflict-deleted');
  if (name) return name;
  if (!isKind(kind)) return value;
  const shape = shapeOf(kind, field);
  if (shape.shape === 'choice') return words.choice(kind, field, value);
  if (shape.shape === 'decimal') return grouped(value);
  if (shape.shape === 'ratio') return percent(value);
  if (shape.shape === 'localTime' || shape.shape === 'moment') return when(value);
  if (shape.shape === 'reference') return nameOf(shape.kind, app.row(shape.kind, value));
  return value;
}

/** A time as it was claimed, without what nobody reads at a glance. */
export function when(at: string): string {
  return at.slice(0, 16).replace('T', ' ');
}
