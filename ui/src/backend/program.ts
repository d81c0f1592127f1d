// The one place that talks to the program.

import { Channel, convertFileSrc, invoke } from '@tauri-apps/api/core';
import { listen } from '@tauri-apps/api/event';
import type { AddedPhotos } from './bindings/AddedPhotos';
import type { BackupState } from './bindings/BackupState';
import type { BackupView } from './bindings/BackupView';
import type { BoqView } from './bindings/BoqView';
import type { CaseView } from './bindings/CaseView';
import type { CheckView } from './bindings/CheckView';
import type { Colleague } from './bindings/Colleague';
import type { InboxView } from './bindings/InboxView';
import type { PlaceItem } from './bindings/PlaceItem';
import type { PlaceView } from './bindings/PlaceView';
import type { StatsView } from './bindings/StatsView';
import type { CalendarView } from './bindings/CalendarView';
import type { ClocksView } from './bindings/ClocksView';
import type { MatrixView } from './bindings/MatrixView';
import type { ConflictsView } from './bindings/ConflictsView';
import type { ConfidentialView } from './bindings/ConfidentialView';
import type { Delta } from './bindings/Delta';
import type { DocumentCopy } from './bindings/DocumentCopy';
import type { DossierView } from './bindings/DossierView';
import type { LetterDraft } from './bindings/LetterDraft';
import type { LetterView } from './bindings/LetterView';
import type { EncryptedCase } from './bindings/EncryptedCase';
import type { ErrorView } from './bindings/ErrorView';
import type { FoundView } from './bindings/FoundView';
import type { HandedOver } from './bindings/HandedOver';
import type { HistoryView } from './bindings/HistoryView';
import type { KeyView } from './bindings/KeyView';
import type { PackageView } from './bindings/PackageView';
import type { Progress } from './bindings/Progress';
import type { ReceiptView } from './bindings/ReceiptView';
import type { ReceivedView } from './bindings/ReceivedView';
import type { Request } from './bindings/Request';
import type { ScenariosView } from './bindings/ScenariosView';
import type { SheetContentView } from './bindings/SheetContentView';
import type { SheetPrintView } from './bindings/SheetPrintView';
import type { SheetView } from './bindings/SheetView';
import type { StartView } from './bindings/StartView';
import type { VerdictView } from './bindings/VerdictView';
import type { WaitingPhotos } from './bindings/WaitingPhotos';
import type { WorkbookView } from './bindings/WorkbookView';

/** What each verb answers with. */
export interface Answers {
  start: StartView;
  saveSettings: StartView;
  newCase: CaseView | null;
  newEncryptedCase: EncryptedCase | null;
  unlockCase: CaseView;
  lockCase: boolean;
  confidential: ConfidentialView;
  encryptCase: EncryptedCase;
  setCasePassphrase: ConfidentialView;
  forgetCasePassphrase: ConfidentialView;
  backup: BackupView | null;
  lastBackup: BackupState | null;
  sampleCase: CaseView;
  openCase: CaseView | null;
  closeCase: null;
  currentCase: CaseView | null;
  edit: Delta;
  undo: Delta;
  redo: Delta;
  choosePhotos: AddedPhotos | null;
  addDropped: AddedPhotos | null;
  chooseDocuments: AddedPhotos | null;
  addDroppedDocuments: AddedPhotos | null;
  saveDocument: DocumentCopy | null;
  readBoq: BoqView | null;
  importBoq: Delta;
  addPasted: AddedPhotos | null;
  watchFolder: WaitingPhotos | null;
  unwatch: WaitingPhotos;
  waitingPhotos: WaitingPhotos;
  addWatched: AddedPhotos;
  addRest: AddedPhotos;
  forgetRest: WaitingPhotos;
  handOver: HandedOver | null;
  lookAtPackage: PackageView | null;
  receivePackage: ReceivedView | null;
  takeReceipt: ReceiptView | null;
  places: PlaceView[];
  addPlace: PlaceView[] | null;
  removePlace: PlaceView[];
  inbox: InboxView;
  sendToPlace: PlaceItem;
  fetchFromPlace: ReceiptView | null;
  colleagues: Colleague[];
  renameColleague: Colleague[];
  forgetColleague: Colleague[];
  matrix: MatrixView;
  statistics: StatsView;
  exportStatistics: number | null;
  clocks: ClocksView;
  calendar: CalendarView;
  chooseCalendar: CalendarView | null;
  resetCalendar: CalendarView;
  checkCase: CheckView;
  conflicts: ConflictsView;
  decide: Delta;
  history: HistoryView;
  restore: Delta;
  find: FoundView;
  sheet: SheetView;
  scenarios: ScenariosView;
  exportSheet: WorkbookView | null;
  sheetContent: SheetContentView;
  signSheet: Delta;
  statementContent: SheetContentView;
  signStatement: Delta;
  printSheet: SheetPrintView | null;
  exportDossier: DossierView | null;
  draftLetter: LetterDraft;
  exportLetter: LetterView | null;
  chooseLogo: StartView | null;
  removeLogo: StartView;
  key: KeyView;
  unlockKey: KeyView;
  protectKey: KeyView;
  newKey: KeyView;
  importKey: KeyView | null;
  exportCertificate: KeyView | null;
  verifyDossier: VerdictView | null;
  requestStamp: string | null;
  addStamp: VerdictView | null;
  signBeside: VerdictView;
  showDossier: null;
  cancel: null;
}

export type Verb = Request['verb'];

/** Files of another program over the window, or let go on it. */
export interface Drop {
  phase: 'over' | 'leave' | 'drop';
  count: number;
}

/** Asks the program one thing; rejects with an `ErrorView`. */
export function ask<V extends Verb>(
  request: Extract<Request, { verb: V }>,
  progress?: (at: Progress) => void,
): Promise<Answers[V]> {
  const channel = new Channel<Progress>();
  if (progress) channel.onmessage = progress;
  return invoke<Answers[V]>('lisuan', { request, progress: channel });
}

/** Tells when files are dragged over the window or dropped on it. */
export function onDrop(heard: (drop: Drop) => void): Promise<() => void> {
  return listen<Drop>('lisuan://drop', (event) => heard(event.payload));
}

/** Where the page finds the picture of a photo. */
export function pictureUrl(photoId: string, side: 320 | 1600): string {
  return convertFileSrc(`${photoId}/${side}`, 'thumb');
}

/** Where the page finds the picture of a page of a paper. */
export function pageUrl(documentId: string, page: number): string {
  return convertFileSrc(`${documentId}/page-${page}`, 'thumb');
}

/** The error as the program gave it; anything else is a fault of the window itself. */
export function errorView(thrown: unknown): ErrorView {
  if (typeof thrown === 'object' && thrown !== null && 'code' in thrown) return thrown as ErrorView;
  return { code: 'window', args: { reason: String(thrown) } };
}
