// How fast long work goes and how long it will still take.

import type { Progress } from '../backend/bindings/Progress';

export interface Pace {
  /** From 0 to 1. */
  part: number;
  /** Pieces in a second; nothing before there is something to go by. */
  perSecond: number | null;
  /** Whole seconds left. */
  secondsLeft: number | null;
}

const SHOWN_AFTER_MS = 500;

export function pace(progress: Progress, elapsedMs: number): Pace {
  const { done, total } = progress;
  const part = total > 0 ? Math.min(1, done / total) : 0;
  if (elapsedMs < SHOWN_AFTER_MS || done === 0) return { part, perSecond: null, secondsLeft: null };
  const perSecond = (done * 1000) / elapsedMs;
  return { part, perSecond, secondsLeft: Math.max(0, Math.ceil((total - done) / perSecond)) };
}

/** Millions of bytes; below ten with one place. */
export function megabytes(bytes: number): string {
  const size = bytes / 1e6;
  return size < 10 ? size.toFixed(1) : size.toFixed(0);
}
