// Linking photos: by a list that L opens, or by dragging them onto something.

import { app } from '../../app/state.svelte';
import type { Row } from '../../backend/bindings/Row';
import { linkPhotos, TARGETS, type Target } from '../../case/links';
import { onLink, picked } from './picked.svelte';

/** A press becomes a drag from here on. */
const DRAG_PX = 6;

interface Drag {
  photos: Row[];
  x: number;
  y: number;
  over: Target | null;
}

class Linking {
  /** Photos that the list is about. */
  photos = $state.raw<Row[] | null>(null);
  drag = $state.raw<Drag | null>(null);
  /** The click that ends a drag chooses nothing. */
  dragged = false;

  open = (photos: Row[]): void => {
    if (app.writable && photos.length > 0) this.photos = photos;
  };

  /** A press on a photo: a drag begins where it moves far enough. */
  press = (event: PointerEvent, photo: Row): void => {
    this.dragged = false;
    if (event.button !== 0 || event.pointerType === 'touch' || !app.writable) return;
    if (event.shiftKey || event.ctrlKey || event.metaKey) return;
    const from = { x: event.clientX, y: event.clientY };
    const moved = (now: PointerEvent) => {
      const far = Math.hypot(now.clientX - from.x, now.clientY - from.y) >= DRAG_PX;
      if (!this.drag && !far) return;
      if (!this.drag && !picked.has(photo.id)) picked.only(photo.id);
      const photos = this.drag?.photos ?? picked.rows;
      this.dragged = true;
      this.drag = { photos, x: now.clientX, y: now.clientY, over: targetAt(now.clientX, now.clientY) };
    };
    const end = new AbortController();
    const over = (drop: boolean) => {
      end.abort();
      const { drag } = this;
      this.drag = null;
      if (drop && drag?.over) void linkPhotos(drag.photos, drag.over);
    };
    const { signal } = end;
    window.addEventListener('pointermove', moved, { signal });
    window.addEventListener('pointerup', () => over(true), { signal });
    window.addEventListener('pointercancel', () => over(false), { signal });
    const escaped = (key: KeyboardEvent) => {
      if (key.key !== 'Escape' || !this.drag) return;
      key.preventDefault();
      key.stopPropagation();
      over(false);
    };
    window.addEventListener('keydown', escaped, { signal, capture: true });
  };
}

/** What lies under the pointer and says what it is: `data-link="kind key"`. */
function targetAt(x: number, y: number): Target | null {
  const place = document.elementFromPoint(x, y)?.closest<HTMLElement>('[data-link]');
  const [kind, id] = (place?.dataset['link'] ?? '').split(' ');
  const known = TARGETS.find((name) => name === kind);
  return known && id ? { kind: known, id } : null;
}

export const linking = new Linking();
onLink((photos) => linking.open([...photos]));
