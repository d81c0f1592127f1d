// What the window knows: the first screen, the open case, what is selected, what is under way.

import { ask, errorView } from '../backend/program';
import type { AddedPhotos } from '../backend/bindings/AddedPhotos';
import type { BoqChoices } from '../backend/bindings/BoqChoices';
import type { CaseView } from '../backend/bindings/CaseView';
import type { Delta } from '../backend/bindings/Delta';
import type { DossierView } from '../backend/bindings/DossierView';
import type { Edit } from '../backend/bindings/Edit';
import type { FindingView } from '../backend/bindings/FindingView';
import type { PastedFile } from '../backend/bindings/PastedFile';
import type { Progress } from '../backend/bindings/Progress';
import type { ReportRequest } from '../backend/bindings/ReportRequest';
import type { Row } from '../backend/bindings/Row';
import type { Settings } from '../backend/bindings/Settings';
import type { StartView } from '../backend/bindings/StartView';
import type { KeyView } from '../backend/bindings/KeyView';
import type { VerdictView } from '../backend/bindings/VerdictView';
import type { WaitingPhotos } from '../backend/bindings/WaitingPhotos';
import { rowsOf } from '../case/delta';
import { t, words } from '../words/words.svelte';
import type { KeyRequest, Message, Screen, Selected, Work } from './kinds';
import { ShownCase } from './shown.svelte';
import { stepOf, type Step } from './steps';

export type { KeyRequest, Message, Screen, Selected, Work } from './kinds';

const DEFAULTS: Settings = { author: '', language: 'zh-CN', theme: 'system', textSize: 'medium', firm: '', firmAddress: '', firmContact: '', firmLicence: '', firmLogo: false, lockMinutes: 0 };

class App {
  #case = new ShownCase();
  get view(): CaseView | null {
    return this.#case.view;
  }
  set view(view: CaseView | null) {
    this.#case.set(view);
  }
  get saving(): boolean {
    return this.#case.saving;
  }
  start = $state.raw<StartView | null>(null);
  settings = $state.raw<Settings>(DEFAULTS);
  screen = $state<Screen>('start');
  step = $state<Step>('overview');
  selected = $state.raw<Selected | null>(null);
  inspector = $state(true);
  message = $state.raw<Message | null>(null);
  work = $state.raw<Work | null>(null);
  /** What waits to come in: new photos of a watched folder, files an intake did not come to. */
  waiting = $state.raw<WaitingPhotos | null>(null);
  /** Opening a case or making one takes a moment; nothing else is asked meanwhile. */
  opening = $state(false);
  /** A dossier is asked for; the dialog may still be open. */
  exporting = $state(false);
  dossier = $state.raw<DossierView | null>(null);
  verdict = $state.raw<VerdictView | null>(null);
  /** How the next report is made; its language may differ from the window's. */
  report = $state<ReportRequest>({
    kind: 'final',
    language: 'zh-CN',
    photosPerPage: 2,
    copies: false,
    draft: false,
    redacted: false,
    withoutAltered: false,
  });
  /** One photo is shown large instead of the contact sheet. */
  viewing = $state(false);
  palette = $state(false);
  /** The panel that finds a text in the case. */
  finding = $state(false);
  keys = $state(false);
  /** Why nothing of a case is shown: it waits for its passphrase, or is hidden. */
  locked = $state.raw<{ file: string; hidden: boolean } | null>(null);
  #tail: Promise<unknown> = Promise.resolve();

  get head(): Row | undefined {
    return this.view ? rowsOf(this.view, 'claim_case')[0] : undefined;
  }

  get writable(): boolean {
    return this.view !== null && this.view.readOnly === null;
  }

  rows(kind: string): Row[] {
    return this.view ? rowsOf(this.view, kind) : [];
  }

  row(kind: string, id: string): Row | undefined {
    return this.rows(kind).find((row) => row.id === id);
  }

  // The first screen and the settings

  async begin(): Promise<void> {
    const [start, view] = await Promise.all([
      this.#told(() => ask<'start'>({ verb: 'start' })),
      this.#told(() => ask<'currentCase'>({ verb: 'currentCase' })),
    ]);
    if (start) this.#started(start);
    if (view) this.opened(view);
    // For measuring the start: the first screen is painted after the second frame.
    requestAnimationFrame(() => requestAnimationFrame(() => performance.mark('first-screen')));
  }

