// Which statement is being signed.

import { app } from '../../app/state.svelte';
import type { SheetContentView } from '../../backend/bindings/SheetContentView';

class Statement {
  /** What is shown to be signed. */
  signing = $state.raw<{ note: string; content: SheetContentView } | null>(null);

  sign = async (note: string): Promise<void> => {
    const content = await app.statementContent(note);
    if (!content) return;
    app.go('survey');
    app.viewing = false;
    this.signing = { note, content };
  };
}

export const statement = new Statement();
