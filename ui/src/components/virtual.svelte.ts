// A list of which only what is in sight is built.

import {
  Virtualizer,
  elementScroll,
  observeElementOffset,
  observeElementRect,
  type VirtualItem,
} from '@tanstack/virtual-core';

export interface VirtualOptions {
  count: number;
  /** Height of each item; a function of its index alone, so nothing is ever measured. */
  heightPx: (index: number) => number;
  key?: (index: number) => string;
  overscan: number;
  /** Height of what sticks to the top, inside the scrolled content. */
  topPx?: number;
  /** Height of what sticks to the bottom. */
  bottomPx?: number;
}

export class VirtualList {
  items = $state.raw<VirtualItem[]>([]);
  heightPx = $state(0);
  #virtualizer: Virtualizer<HTMLElement, HTMLElement> | undefined;
  #scroller: HTMLElement | null = null;

  /** Begins to follow the element that scrolls; call what it returns when the element goes. */
  mount(scroller: HTMLElement, options: VirtualOptions): () => void {
    this.#scroller = scroller;
    this.#virtualizer = new Virtualizer(this.#translated(options));
    const unmount = this.#virtualizer._didMount();
    this.#virtualizer._willUpdate();
    this.#show();
    return unmount;
  }

  /** Takes what changed: how many items there are, how high they are. */
  update(options: VirtualOptions): void {
    const virtualizer = this.#virtualizer;
    if (!virtualizer) return;
    virtualizer.setOptions(this.#translated(options));
    virtualizer._willUpdate();
    virtualizer.measure();
    this.#show();
  }

  /** Scrolls only as far as it takes to see an item whole. */
  reveal(index: number): void {
    this.#virtualizer?.scrollToIndex(index, { align: 'auto' });
  }

  #translated({ count, heightPx, key, overscan, topPx = 0, bottomPx = 0 }: VirtualOptions) {
    return {
      count,
      estimateSize: heightPx,
      ...(key ? { getItemKey: key } : {}),
      overscan,
      scrollMargin: topPx,
      scrollPaddingStart: topPx,
      scrollPaddingEnd: bottomPx,
      getScrollElement: () => this.#scroller,
      observeElementRect,
      observeElementOffset,
      scrollToFn: elementScroll,
      onChange: () => this.#show(),
    };
  }

  #show(): void {
    this.items = this.#virtualizer?.getVirtualItems() ?? [];
    this.heightPx = this.#virtualizer?.getTotalSize() ?? 0;
  }
}
