// The words of a step of the adjustment.

import type { StepView } from '../../backend/bindings/StepView';
import { keyPart } from '../../words/catalogue';
import { words } from '../../words/words.svelte';

/** What a step is, and what it is about where it is about one thing. */
export function stepWords(step: StepView): string {
  const name = step.subject?.[2] ?? '';
  const what = words.say(`step-${keyPart(step.key)}`, { subject: name });
  return name && !what.includes(name) ? `${what} · ${name}` : what;
}
