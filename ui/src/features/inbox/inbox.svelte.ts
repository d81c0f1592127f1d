// Shared places and what lies in them.

import type { InboxView } from '../../backend/bindings/InboxView';
import type { NewPlace } from '../../backend/bindings/NewPlace';
import type { PlaceView } from '../../backend/bindings/PlaceView';
import { ask } from '../../backend/program';
import { app } from '../../app/state.svelte';
import { packages } from '../handover/packages.svelte';

class Inbox {
  places = $state.raw<PlaceView[]>([]);
  at = $state<string | null>(null);
  view = $state.raw<InboxView | null>(null);
  /** Where no key store keeps it; forgotten with the program. */
  #passwords = new Map<string, string>();
  /** The place that asks for a password. */
  asks = $state(false);

  know = async (): Promise<void> => {
    this.places = (await app.told(() => ask<'places'>({ verb: 'places' }))) ?? [];
    if (!this.places.some((place) => place.name === this.at)) {
      this.at = null;
      this.view = null;
    }
  };

  add = async (place: NewPlace, password: string): Promise<boolean> => {
    const places = await app.told(() => ask<'addPlace'>({ verb: 'addPlace', place, password }));
    if (!places) return false;
    if (password !== '') this.#passwords.set(place.name.trim(), password);
    this.places = places;
    return true;
  };

  remove = async (name: string): Promise<void> => {
    const places = await app.told(() => ask<'removePlace'>({ verb: 'removePlace', name }));
    if (places) this.places = places;
  };

  look = async (name: string, password?: string): Promise<void> => {
    if (password !== undefined) this.#passwords.set(name, password);
    if (this.at !== name) this.view = null;
    this.at = name;
    this.asks = false;
    app.message = null;
    const view = await app.told(() => ask<'inbox'>({ verb: 'inbox', name, password: this.#password(name) }));
    if (view && this.at === name) this.view = view;
    else if (this.#refused()) this.asks = true;
  };

  send = async (name: string): Promise<boolean> => {
    const request = { verb: 'sendToPlace', name, password: this.#password(name) } as const;
    const sent = await app.long((progress) => ask<'sendToPlace'>(request, progress));
    if (sent) app.message = { of: 'words', key: 'place-sent', values: { file: sent.name, place: name } };
    return sent !== undefined;
  };

  /** Fetches a package and looks at it, or fetches a receipt and imports it. */
  fetch = async (name: string, file: string): Promise<void> => {
    packages.seen = null;
    packages.taken = null;
    packages.receipt = null;
    const request = { verb: 'fetchFromPlace', name, file, password: this.#password(name) } as const;
    const receipt = await app.long((progress) => ask<'fetchFromPlace'>(request, progress));
    if (receipt === undefined) return;
    if (receipt) {
      packages.receipt = receipt;
      const { delta } = receipt;
      if (delta) await app.changedBy(() => Promise.resolve(delta));
    } else await packages.look(true, app.view === null, null);
    await this.look(name);
  };

  #password(name: string): string | null {
    return this.#passwords.get(name) ?? null;
  }

  #refused(): boolean {
    const { message } = app;
    return message?.of === 'error' && message.error.code === 'place-refused';
  }
}

export const inbox = new Inbox();
