import { untrack } from 'svelte';
import { zoomWindow } from './bindings';
import { preferences, zoomSteps } from './preferences.svelte';
import { Loader } from './request.svelte';
import { watchShortcuts } from './shortcuts';

const USUAL = 100;

/** How large everything is drawn. The web view does it, so that the page lays itself out anew. */
class Zoom {
  /** The last change. */
  setting = new Loader(zoomWindow);

  get canGrow(): boolean {
    return preferences.zoom < (zoomSteps.at(-1) ?? USUAL);
  }

  get canShrink(): boolean {
    return preferences.zoom > (zoomSteps[0] ?? USUAL);
  }

  larger(): void {
    this.#set(zoomSteps.find((step) => step > preferences.zoom));
  }

  smaller(): void {
    this.#set(zoomSteps.findLast((step) => step < preferences.zoom));
  }

  reset(): void {
    this.#set(USUAL);
  }

  /** Takes up what this machine remembers, and listens for the keys. Returns what stops that. */
  begin(): () => void {
    untrack(() => {
      if (preferences.zoom !== USUAL) void this.setting.restart(preferences.zoom);
    });
    return watchShortcuts({
      zoomIn: () => {
        this.larger();
      },
      zoomOut: () => {
        this.smaller();
      },
      zoomReset: () => {
        this.reset();
      },
    });
  }

  #set(percent: number | undefined): void {
    if (percent === undefined || percent === preferences.zoom) return;
    const before = preferences.zoom;
    preferences.zoom = percent;
    void this.setting.restart(percent).then(() => {
      if (this.setting.failure && preferences.zoom === percent) preferences.zoom = before;
    });
  }
}

export const zoom = new Zoom();
