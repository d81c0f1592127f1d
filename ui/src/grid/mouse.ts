// What the mouse does on a grid: selecting by drawing over cells, filling by the handle.

import type { Cursor } from './cursor.svelte';
import type { Cell } from './move';

function cellAt(event: MouseEvent): Cell | null {
  const element = (event.target as HTMLElement).closest<HTMLElement>('[data-cell]');
  if (!element) return null;
  const [row = 0, column = 0] = (element.dataset['cell'] ?? '').split(' ').map(Number);
  return { row, column };
}

export class Mouse {
  #cursor: Cursor;
  #holder: () => HTMLTextAreaElement;
  #selecting = false;
  /** The handle of the range is held. */
  #filling = false;

  constructor(cursor: Cursor, holder: () => HTMLTextAreaElement) {
    this.#cursor = cursor;
    this.#holder = holder;
  }

  down = (event: MouseEvent): void => {
    const [cursor, holder] = [this.#cursor, this.#holder()];
    if (event.button !== 0 || (event.target === holder && cursor.editing)) return;
    if ((event.target as HTMLElement).dataset['handle'] !== undefined) {
      event.preventDefault();
      this.#filling = true;
      return;
    }
    const cell = event.target === holder ? cursor.active : cellAt(event);
    if (!cell) return;
    event.preventDefault();
    this.#selecting = true;
    cursor.press(cell, event.shiftKey);
    holder.focus({ preventScroll: true });
  };

  over = (event: MouseEvent): void => {
    // Let go outside the window: nothing was heard of it.
    if ((event.buttons & 1) === 0) {
      this.#selecting = false;
      if (this.#filling) this.up();
    }
    const cell = cellAt(event);
    if (!cell) return;
    if (this.#filling) this.#cursor.fillTo(cell);
    else if (this.#selecting) this.#cursor.drag(cell);
  };

  up = (): void => {
    if (!this.#filling) return;
    this.#filling = false;
    this.#cursor.fill();
  };
}
