// The bill of quantities that is being looked at before its prices go into the case.

import { ask } from '../../backend/program';
import type { BoqChoices } from '../../backend/bindings/BoqChoices';
import type { BoqSheetChoice } from '../../backend/bindings/BoqSheetChoice';
import type { BoqView } from '../../backend/bindings/BoqView';
import { app } from '../../app/state.svelte';

const NOTHING: BoqChoices = {
  sheets: {},
  remembered: {},
  restore_leading_zero: null,
  brackets_are_negative: null,
  placeholders_are_zero: null,
  encoding: null,
  delimiter: null,
};

class Bill {
  view = $state.raw<BoqView | null>(null);
  choices = $state.raw<BoqChoices>(NOTHING);
  busy = $state(false);

  /** Asks for a file and reads it. */
  choose = async (): Promise<void> => {
    const view = await this.#asked(() => ask<'readBoq'>({ verb: 'readBoq', choices: null }));
    if (!view) return;
    this.choices = NOTHING;
    this.view = view;
  };

  /** Reads the same file under other choices; what was refused leaves the view as it was. */
  async decide(change: Partial<BoqChoices>): Promise<void> {
    const choices = { ...this.choices, ...change };
    const view = await this.#asked(() => ask<'readBoq'>({ verb: 'readBoq', choices }));
    if (!view) return;
    this.choices = choices;
    this.view = view;
  }

  /** Decides about one sheet; what was decided about it before stays. */
  decideSheet(name: string, change: Partial<BoqSheetChoice>): Promise<void> {
    const before = this.choices.sheets[name] ?? { include: null, header_rows: null, columns: {} };
    return this.decide({ sheets: { ...this.choices.sheets, [name]: { ...before, ...change } } });
  }

  /** Records the prices: one step of undo. */
  import = async (): Promise<void> => {
    const choices = this.choices;
    const done = await this.#asked(() => app.importBoq(choices));
    if (!done) return;
    app.message = { of: 'words', key: 'boq-imported', values: { count: String(done.added.length) } };
    this.view = null;
  };

  leave = (): void => {
    this.view = null;
  };

  async #asked<T>(asked: () => Promise<T>): Promise<T | undefined> {
    if (this.busy) return undefined;
    this.busy = true;
    try {
      return await asked();
    } catch (thrown) {
      app.refused(thrown);
      return undefined;
    } finally {
      this.busy = false;
    }
  }
}

export const bill = new Bill();
