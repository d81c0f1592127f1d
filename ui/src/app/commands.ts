// Everything that can be asked for by name or by key; words under `command-<id>`.

import { check } from '../features/overview/check.svelte';
import { app } from './state.svelte';
import { STEPS } from './steps';

export interface Command {
  id: string;
  /** As shown; empty when it has no key of its own. */
  keys: string;
  run: () => unknown;
}

/** Moves the cursor into a place that may only come up with the next paint. */
export function focusOn(selector: string): void {
  requestAnimationFrame(() =>
    requestAnimationFrame(() => document.querySelector<HTMLElement>(selector)?.focus()),
  );
}

export function writeNote(): void {
  app.go('survey');
  app.viewing = false;
  focusOn('[data-testid="note-capture"]');
}

/** What can be done now, in the order of the list. */
export function commands(): Command[] {
  const list: Command[] = [
    { id: 'new-case', keys: 'Ctrl+N', run: () => app.show('new-case') },
    { id: 'open-case', keys: 'Ctrl+O', run: () => app.open(null) },
    { id: 'sample-power-plant', keys: '', run: () => app.sample('power-plant') },
    { id: 'sample-embankment', keys: '', run: () => app.sample('embankment') },
    { id: 'verify-dossier', keys: '', run: () => verify() },
    { id: 'settings', keys: 'Ctrl+,', run: () => app.show('settings') },
    { id: 'language', keys: '', run: () => app.setting({ language: app.settings.language === 'en' ? 'zh-CN' : 'en' }) },
    ...['light', 'dark', 'sun'].map((theme) => ({
      id: `theme-${theme}`,
      keys: '',
      run: () => app.setting({ theme }),
    })),
    { id: 'keys', keys: '?', run: () => (app.keys = true) },
  ];
  if (!app.view) return list;
  const steps = STEPS.map((step, n) => ({ id: `step-${step}`, keys: n < 10 ? `Ctrl+${(n + 1) % 10}` : '', run: () => app.go(step) }));
  const inCase: Command[] = [
    ...steps,
    { id: 'find', keys: 'Ctrl+F', run: () => (app.finding = true) },
    { id: 'check-case', keys: '', run: () => checkNow() },
    { id: 'export-dossier', keys: 'Ctrl+E', run: () => exportNow() },
    { id: 'export-sheet', keys: '', run: () => app.exportSheet() },
    { id: 'inspector', keys: 'Alt+I', run: () => (app.inspector = !app.inspector) },
    { id: 'close-case', keys: '', run: () => app.close() },
  ];
  if (app.writable) {
    inCase.push(
      { id: 'note', keys: 'N', run: writeNote },
      { id: 'add-photos', keys: '', run: () => photos(false) },
      { id: 'add-folder', keys: '', run: () => photos(true) },
      { id: 'watch-folder', keys: '', run: () => watch() },
    );
    if (app.view.undo) inCase.push({ id: 'undo', keys: 'Ctrl+Z', run: () => app.undo() });
    if (app.view.redo) inCase.push({ id: 'redo', keys: 'Ctrl+Shift+Z', run: () => app.redo() });
  }
  return [...inCase, ...list];
}

function verify(): unknown {
  if (app.view) app.go('dossier');
  else app.show('start');
  return app.verifyDossier();
}

function checkNow(): unknown {
  app.go('overview');
  return check.run();
}

function photos(folder: boolean): unknown {
  app.go('survey');
  return app.choosePhotos(folder);
}

function watch(): unknown {
  app.go('survey');
  return app.watchFolder();
}

/** Ctrl+E goes to the dossier and exports it in the language chosen there. */
export function exportNow(): unknown {
  app.go('dossier');
  return app.exportDossier();
}
