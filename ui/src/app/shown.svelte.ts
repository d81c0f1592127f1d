// The case as it is shown: what is on disk, and in front of it choices that are on their way there.

import type { CaseView } from '../backend/bindings/CaseView';
import type { Delta } from '../backend/bindings/Delta';
import type { Edit } from '../backend/bindings/Edit';
import { applyDelta, withEdits } from '../case/delta';

export class ShownCase {
  #saved = $state.raw<CaseView | null>(null);
  #ahead = $state.raw<(readonly Edit[])[]>([]);

  readonly view = $derived(this.#saved && this.#ahead.reduce(withEdits, this.#saved));
  /** Something is shown that is not on disk yet. */
  readonly saving = $derived(this.#ahead.length > 0);

  set(view: CaseView | null): void {
    this.#saved = view;
    this.#ahead = [];
  }

  apply(delta: Delta): void {
    if (this.#saved) this.#saved = applyDelta(this.#saved, delta);
  }

  /** Shows choices before they are on disk; the answer takes them away again, kept by then or refused. */
  show(edits: readonly Edit[]): () => void {
    this.#ahead = [...this.#ahead, edits];
    return () => {
      this.#ahead = this.#ahead.filter((other) => other !== edits);
    };
  }
}
