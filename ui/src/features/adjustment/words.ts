// The words of a step of the adjustment.

import type { StepView } from '../../backend/bindings/StepView';
import { keyPart } from '../../words/catalogue';
import { words } from '../../words/words.svelte';

/** The program writes `?` where a figure cannot be known yet. */
export function known(figure: string): string | null {
  return figure.trim() === '?' || figure.trim() === '' ? null : figure;
}

/** What a step is, and what it is about where it is about one thing. */
export function stepWords(step: StepView): string {
  const name = step.subject?.[2] ?? '';
  const key = keyPart(step.key);
  const what = words.say(key.startsWith('step-') ? key : `step-${key}`, { subject: name });
  return name && !what.includes(name) ? `${what} · ${name}` : what;
}
