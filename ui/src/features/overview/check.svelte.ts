// The last check of the whole case, until another case is open.

import type { CheckView } from '../../backend/bindings/CheckView';
import { ask } from '../../backend/program';
import { app } from '../../app/state.svelte';

class CaseCheck {
  #last = $state.raw<{ id: string; at: string; said: CheckView } | null>(null);
  /** What the last check of this case came to. */
  last = $derived(this.#last?.id === app.view?.id ? this.#last : null);

  run = async (): Promise<void> => {
    const id = app.view?.id;
    if (id === undefined || app.work !== null) return;
    app.message = null;
    const said = await app.long((progress) => ask<'checkCase'>({ verb: 'checkCase' }, progress));
    if (!said || app.view?.id !== id) return;
    this.#last = { id, at: new Date().toTimeString().slice(0, 5), said };
    const { delta } = said;
    if (delta) await app.changedBy(() => Promise.resolve(delta));
  };
}

export const check = new CaseCheck();