  #started(start: StartView): void {
    this.start = start;
    this.settings = start.settings;
    words.language = start.settings.language === 'en' ? 'en' : 'zh-CN';
  }

  /** Takes effect at once and is kept. */
  async setting(change: Partial<Settings>): Promise<void> {
    this.settings = { ...this.settings, ...change };
    words.language = this.settings.language === 'en' ? 'en' : 'zh-CN';
    if (change.language) this.report.language = words.language;
    const settings = this.settings;
    const start = await this.#told(() => ask<'saveSettings'>({ verb: 'saveSettings', settings }));
    if (start) this.start = start;
  }

  // Opening and closing

  newCase = (fields: Record<string, string>, choosePlace: boolean) =>
    ask<'newCase'>({ verb: 'newCase', fields, choosePlace }).then((view) => {
      if (view) this.opened(view);
      return view !== null;
    });

  sample = (which: 'power-plant' | 'embankment') =>
    this.#open(() => ask<'sampleCase'>({ verb: 'sampleCase', which }));

  open = (recent: string | null) => this.#open(() => ask<'openCase'>({ verb: 'openCase', recent }));

  async #open(asked: () => Promise<CaseView | null>): Promise<void> {
    if (this.opening) return;
    this.opening = true;
    const view = await this.#told(asked);
    this.opening = false;
    if (view) this.opened(view);
  }

  opened(view: CaseView): void {
    this.locked = null;
    this.view = view;
    this.screen = 'case';
    this.step = 'overview';
    this.selected = null;
    this.dossier = null;
    this.verdict = null;
    this.message = null;
    this.report.language = words.language;
    this.waiting = null;
    void this.wait();
  }

  /** The case anew, after a package changed much of it or opened another. */
  anew = () => this.#open(() => ask<'currentCase'>({ verb: 'currentCase' }));

  /** Long work of a feature, with its progress in sight. */
  long = <T>(asked: (at: (progress: Progress) => void) => Promise<T>): Promise<T | undefined> => this.working(asked);
  /** A question of a feature; what went wrong is told. */
  told = <T>(asked: () => Promise<T>): Promise<T | undefined> => this.#told(asked);

  /** When nothing that was typed is on its way any more. */
  async settled(): Promise<void> {
    this.#leave();
    await this.#tail;
  }

  close = async () => {
    await this.settled();
    const closed = await this.#told(() => ask<'closeCase'>({ verb: 'closeCase' }).then(() => true));
    if (!closed) return;
    this.view = null;
    this.waiting = null;
    this.screen = 'start';
    const start = await this.#told(() => ask<'start'>({ verb: 'start' }));
    if (start) this.#started(start);
  };

  // Changing the case

  /** One change after the other; the promise rejects with what the program refused. */
  edit = (label: string, subject: string, edits: Edit[]): Promise<Delta> =>
    this.#changed(() => ask<'edit'>({ verb: 'edit', label, subject, edits }));

  /** The same where no place in particular can show a refusal. */
  change = async (label: string, subject: string, edits: Edit[]): Promise<Delta | null> =>
    (await this.#told(() => this.edit(label, subject, edits))) ?? null;

  /** The same for plain choices, which are shown before they are on disk. */
  choose = async (label: string, subject: string, edits: Edit[]): Promise<Delta | null> => {
    const kept = this.#case.show(edits);
    return this.change(label, subject, edits).finally(kept);
  };

  undo = () => this.#told(() => this.#changed(() => ask<'undo'>({ verb: 'undo' })));
  redo = () => this.#told(() => this.#changed(() => ask<'redo'>({ verb: 'redo' })));

  /** Prices of the bill that was read last: one step of undo. */
  importBoq = (choices: BoqChoices): Promise<Delta> =>
    this.#changed(() => ask<'importBoq'>({ verb: 'importBoq', choices }));

  /** A change that is asked for elsewhere; whether it was done. */
  changedBy = async (asked: () => Promise<Delta>): Promise<boolean> =>
    (await this.#told(() => this.#changed(asked))) !== undefined;

  #changed(asked: () => Promise<Delta>): Promise<Delta> {
    const done = this.#tail.then(asked).then((delta) => {
      this.#case.apply(delta);
      return delta;
    });
    this.#tail = done.catch(() => undefined);
    return done;
  }

  // Long work

  choosePhotos = (folder: boolean) =>
    this.#photos((progress) => ask<'choosePhotos'>({ verb: 'choosePhotos', folder }, progress));
  addDropped = () => this.#photos((progress) => ask<'addDropped'>({ verb: 'addDropped' }, progress));

  addPasted = (files: PastedFile[]) =>
    this.#photos((progress) => ask<'addPasted'>({ verb: 'addPasted', files }, progress));

  chooseDocuments = (kind: string | null) =>
    this.#photos((progress) => ask<'chooseDocuments'>({ verb: 'chooseDocuments', kind }, progress), 'documents');
  addDroppedDocuments = () =>
    this.#photos((progress) => ask<'addDroppedDocuments'>({ verb: 'addDroppedDocuments' }, progress), 'documents');

  addWatched = () => this.#photos((progress) => ask<'addWatched'>({ verb: 'addWatched' }, progress));
  addRest = () => this.#photos((progress) => ask<'addRest'>({ verb: 'addRest' }, progress));

  async #photos(
    asked: (at: (p: Progress) => void) => Promise<AddedPhotos | null>,
    of: 'photos' | 'documents' = 'photos',
  ): Promise<void> {
    const photos = await this.working(asked);
    if (photos) {
      if (photos.delta) this.#case.apply(photos.delta);
      this.message = { of, photos };
    }
    await this.wait();
  }

  watchFolder = () => this.#waited(() => ask<'watchFolder'>({ verb: 'watchFolder' }));
  unwatch = () => this.#waited(() => ask<'unwatch'>({ verb: 'unwatch' }));
  forgetRest = () => this.#waited(() => ask<'forgetRest'>({ verb: 'forgetRest' }));

  async #waited(asked: () => Promise<WaitingPhotos | null>): Promise<void> {
    const waiting = await this.#told(asked);
    if (waiting) this.waiting = waiting;
  }

  /** Asks what waits to come in. */
  wait = async (): Promise<void> => {
    if (!this.view) return;
    try {
      this.waiting = await ask<'waitingPhotos'>({ verb: 'waitingPhotos' });
    } catch {
      // Nobody asked to know: the next look tells.
      this.waiting = null;
    }
  };

  /** The original of a paper, copied to a place that is asked for. */
  saveDocument = async (document: string) => {
    const copy = await this.#told(() => ask<'saveDocument'>({ verb: 'saveDocument', document }));
    if (!copy) return;
    this.message = { of: 'words', key: 'document-saved', values: { number: copy.number, file: copy.fileName } };
  };

  /** `withoutAltered` leaves out photos whose original was altered and says so in the report. */
  exportDossier = async (withoutAltered = false) => {
    if (this.exporting) return;
    this.#leave();
    this.verdict = null;
    this.exporting = true;
    const report = { ...this.report, withoutAltered };
    const dossier = await this.working((progress) =>
      ask<'exportDossier'>({ verb: 'exportDossier', report }, progress),
    );
    this.exporting = false;
    if (!dossier) return;
    this.dossier = dossier;
    if (dossier.delta) this.#case.apply(dossier.delta);
  };

  // Letters

  /** Drafts a letter from its template and selects it. */
  draftLetter = async (kind: string, language: string) => {
    let id: string | undefined;
    let unfilled: string[] = [];
    const drafted = await this.#told(() =>
      this.#changed(async () => {
        const letter = await ask<'draftLetter'>({ verb: 'draftLetter', kind, language });
        id = letter.delta.added[0];
        unfilled = letter.unfilled;
        return letter.delta;
      }),
    );
    if (drafted && id) this.select('letter', id);
    if (!drafted || unfilled.length === 0) return;
    const fields = unfilled.map((field) => t(`letter-field-${field.replaceAll('_', '-')}`)).join(t('list-comma'));
    this.message = { of: 'words', key: 'letter-unfilled', values: { fields } };
  };

  exportLetter = async (letter: string, language: string) => {
    this.#leave();
    await this.#tail;
    const made = await this.#told(() => ask<'exportLetter'>({ verb: 'exportLetter', letter, language }));
    if (!made) return;
    const values = { file: made.fileName, pages: String(made.pages) };
    this.message = { of: 'words', key: 'letter-exported', values };
  };

  // The firm's logo

  chooseLogo = async () => {
    const start = await this.#told(() => ask<'chooseLogo'>({ verb: 'chooseLogo' }));
    if (start) this.#started(start);
  };

  removeLogo = async () => {
    const start = await this.#told(() => ask<'removeLogo'>({ verb: 'removeLogo' }));
    if (start) this.#started(start);
  };

  /** The adjustment as a workbook, in the language of the window. */
  exportSheet = async () => {
    this.#leave();
    await this.#tail;
    const sheet = await this.#told(() => ask<'exportSheet'>({ verb: 'exportSheet', language: words.language }));
    if (!sheet) return;
    const values = { file: sheet.fileName, live: String(sheet.live), fixed: String(sheet.fixed) };
    this.message = { of: 'words', key: 'adjustment-exported', values };
  };

  /** A measurement sheet as it stands, to be read before it is signed. */
  sheetContent = async (sheet: string) => {
    this.#leave();
    await this.#tail;
    return this.#told(() => ask<'sheetContent'>({ verb: 'sheetContent', sheet }));
  };

  /** Signs the sheet that was shown last; the promise says whether it was signed. */
  signSheet = async (sheet: string, person: string, strokes: string): Promise<boolean> => {
    const signed = this.#changed(() => ask<'signSheet'>({ verb: 'signSheet', sheet, person, strokes }));
    return (await this.#told(() => signed)) !== undefined;
  };

  /** A statement as it stands, to be read before it is signed. */
  statementContent = async (note: string) => {
    this.#leave();
    await this.#tail;
    return this.#told(() => ask<'statementContent'>({ verb: 'statementContent', note }));
  };

  /** Signs the statement that was shown last; the promise says whether it was signed. */
  signStatement = async (note: string, person: string, strokes: string): Promise<boolean> => {
    const signed = this.#changed(() => ask<'signStatement'>({ verb: 'signStatement', note, person, strokes }));
    return (await this.#told(() => signed)) !== undefined;
  };

  /** A measurement sheet as a PDF to be signed on paper. */
  printSheet = async (sheet: string) => {
    this.#leave();
    await this.#tail;
    const { language } = words;
    const printed = await this.#told(() => ask<'printSheet'>({ verb: 'printSheet', sheet, language }));
    if (!printed) return;
    const values = { file: printed.fileName, pages: String(printed.pages) };
    this.message = { of: 'words', key: 'measure-printed', values };
  };

  /** What is asked about the key answers with how it stands then. */
  key = $state.raw<KeyView | null>(null);

  askKey = async (request: KeyRequest): Promise<boolean> => {
    const key = await this.#told(() => ask<KeyRequest['verb']>(request));
    if (key) this.key = key;
    return key !== undefined && key !== null;
  };

  verifyDossier = async () => {
    const verdict = await this.#told(() => ask<'verifyDossier'>({ verb: 'verifyDossier' }));
    if (verdict) this.verdict = verdict;
  };

  requestStamp = async () => {
    const file = await this.#told(() => ask<'requestStamp'>({ verb: 'requestStamp' }));
    if (file) this.message = { of: 'words', key: 'stamp-requested', values: { file } };
  };
  addStamp = () => this.#judged(() => ask<'addStamp'>({ verb: 'addStamp' }));
  signBeside = () => this.#judged(() => ask<'signBeside'>({ verb: 'signBeside' }));

  async #judged(asked: () => Promise<VerdictView | null>): Promise<void> {
    const verdict = await this.#told(asked);
    if (!verdict) return;
    this.verdict = verdict;
    // What was said before is settled by it.
    this.message = null;
  }

  showDossier = () => this.#told(() => ask<'showDossier'>({ verb: 'showDossier' }));

  cancel = () => {
    if (this.work) this.work = { ...this.work, cancelling: true };
    return this.#told(() => ask<'cancel'>({ verb: 'cancel' }));
  };

  async working<T>(asked: (at: (progress: Progress) => void) => Promise<T>): Promise<T | undefined> {
    await this.#tail;
    const startedMs = performance.now();
    const result = await this.#told(() =>
      asked((progress) => {
        this.work = { progress, startedMs, cancelling: this.work?.cancelling ?? false };
      }),
    );
    this.work = null;
    return result;
  }

  // Going about

  /** What is being typed is taken before its place goes. */
  #leave(): void {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  }

  show(screen: Screen): void {
    if (screen === this.screen) return;
    this.#leave();
    this.screen = screen;
  }

  go(step: Step): void {
    if (this.screen === 'case' && this.step === step) return;
    this.#leave();
    this.screen = 'case';
    if (this.step !== step) {
      this.selected = null;
      this.message = null;
      this.viewing = false;
    }
    this.step = step;
  }

  /** Goes to where a finding, a source or a search result stands and selects it. */
  reveal(kind: string, id: string, field: string | null = null): void {
    this.go(stepOf(kind, field));
    this.selected = { of: 'record', kind, id, field };
  }

  revealFinding(finding: FindingView): void {
    this.reveal(finding.kind, finding.id, finding.field);
  }

  select(kind: string, id: string): void {
    const now = this.selected;
    if (now?.of === 'record' && now.kind === kind && now.id === id) return;
    this.selected = { of: 'record', kind, id };
  }

  /** Says an error in a line. */
  refused = (thrown: unknown): void => {
    const error = errorView(thrown);
    if (error.code === 'case-locked') this.locked = { file: error.args['file'] ?? '', hidden: false };
    else if (error.code !== 'cancelled') this.message = { of: 'error', error };
  };

  /** An error becomes a line; the result is nothing then. */
  async #told<T>(asked: () => Promise<T>): Promise<T | undefined> {
    try {
      return await asked();
    } catch (thrown) {
      this.refused(thrown);
      return undefined;
    }
  }
}

export const app = new App();

/** An error of the program in one line, for the place it belongs to. */
export function explain(thrown: unknown): string {
  const error = errorView(thrown);
  const what = words.say(`error-${error.code}`, error.args);
  const way = words.maybe(`error-${error.code}-do`, error.args);
  return way ? `${what} ${way}` : what;
}
