// What the window tells and selects, as types.

import type { AddedPhotos } from '../backend/bindings/AddedPhotos';
import type { ErrorView } from '../backend/bindings/ErrorView';
import type { Progress } from '../backend/bindings/Progress';
import type { Request } from '../backend/bindings/Request';
import type { StepView } from '../backend/bindings/StepView';

/** The verbs about the key that seals. */
export type KeyRequest = Extract<
  Request,
  { verb: 'key' | 'unlockKey' | 'protectKey' | 'newKey' | 'importKey' | 'exportCertificate' }
>;

export type Screen = 'start' | 'new-case' | 'case' | 'inbox' | 'stats' | 'settings';

/** What the inspector is about. */
export type Selected =
  | { of: 'record'; kind: string; id: string; field?: string | null }
  | { of: 'step'; step: StepView };

/** Said once, in a line; never in a box of its own. */
export type Message =
  | { of: 'error'; error: ErrorView }
  | { of: 'photos'; photos: AddedPhotos }
  | { of: 'documents'; photos: AddedPhotos }
  | { of: 'words'; key: string; values: Record<string, string> };

/** Long work under way. */
export interface Work {
  progress: Progress;
  startedMs: number;
  cancelling: boolean;
}
