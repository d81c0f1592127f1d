// What stands undecided, and the history, as they were asked for last.

import type { ConflictsView } from '../../backend/bindings/ConflictsView';
import type { Decision } from '../../backend/bindings/Decision';
import type { HistoryEntry } from '../../backend/bindings/HistoryEntry';
import { ask, errorView } from '../../backend/program';
import { app } from '../../app/state.svelte';

export type Part = 'conflicts' | 'history' | 'give' | 'take';

class Handover {
  part = $state<Part>('conflicts');
  conflicts = $state.raw<ConflictsView | null>(null);
  entries = $state.raw<HistoryEntry[]>([]);
  next = $state.raw<number | null>(null);
  /** The history of one record only. */
  of = $state.raw<{ kind: string; id: string } | null>(null);

  look = async (): Promise<void> => {
    await this.#told(async () => {
      this.conflicts = await ask<'conflicts'>({ verb: 'conflicts' });
    });
  };

  decide = async (decisions: Decision[]): Promise<boolean> => {
    const done = await app.changedBy(() => ask<'decide'>({ verb: 'decide', decisions }));
    await this.look();
    return done;
  };

  tell = async (of: { kind: string; id: string } | null, more = false): Promise<void> => {
    await this.#told(async () => {
      const before = more ? this.next : null;
      const view = await ask<'history'>({ verb: 'history', kind: of?.kind ?? null, id: of?.id ?? null, before });
      this.of = of;
      this.entries = more ? [...this.entries, ...view.entries] : view.entries;
      this.next = view.next;
    });
  };

  /** The history of a record, in sight. */
  show = (kind: string, id: string): void => {
    this.part = 'history';
    app.go('handover');
    void this.tell({ kind, id });
  };

  restore = async (operation: string): Promise<boolean> => {
    const of = this.of;
    const done = await app.changedBy(() =>
      ask<'restore'>({ verb: 'restore', operation, kind: of?.kind ?? null, id: of?.id ?? null }),
    );
    if (done) await this.tell(of);
    return done;
  };

  async #told(asked: () => Promise<void>): Promise<void> {
    try {
      await asked();
    } catch (thrown) {
      app.message = { of: 'error', error: errorView(thrown) };
    }
  }
}

export const handover = new Handover();
