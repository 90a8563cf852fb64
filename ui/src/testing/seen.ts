/** Stands in for the browser's observer, which jsdom does not have: tests say what is on the screen. */
class FakeObserver {
  static all = new Set<FakeObserver>();
  /** Whether what is observed from now on is on the screen at once. */
  static atOnce = true;
  #elements = new Set<Element>();

  constructor(private readonly heard: (entries: { isIntersecting: boolean }[]) => void) {
    FakeObserver.all.add(this);
  }

  observe(element: Element) {
    this.#elements.add(element);
    const { atOnce } = FakeObserver;
    queueMicrotask(() => {
      this.tell(atOnce);
    });
  }

  disconnect() {
    this.#elements.clear();
    FakeObserver.all.delete(this);
  }

  tell(isIntersecting: boolean) {
    if (this.#elements.size > 0) this.heard([{ isIntersecting }]);
  }
}

/** Puts the stand-in in place; everything is on the screen. */
export function installObserver(): void {
  FakeObserver.all.clear();
  FakeObserver.atOnce = true;
  window.IntersectionObserver = FakeObserver as unknown as typeof IntersectionObserver;
}

/** What comes into being from now on is out of sight until `scrollToEnd`. */
export function outOfSight(): void {
  FakeObserver.atOnce = false;
}

/** The end of everything is on the screen. */
export function scrollToEnd(): void {
  for (const observer of [...FakeObserver.all]) observer.tell(true);
}
