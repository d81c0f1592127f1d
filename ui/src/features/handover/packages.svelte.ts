// Packages on their way out and in, as they were looked at last.

import type { Colleague } from '../../backend/bindings/Colleague';
import type { HandedOver } from '../../backend/bindings/HandedOver';
import type { HandoverRequest } from '../../backend/bindings/HandoverRequest';
import type { PackageView } from '../../backend/bindings/PackageView';
import type { ReceivedView } from '../../backend/bindings/ReceivedView';
import type { Request } from '../../backend/bindings/Request';
import type { ReceiptView } from '../../backend/bindings/ReceiptView';
import { ask } from '../../backend/program';
import { confidential } from '../../app/confidential.svelte';
import { app } from '../../app/state.svelte';
import { handover } from './handover.svelte';

class Packages {
  colleagues = $state.raw<Colleague[]>([]);
  given = $state.raw<HandedOver | null>(null);
  seen = $state.raw<PackageView | null>(null);
  taken = $state.raw<ReceivedView | null>(null);
  receipt = $state.raw<ReceiptView | null>(null);
  /** The package that was chosen asks for a passphrase. */
  locked = $state(false);

  know = async (): Promise<void> => {
    this.colleagues = (await app.told(() => ask<'colleagues'>({ verb: 'colleagues' }))) ?? [];
  };

  rename = async (which: string, name: string): Promise<void> => {
    this.colleagues = (await app.told(() => ask<'renameColleague'>({ verb: 'renameColleague', which, name }))) ?? this.colleagues;
  };

  forget = async (which: string): Promise<void> => {
    this.colleagues = (await app.told(() => ask<'forgetColleague'>({ verb: 'forgetColleague', which }))) ?? this.colleagues;
  };

  give = async (request: HandoverRequest): Promise<void> => {
    this.given = null;
    const given = await app.long((progress) => ask<'handOver'>({ verb: 'handOver', request }, progress));
    if (!given) return;
    this.given = given;
    const { delta } = given;
    if (delta) await app.changedBy(() => Promise.resolve(delta));
  };

  look = async (again: boolean, newCase: boolean, passphrase: string | null): Promise<void> => {
    this.taken = null;
    app.message = null;
    if (!again) this.seen = null;
    const request = { verb: 'lookAtPackage', again, newCase, passphrase } as const;
    const seen = await app.long((progress) => ask<'lookAtPackage'>(request, progress));
    const code = this.#refusal();
    this.locked = code === 'package-locked' || code === 'wrong-passphrase';
    // The field that appears says it better.
    if (code === 'package-locked') app.message = null;
    if (seen) this.seen = seen;
  };

  #refusal(): string | null {
    const { message } = app;
    return message?.of === 'error' ? message.error.code : null;
  }

  take = async (request: Omit<Extract<Request, { verb: 'receivePackage' }>, 'verb'>): Promise<void> => {
    const taken = await app.long((progress) =>
      ask<'receivePackage'>({ verb: 'receivePackage', ...request }, progress),
    );
    if (!taken) return;
    await app.anew();
    if (taken.recoveryKey) confidential.recovery = { key: taken.recoveryKey, remembered: false };
    handover.part = 'take';
    app.go('handover');
    this.taken = taken;
    this.seen = null;
    if (taken.receiptProblem) app.message = { of: 'error', error: taken.receiptProblem };
    await this.know();
  };

  takeReceipt = async (): Promise<void> => {
    const receipt = await app.told(() => ask<'takeReceipt'>({ verb: 'takeReceipt' }));
    if (!receipt) return;
    this.receipt = receipt;
    const { delta } = receipt;
    if (delta) await app.changedBy(() => Promise.resolve(delta));
  };
}

export const packages = new Packages();
