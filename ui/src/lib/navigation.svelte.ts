import { pendingRemovals } from './pending-removals.svelte';
import type { Dropped } from './drops.svelte';
import type { SettingsSection } from './settings';

/** A place in the open wallet. */
export type Place =
  | { view: 'home' }
  | { view: 'attributes'; add?: string; show?: string; verify?: boolean }
  | { view: 'documents'; dropped?: Dropped; add?: boolean }
  | { view: 'sites'; site?: string; add?: boolean }
  | { view: 'applications'; show?: string }
  | { view: 'requests'; show?: string }
  | { view: 'activity' }
  /** `begin` starts at once what the section is for. */
  | { view: 'settings'; section?: SettingsSection; begin?: boolean };

export type ViewName = Place['view'];

export class Navigation {
  place = $state.raw<Place>({ view: 'home' });

  #latest = 0;

  /** Goes there: at once, or as soon as what the user removed on this screen is removed, since the next one may show it. */
  go(place: Place): void {
    const mine = ++this.#latest;
    if (place.view === this.place.view || !pendingRemovals.some) {
      this.place = place;
      return;
    }
    void pendingRemovals.flush().then(() => {
      if (mine === this.#latest) this.place = place;
    });
  }
}
