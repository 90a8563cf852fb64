import { MediaQuery } from 'svelte/reactivity';
import { preferences } from './preferences.svelte';

/** Below this many pixels the sidebar leaves its room to the content. */
const NARROW = 900;

/** Whether the sidebar shows icons only. */
export class SidebarState {
  #narrow = new MediaQuery(`width < ${NARROW}px`);
  /** In a narrow window it is collapsed until the user wants it otherwise; that is not remembered. */
  #expandedThough = $state(false);

  get collapsed(): boolean {
    return this.#narrow.current ? !this.#expandedThough : preferences.sidebarCollapsed;
  }

  toggle(): void {
    if (this.#narrow.current) this.#expandedThough = !this.#expandedThough;
    else preferences.sidebarCollapsed = !preferences.sidebarCollapsed;
  }
}
