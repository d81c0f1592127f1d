// Encrypted cases, locking and backup.

import type { BackupState } from '../backend/bindings/BackupState';
import type { ConfidentialView } from '../backend/bindings/ConfidentialView';
import { ask } from '../backend/program';
import { app } from './state.svelte';

class Confidential {
  /** A recovery key that was made just now, shown until it is put away. */
  recovery = $state.raw<{ key: string; remembered: boolean } | null>(null);
  /** How the open case is kept. */
  view = $state.raw<ConfidentialView | null>(null);
  lastBackup = $state.raw<BackupState | null>(null);

  /** Rejects with what the program refused; the answer says whether a case was made. */
  async newCase(fields: Record<string, string>, choosePlace: boolean, passphrase: string, remember: boolean) {
    const request = { verb: 'newEncryptedCase', fields, choosePlace, passphrase, remember } as const;
    const made = await ask<'newEncryptedCase'>(request);
    if (!made) return;
    this.recovery = { key: made.recoveryKey, remembered: made.remembered };
    app.opened(made.case);
  }

  /** Rejects with what the program refused. */
  async unlock(secret: string, recovery: boolean, remember: boolean): Promise<void> {
    app.opened(await ask<'unlockCase'>({ verb: 'unlockCase', secret, recovery, remember }));
  }

  /** Hides the case; an encrypted one is closed until its passphrase is given. */
  async lock(): Promise<void> {
    if (!app.view || app.locked || app.work || app.exporting || app.opening) return;
    await app.settled();
    const file = app.head?.fields['claim_no'] ?? '';
    try {
      const closed = await ask<'lockCase'>({ verb: 'lockCase' });
      if (closed) {
        app.view = null;
        app.waiting = null;
        app.selected = null;
        app.message = null;
        app.verdict = null;
        app.dossier = null;
        app.screen = 'start';
      }
      app.locked = { file, hidden: !closed };
    } catch (thrown) {
      app.refused(thrown);
    }
  }

  /** Rejects with what the program refused. */
  async encrypt(passphrase: string): Promise<void> {
    await app.settled();
    const made = await ask<'encryptCase'>({ verb: 'encryptCase', passphrase });
    this.recovery = { key: made.recoveryKey, remembered: false };
    app.opened(made.case);
  }

  /** Rejects with what the program refused. */
  async change(passphrase: string): Promise<void> {
    this.view = await ask<'setCasePassphrase'>({ verb: 'setCasePassphrase', passphrase });
  }

  async forget(): Promise<void> {
    try {
      this.view = await ask<'forgetCasePassphrase'>({ verb: 'forgetCasePassphrase' });
    } catch (thrown) {
      app.refused(thrown);
    }
  }

  /** Asks how things stand, for the settings. */
  async look(): Promise<void> {
    try {
      this.lastBackup = await ask<'lastBackup'>({ verb: 'lastBackup' });
      this.view = app.view ? await ask<'confidential'>({ verb: 'confidential' }) : null;
    } catch (thrown) {
      app.refused(thrown);
    }
  }

  async backup(): Promise<void> {
    try {
      const made = await app.working((progress) => ask<'backup'>({ verb: 'backup' }, progress));
      if (!made) return;
      const { number, written, unchanged, failed } = made;
      const values = { number, written, unchanged, failed: failed.length };
      const texts = Object.entries(values).map(([name, value]) => [name, String(value)]);
      const key = made.cancelled ? 'backup-cancelled' : 'backup-made';
      app.message = { of: 'words', key, values: Object.fromEntries(texts) as Record<string, string> };
    } finally {
      await this.look();
    }
  }
}

export const confidential = new Confidential();
