import {
  Virtualizer,
  defaultRangeExtractor,
  elementScroll,
  observeElementOffset,
  observeElementRect,
  type VirtualItem,
  type VirtualizerOptions,
} from '@tanstack/virtual-core';

type Options = VirtualizerOptions<Element, HTMLElement>;

/** What a list says of its rows. */
export interface Rows {
  count: number;
  /** How high a row is likely to be, in pixels; each is measured once it is there. */
  estimate: (index: number) => number;
  key: (index: number) => string | number;
  /** A row that stays, wherever the list is scrolled to: the one with the focus. */
  kept: number | undefined;
}

/** Rows that are made beyond those that are seen, so that scrolling finds them there. */
const OVERSCAN = 6;

/** Which rows of a long list have to be there, and where each is. */
export class VirtualRows {
  /** The rows that have to be there. */
  items = $state.raw<VirtualItem[]>([]);
  /** How high the whole list is. */
  height = $state(0);
  /** How far below the top of what scrolls the list begins. */
  margin = $state(0);
  #rows: Rows;
  #scroller: Element | null = null;
  #virtualizer: Virtualizer<Element, HTMLElement>;

  constructor(rows: Rows) {
    this.#rows = rows;
    this.#virtualizer = new Virtualizer(this.#options());
    this.#update();
  }

  /** Begins to follow what scrolls around `list`; returns what ends it. */
  attach(list: HTMLElement): () => void {
    const scroller = scrollerOf(list);
    this.#scroller = scroller;
    const place = () => {
      const top = list.getBoundingClientRect().top - scroller.getBoundingClientRect().top;
      this.margin = top + scroller.scrollTop;
      this.set(this.#rows);
    };
    place();
    // What stands above the list may come, go and grow.
    let frame = 0;
    // In the next frame: what is moved while sizes are being told would have to be told of again.
    const observer = new ResizeObserver(() => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(place);
    });
    for (const child of scroller.children) observer.observe(child);
    const leave = this.#virtualizer._didMount();
    this.#virtualizer._willUpdate();
    this.#update();
    return () => {
      cancelAnimationFrame(frame);
      observer.disconnect();
      leave();
    };
  }

  /** The list is another one, or another row is kept. */
  set(rows: Rows): void {
    this.#rows = rows;
    this.#virtualizer.setOptions(this.#options());
    this.#virtualizer._willUpdate();
    this.#update();
  }

  /** Follows the height of a row. */
  measure(row: HTMLElement): () => void {
    this.#virtualizer.measureElement(row);
    return () => {
      this.#virtualizer.measureElement(null);
    };
  }

  /** Scrolls to where a row is, or will be. What stands above the list comes with the first one. */
  show(index: number): void {
    const offset = this.#virtualizer.getOffsetForIndex(index, 'auto')?.[0];
    if (this.#scroller && offset !== undefined) this.#scroller.scrollTop = index === 0 ? 0 : offset;
  }

  /** The first and the last row that are seen. */
  get seen(): { first: number; last: number } | undefined {
    const { range } = this.#virtualizer;
    return range ? { first: range.startIndex, last: range.endIndex } : undefined;
  }

  #update() {
    this.items = this.#virtualizer.getVirtualItems();
    this.height = this.#virtualizer.getTotalSize();
  }

  #options(): Options {
    const { count, estimate, key, kept } = this.#rows;
    return {
      useAnimationFrameWithResizeObserver: true,
      count,
      estimateSize: estimate,
      getItemKey: key,
      overscan: OVERSCAN,
      scrollMargin: this.margin,
      getScrollElement: () => this.#scroller,
      scrollToFn: elementScroll,
      observeElementRect,
      observeElementOffset,
      onChange: () => {
        this.#update();
      },
      rangeExtractor: (range) => {
        const rows = defaultRangeExtractor(range);
        if (kept === undefined || kept >= count || rows.includes(kept)) return rows;
        return [...rows, kept].sort((a, b) => a - b);
      },
    };
  }
}

/** What a person scrolls to see the whole of an element. */
function scrollerOf(element: HTMLElement): Element {
  for (let above = element.parentElement; above; above = above.parentElement) {
    if (['auto', 'scroll'].includes(getComputedStyle(above).overflowY)) return above;
  }
  return document.scrollingElement ?? document.documentElement;
}
