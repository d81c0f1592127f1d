// Keys that work everywhere. Fields and grids take theirs first.

import { exportNow, writeNote } from './commands';
import { app } from './state.svelte';
import { STEPS } from './steps';

const REGIONS = ['rail', 'header', 'steps', 'work', 'inspector', 'bottom'];

/** Whether the cursor is in something that takes text. */
function typing(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches('input, textarea, select');
}

/** A grid at rest holds a textarea too, but nothing is being typed there. */
function undoneHere(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.dataset['editing'] === 'true';
}

/** F6: the next part of the window, forwards or back. */
function nextRegion(back: boolean): void {
  const now = document.activeElement?.closest<HTMLElement>('[data-region]')?.dataset['region'] ?? 'bottom';
  const start = REGIONS.indexOf(now);
  for (let n = 1; n <= REGIONS.length; n += 1) {
    const name = REGIONS[(start + (back ? -n : n) + REGIONS.length * 2) % REGIONS.length];
    const first = document.querySelector<HTMLElement>(
      `[data-region="${name}"] :is(button, input, textarea, select, [tabindex="0"]):not(:disabled)`,
    );
    if (first) return first.focus();
  }
}

function withCtrl(event: KeyboardEvent): (() => unknown) | null {
  const key = event.key.toLowerCase();
  // The tenth step is on 0, which stands right of 9.
  const step = /^[0-9]$/.test(key) ? STEPS[(Number(key) + 9) % 10] : undefined;
  if (step && app.view) return () => app.go(step);
  switch (key) {
    case 'k':
      return () => (app.palette = !app.palette);
    case 'o':
      return () => app.open(null);
    case 'n':
      return () => app.show('new-case');
    case ',':
      return () => app.show('settings');
    case 'f':
      return app.view && app.screen === 'case' ? () => (app.finding = !app.finding) : null;
    case 'e':
      return app.view && !app.work ? exportNow : null;
    case 'z':
      if (!app.writable || undoneHere(event.target)) return null;
      return event.shiftKey ? redo : undo;
    case 'y':
      return app.writable && !undoneHere(event.target) ? redo : null;
    default:
      return null;
  }
}

const undo = () => (app.view?.undo ? app.undo() : undefined);
const redo = () => (app.view?.redo ? app.redo() : undefined);

function plain(event: KeyboardEvent): (() => unknown) | null {
  switch (event.key) {
    case 'F6':
      return () => nextRegion(event.shiftKey);
    case 'F1':
      return () => (app.keys = !app.keys);
    case 'Escape':
      if (app.finding) return () => (app.finding = false);
      if (app.palette) return () => (app.palette = false);
      if (app.keys) return () => (app.keys = false);
      return app.message ? () => (app.message = null) : null;
    default:
      break;
  }
  if (typing(event.target)) return null;
  if (event.key === '?') return () => (app.keys = !app.keys);
  if (event.key.toLowerCase() === 'n' && app.writable && app.screen === 'case') return writeNote;
  return null;
}

/** What a key anywhere in the window means; nothing when it means nothing. */
export function meaning(event: KeyboardEvent): (() => unknown) | null {
  if (event.defaultPrevented || event.isComposing || event.keyCode === 229) return null;
  if (event.altKey) {
    if (event.key.toLowerCase() === 'i' && app.view) return () => (app.inspector = !app.inspector);
    return null;
  }
  return event.ctrlKey || event.metaKey ? withCtrl(event) : plain(event);
}
