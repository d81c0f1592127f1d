// Which sheet is worked on, and whether it is being signed.

import { app } from '../../app/state.svelte';
import type { Row } from '../../backend/bindings/Row';
import type { SheetContentView } from '../../backend/bindings/SheetContentView';

const KIND = 'measurement_sheet';

/** `all` quantities, those on no sheet, or those of one sheet by its key. */
export type Chosen = 'all' | 'loose' | { sheet: string };

class Measuring {
  chosen = $state.raw<Chosen>('all');
  /** What is shown to be signed. */
  signing = $state.raw<{ sheet: string; content: SheetContentView } | null>(null);

  /** Key of the sheet that is worked on; nothing when it is gone. */
  get sheet(): string | null {
    const { chosen } = this;
    return typeof chosen === 'object' && app.row(KIND, chosen.sheet) ? chosen.sheet : null;
  }

  shows = (row: Row): boolean => {
    if (this.chosen === 'all') return true;
    if (this.chosen === 'loose') return !row.fields['sheet'];
    return row.fields['sheet'] === this.chosen.sheet;
  };

  choose = (chosen: Chosen): void => {
    this.chosen = chosen;
    this.signing = null;
    if (typeof chosen === 'object') app.select(KIND, chosen.sheet);
  };

  add = async (): Promise<void> => {
    const number = String(app.rows(KIND).length + 1);
    const measured_on = today();
    const delta = await app.change('add-measurement-sheet', number, [
      { do: 'add', kind: KIND, fields: { number, measured_on }, name: null },
    ]);
    const sheet = delta?.added[0];
    if (sheet) this.choose({ sheet });
  };

  sign = async (sheet: string): Promise<void> => {
    const content = await app.sheetContent(sheet);
    if (!content) return;
    this.chosen = { sheet };
    app.go('measurement');
    this.signing = { sheet, content };
  };
}

function today(): string {
  const now = new Date();
  const two = (n: number) => String(n).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

export const measuring = new Measuring();
